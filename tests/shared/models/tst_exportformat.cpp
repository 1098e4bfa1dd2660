#include "exportformat.h"
#include "exportrows.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

class TestExportFormat final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rawIsTheWireAndNothingElse();
    void aTextRowReads_data();
    void aTextRowReads();
    void noReceivedByteMakesUpARow();
    void aDumpedRowHasItsBytesBelow();
    void aCsvFieldIsQuotedAndHarmless_data();
    void aCsvFieldIsQuotedAndHarmless();
    void aCsvFileIsReadAlikeByOthers();
    void aJsonLineReads_data();
    void aJsonLineReads();
    void aJsonLineGivesTheTextBack();
};

static QByteArray localTime()
{
    return QDateTime::fromMSecsSinceEpoch(SomeTimeNs / NsPerMs).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s).toLatin1();
}

void TestExportFormat::rawIsTheWireAndNothingElse()
{
    QCOMPARE(exportHeader(ExportFormat::Raw), QByteArray());
    QCOMPARE(exportedRow(ExportFormat::Raw, received("a\xFF", "\r\n")), "a\xFF\r\n"_ba);
    QCOMPARE(exportedRow(ExportFormat::Raw, happened(u"closed"_s, u"the peer closed"_s)), QByteArray());
}

void TestExportFormat::aTextRowReads_data()
{
    QTest::addColumn<ExportRow>("row");
    QTest::addColumn<QByteArray>("rest");

    QTest::newRow("received") << received("hello") << " #1 RX hello\n"_ba;
    QTest::newRow("sent") << sent("你好") << " #1 TX 你好\n"_ba;
    QTest::newRow("happened") << happened(u"closed"_s, u"the peer closed"_s) << " #1 the peer closed\n"_ba;
    QTest::newRow("of the listening socket") << happened(u"stopped"_s, u"stopped listening"_s, ListenerId)
                                             << " stopped listening\n"_ba;
    QTest::newRow("control characters") << received("a\x1b[31m\tb\r") << " #1 RX a␛[31m\tb␍\n"_ba;
    QTest::newRow("lines") << received("a\r\nb\nc") << " #1 RX a\n    b\n    c\n"_ba;
    QTest::newRow("reordering") << received("\u202Eabc") << " #1 RX ⟨U+202E⟩abc\n"_ba;
}

void TestExportFormat::aTextRowReads()
{
    QFETCH(ExportRow, row);
    QFETCH(QByteArray, rest);
    QCOMPARE(exportedRow(ExportFormat::Text, row), localTime() + rest);
}

void TestExportFormat::noReceivedByteMakesUpARow()
{
    const QByteArray forged = exportedRow(ExportFormat::Text, received("a"));

    const QByteArray text = exportedRow(ExportFormat::Text, received("x\n" + forged + "\u2028\v\f\x85\r" + forged));

    for (const QByteArray &line : text.chopped(1).split('\n').sliced(1))
        QVERIFY2(line.startsWith("    "), line.constData());
}

void TestExportFormat::aDumpedRowHasItsBytesBelow()
{
    QCOMPARE(exportedRow(ExportFormat::HexDump, received("hel")),
             localTime() + " #1 RX\n"
             "00000000  68 65 6c                                          |hel|\n"
             "00000003\n\n");
}

void TestExportFormat::aCsvFieldIsQuotedAndHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("field");

    QTest::newRow("nothing") << QString() << QByteArray();
    QTest::newRow("plain") << u"hello"_s << "hello"_ba;
    QTest::newRow("comma") << u"a,b"_s << "\"a,b\""_ba;
    QTest::newRow("quote") << u"say \"a\""_s << "\"say \"\"a\"\"\""_ba;
    QTest::newRow("line break") << u"a\nb"_s << "\"a\nb\""_ba;
    QTest::newRow("equals") << u"=1+1"_s << "'=1+1"_ba;
    QTest::newRow("plus") << u"+1"_s << "'+1"_ba;
    QTest::newRow("minus") << u"-1"_s << "'-1"_ba;
    QTest::newRow("at") << u"@SUM(1)"_s << "'@SUM(1)"_ba;
    QTest::newRow("full-width equals") << u"＝1+1"_s << "'＝1+1"_ba;
    QTest::newRow("tab") << u"\t=1"_s << "\"'\t'=1\""_ba;
    QTest::newRow("CR") << u"\rx"_s << "\"'\rx\""_ba;
    QTest::newRow("behind blanks") << u"  =1"_s << "  '=1"_ba;
    QTest::newRow("behind a no-break space") << u"\u00A0=1"_s << "\u00A0'=1"_ba;
    QTest::newRow("behind what is not seen") << u"\u200B=1"_s << "\u200B'=1"_ba;
    QTest::newRow("behind a quote") << u"\"=1"_s << "\"\"\"'=1\""_ba;
    QTest::newRow("in the next line") << u"a\n=1"_s << "\"a\n'=1\""_ba;
    QTest::newRow("behind another separator") << u"a; =1"_s << "\"a; '=1\""_ba;
    QTest::newRow("in the middle") << u"a=1"_s << "a=1"_ba;
    QTest::newRow("behind a comma, which is quoted") << u"a,-5"_s << "\"a,-5\""_ba;
}

void TestExportFormat::aCsvFieldIsQuotedAndHarmless()
{
    QFETCH(QString, text);
    QTEST(csvField(text), "field");
}

void TestExportFormat::aCsvFileIsReadAlikeByOthers()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("there is no python3");
    ExportRow odd = received("a \"b\",\r\nc\xFF", "");
    odd.peer = u"[::1]:80"_s;
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, uR"(import csv, io, json, sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8-sig', newline='')
print(json.dumps(list(csv.DictReader(text)))))"_s});

    python.write(exportHeader(ExportFormat::Csv) + exportedRow(ExportFormat::Csv, odd)
                 + exportedRow(ExportFormat::Csv, happened(u"stopped"_s, u"=stopped"_s, ListenerId)));
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished());

    const QByteArray expected = R"([{"time": "2026-11-23T09:00:01.266Z", "socket": "1", "direction": "RX", )"
                                R"("event": "received", "peer": "[::1]:80", "bytes": "10", )"
                                R"("text": "a \"b\",\nc\ufffd", "hex": "61202262222c0d0a63ff"}, )"
                                R"({"time": "2026-11-23T09:00:01.266Z", "socket": "", "direction": "", )"
                                R"("event": "stopped", "peer": "", "bytes": "", "text": "'=stopped", "hex": ""}])";
    QCOMPARE(python.readAllStandardOutput().trimmed(), expected);
}

void TestExportFormat::aJsonLineReads_data()
{
    QTest::addColumn<ExportRow>("row");
    QTest::addColumn<QByteArray>("line");
    ExportRow piece = received("a", "");
    piece.message.more = true;
    piece.peer = u"127.0.0.1:1"_s;

    QTest::newRow("received") << received("hello")
        << R"({"event":"received",TIME,"socket":1,"direction":"RX","bytes":5,"text":"hello"})"_ba;
    QTest::newRow("not valid") << sent("a\xFF")
        << R"({"event":"sent",TIME,"socket":1,"direction":"TX","bytes":2,"text":"a�","hex":"61ff"})"_ba;
    QTest::newRow("happened") << happened(u"stopped"_s, u"stopped"_s, ListenerId)
        << R"({"event":"stopped",TIME,"text":"stopped"})"_ba;
    QTest::newRow("a piece from a known peer") << piece
        << R"({"event":"received",TIME,"socket":1,"direction":"RX","peer":"127.0.0.1:1",)"
           R"("bytes":1,"text":"a","more":true})"_ba;
}

void TestExportFormat::aJsonLineReads()
{
    QFETCH(ExportRow, row);
    QFETCH(QByteArray, line);
    line.replace("TIME", R"("time":"2026-11-23T09:00:01.266Z")");
    QCOMPARE(exportedRow(ExportFormat::JsonLines, row), line + '\n');
}

void TestExportFormat::aJsonLineGivesTheTextBack()
{
    QString text = u"\"\\/{}中😀\u2028\u2029\u202E\u007F\u0085"_s;
    for (char16_t c = 0; c < 0x20; ++c)
        text.append(QChar(c));
    const QByteArray line = exportedRow(ExportFormat::JsonLines, received(text.toUtf8()));

    QCOMPARE(line.count('\n'), 1);
    QVERIFY(!line.contains('\x1b'));
    QCOMPARE(QJsonDocument::fromJson(line).object().value("text"_L1).toString(), text);
}

QTEST_APPLESS_MAIN(TestExportFormat)
#include "tst_exportformat.moc"
