#include "framingbox.h"

#include "framingdialog.h"
#include "framingtext.h"

#include <QSignalBlocker>

FramingBox::FramingBox(QWidget *parent)
    : NamedComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    fill();
    connect(this, &QComboBox::currentIndexChanged, this, &FramingBox::onIndex);
}

QList<Framing> FramingBox::plainFramings()
{
    return {{Framing::Kind::Lines}, {Framing::Kind::CrLf}, {Framing::Kind::Nul}, {Framing::Kind::Raw}};
}

void FramingBox::setFraming(const Framing &framing)
{
    m_framing = framing;
    if (!plainFramings().contains(framing))
        m_other = framing;
    fill();
}

void FramingBox::retranslate()
{
    fill();
}

void FramingBox::fill()
{
    const QSignalBlocker blocker(this);
    clear();
    QList<Framing> framings = plainFramings();
    if (m_other)
        framings.append(*m_other);
    for (const Framing &framing : std::as_const(framings)) {
        addItem(framingTitle(framing), framing.word());
        setItemData(count() - 1, framingExplanation(framing.kind), Qt::ToolTipRole);
    }
    addItem(tr("Other…"));
    setItemData(count() - 1, tr("A delimiter, a fixed size, a length prefix or a silence."), Qt::ToolTipRole);
    showCurrent();
}

void FramingBox::showCurrent()
{
    const QSignalBlocker blocker(this);
    setCurrentIndex(findData(m_framing.word()));
}

void FramingBox::onIndex(int index)
{
    const auto framing = parseFraming(itemData(index).toString());
    if (!framing) {
        showCurrent();
        ask();
        return;
    }
    m_framing = *framing;
    Q_EMIT framingChosen(m_framing);
}

void FramingBox::ask()
{
    auto *dialog = new FramingDialog(m_other.value_or(m_framing), window());
    connect(dialog, &FramingDialog::chosen, this, [this](const Framing &framing) {
        setFraming(framing);
        Q_EMIT framingChosen(framing);
    });
    dialog->open();
}
