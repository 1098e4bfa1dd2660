#include "factswatch.h"

FactsWatch::FactsWatch(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_timer.setInterval(Interval);
    connect(&m_timer, &QTimer::timeout, this, &FactsWatch::ask);
}

void FactsWatch::watch(const FactsSource *source)
{
    m_source = source;
    if (!source) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    ask();
}

void FactsWatch::finish(const FactsSource *source)
{
    if (!source || m_source != source)
        return;
    ask();
    watch(nullptr);
}
