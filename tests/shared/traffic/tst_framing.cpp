#include "framing.h"
#include "framingtext.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(Framing)

using Kind = Framing::Kind;

/// The words that scripts rely on (design, section 5), and what is sent.
class TestFraming final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFramingHasItsWord_data();
    void aFramingHasItsWord();
    void aWordCanBeWrittenOtherwise_data();
    void aWordCanBeWrittenOtherwise();
    void aWrongWordIsRefusedWithTheReason_data();
    void aWrongWordIsRefusedWithTheReason();
    void theListOfFramingsIsAsTheyAreTyped();
    void aLengthIsWrittenAndReadAlike_data();
    void aLengthIsWrittenAndReadAlike();
    void composingAddsWhatTheFramingNeeds_data();
    void composingAddsWhatTheFramingNeeds();
    void whatTheFramingCanNotCarryIsRefusedWithTheReason_data();
    void whatTheFramingCanNotCarryIsRefusedWithTheReason();
    void anEmptyMessageNeedsATerminatorOrAPrefix_data();
    void anEmptyMessageNeedsATerminatorOrAPrefix();
    void aFramingHasATitle_data();
    void aFramingHasATitle();
    void everyKindIsExplained();
};

void TestFraming::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

void TestFraming::aFramingHasItsWord_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<Framing>("framing");

    QTest::newRow("lines") << u"lines"_s << Framing{Kind::Lines};
    QTest::newRow("crlf") << u"crlf"_s << Framing{Kind::CrLf};
    QTest::newRow("nul") << u"nul"_s << Framing{Kind::Nul};
    QTest::newRow("raw") << u"raw"_s << Framing{Kind::Raw};
    QTest::newRow("delimiter") << u"delimiter:;"_s << Framing{.kind = Kind::Delimiter, .delimiter = ";"};
    QTest::newRow("delimiter, a colon") << u"delimiter::"_s << Framing{.kind = Kind::Delimiter, .delimiter = ":"};
    QTest::newRow("delimiter, a space") << u"delimiter: "_s << Framing{.kind = Kind::Delimiter, .delimiter = " "};
    QTest::newRow("delimiter, escapes") << uR"(delimiter:\r\n\x00\xff)"_s
                                        << Framing{.kind = Kind::Delimiter, .delimiter = "\r\n\0\xFF"_ba};
    QTest::newRow("delimiter, Chinese") << u"delimiter:。"_s << Framing{.kind = Kind::Delimiter, .delimiter = "。"};
    QTest::newRow("fixed") << u"fixed:8"_s << Framing{.kind = Kind::Fixed, .size = 8};
    QTest::newRow("fixed, the most") << u"fixed:1073741824"_s << Framing{.kind = Kind::Fixed, .size = 1 << 30};
    QTest::newRow("u8") << u"length:u8"_s << Framing{.kind = Kind::Length, .prefix = LengthPrefix::U8};
    QTest::newRow("u16be") << u"length:u16be"_s << Framing{.kind = Kind::Length, .prefix = LengthPrefix::U16Be};
    QTest::newRow("u16le") << u"length:u16le"_s << Framing{.kind = Kind::Length, .prefix = LengthPrefix::U16Le};
    QTest::newRow("u32be") << u"length:u32be"_s << Framing{.kind = Kind::Length, .prefix = LengthPrefix::U32Be};
    QTest::newRow("u32le") << u"length:u32le"_s << Framing{.kind = Kind::Length, .prefix = LengthPrefix::U32Le};
    QTest::newRow("idle") << u"idle:50"_s << Framing{.kind = Kind::Idle, .gap = 50ms};
}

void TestFraming::aFramingHasItsWord()
{
    QFETCH(QString, word);
    QFETCH(Framing, framing);
    QCOMPARE(framing.word(), word);
    QVERIFY(parseFraming(word) == framing);
}

void TestFraming::aWordCanBeWrittenOtherwise_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("word");

    QTest::newRow("hexadecimal") << uR"(delimiter:\x3b)"_s << u"delimiter:;"_s;
    QTest::newRow("octal") << uR"(delimiter:\0)"_s << uR"(delimiter:\x00)"_s;
    QTest::newRow("leading zeros") << u"fixed:008"_s << u"fixed:8"_s;
}

void TestFraming::aWordCanBeWrittenOtherwise()
{
    QFETCH(QString, written);
    QFETCH(QString, word);
    const auto framing = parseFraming(written);
    QVERIFY(framing);
    QCOMPARE(framing->word(), word);
}

void TestFraming::aWrongWordIsRefusedWithTheReason_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("reason");
    const auto row = [](const QString &word, const QString &reason) {
        QTest::addRow("'%s'", qPrintable(word.left(30))) << word << reason;
    };

    for (const auto &word : {u""_s, u"Lines"_s, u"raw "_s, u"lines:"_s, u"nul:0"_s, u"delimiter"_s, u"fixed"_s, u"length"_s, u"xml"_s})
        row(word, u"There is no framing \"%1\". There are: lines, crlf, nul, raw, delimiter:TEXT, fixed:N, "
                  "length:u8|u16be|u16le|u32be|u32le, idle:MS."_s.arg(word));
    row(u"delimiter:"_s, u"delimiter:: A delimiter has 1 to 255 bytes."_s);
    row(u"delimiter:"_s + QString(256, u'x'), u"1 to 255 bytes"_s);
    row(uR"(delimiter:a\q)"_s, u"The escape at character 2 is none."_s);
    for (const auto &size : {u""_s, u"0"_s, u"-1"_s, u"+8"_s, u" 8"_s, u"8x"_s, u"1.5"_s, u"1073741825"_s, u"99999999999999999999"_s})
        row(u"fixed:"_s + size, u"fixed:%1: The size must be a whole number from 1 to 1073741824."_s.arg(size));
    for (const auto &prefix : {u""_s, u"u24"_s, u"U8"_s, u"u16"_s, u"u8 "_s})
        row(u"length:"_s + prefix, u"The prefix must be one of u8, u16be, u16le, u32be, u32le."_s);
    for (const auto &gap : {u""_s, u"0"_s, u"60001"_s, u"1s"_s})
        row(u"idle:"_s + gap, u"milliseconds from 1 to 60000."_s);
}

void TestFraming::aWrongWordIsRefusedWithTheReason()
{
    QFETCH(QString, word);
    QFETCH(QString, reason);
    QString problem;
    QVERIFY(!parseFraming(word, &problem));
    QVERIFY2(problem.contains(reason), qPrintable(problem));
}

void TestFraming::theListOfFramingsIsAsTheyAreTyped()
{
    QCOMPARE(framingWords(), QStringList({u"lines"_s, u"crlf"_s, u"nul"_s, u"raw"_s, u"delimiter:TEXT"_s, u"fixed:N"_s,
                                          u"length:u8|u16be|u16le|u32be|u32le"_s, u"idle:MS"_s}));
}

void TestFraming::aLengthIsWrittenAndReadAlike_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<quint32>("length");
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("u8") << u"length:u8"_s << 255U << "\xFF"_ba;
    QTest::newRow("u16be") << u"length:u16be"_s << 0xFEDCU << "\xFE\xDC"_ba;
    QTest::newRow("u16le") << u"length:u16le"_s << 0xFEDCU << "\xDC\xFE"_ba;
    QTest::newRow("u32be") << u"length:u32be"_s << 0xFEDCBA98U << "\xFE\xDC\xBA\x98"_ba;
    QTest::newRow("u32le") << u"length:u32le"_s << 0xFEDCBA98U << "\x98\xBA\xDC\xFE"_ba;
}

void TestFraming::aLengthIsWrittenAndReadAlike()
{
    QFETCH(QString, word);
    QFETCH(quint32, length);
    QFETCH(QByteArray, bytes);
    const LengthPrefix prefix = parseFraming(word)->prefix;
    QCOMPARE(bytesOf(prefix, length), bytes);
    QCOMPARE(lengthIn(prefix, bytes), length);
    QVERIFY(mostOf(prefix) >= length);
    QCOMPARE(bytesOf(prefix, mostOf(prefix)), QByteArray(sizeOf(prefix), '\xFF'));
}

void TestFraming::composingAddsWhatTheFramingNeeds_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("more");
    QTest::addColumn<QByteArray>("wire");

    QTest::newRow("lines") << u"lines"_s << "hi"_ba << false << "hi\n"_ba;
    QTest::newRow("lines, empty") << u"lines"_s << ""_ba << false << "\n"_ba;
    QTest::newRow("lines, a piece") << u"lines"_s << "hi"_ba << true << "hi"_ba;
    QTest::newRow("crlf") << u"crlf"_s << "hi"_ba << false << "hi\r\n"_ba;
    QTest::newRow("nul") << u"nul"_s << "hi"_ba << false << "hi\0"_ba;
    QTest::newRow("raw") << u"raw"_s << "hi"_ba << false << "hi"_ba;
    QTest::newRow("delimiter") << u"delimiter:END"_s << "hi"_ba << false << "hiEND"_ba;
    QTest::newRow("delimiter, a piece") << u"delimiter:END"_s << "hi"_ba << true << "hi"_ba;
    QTest::newRow("fixed") << u"fixed:2"_s << "hi"_ba << false << "hi"_ba;
    QTest::newRow("u8") << u"length:u8"_s << "hi"_ba << false << "\2hi"_ba;
    QTest::newRow("u8, the longest") << u"length:u8"_s << QByteArray(255, 'x') << false << "\xFF" + QByteArray(255, 'x');
    QTest::newRow("u16le") << u"length:u16le"_s << "hi"_ba << false << "\2\0hi"_ba;
    QTest::newRow("u32be, empty") << u"length:u32be"_s << ""_ba << false << "\0\0\0\0"_ba;
    QTest::newRow("idle") << u"idle:20"_s << "hi"_ba << false << "hi"_ba;
}

void TestFraming::composingAddsWhatTheFramingNeeds()
{
    QFETCH(QString, word);
    QFETCH(QByteArray, content);
    QFETCH(bool, more);

    const auto message = parseFraming(word)->compose(content, more);

    QVERIFY(message);
    QTEST(message->wire, "wire");
    QCOMPARE(message->content().toByteArray(), content);
    QCOMPARE(message->more, more);
}

void TestFraming::whatTheFramingCanNotCarryIsRefusedWithTheReason_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("more");
    QTest::addColumn<QString>("reason");

    QTest::newRow("fixed, short") << u"fixed:8"_s << "hello"_ba << false << u"this one has 5."_s;
    QTest::newRow("fixed, long") << u"fixed:4"_s << "hello"_ba << false << u"this one has 5."_s;
    QTest::newRow("fixed, a piece") << u"fixed:5"_s << "hello"_ba << true << u"over 5 bytes"_s;
    QTest::newRow("u8, long") << u"length:u8"_s << QByteArray(256, 'x') << false << u"can't say more than 255 bytes"_s;
    QTest::newRow("u16be, long") << u"length:u16be"_s << QByteArray(65'536, 'x') << false << u"more than 65,535 bytes"_s;
    QTest::newRow("length, a piece") << u"length:u32be"_s << "hello"_ba << true << u"over 5 bytes"_s;
    QTest::newRow("raw, empty") << u"raw"_s << ""_ba << false << u"nothing at all"_s;
}

void TestFraming::whatTheFramingCanNotCarryIsRefusedWithTheReason()
{
    QFETCH(QString, word);
    QFETCH(QByteArray, content);
    QFETCH(bool, more);
    QFETCH(QString, reason);
    QString problem;

    QVERIFY(!parseFraming(word)->compose(content, more, &problem));
    QVERIFY2(problem.contains(reason), qPrintable(problem));
}

void TestFraming::anEmptyMessageNeedsATerminatorOrAPrefix_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("allowed");
    for (const char *word : {"lines", "crlf", "nul", "delimiter:;", "length:u16be"})
        QTest::addRow("%s", word) << QString::fromLatin1(word) << true;
    for (const char *word : {"raw", "fixed:8", "idle:20"})
        QTest::addRow("%s", word) << QString::fromLatin1(word) << false;
}

void TestFraming::anEmptyMessageNeedsATerminatorOrAPrefix()
{
    QFETCH(QString, word);
    QFETCH(bool, allowed);
    QCOMPARE(parseFraming(word)->allowsEmpty(), allowed);
    QCOMPARE(parseFraming(word)->compose({}).has_value(), allowed);
}

void TestFraming::aFramingHasATitle_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("title");

    QTest::newRow("lines") << u"lines"_s << u"Lines"_s;
    QTest::newRow("crlf") << u"crlf"_s << u"Lines (CR LF)"_s;
    QTest::newRow("delimiter") << uR"(delimiter:\r\n)"_s << uR"(Delimiter “\r\n”)"_s;
    QTest::newRow("a long delimiter") << u"delimiter:0123456789abcdefgh"_s << u"Delimiter “0123456789abcdef…”"_s;
    QTest::newRow("length") << u"length:u16be"_s << u"Length u16be"_s;
    QTest::newRow("idle") << u"idle:20"_s << u"Idle gap 20 ms"_s;
}

void TestFraming::aFramingHasATitle()
{
    QFETCH(QString, word);
    QTEST(framingTitle(*parseFraming(word)), "title");
}

void TestFraming::everyKindIsExplained()
{
    QSet<QString> texts;
    for (int kind = 0; kind <= int(Kind::Idle); ++kind)
        texts << framingExplanation(Kind(kind)) << framingKindTitle(Kind(kind));
    QCOMPARE(texts.size(), 16);
    QVERIFY(!texts.contains(QString()));
}

QTEST_APPLESS_MAIN(TestFraming)
#include "tst_framing.moc"
