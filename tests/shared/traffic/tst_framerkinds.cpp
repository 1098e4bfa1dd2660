#include "framerreference.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static Framing framingOf(const QString &word)
{
    return parseFraming(word).value();
}

static qint64 ns(std::chrono::nanoseconds time)
{
    return time.count();
}

/// Each framing: what its messages are, and that where the reads were cut makes no difference. `lines` and `raw` in
/// particular are in tst_framer.
class TestFramerKinds final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStreamIsDivided_data();
    void aStreamIsDivided();
    void whereReadsAreCutMakesNoDifference_data() { aStreamIsDivided_data(); }
    void whereReadsAreCutMakesNoDifference();
    void theReferenceSaysTheSame_data() { aStreamIsDivided_data(); }
    void theReferenceSaysTheSame();
    void aMessageIsThereWithItsLastByte_data();
    void aMessageIsThereWithItsLastByte();
    void aPrefixOverTheLimitIsAProtocolError_data();
    void aPrefixOverTheLimitIsAProtocolError();
    void aPrefixAtTheLimitIsNone();
    void afterAProtocolErrorBytesAreOnlyHeld();
    void whatIsHeldIsBounded_data();
    void whatIsHeldIsBounded();
    void aGapEndsAMessage();
    void aShorterGapDoesNot();
    void anIdleMessageEndsWhenItsTimeHasCome();
    void aClockThatGoesBackIsNoGap();
    void noTimeIsTooLateForAGap();
    void onlyIdleHasADeadline();
    void aLongMessageInSingleBytesTakesLinearTime_data();
    void aLongMessageInSingleBytesTakesLinearTime();
};

void TestFramerKinds::aStreamIsDivided_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("shape");
    const auto row = [](const char *name, const char *word, const QByteArray &bytes, const QByteArrayList &shape) {
        QTest::addRow("%s: %s", word, name) << QString::fromLatin1(word) << bytes << shape;
    };

    row("two", "crlf", "a\r\nb\r\n", {"a|2", "b|2"});
    row("a lone LF is text", "crlf", "a\nb\r\n", {"a\nb|2"});
    row("a lone CR is text", "crlf", "a\rb\r\r\n", {"a\rb\r|2"});
    row("a last CR is text", "crlf", "a\r", {"a\r|0"});
    row("empty ones", "crlf", "\r\n\r\n", {"|2", "|2"});
    row("as long as the limit", "crlf", "0123456789abcdef\r\n", {"0123456789abcdef|2"});
    row("over the limit", "crlf", "0123456789abcdefg\r\n", {"0123456789abcdef+|0", "+g|2"});
    row("CRs at the limit", "crlf", "0123456789abcde\r\r\r\n\r", {"0123456789abcde\r+|0", "+\r|2", "\r|0"});
    row("two", "nul", "a\0b\n\0"_ba, {"a|1", "b\n|1"});
    row("empty ones", "nul", "\0\0x"_ba, {"|1", "|1", "x|0"});
    row("never inside a character", "nul", "0123456789abcde\u00e9\0"_ba, {"0123456789abcde+|0", "+\u00e9|1"});
    row("one byte", "delimiter:;", "a;b;;c", {"a|1", "b|1", "|1", "c|0"});
    row("overlaps its own start", "delimiter:aab", "aaabxaabaab", {"a|3", "x|3", "|3"});
    row("repeats itself", "delimiter:aa", "aaaaa", {"|2", "|2", "a|0"});
    row("almost there", "delimiter:abab", "abaabab-aba", {"aba|4", "-aba|0"});
    row("binary", "delimiter:\\x00\\xff", "a\0\0\xFF\xFF\0"_ba, {"a\0|2"_ba, "\xFF\0|0"_ba});
    row("across the limit", "delimiter:END", "0123456789abcdefEND0123456789abcdEND", {"0123456789abcdef|3", "0123456789abcd|3"});
    row("its start over the limit", "delimiter:END", "0123456789abcdefENxEND", {"0123456789abcdef+|0", "+ENx|3"});
    row("whole", "fixed:3", "abcdef", {"abc|0", "def|0"});
    row("unfinished", "fixed:3", "abcd", {"abc|0", "d|0"});
    row("single bytes", "fixed:1", "ab", {"a|0", "b|0"});
    row("over the limit", "fixed:20", "0123456789abcdefghijK", {"0123456789abcdef+|0", "+ghij|0", "K|0"});
    row("much over the limit", "fixed:40", "0123456789abcdef0123456789abcdef01234567K",
        {"0123456789abcdef+|0", "+0123456789abcdef+|0", "+01234567|0", "K|0"});
    row("whole", "length:u8", "\2ab\0\1c"_ba, {"[02]ab|0", "[00]|0", "[01]c|0"});
    row("unfinished", "length:u8", "\3ab", {"[03]ab|0"});
    row("whole", "length:u16be", "\0\2ab\0\1c"_ba, {"[0002]ab|0", "[0001]c|0"});
    row("whole", "length:u16le", "\2\0ab\1\0c"_ba, {"[0200]ab|0", "[0100]c|0"});
    row("whole", "length:u32be", "\0\0\0\2ab\0\0\0\1c"_ba, {"[00000002]ab|0", "[00000001]c|0"});
    row("whole", "length:u32le", "\2\0\0\0ab\1\0\0\0c"_ba, {"[02000000]ab|0", "[01000000]c|0"});
    row("an unfinished prefix is content", "length:u32be", "\0\0\0"_ba, {"\0\0\0|0"_ba});
    row("as long as the limit", "length:u8", "\x10" "0123456789abcdef", {"[10]0123456789abcdef|0"});
    row("over the limit", "length:u8", "\1a\x11" "0123456789abcdefg", {"[01]a|0", "\x11" "0123456789abcde+|0", "+fg|0"});
    row("no silence", "idle:20", "a\nb", {"a\nb|0"});
    row("over the limit", "idle:20", "0123456789abcde\u00e9", {"0123456789abcde+|0", "+\u00e9|0"});
    row("nothing", "crlf", "", {});
}

void TestFramerKinds::aStreamIsDivided()
{
    QFETCH(QString, word);
    QFETCH(QByteArray, bytes);
    QTEST(shapeOf(feedInTwo(Framer(framingOf(word), Framer::MinLimit), bytes, 0)), "shape");
}

void TestFramerKinds::whereReadsAreCutMakesNoDifference()
{
    QFETCH(QString, word);
    QFETCH(QByteArray, bytes);
    for (const qsizetype limit : {qsizetype(16), qsizetype(20), Framer::DefaultLimit}) {
        const Framer framer(framingOf(word), limit);
        const QByteArrayList whole = shapeOf(feedInTwo(framer, bytes, 0));
        for (qsizetype cut = 1; cut < bytes.size(); ++cut)
            QCOMPARE(shapeOf(feedInTwo(framer, bytes, cut)), whole);
        QCOMPARE(shapeOf(feedByteByByte(framer, bytes)), whole);
        QCOMPARE(wireOf(feedByteByByte(framer, bytes)), bytes);
    }
}

void TestFramerKinds::theReferenceSaysTheSame()
{
    QFETCH(QString, word);
    QFETCH(QByteArray, bytes);
    for (const qsizetype limit : {qsizetype(16), qsizetype(20), Framer::DefaultLimit})
        QCOMPARE(shapeOf(feedInTwo(Framer(framingOf(word), limit), bytes, 0)),
                 shapeOf(FramerReference(framingOf(word), limit).messages(bytes)));
}

void TestFramerKinds::aMessageIsThereWithItsLastByte_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("crlf") << u"crlf"_s << "a\r\n"_ba;
    QTest::newRow("nul") << u"nul"_s << "a\0"_ba;
    QTest::newRow("delimiter") << u"delimiter:END"_s << "aEND"_ba;
    QTest::newRow("fixed") << u"fixed:3"_s << "abc"_ba;
    QTest::newRow("length") << u"length:u16be"_s << "\0\1a"_ba;
    QTest::newRow("length, empty") << u"length:u16be"_s << "\0\0"_ba;
}

void TestFramerKinds::aMessageIsThereWithItsLastByte()
{
    QFETCH(QString, word);
    QFETCH(QByteArray, bytes);
    Framer framer(framingOf(word));

    QCOMPARE(framer.feed(bytes.chopped(1)).size(), 0);
    QCOMPARE(wireOf(framer.feed(bytes.last(1))), bytes);
}

void TestFramerKinds::aPrefixOverTheLimitIsAProtocolError_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<QString>("said");

    QTest::newRow("u8") << u"length:u8"_s << "\x11"_ba << u"17"_s;
    QTest::newRow("u16be") << u"length:u16be"_s << "\x01\x00"_ba << u"256"_s;
    QTest::newRow("u16le") << u"length:u16le"_s << "\x00\x01"_ba << u"256"_s;
    QTest::newRow("u32be") << u"length:u32be"_s << "\xFF\xFF\xFF\xFF"_ba << u"4,294,967,295"_s;
    QTest::newRow("u32le") << u"length:u32le"_s << "\x00\x00\x00\x80"_ba << u"2,147,483,648"_s;
}

void TestFramerKinds::aPrefixOverTheLimitIsAProtocolError()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QFETCH(QString, word);
    QFETCH(QByteArray, prefix);
    QFETCH(QString, said);
    Framer framer(framingOf(word), 16);

    QCOMPARE(framer.feed(prefix.chopped(1)).size(), 0);
    QVERIFY(!framer.failed());
    QCOMPARE(framer.feed(prefix.last(1)).size(), 0);

    QVERIFY(framer.failed());
    QVERIFY2(framer.protocolProblem().contains(said), qPrintable(framer.protocolProblem()));
}

void TestFramerKinds::aPrefixAtTheLimitIsNone()
{
    Framer framer(framingOf(u"length:u8"_s), 16);

    framer.feed("\x10"_ba);

    QVERIFY(!framer.failed());
    QCOMPARE(framer.protocolProblem(), QString());
}

void TestFramerKinds::afterAProtocolErrorBytesAreOnlyHeld()
{
    Framer framer(framingOf(u"length:u8"_s), 16);

    QCOMPARE(shapeOf(framer.feed("\1a\x11z"_ba)), QByteArrayList{"[01]a|0"});
    QCOMPARE(framer.feed("\1b"_ba).size(), 0);

    QVERIFY(framer.failed());
    QCOMPARE(framer.takeHeld(), "\x11z\1b"_ba);
}

void TestFramerKinds::whatIsHeldIsBounded_data()
{
    QTest::addColumn<QString>("word");
    for (const auto &word : {u"crlf"_s, u"nul"_s, u"delimiter:END"_s, u"fixed:1000000"_s, u"idle:50"_s})
        QTest::addRow("%s", qPrintable(word)) << word;
}

void TestFramerKinds::whatIsHeldIsBounded()
{
    QFETCH(QString, word);
    const Framing framing = framingOf(word);
    const QByteArray read(64 * 1024, 'x');
    constexpr qsizetype limit = 100'000;
    Framer framer(framing, limit);
    qsizetype fed = 0;
    qsizetype delivered = 0;
    for (int i = 0; i < 100; ++i) {
        fed += read.size();
        delivered += wireOf(framer.feed(read)).size();
        QVERIFY(fed - delivered <= limit + framing.terminator().size());
    }
}

void TestFramerKinds::aGapEndsAMessage()
{
    Framer framer(framingOf(u"idle:20"_s));

    QCOMPARE(framer.feed("one "_ba, ns(100ms)).size(), 0);
    QCOMPARE(framer.feed("message"_ba, ns(119ms)).size(), 0);
    QCOMPARE(shapeOf(framer.feed("next"_ba, ns(139ms))), QByteArrayList{"one message|0"});
    QCOMPARE(shapeOf(framer.finish()), QByteArrayList{"next|0"});
}

void TestFramerKinds::aShorterGapDoesNot()
{
    Framer framer(framingOf(u"idle:20"_s));

    framer.feed("a"_ba, ns(100ms));

    QCOMPARE(framer.feed("b"_ba, ns(120ms) - 1).size(), 0);
    QCOMPARE(framer.advance(ns(140ms) - 2).size(), 0);
}

void TestFramerKinds::anIdleMessageEndsWhenItsTimeHasCome()
{
    Framer framer(framingOf(u"idle:20"_s));
    framer.feed("a"_ba, ns(100ms));

    QCOMPARE(framer.deadline(), std::optional(ns(120ms)));
    QCOMPARE(shapeOf(framer.advance(ns(120ms))), QByteArrayList{"a|0"});
    QCOMPARE(framer.deadline(), std::nullopt);
    QCOMPARE(framer.advance(ns(200ms)).size(), 0);
}

void TestFramerKinds::aClockThatGoesBackIsNoGap()
{
    Framer framer(framingOf(u"idle:20"_s));
    framer.feed("a"_ba, ns(100ms));

    QCOMPARE(framer.feed("b"_ba, ns(50ms)).size(), 0);
    QCOMPARE(shapeOf(framer.advance(ns(70ms))), QByteArrayList{"ab|0"});
}

void TestFramerKinds::noTimeIsTooLateForAGap()
{
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    Framer framer(framingOf(u"idle:20"_s));
    framer.feed("a"_ba, last - 1);
    QCOMPARE(framer.deadline(), std::optional(last));
    QCOMPARE(framer.feed("b"_ba, last - 1).size(), 0);
}

void TestFramerKinds::onlyIdleHasADeadline()
{
    for (const auto &word : {u"lines"_s, u"crlf"_s, u"raw"_s, u"fixed:8"_s, u"length:u8"_s}) {
        Framer framer(framingOf(word));
        framer.feed("\x7F"_ba, ns(100ms));
        QCOMPARE(framer.deadline(), std::nullopt);
        QCOMPARE(framer.advance(ns(1h)).size(), 0);
    }
}

void TestFramerKinds::aLongMessageInSingleBytesTakesLinearTime_data()
{
    QTest::addColumn<QString>("word");
    for (const auto &word : {u"lines"_s, u"crlf"_s, u"nul"_s, u"delimiter:xxxxxxxxxxxxxxxEND"_s, u"fixed:1048576"_s,
                             u"length:u32be"_s, u"idle:50"_s})
        QTest::addRow("%s", qPrintable(word)) << word;
}

void TestFramerKinds::aLongMessageInSingleBytesTakesLinearTime()
{
    QFETCH(QString, word);
    constexpr int size = 1024 * 1024;
    Framer framer(framingOf(word));
    if (framingOf(word).kind == Framing::Kind::Length)
        framer.feed(bytesOf(LengthPrefix::U32Be, size));
    const QByteArray byte("x");
    QElapsedTimer timer;
    timer.start();

    for (int i = 0; i < size - 2; ++i)
        QVERIFY(framer.feed(byte).isEmpty());

    // Searching all of it again for each byte would take hours.
    QVERIFY2(timer.elapsed() < 20'000, QByteArray::number(timer.elapsed()).constData());
}

QTEST_APPLESS_MAIN(TestFramerKinds)
#include "tst_framerkinds.moc"
