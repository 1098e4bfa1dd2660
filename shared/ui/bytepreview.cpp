#include "bytepreview.h"

#include "shades.h"

#include <QFontDatabase>
#include <QPainter>

using namespace Qt::StringLiterals;

static constexpr qsizetype BytesPerLine = 16; // of the tool tip

static QString hexOf(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex(' ').toUpper());
}

static QString linesOf(const QByteArray &bytes)
{
    QStringList lines;
    const qsizetype shown = qMin(bytes.size(), BytePreview::MaxInTip);
    for (qsizetype start = 0; start < shown; start += BytesPerLine)
        lines.append(hexOf(QByteArrayView(bytes).sliced(start, qMin(BytesPerLine, shown - start))));
    if (shown < bytes.size())
        lines.append(u"…"_s);
    return lines.join(u'\n');
}

BytePreview::BytePreview(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"preview"_s);
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

static QString tipOf(const QString &title, const QByteArray &bytes)
{
    return u"<p>%1</p><pre>%2</pre>"_s.arg(title.toHtmlEscaped(), linesOf(bytes));
}

static QString countOf(const QByteArray &bytes)
{
    return BytePreview::tr("%Ln byte(s)", nullptr, int(qMin<qsizetype>(bytes.size(), INT_MAX)));
}

void BytePreview::showBytes(const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        showNothing();
        return;
    }
    const QString count = countOf(bytes);
    const bool cut = bytes.size() > MaxShown;
    const QString hex = hexOf(QByteArrayView(bytes).first(qMin(bytes.size(), MaxShown))) + (cut ? u" …"_s : QString());
    tell(tr("%1: %2", "6 bytes: 68 65 6C").arg(count, hex), tipOf(count, bytes), false);
}

void BytePreview::showWays(const QList<Way> &ways)
{
    QStringList counts;
    QString tip;
    for (const Way &way : ways) {
        const QString count = way.bytes.isEmpty() ? tr("nothing with %1").arg(way.name)
                                                  : tr("%1 with %2", "6 bytes with Lines").arg(countOf(way.bytes), way.name);
        counts.append(count);
        tip += tipOf(count, way.bytes);
    }
    tell(tr("Differs by target: %1").arg(counts.join(tr(", "))), tip, false);
}

void BytePreview::showProblem(const QString &sentence)
{
    tell(sentence, u"<p>%1</p>"_s.arg(sentence.toHtmlEscaped()), true);
}

void BytePreview::showNothing()
{
    tell({}, {}, false);
}

void BytePreview::tell(const QString &text, const QString &tip, bool problem)
{
    m_problem = problem;
    setText(text);
    setToolTip(tip);
    update();
}

QFont BytePreview::shownFont() const
{
    return m_problem ? font() : QFontDatabase::systemFont(QFontDatabase::FixedFont);
}

QSize BytePreview::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height()};
}

QSize BytePreview::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, fontMetrics().height()};
}

void BytePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(shownFont());
    painter.setPen(m_problem ? Shades::problem(palette()) : Shades::subdued(palette()));
    const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, shown);
}
