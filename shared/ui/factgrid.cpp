#include "factgrid.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setVerticalSpacing(fontMetrics().height() / 6);
    m_layout->setColumnStretch(1, 1);
}

void FactGrid::setLines(const QList<FactsText::Line> &lines)
{
    while (m_rows.size() < lines.size())
        addRow();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const FactsText::Line line = lines.value(i);
        const auto [name, value] = m_rows.at(i);
        name->setText(line.name);
        value->setText(line.value);
        value->setAccessibleName(line.name + u": "_s + line.value);
        for (QLabel *label : {name, value}) {
            label->setToolTip(line.explanation);
            label->setWhatsThis(line.explanation);
            label->setVisible(i < lines.size());
        }
    }
}

void FactGrid::addRow()
{
    const Row row{new QLabel(this), new QLabel(this)};
    row.name->setTextFormat(Qt::PlainText);
    row.name->setWordWrap(true);
    row.value->setTextFormat(Qt::PlainText);
    row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.value->setWordWrap(true);
    const int index = int(m_rows.size());
    // In the middle: beside a name in another script, whose line is higher, the value stands on the same line then.
    m_layout->addWidget(row.name, index, 0, Qt::AlignVCenter);
    m_layout->addWidget(row.value, index, 1, Qt::AlignVCenter);
    m_rows.append(row);
}
