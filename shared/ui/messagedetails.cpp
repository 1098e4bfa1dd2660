#include "messagedetails.h"

#include "bytetext.h"
#include "elidedlabel.h"
#include "shades.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int FewestCharacters = 20; // of a line of text that still is worth reading
constexpr int Whole = 1000;
constexpr int StackedText = 330; // of the whole, above the bytes
constexpr int Lines = 9;         // of facts, text and bytes, at least at first

QPalette subdued(QPalette palette)
{
    palette.setColor(QPalette::WindowText, Shades::subdued(palette));
    return palette;
}

}

MessageDetails::MessageDetails(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_empty(new QLabel(this))
    , m_factsLine(new ElidedLabel(this))
    , m_selected(new ElidedLabel(this))
    , m_splitter(new QSplitter(this))
    , m_text(new ByteText(m_splitter))
    , m_hex(new HexView(m_splitter))
{
    setObjectName(u"messageDetails"_s);
    m_empty->setObjectName(u"detailsEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_factsLine->setObjectName(u"detailsFacts"_s);
    m_selected->setObjectName(u"detailsSelected"_s);
    m_splitter->setObjectName(u"detailsSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    // Else the two beside each other never let the window become too narrow for that.
    m_splitter->setMinimumWidth(m_hex->minimumSizeHint().width());

    auto *content = new QWidget(this);
    auto *line = new QHBoxLayout;
    line->addWidget(m_factsLine, 1);
    line->addWidget(m_selected);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->addLayout(line);
    layout->addWidget(m_splitter, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(content);
    connectParts();
    setCopyFormatter({}, {});
    retranslate();
}

void MessageDetails::connectParts()
{
    connect(m_hex, &HexView::selectionChanged, m_text, &ByteText::mark);
    connect(m_hex, &HexView::selectionChanged, this, &MessageDetails::updateSelected);
    connect(m_text, &ByteText::selectionChanged, m_hex, &HexView::select);
    connect(m_text, &ByteText::selectionChanged, this, &MessageDetails::updateSelected);
    connect(m_splitter, &QSplitter::splitterMoved, this, &MessageDetails::onSplitterMoved);
}

void MessageDetails::setMessage(const MessageFacts &facts, const QByteArray &bytes)
{
    const bool isSame = m_facts && !m_bytes.isEmpty() && bytes.isSharedWith(m_bytes);
    m_facts = facts;
    m_bytes = bytes;
    if (isSame)
        updateFacts();
    else
        showSource(std::make_shared<ByteArraySource>(bytes));
}

void MessageDetails::extendMessage(const MessageFacts &facts, const QByteArray &bytes)
{
    if (!m_facts || m_bytes.isEmpty() || !bytes.startsWith(m_bytes)) {
        setMessage(facts, bytes);
        return;
    }
    m_facts = facts;
    m_bytes = bytes;
    const auto source = std::make_shared<ByteArraySource>(bytes);
    m_text->extend(source);
    m_hex->extend(source);
    updateFacts();
    updateSelected();
}

void MessageDetails::setMessage(const MessageFacts &facts, std::shared_ptr<const ByteSource> source)
{
    m_facts = facts;
    m_bytes.clear();
    showSource(std::move(source));
}

void MessageDetails::clear()
{
    m_facts.reset();
    m_bytes.clear();
    showSource({});
}

void MessageDetails::showSource(std::shared_ptr<const ByteSource> source)
{
    m_text->setSource(source);
    m_hex->setSource(std::move(source));
    m_pages->setCurrentIndex(m_facts ? 1 : 0);
    updateFacts();
    updateSelected();
    shareRoom();
}

void MessageDetails::setDecoder(const CharacterDecoder &decoder)
{
    m_text->setDecoder(decoder);
    m_text->mark(m_hex->selection(), m_hex->cursor());
}

void MessageDetails::setCopyFormatter(const CopyFormatter &formatter, const QList<CopyForm> &forms)
{
    m_formatter = formatter;
    const auto make = [this](CopyForm form, const QByteArray &bytes, qint64 offset) {
        return form == CopyForm::Text ? m_text->textToCopy(bytes) : m_formatter(form, bytes, offset);
    };
    m_hex->copier().setFormatter(make, QList{CopyForm::Text} + forms);
}

void MessageDetails::updateFacts()
{
    m_factsLine->setWholeText(m_facts ? factsText(*m_facts) : QString());
}

void MessageDetails::updateSelected()
{
    m_selected->setWholeText(m_hex->selectionText());
}

void MessageDetails::onSplitterMoved()
{
    const QList<int> sizes = m_splitter->sizes();
    const int room = qMax(1, sizes[0] + sizes[1]);
    m_textShare[m_splitter->orientation() == Qt::Vertical] = qMax(1, sizes[0] * Whole / room);
}

/// Rows of sixteen bytes above or beside the text, whichever fits; short rows where neither does.
bool MessageDetails::isRoomBeside() const
{
    const int text = m_text->widthFor(FewestCharacters);
    const int wide = m_hex->widthFor(HexGeometry::WideRow);
    if (width() >= wide)
        return width() >= wide + text;
    return width() >= m_hex->widthFor(HexGeometry::NarrowRow) + text;
}

void MessageDetails::shareRoom()
{
    const bool beside = isRoomBeside();
    m_splitter->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    const int room = (beside ? width() : m_splitter->height()) - m_splitter->handleWidth();
    const int text = textRoom(room);
    m_splitter->setSizes({text, room - text});
}

int MessageDetails::textRoom(int room) const
{
    const bool stacked = m_splitter->orientation() == Qt::Vertical;
    if (m_textShare[stacked] > 0)
        return room * m_textShare[stacked] / Whole;
    if (stacked)
        return room * StackedText / Whole;
    const int wide = m_hex->widthFor(HexGeometry::WideRow);
    return room - (room - wide >= m_text->widthFor(FewestCharacters) - m_splitter->handleWidth()
                       ? wide
                       : m_hex->widthFor(HexGeometry::NarrowRow));
}

int MessageDetails::roomyWidth() const
{
    return m_hex->widthFor(HexGeometry::WideRow);
}

int MessageDetails::roomyHeight() const
{
    if (isRoomBeside())
        return sizeHint().height();
    return QFontMetrics(m_hex->font()).lineSpacing() * Lines + m_splitter->handleWidth();
}

QByteArray MessageDetails::saveState() const
{
    if (m_textShare == std::array{0, 0})
        return {};
    return QByteArray::number(m_textShare[0]) + ' ' + QByteArray::number(m_textShare[1]);
}

bool MessageDetails::restoreState(const QByteArray &state)
{
    const QList<QByteArray> parts = state.split(' ');
    if (parts.size() != 2)
        return false;
    for (int i = 0; i < 2; ++i)
        m_textShare[size_t(i)] = qBound(0, parts[i].toInt(), Whole);
    shareRoom();
    return true;
}

void MessageDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_pages->activate();
    shareRoom();
}

void MessageDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        updateColors();
}

void MessageDetails::updateColors()
{
    m_empty->setPalette(subdued(palette()));
    m_selected->setPalette(subdued(palette()));
}

void MessageDetails::retranslate()
{
    m_empty->setText(tr("Select a message to see its bytes."));
    updateColors();
    updateFacts();
    updateSelected();
}
