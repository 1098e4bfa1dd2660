#include "bufferbars.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include <cmath>

static constexpr int Whole = 1000;

/// Of Whole; what is not empty shows a little.
static int partOf(const FactsText::Buffer &buffer)
{
    if (buffer.bytes == 0)
        return 0;
    const double part = double(buffer.bytes) / double(qMax(buffer.size, buffer.bytes));
    return qMax(Whole / 50, int(std::lround(part * Whole)));
}

BufferBars::BufferBars(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(fontMetrics().height() / 8);
}

void BufferBars::setBuffers(const QList<FactsText::Buffer> &buffers)
{
    while (m_rows.size() < buffers.size())
        addRow();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const FactsText::Buffer buffer = buffers.value(i);
        const auto [title, bar, value] = m_rows.at(i);
        title->setText(buffer.name);
        value->setText(buffer.value);
        bar->setValue(partOf(buffer));
        bar->setAccessibleName(buffer.name);
        bar->setAccessibleDescription(buffer.value);
        for (QWidget *widget :
             {static_cast<QWidget *>(title), static_cast<QWidget *>(bar), static_cast<QWidget *>(value)}) {
            widget->setToolTip(buffer.explanation);
            widget->setWhatsThis(buffer.explanation);
            widget->setVisible(i < buffers.size());
        }
    }
}

void BufferBars::addRow()
{
    const Row row{new QLabel(this), new QProgressBar(this), new QLabel(this)};
    row.title->setTextFormat(Qt::PlainText);
    row.title->setWordWrap(true);
    row.value->setTextFormat(Qt::PlainText);
    row.value->setWordWrap(true);
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.bar->setRange(0, Whole);
    row.bar->setTextVisible(false);
    row.bar->setFixedHeight(fontMetrics().height() * 2 / 3);
    m_layout->addWidget(row.title);
    m_layout->addWidget(row.bar);
    m_layout->addWidget(row.value);
    m_rows.append(row);
}
