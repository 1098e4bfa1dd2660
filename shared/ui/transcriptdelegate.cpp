#include "transcriptdelegate.h"

#include "controlnames.h"
#include "messagetext.h"
#include "shades.h"
#include "transcriptmodel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

using namespace Qt::StringLiterals;

static constexpr int Margin = 6;         // pixels at both ends of a row
static constexpr qsizetype TipLine = 40; // characters after which a tool tip's line may end
static constexpr char16_t ZeroWidthSpace = 0x200B;

/// A painter that moves on to the right, and the colours of the row.
struct TranscriptDelegate::Pen
{
    QPainter *painter;
    QRect rest; // of the row
    QFontMetrics metrics;
    QColor text;
    QColor subdued;
    QColor direction;
    QColor picture; // of control characters
    bool isPlain; // its text is what one reads, not a remark

    Pen(QPainter *on, const QStyleOptionViewItem &option, const QModelIndex &index);
    int gap() const { return metrics.horizontalAdvance(u' '); }
    void column(const QString &content, int width, const QColor &color);
    void body(const QString &content, int width, const QColor &color);
};

/// A text that a tool tip can break into lines, though it may have no blanks.
static QString breakable(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); i += TipLine)
        out += text.sliced(i, qMin(TipLine, text.size() - i)) + QChar(ZeroWidthSpace);
    return out;
}

static QColor directionColor(const QPalette &palette, int direction)
{
    switch (TranscriptModel::Direction(direction)) {
    case TranscriptModel::Direction::In: return Shades::received(palette);
    case TranscriptModel::Direction::Out: return Shades::sent(palette);
    case TranscriptModel::Direction::None: break;
    }
    return Shades::subdued(palette);
}

TranscriptDelegate::Pen::Pen(QPainter *on, const QStyleOptionViewItem &option, const QModelIndex &index)
    : painter(on)
    , rest(option.rect.adjusted(Margin, 0, -Margin, 0))
    , metrics(on->font())
{
    const int way = index.data(TranscriptModel::DirectionRole).toInt();
    isPlain = way != int(TranscriptModel::Direction::None) || !qobject_cast<const TranscriptModel *>(index.model());
    const QPalette &palette = option.palette;
    if (option.state.testFlag(QStyle::State_Selected)) {
        text = subdued = direction = picture = palette.color(QPalette::HighlightedText);
        return;
    }
    text = palette.color(QPalette::Text);
    subdued = Shades::subdued(palette);
    direction = directionColor(palette, way);
    picture = Shades::busy(palette);
}

void TranscriptDelegate::Pen::column(const QString &content, int width, const QColor &color)
{
    painter->setPen(color);
    painter->drawText(QRect(rest.left(), rest.top(), width, rest.height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, content);
    rest.setLeft(rest.left() + width + 2 * gap());
}

void TranscriptDelegate::Pen::body(const QString &content, int width, const QColor &color)
{
    const NamedText named = nameControls(content, painter->font(), picture);
    const QString shown = metrics.elidedText(named.text, Qt::ElideRight, width);
    QTextLayout layout(shown, painter->font());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.setFormats(named.formatsOf(shown));
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    painter->setPen(color);
    if (line.isValid())
        layout.draw(painter, QPointF(rest.left(), rest.top() + (rest.height() - line.height()) / 2));
}

TranscriptDelegate::TranscriptDelegate(QObject *parent)
    : QAbstractItemDelegate(parent)
{
}

void TranscriptDelegate::makeRoomFor(quint64 socket)
{
    m_digits = qMax(m_digits, int(QString::number(socket).size()));
}

QFont TranscriptDelegate::rowFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
#ifdef Q_OS_WIN
    // Qt names Courier New there, thin on a screen and not on every machine.
    font.setFamilies({u"Cascadia Mono"_s, u"Consolas"_s, font.family(), u"DejaVu Sans Mono"_s});
    font.setStyleHint(QFont::Monospace);
#endif
    font.setPointSizeF(qMax(font.pointSizeF(), QApplication::font().pointSizeF()));
    return font;
}

int TranscriptDelegate::rowHeight()
{
    return QFontMetrics(rowFont()).height() + 4;
}

void TranscriptDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(rowFont());
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, option.palette.highlight());
    Pen pen(painter, option, index);
    paintHead(pen, index);
    paintBody(pen, index);
    painter->restore();
}

void TranscriptDelegate::paintHead(Pen &pen, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const TranscriptModel *>(index.model());
    const QVariant time = index.data(TranscriptModel::TimeRole);
    if (!time.isValid())
        return;
    pen.column(index.data(TranscriptModel::TimeTextRole).toString(), pen.metrics.horizontalAdvance(u"00:00:00.000"_s), pen.subdued);
    if (model && model->socketNumbersShown()) {
        const quint64 socket = index.data(TranscriptModel::SocketRole).toULongLong();
        pen.column(socket == ListenerId ? QString() : u"#%1"_s.arg(socket),
                   pen.metrics.horizontalAdvance(u'#' + QString(m_digits, u'0')), pen.subdued);
    }
    const auto direction = TranscriptModel::Direction(index.data(TranscriptModel::DirectionRole).toInt());
    const int width = qMax(pen.metrics.horizontalAdvance(TranscriptModel::directionText(TranscriptModel::Direction::In)),
                           pen.metrics.horizontalAdvance(TranscriptModel::directionText(TranscriptModel::Direction::Out)));
    pen.column(TranscriptModel::directionText(direction), width, pen.direction);
}

/// What the text leaves, and at most half where it leaves less: the text is not squeezed out.
int TranscriptDelegate::roomForMarks(const Pen &pen, const QString &text)
{
    const int left = pen.rest.width() - 3 * pen.gap() - pen.metrics.horizontalAdvance(text);
    return qMax(left, pen.rest.width() / 2);
}

void TranscriptDelegate::paintBody(Pen &pen, const QModelIndex &index) const
{
    const QString text = index.data(TranscriptModel::TextRole).toString();
    QString marks = index.data(TranscriptModel::MarksRole).toString();
    if (!marks.isEmpty()) // most rows have none: nothing is measured for those
        marks = pen.metrics.elidedText(marks, Qt::ElideRight, roomForMarks(pen, text));
    const int marksWidth = marks.isEmpty() ? 0 : pen.metrics.horizontalAdvance(marks) + 2 * pen.gap();
    const int width = qMax(pen.rest.width() - marksWidth, pen.gap());
    pen.body(text, width, pen.isPlain ? pen.text : pen.subdued);
    if (marks.isEmpty())
        return;
    pen.rest.setLeft(pen.rest.right() - marksWidth + 2 * pen.gap());
    pen.column(marks, marksWidth, pen.subdued);
}

QSize TranscriptDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {QFontMetrics(rowFont()).horizontalAdvance(u'0') * 60, rowHeight()};
}

bool TranscriptDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                   const QModelIndex &index)
{
    const auto *model = qobject_cast<const TranscriptModel *>(index.model());
    if (!model)
        return QAbstractItemDelegate::helpEvent(event, view, option, index);
    const auto record = model->recordAt(index.row());
    if (event->type() != QEvent::ToolTip) {
        QToolTip::hideText();
        return false;
    }
    if (!record || !record->hasMessage()) {
        const QString sentence = model->wholeText(index.row()).toHtmlEscaped();
        QToolTip::showText(event->globalPos(), u"<p>%1</p>"_s.arg(sentence), view, option.rect);
        return true;
    }
    const QString text = breakable(shortText(record->message, TipLength, model->encodingOf(record->socket))).toHtmlEscaped();
    const QString length = tr("%Ln byte(s)", nullptr, int(record->message.content().size())).toHtmlEscaped();
    QToolTip::showText(event->globalPos(), u"<p>%2</p><hr><p>%1</p>"_s.arg(length, text), view, option.rect);
    return true;
}
