#include "exportkind.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

static QString suffixOf(const QString &file)
{
    return QFileInfo(file).suffix().toLower();
}

QList<ExportKind> ExportKind::all()
{
    const auto say = [](const char *text) { return QCoreApplication::translate("TranscriptExport", text); };
    const QStringList bytes{u"bin"_s, u"raw"_s, u"dat"_s};
    return {{say(QT_TRANSLATE_NOOP("TranscriptExport", "Text (*.txt)")), {u"txt"_s, u"text"_s, u"log"_s}, ExportFormat::Text},
            {say(QT_TRANSLATE_NOOP("TranscriptExport", "CSV, for a spreadsheet (*.csv)")), {u"csv"_s}, ExportFormat::Csv},
            {say(QT_TRANSLATE_NOOP("TranscriptExport", "JSON lines (*.jsonl)")),
             {u"jsonl"_s, u"ndjson"_s, u"json"_s},
             ExportFormat::JsonLines},
            {say(QT_TRANSLATE_NOOP("TranscriptExport", "Hex dump (*.hex)")), {u"hex"_s}, ExportFormat::HexDump},
            {say(QT_TRANSLATE_NOOP("TranscriptExport", "Received bytes and nothing else (*.bin)")), bytes, ExportFormat::Raw},
            {say(QT_TRANSLATE_NOOP("TranscriptExport", "Sent bytes and nothing else (*.bin)")), bytes, ExportFormat::Raw, true}};
}

ExportPlan ExportKind::planFor(const QString &file) const
{
    return {format, sent ? QString() : file, sent ? file : QString()};
}

bool ExportKind::isContradicted(const QString &file) const
{
    const QString suffix = suffixOf(file);
    const QList<ExportKind> kinds = all();
    return !suffixes.contains(suffix)
        && std::any_of(kinds.cbegin(), kinds.cend(), [&](const ExportKind &kind) { return kind.suffixes.contains(suffix); });
}

QString ExportKind::plainName() const
{
    return name.left(name.lastIndexOf(u'(')).trimmed();
}

ExportKind exportKindFor(const QString &file, const ExportKind &offered, bool wasChosen)
{
    if (wasChosen || !offered.isContradicted(file))
        return offered;
    const QString suffix = suffixOf(file);
    const QList<ExportKind> kinds = ExportKind::all();
    return *std::find_if(kinds.cbegin(), kinds.cend(), [&](const ExportKind &kind) { return kind.suffixes.contains(suffix); });
}
