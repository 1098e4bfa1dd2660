#include "progressline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

ProgressLine::ProgressLine(QWidget *parent)
    : QWidget(parent)
    , m_what(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(u"progressLine"_s);
    m_bar->setObjectName(u"progress"_s);
    m_cancel->setObjectName(u"cancelWork"_s);
    m_what->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_what);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_cancel);
    hide();
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressLine::cancelRequested);
    retranslate();
}

void ProgressLine::begin(const QString &what)
{
    m_what->setText(what);
    m_bar->setValue(0);
    if (!isVisible())
        m_patience.start();
}

void ProgressLine::setPercent(int percent)
{
    m_bar->setValue(percent);
}

void ProgressLine::end()
{
    m_patience.stop();
    hide();
}

void ProgressLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProgressLine::retranslate()
{
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
}
