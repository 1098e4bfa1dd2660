#include "exportformat.h"

#include "byteformat.h"
#include "text.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 NsPerMs = 1'000'000;

QDateTime timeOf(const ExportRow &row, Qt::TimeSpec spec)
{
    return QDateTime::fromMSecsSinceEpoch(row.timeNs / NsPerMs, spec);
}

QString utcText(const ExportRow &row)
{
    return timeOf(row, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString directionWord(ExportRow::Direction direction)
{
    switch (direction) {
    case ExportRow::Direction::Received: return u"RX"_s;
    case ExportRow::Direction::Sent: return u"TX"_s;
    case ExportRow::Direction::None: break;
    }
    return {};
}

/// "2026-11-23 10:00:01.266 #1 RX"
QString stamp(const ExportRow &row)
{
    QStringList parts{timeOf(row, Qt::LocalTime).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s)};
    if (row.socket != ListenerId)
        parts.append(u"#%1"_s.arg(row.socket));
    if (row.isMessage())
        parts.append(directionWord(row.direction));
    return parts.join(u' ');
}

/// Tabs and line breaks as they are, other control characters as pictures; `lineEnd` is what a line break becomes.
QString readableText(QString text, QLatin1StringView lineEnd)
{
    text.replace("\r\n"_L1, "\n"_L1);
    QString out;
    out.reserve(text.size());
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool atEnd = i == text.size();
        if (!atEnd && text[i] != u'\n' && text[i] != u'\t')
            continue;
        out.append(visibleText(QStringView(text).sliced(start, i - start)));
        if (!atEnd)
            out.append(text[i] == u'\t' ? "\t"_L1 : lineEnd);
        start = i + 1;
    }
    return out;
}

QByteArray textRow(const ExportRow &row)
{
    return (stamp(row) + u' ' + readableText(row.text, "\n    "_L1) + u'\n').toUtf8();
}

QByteArray dumpRow(const ExportRow &row)
{
    return row.isMessage() ? (stamp(row) + u'\n' + hexDump(row.message.content()) + u'\n').toLatin1() : textRow(row);
}

/// Spreadsheets compute what begins with these, full-width ones included.
bool startsFormula(QChar c)
{
    return u"=+-@\uFF1D\uFF0B\uFF0D\uFF20"_s.contains(c);
}

/// A cell can begin behind these in programs that divide at other characters than commas.
bool endsCell(QChar c)
{
    return c == u';' || c == u'\t' || c == u'\n' || c == u'\r';
}

bool isBlank(QChar c)
{
    return c.isSpace() || c == u'"' || isUnsafeToShow(c.unicode());
}

QString withoutFormulas(QStringView text)
{
    QString out;
    out.reserve(text.size() + 1);
    if (!text.isEmpty() && endsCell(text.front()) && text.front() != u';')
        out.append(u'\'');
    bool atStart = true;
    for (const QChar c : text) {
        if (atStart && startsFormula(c))
            out.append(u'\'');
        atStart = endsCell(c) || (atStart && isBlank(c));
        out.append(c);
    }
    return out;
}

QByteArray hexOf(const ExportRow &row)
{
    return row.message.content().toByteArray().toHex();
}

QByteArray csvRow(const ExportRow &row)
{
    const QByteArrayList fields{
        csvField(utcText(row)),
        row.socket == ListenerId ? QByteArray() : QByteArray::number(row.socket),
        csvField(directionWord(row.direction)),
        csvField(row.event),
        csvField(row.peer),
        row.isMessage() ? QByteArray::number(row.message.content().size()) : QByteArray(),
        csvField(readableText(row.text, "\n"_L1)),
        hexOf(row),
    };
    return fields.join(',') + "\r\n";
}

QByteArray jsonRow(const ExportRow &row)
{
    QByteArray out = "{\"event\":" + jsonString(row.event) + ",\"time\":" + jsonString(utcText(row));
    if (row.socket != ListenerId)
        out += ",\"socket\":" + QByteArray::number(row.socket);
    if (row.isMessage())
        out += ",\"direction\":" + jsonString(directionWord(row.direction));
    if (!row.peer.isEmpty())
        out += ",\"peer\":" + jsonString(row.peer);
    if (row.isMessage())
        out += ",\"bytes\":" + QByteArray::number(row.message.content().size());
    out += ",\"text\":" + jsonString(row.text);
    if (!row.validText)
        out += ",\"hex\":\"" + hexOf(row) + '"';
    if (row.message.more)
        out += ",\"more\":true";
    return out + "}\n";
}

}

QByteArray exportHeader(ExportFormat format)
{
    if (format != ExportFormat::Csv)
        return {};
    return "\xEF\xBB\xBFtime,socket,direction,event,peer,bytes,text,hex\r\n"_ba;
}

QByteArray exportedRow(ExportFormat format, const ExportRow &row)
{
    switch (format) {
    case ExportFormat::Raw: return row.isMessage() ? row.message.wire : QByteArray();
    case ExportFormat::Text: return textRow(row);
    case ExportFormat::HexDump: return dumpRow(row);
    case ExportFormat::Csv: return csvRow(row);
    case ExportFormat::JsonLines: return jsonRow(row);
    }
    Q_UNREACHABLE();
    return {};
}

QByteArray csvField(QStringView text)
{
    QString field = withoutFormulas(text);
    static constexpr auto needsQuotes = [](QChar c) { return c == u',' || c == u'"' || endsCell(c); };
    if (!std::any_of(field.cbegin(), field.cend(), needsQuotes))
        return field.toUtf8();
    return '"' + field.replace(u'"', "\"\""_L1).toUtf8() + '"';
}
