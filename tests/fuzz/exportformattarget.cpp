#include "exportformat.h"
#include "targets.h"
#include "text.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

ExportRow rowOf(QByteArrayView bytes)
{
    ExportRow row;
    row.socket = 1;
    row.direction = ExportRow::Direction::Received;
    row.event = u"received"_s;
    row.message.wire = bytes.toByteArray();
    const DecodedText decoded = decodeMessage(row.message);
    row.text = decoded.text;
    row.validText = decoded.valid;
    return row;
}

/// The fields of one CSV record, by RFC 4180.
QList<QString> fieldsOf(const QString &record)
{
    QList<QString> fields{QString()};
    bool quoted = false;
    for (const QChar c : record) {
        if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            fields.append(QString());
        else
            fields.last().append(c);
    }
    return fields;
}

bool isFormula(const QString &field)
{
    const QString trimmed = field.trimmed();
    return !trimmed.isEmpty() && u"=+-@"_s.contains(trimmed.front());
}

void checkJson(const ExportRow &row, QByteArrayView input)
{
    const QByteArray line = exportedRow(ExportFormat::JsonLines, row);
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    require(line.count('\n') == 1, "a JSON line is one line", input);
    require(object.value("text"_L1).toString() == row.text, "the text of a JSON line reads back", input);
    require(row.validText || QByteArray::fromHex(object.value("hex"_L1).toString().toLatin1()) == input,
            "the hex of a JSON line reads back", input);
}

void checkCsv(const ExportRow &row, QByteArrayView input)
{
    const QList<QString> fields = fieldsOf(QString::fromUtf8(exportedRow(ExportFormat::Csv, row).chopped(2)));
    require(fields.size() == 8, "a CSV record has a field for each column", input);
    require(QByteArray::fromHex(fields.last().toLatin1()) == input, "the hex of a CSV record reads back", input);
    for (const QString &part : fields[6].split(u'\n'))
        require(!isFormula(part), "no field is a formula", input);
}

void checkText(const ExportRow &row, QByteArrayView input)
{
    QByteArrayList lines = exportedRow(ExportFormat::Text, row).chopped(1).split('\n');
    lines.removeFirst();
    for (const QByteArray &line : lines)
        require(line.startsWith("    "), "no received byte makes up a row", input);
}

}

void fuzzExportFormat(QByteArrayView input)
{
    const ExportRow row = rowOf(input);
    require(exportedRow(ExportFormat::Raw, row) == input, "raw bytes are as received", input);
    checkJson(row, input);
    checkCsv(row, input);
    checkText(row, input);
}
