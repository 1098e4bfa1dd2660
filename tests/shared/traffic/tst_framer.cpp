#include "framerreference.h"

#include <QTest>

using namespace Qt::StringLiterals;

static QString textOf(const QList<Message> &messages)
{
    QString text;
    for (const Message &message : messages)
        text += decodeMessage(message).text;
    return text;
}

class TestFramer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesAreDividedAtLineFeeds_data();
    void linesAreDividedAtLineFeeds();
    void whereReadsAreCutMakesNoDifferenceToLines_data();
    void whereReadsAreCutMakesNoDifferenceToLines();
    void noPieceIsOverTheLimit_data() { whereReadsAreCutMakesNoDifferenceToLines_data(); }
    void noPieceIsOverTheLimit();
    void aRawMessageIsWhatOneReadGave();
    void rawTextIsWholeWhereverTheReadsAreCut_data();
    void rawTextIsWholeWhereverTheReadsAreCut();
    void rawBytesOverTheLimitComeInMarkedPieces();
    void aStreamWithoutLineEndsIsDeliveredInPieces();
    void aSmallUnfinishedLineDoesNotKeepTheReadItCameIn();
    void theEndOfTheStreamIsToldOnce();
    void heldBytesCanBeTakenOver();
};

void TestFramer::linesAreDividedAtLineFeeds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("shape");

    QTest::newRow("nothing") << QByteArray() << QByteArrayList();
    QTest::newRow("one line") << "a\n"_ba << QByteArrayList{"a|1"};
    QTest::newRow("two lines") << "a\nb\n"_ba << QByteArrayList{"a|1", "b|1"};
    QTest::newRow("empty lines") << "\n\r\n\n"_ba << QByteArrayList{"|1", "|2", "|1"};
    QTest::newRow("CR LF") << "a\r\n"_ba << QByteArrayList{"a|2"};
    QTest::newRow("only one CR belongs to the end") << "a\r\r\n"_ba << QByteArrayList{"a\r|2"};
    QTest::newRow("a CR alone is text") << "a\rb\n"_ba << QByteArrayList{"a\rb|1"};
    QTest::newRow("unfinished") << "a\nb"_ba << QByteArrayList{"a|1", "b|0"};
    QTest::newRow("a last CR is text") << "b\r"_ba << QByteArrayList{"b\r|0"};
    QTest::newRow("as long as the limit") << "0123456789abcdef\r\n"_ba << QByteArrayList{"0123456789abcdef|2"};
    QTest::newRow("over the limit") << "0123456789abcdefg\n"_ba << QByteArrayList{"0123456789abcdef+|0", "+g|1"};
    QTest::newRow("a CR over the limit") << "0123456789abcdef\rg\n"_ba
                                         << QByteArrayList{"0123456789abcdef+|0", "+\rg|1"};
    QTest::newRow("over the limit, unfinished") << "0123456789abcdefg"_ba
                                                << QByteArrayList{"0123456789abcdef+|0", "+g|0"};
    QTest::newRow("three pieces, then a line") << "0123456789abcdef0123456789abcdefg\nx\n"_ba
        << QByteArrayList{"0123456789abcdef+|0", "+0123456789abcdef+|0", "+g|1", "x|1"};
    QTest::newRow("never inside a character") << "0123456789abcde\xC3\xA9\n"_ba
                                              << QByteArrayList{"0123456789abcde+|0", "+\xC3\xA9|1"};
    QTest::newRow("NUL is a byte like others") << QByteArray("a\0b\n", 4) << QByteArrayList{QByteArray("a\0b|1", 5)};
}

void TestFramer::linesAreDividedAtLineFeeds()
{
    QFETCH(QByteArray, bytes);
    QTEST(shapeOf(feedInTwo(Framer({}, Framer::MinLimit), bytes, 0)), "shape");
}

void TestFramer::whereReadsAreCutMakesNoDifferenceToLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("limit");

    const QList<std::pair<const char *, QByteArray>> streams = {
        {"plain", "one\ntwo\r\n\n\r\nfive\r\r\nunfinished"},
        {"longer than the limit", "0123456789abcdefghij0123456789abcdefghij0123456789abcdefghij\r\nx\n0123456789abcdef\r\n"},
        {"CRs at the limit", "0123456789abcde\r\r\r\r\n0123456789abcdef\r\r\n0123456789abcdefghi\r\n\r\r\r"},
        {"two-byte characters", "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\na\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\r\n"},
        {"three-byte characters", "中文中文中文中文\nx中文中文中文中文\nxx中文中文中文中文\r\n"},
        {"four-byte characters", "😀😀😀😀😀😀\nx😀😀😀😀😀😀\nxx😀😀😀😀😀😀\nxxx😀😀😀😀😀😀"},
        {"invalid bytes", "\xFF\xFE\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\n\xE4\xB8\n\xF0\x9F\x98\r\n\xC3"},
        {"cut characters at the limit", "0123456789abcd\xE4\xB8zzzzzzzz\n0123456789abc\xF0\x9F\x98zzzz\nx"},
    };
    for (const auto &[name, bytes] : streams) {
        for (const qsizetype limit : {qsizetype(16), qsizetype(20), Framer::DefaultLimit})
            QTest::addRow("%s, limit %d", name, int(limit)) << bytes << limit;
    }
}

void TestFramer::whereReadsAreCutMakesNoDifferenceToLines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qsizetype, limit);
    const QByteArrayList whole = shapeOf(feedInTwo(Framer({}, limit), bytes, 0));

    for (qsizetype cut = 1; cut < bytes.size(); ++cut)
        QCOMPARE(shapeOf(feedInTwo(Framer({}, limit), bytes, cut)), whole);
    QCOMPARE(shapeOf(feedByteByByte(Framer({}, limit), bytes)), whole);
    QCOMPARE(wireOf(feedByteByByte(Framer({}, limit), bytes)), bytes);
}

void TestFramer::noPieceIsOverTheLimit()
{
    QFETCH(QByteArray, bytes);
    QFETCH(qsizetype, limit);

    const QList<Message> messages = feedByteByByte(Framer({}, limit), bytes);

    for (const Message &message : messages)
        QVERIFY2(message.content().size() <= limit, message.wire.toPercentEncoding().constData());
}

void TestFramer::aRawMessageIsWhatOneReadGave()
{
    Framer framer({Framing::Kind::Raw});

    QCOMPARE(shapeOf(framer.feed("a\nb"_ba)), QByteArrayList{"a\nb|0"});
    QCOMPARE(shapeOf(framer.feed("c"_ba)), QByteArrayList{"c|0"});
    QCOMPARE(shapeOf(framer.finish()), QByteArrayList());
}

void TestFramer::rawTextIsWholeWhereverTheReadsAreCut_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("valid") << "a\u00e9中😀z"_ba;
    QTest::newRow("bad bytes between") << "a\xFF\u00e9\x80中\xC3z😀\xF5"_ba;
    QTest::newRow("cut at the end") << "a\xF0\x9F\x98"_ba;
}

void TestFramer::rawTextIsWholeWhereverTheReadsAreCut()
{
    QFETCH(QByteArray, bytes);
    const Framer raw({Framing::Kind::Raw});
    const QString whole = QString::fromUtf8(bytes);

    for (qsizetype cut = 0; cut <= bytes.size(); ++cut)
        QCOMPARE(textOf(feedInTwo(raw, bytes, cut)), whole);
    QCOMPARE(textOf(feedByteByByte(raw, bytes)), whole);
    QCOMPARE(wireOf(feedByteByByte(raw, bytes)), bytes);
}

void TestFramer::rawBytesOverTheLimitComeInMarkedPieces()
{
    Framer framer({Framing::Kind::Raw}, 16);

    const QList<Message> messages = framer.feed("0123456789abcde\u00e9z"_ba);

    QCOMPARE(shapeOf(messages), QByteArrayList({"0123456789abcde+|0", "+\u00e9z|0"}));
}

void TestFramer::aStreamWithoutLineEndsIsDeliveredInPieces()
{
    const QByteArray read(64 * 1024, 'x');
    Framer framer;
    qsizetype fed = 0;
    qsizetype delivered = 0;

    while (fed < 12 * 1024 * 1024) {
        fed += read.size();
        delivered += wireOf(framer.feed(read)).size();
        QVERIFY(fed - delivered <= Framer::DefaultLimit + 1);
    }

    QCOMPARE(delivered + wireOf(framer.finish()).size(), fed);
}

void TestFramer::aSmallUnfinishedLineDoesNotKeepTheReadItCameIn()
{
    QByteArray read;
    read.reserve(64 * 1024);
    read.append("unfinished");
    Framer framer;
    framer.feed(read);

    QVERIFY(framer.takeHeld().capacity() < 1024);
}

void TestFramer::theEndOfTheStreamIsToldOnce()
{
    Framer framer;
    framer.feed("rest"_ba);

    QCOMPARE(framer.finish().size(), 1);
    QCOMPARE(framer.finish().size(), 0);
}

void TestFramer::heldBytesCanBeTakenOver()
{
    Framer lines;
    lines.feed("done\nheld"_ba);

    QCOMPARE(lines.takeHeld(), "held"_ba);
    QCOMPARE(shapeOf(lines.feed("new\n"_ba)), QByteArrayList{"new|1"});
}

QTEST_APPLESS_MAIN(TestFramer)
#include "tst_framer.moc"
