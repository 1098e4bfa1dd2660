#include "exportkind.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Which format a file gets by its name and by what the dialog stood at.
class TestExportKind final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSuffixDecides_data();
    void theSuffixDecides();
    void whatWasChosenIsWritten();
    void namesWithoutPattern();
};

void TestExportKind::theSuffixDecides_data()
{
    enum { Text, Csv, JsonLines, HexDump, Received, Sent };
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("offered");
    QTest::addColumn<int>("written");
    QTest::newRow("csv, at text") << u"/tmp/a.csv"_s << int(Text) << int(Csv);
    QTest::newRow("capitals") << u"/tmp/a.CSV"_s << int(Text) << int(Csv);
    QTest::newRow("jsonl") << u"a.jsonl"_s << int(Text) << int(JsonLines);
    QTest::newRow("json") << u"a.json"_s << int(Text) << int(JsonLines);
    QTest::newRow("hex") << u"a.hex"_s << int(Text) << int(HexDump);
    QTest::newRow("txt, at csv") << u"a.txt"_s << int(Csv) << int(Text);
    QTest::newRow("bin is received") << u"a.bin"_s << int(Text) << int(Received);
    QTest::newRow("bin, at sent") << u"a.bin"_s << int(Sent) << int(Sent);
    QTest::newRow("unknown") << u"a.backup"_s << int(HexDump) << int(HexDump);
    QTest::newRow("none") << u"/tmp.csv/a"_s << int(HexDump) << int(HexDump);
}

void TestExportKind::theSuffixDecides()
{
    QFETCH(const QString, file);
    QFETCH(const int, offered);
    QFETCH(const int, written);
    const QList<ExportKind> kinds = ExportKind::all();

    const ExportKind kind = exportKindFor(file, kinds.at(offered), false);

    QCOMPARE(kind.name, kinds.at(written).name);
    QVERIFY(!kind.isContradicted(file));
    const ExportPlan plan = kind.planFor(file);
    QCOMPARE(kind.sent ? plan.sentFile : plan.file, file);
}

void TestExportKind::whatWasChosenIsWritten()
{
    const ExportKind csv = ExportKind::all().at(1);
    QCOMPARE(exportKindFor(u"a.txt"_s, csv, true).format, ExportFormat::Csv);
    QVERIFY(csv.isContradicted(u"a.txt"_s));
    QVERIFY(!csv.isContradicted(u"a.backup"_s));
}

void TestExportKind::namesWithoutPattern()
{
    QCOMPARE(ExportKind::all().at(2).plainName(), u"JSON lines"_s);
}

QTEST_GUILESS_MAIN(TestExportKind)
#include "tst_exportkind.moc"
