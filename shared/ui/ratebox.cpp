#include "ratebox.h"

#include "ratetext.h"

#include <QEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

RateBox::RateBox(QWidget *parent)
    : NamedComboBox(parent)
{
    setObjectName(u"fileRate"_s);
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    retranslate();
    connect(this, &QComboBox::activated, this, &RateBox::take);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &RateBox::take);
}

void RateBox::setRate(quint64 bytesPerSecond)
{
    m_rate = bytesPerSecond;
    setEditText(rateText(m_rate));
}

/// What is no rate gives way to the one before.
void RateBox::take()
{
    const quint64 before = m_rate;
    setRate(parseRate(currentText()).value_or(before));
    if (m_rate != before)
        Q_EMIT rateChosen(m_rate);
}

void RateBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    NamedComboBox::changeEvent(event);
}

void RateBox::retranslate()
{
    setName(tr("Rate"));
    setToolTip(tr("How fast the file goes to each peer. Choose a rate, or type one: 500, 64 kB/s, 1.5 MB/s."));
    clear();
    for (const quint64 rate : {0, 1'000, 10'000, 100'000, 1'000'000, 10'000'000})
        addItem(rateText(rate));
    setRate(m_rate);
}
