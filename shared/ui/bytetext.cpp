#include "bytetext.h"

#include "elidedlabel.h"
#include "shades.h"
#include "text.h"
#include "transcriptdelegate.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// Whether it is shown as something else, or in a colour.
bool isMarked(QStringView character)
{
    const char16_t c = character.front().unicode();
    return isUnsafeToShow(c) || c == QChar::ReplacementCharacter;
}

}

/// Copies the text itself and not the names that are shown for its control characters.
class ByteText::Edit final : public QPlainTextEdit
{
public:
    explicit Edit(ByteText *owner)
        : QPlainTextEdit(owner)
        , m_owner(owner)
    {
        setObjectName(u"messageText"_s);
        setReadOnly(true);
        setUndoRedoEnabled(false);
        setTabChangesFocus(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        setFont(TranscriptDelegate::rowFont());
    }

protected:
    QMimeData *createMimeDataFromSelection() const override
    {
        auto *copied = new QMimeData;
        copied->setText(m_owner->selectedText());
        return copied;
    }

private:
    ByteText *m_owner;
};

ByteText::ByteText(QWidget *parent)
    : QWidget(parent)
    , m_decoder(CharacterDecoder::of({}))
    , m_edit(new Edit(this))
    , m_paging(new QWidget(this))
    , m_range(new ElidedLabel(m_paging))
    , m_previous(addButton(u"previousPage"_s, Qt::LeftArrow, -1))
    , m_next(addButton(u"nextPage"_s, Qt::RightArrow, 1))
{
    m_range->setObjectName(u"pageRange"_s);
    auto *line = new QHBoxLayout(m_paging);
    line->setContentsMargins({});
    line->addWidget(m_range, 1);
    line->addWidget(m_previous);
    line->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_paging);
    setFocusProxy(m_edit);
    connect(m_edit, &QPlainTextEdit::selectionChanged, this, &ByteText::onMoved);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &ByteText::onMoved);
    retranslate();
}

QToolButton *ByteText::addButton(const QString &name, Qt::ArrowType arrow, int step)
{
    auto *button = new QToolButton(m_paging);
    button->setObjectName(name);
    button->setArrowType(arrow);
    button->setAutoRaise(true);
    connect(button, &QToolButton::clicked, this, [this, step] { showPage(m_page + step); });
    return button;
}

void ByteText::setSource(std::shared_ptr<const ByteSource> source)
{
    m_source = std::move(source);
    m_page = 0;
    reload();
}

void ByteText::extend(std::shared_ptr<const ByteSource> source)
{
    const int anchor = m_edit->textCursor().anchor();
    const int position = m_edit->textCursor().position();
    const int inSight = m_edit->verticalScrollBar()->value();
    m_source = std::move(source);
    reload();
    const int end = m_edit->document()->characterCount() - 1; // what looked broken can be one character now
    select(qMin(anchor, end), qMin(position, end));
    m_edit->verticalScrollBar()->setValue(inSight);
}

void ByteText::setDecoder(const CharacterDecoder &decoder)
{
    m_decoder = decoder;
    reload();
}

void ByteText::reload()
{
    m_text = PagedText(m_source, m_decoder);
    showPage(m_page);
}

void ByteText::showPage(qint64 page)
{
    m_page = qBound<qint64>(0, page, m_text.pageCount() - 1);
    rebuild();
    updatePaging();
}

void ByteText::rebuild()
{
    const QScopedValueRollback placing(m_placing, true);
    const TextMap page = m_text.page(m_page);
    m_shown = TextMap(page.bytes().start);
    m_formats.clear();
    m_marks.clear();
    for (qsizetype i = 0; i < page.count(); ++i)
        appendCharacter(page.character(i), page.byteCount(i));
    m_edit->setPlainText(m_shown.text());
    applyFormats();
}

void ByteText::appendCharacter(QStringView character, qint64 bytes)
{
    if (!isMarked(character)) {
        m_shown.append(character, bytes);
        return;
    }
    const NamedText &mark = markOf(character);
    for (QTextLayout::FormatRange format : mark.formats) {
        format.start += int(m_shown.size());
        appendFormat(format);
    }
    m_shown.append(mark.text, bytes);
}

const NamedText &ByteText::markOf(QStringView character)
{
    NamedText &mark = m_marks[character.front()];
    if (mark.text.isEmpty()) {
        mark = nameControls(visibleText(character), m_edit->font(), Shades::busy(palette()));
        if (character.front() == u'\n')
            mark.text.append(u'\n');
    }
    return mark;
}

/// Joins what looks alike: laying out a line takes a time that grows with the square of its formats.
void ByteText::appendFormat(const QTextLayout::FormatRange &format)
{
    if (!m_formats.isEmpty()) {
        QTextLayout::FormatRange &last = m_formats.last();
        if (last.start + last.length == format.start && last.format == format.format) {
            last.length += format.length;
            return;
        }
    }
    m_formats.append(format);
}

void ByteText::applyFormats()
{
    auto format = m_formats.cbegin();
    for (QTextBlock block = m_edit->document()->begin(); block.isValid(); block = block.next()) {
        QList<QTextLayout::FormatRange> own;
        for (; format != m_formats.cend() && format->start < block.position() + block.length(); ++format) {
            own.append(*format);
            own.last().start -= block.position();
        }
        if (own.isEmpty())
            continue;
        block.layout()->setFormats(own);
        m_edit->document()->markContentsDirty(block.position(), block.length());
    }
}

QString ByteText::textToCopy(const QByteArray &bytes) const
{
    return clipboardText(decodeMapped(bytes, m_decoder).text());
}

QString ByteText::selectedText() const
{
    const QTextCursor cursor = m_edit->textCursor();
    const ByteRange range = m_shown.bytesOf(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart());
    return m_source ? textToCopy(m_source->read(range.start, range.length)) : QString();
}

void ByteText::mark(const ByteRange &bytes, qint64 cursor)
{
    if (const qint64 page = m_text.pageOf(cursor); page != m_page)
        showPage(page);
    const TextMap::TextRange range = m_shown.textOf(bytes);
    const int start = int(range.start);
    const int end = int(range.start + range.length);
    if (cursor == bytes.start)
        select(end, start);
    else
        select(start, end);
}

void ByteText::select(int anchor, int position)
{
    const QScopedValueRollback placing(m_placing, true);
    QTextCursor selection = m_edit->textCursor();
    selection.setPosition(anchor);
    selection.setPosition(position, QTextCursor::KeepAnchor);
    m_edit->setTextCursor(selection);
}

void ByteText::onMoved()
{
    if (m_placing)
        return;
    const QTextCursor cursor = m_edit->textCursor();
    const int start = cursor.selectionStart();
    Q_EMIT selectionChanged(m_shown.bytesOf(start, cursor.selectionEnd() - start));
}

void ByteText::updatePaging()
{
    const QLocale locale;
    const ByteRange shown = m_shown.bytes();
    m_paging->setVisible(m_text.pageCount() > 1);
    m_range->setWholeText(tr("Bytes %1–%2 of %3")
                              .arg(locale.toString(shown.start), locale.toString(shown.end() - 1),
                                   locale.toString(m_text.size())));
    m_previous->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < m_text.pageCount());
}

int ByteText::widthFor(int characters) const
{
    return QFontMetrics(m_edit->font()).horizontalAdvance(u'0') * characters;
}

void ByteText::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        recolour();
}

void ByteText::recolour()
{
    const int anchor = m_edit->textCursor().anchor();
    const int position = m_edit->textCursor().position();
    rebuild();
    select(anchor, position);
}

void ByteText::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(text);
    };
    m_edit->setAccessibleName(tr("Text"));
    name(m_previous, tr("Previous bytes"));
    name(m_next, tr("Next bytes"));
    updatePaging();
}
