#include "byteinput.h"
#include "lineending.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(InputForm)

namespace {

constexpr quint32 Seed = 20261123;
const QList<InputForm> AllForms{InputForm::Text, InputForm::Escapes, InputForm::PacketSender, InputForm::Hex};

QByteArray randomBytes(QRandomGenerator &random, int most)
{
    QByteArray bytes(random.bounded(most + 1), '\0');
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

const QString &pick(QRandomGenerator &random, const QStringList &choices)
{
    return choices[random.bounded(int(choices.size()))];
}

/// These bytes as somebody may write them in hex.
QString randomHex(QRandomGenerator &random, const QByteArray &bytes)
{
    static const QStringList dividers{u" "_s, u""_s,  u","_s,  u", "_s, u":"_s,
                                      u";"_s, u"-"_s, u"\n"_s, u"\t"_s, u"\r\n"_s};
    static const QStringList prefixes{u""_s, u""_s, u"0x"_s, u"0X"_s, u"\\x"_s};
    QString text = pick(random, dividers);
    for (const char byte : bytes) {
        const QString digits = QString::number(uchar(byte), 16).rightJustified(2, u'0');
        text += pick(random, prefixes) + (random.bounded(2) ? digits.toUpper() : digits) + pick(random, dividers);
    }
    return text;
}

/// These bytes as C writes them; what stands for itself may do so.
QString randomEscapes(QRandomGenerator &random, const QByteArray &bytes)
{
    QString text;
    for (const char byte : bytes) {
        const uint value = uchar(byte);
        const bool plain = value >= 0x20 && value < 0x7F && byte != '\\';
        if (plain && random.bounded(2))
            text += QLatin1Char(byte);
        else if (random.bounded(2))
            text += u"\\x"_s + QString::number(value, 16).rightJustified(2, u'0');
        else
            text += u"\\"_s + QString::number(value, 8).rightJustified(3, u'0');
    }
    return text;
}

QString randomPacketSender(QRandomGenerator &random, const QByteArray &bytes)
{
    QString text;
    for (const char byte : bytes) {
        const bool plain = byte >= 0x20 && byte < 0x7F && byte != '\\';
        text += plain && random.bounded(2) ? QString(QLatin1Char(byte))
                                           : u"\\"_s + QString::number(uchar(byte), 16).rightJustified(2, u'0');
    }
    return text;
}

/// An encoding that has Latin capitals and digits only, as one with holes.
std::optional<QByteArray> encodeCapitals(QStringView text)
{
    for (const QChar c : text) {
        if (!(c >= u'A' && c <= u'Z') && !(c >= u'0' && c <= u'9') && c != u'\n')
            return {};
    }
    return text.toLatin1();
}

}

class TestByteInput final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void becomesTheseBytes_data();
    void becomesTheseBytes();
    void whatIsWrongIsMarkedInPlace_data();
    void whatIsWrongIsMarkedInPlace();
    void aProblemLeavesNoBytes();
    void aProblemSaysWhatToWrite();
    void everyProblemIsFoundUpToALimit();
    void textGoesThroughTheEncoderAndEscapedBytesDoNot();
    void whatTheEncodingLacksIsMarkedAtTheCharacter_data();
    void whatTheEncodingLacksIsMarkedAtTheCharacter();
    void anEncoderSeesTextThatBelongsTogetherAtOnce();
    void textThatOnlyTogetherCantBeWrittenIsMarkedWhole();
    void anyBytesCanBeWrittenInEveryForm();
    void randomTextHasItsProblemsInside();
    void timeGrowsWithTheText();
    void aFormHasItsWord();
    void aLineEndingHasItsBytesNameAndWord_data();
    void aLineEndingHasItsBytesNameAndWord();
};

void TestByteInput::becomesTheseBytes_data()
{
    QTest::addColumn<InputForm>("form");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, InputForm form, const QString &text, const QByteArray &hex) {
        QTest::newRow(name) << form << text << QByteArray::fromHex(hex);
    };
    row("text", InputForm::Text, u"grüße\n你好"_s, "6772c3bcc39f650ae4bda0e5a5bd");
    row("text leaves a backslash", InputForm::Text, u"a\\n"_s, "615c6e");
    row("text beyond the first plane", InputForm::Text, u"😀"_s, "f09f9880");
    row("nothing", InputForm::Text, QString(), "");

    row("letters of C", InputForm::Escapes, u"\\n\\r\\t\\a\\b\\f\\v\\e"_s, "0a0d0907080c0b1b");
    row("quotes and backslash of C", InputForm::Escapes, u"\\\\\\'\\\""_s, "5c2722");
    row("quotes stand for themselves", InputForm::Escapes, u"'\""_s, "2722");
    row("zero", InputForm::Escapes, u"a\\0b"_s, "610062");
    row("octal", InputForm::Escapes, u"\\1\\12\\012\\377\\0128"_s, "010a0aff0a38");
    row("hex bytes", InputForm::Escapes, u"\\x00\\xfF\\x414"_s, "00ff4134");
    row("character of four digits", InputForm::Escapes, u"\\u00e9\\u4F60"_s, "c3a9e4bda0");
    row("character of eight digits", InputForm::Escapes, u"\\U0001F600"_s, "f09f9880");
    row("two halves of a character", InputForm::Escapes, u"\\uD83D\\uDE00"_s, "f09f9880");
    row("typed new line", InputForm::Escapes, u"a\nb\\n"_s, "610a620a");

    row("Packet Sender's bytes", InputForm::PacketSender, u"a\\0d\\0A\\fF\\ab"_s, "610d0affab");
    row("Packet Sender's letters", InputForm::PacketSender, u"\\n\\r\\t\\\\"_s, "0a0d095c");
    row("Packet Sender's third digit is text", InputForm::PacketSender, u"\\414"_s, "4134");
    row("Packet Sender's text", InputForm::PacketSender, u"é"_s, "c3a9");

    row("hex in a stream", InputForm::Hex, u"48656C6c6f"_s, "48656c6c6f");
    row("hex with spaces", InputForm::Hex, u" 48 65\t6c  "_s, "48656c");
    row("hex with commas", InputForm::Hex, u"48,65, 6c,"_s, "48656c");
    row("hex with colons", InputForm::Hex, u"48:65:6c"_s, "48656c");
    row("hex with semicolons", InputForm::Hex, u"48;65;6c"_s, "48656c");
    row("hex with dashes", InputForm::Hex, u"48-65-6c"_s, "48656c");
    row("hex with 0x", InputForm::Hex, u"0x48, 0X65 0x6c"_s, "48656c");
    row("hex with 0x and no divider", InputForm::Hex, u"0x480x65"_s, "4865");
    row("hex stream behind 0x", InputForm::Hex, u"0x48656c"_s, "48656c");
    row("hex with \\x", InputForm::Hex, u"\\x48\\x65 \\x6C"_s, "48656c");
    row("hex over lines", InputForm::Hex, u"48 65\n6c\r\n6f\n"_s, "48656c6f");
    row("hex pasted with no-break spaces", InputForm::Hex, u"48\u00A065\u30006c"_s, "48656c");
    row("hex groups of four", InputForm::Hex, u"4865 6c6c"_s, "48656c6c");
    row("hex of nothing", InputForm::Hex, u" ,\n"_s, "");
}

void TestByteInput::becomesTheseBytes()
{
    QFETCH(InputForm, form);
    QFETCH(QString, text);
    const ParsedInput parsed = parseInput(form, text);
    QVERIFY(parsed.ok());
    QTEST(parsed.bytes, "bytes");
}

void TestByteInput::whatIsWrongIsMarkedInPlace_data()
{
    QTest::addColumn<InputForm>("form");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<qsizetype>>("places"); // position, length, position, length …
    const auto row = [](const char *name, InputForm form, const QString &text, const QList<qsizetype> &places) {
        QTest::newRow(name) << form << text << places;
    };
    row("half a character", InputForm::Text, u"ab"_s + QChar(0xD83D) + u"c"_s, {2, 1});
    row("the other half", InputForm::Text, QString(QChar(0xDE00)), {0, 1});

    row("backslash at the end", InputForm::Escapes, u"ab\\"_s, {2, 1});
    row("unknown letter", InputForm::Escapes, u"a\\qb\\ "_s, {1, 2, 4, 2});
    row("unknown character of two units", InputForm::Escapes, u"\\😀x"_s, {0, 3});
    row("x without digits", InputForm::Escapes, u"\\xg"_s, {0, 2});
    row("x with one digit", InputForm::Escapes, u"\\x4"_s, {0, 3});
    row("u with three digits", InputForm::Escapes, u"\\u123 \\u"_s, {0, 5, 6, 2});
    row("U with four digits", InputForm::Escapes, u"\\U1234"_s, {0, 6});
    row("past the last character", InputForm::Escapes, u"\\U00110000"_s, {0, 10});
    row("half a character by number", InputForm::Escapes, u"a\\uD83Db"_s, {1, 6});
    row("octal past a byte", InputForm::Escapes, u"\\400"_s, {0, 4});
    row("digits of another script", InputForm::Escapes, u"\\x١٢"_s, {0, 2});

    row("Packet Sender's one digit", InputForm::PacketSender, u"a\\4"_s, {1, 2});
    row("Packet Sender's digit and letter", InputForm::PacketSender, u"\\4g\\a"_s, {0, 2, 3, 2});
    row("Packet Sender's unknown letter", InputForm::PacketSender, u"\\x41"_s, {0, 1});
    row("Packet Sender's lone backslash", InputForm::PacketSender, u"\\"_s, {0, 1});

    row("odd digit of a stream", InputForm::Hex, u"48656"_s, {4, 1});
    row("odd digits by themselves", InputForm::Hex, u"4 8"_s, {0, 1, 2, 1});
    row("odd digit behind 0x", InputForm::Hex, u"0x4"_s, {2, 1});
    row("zero by itself", InputForm::Hex, u"48 0"_s, {3, 1});
    row("0x without digits", InputForm::Hex, u"48 0x"_s, {3, 2});
    row("\\x without digits", InputForm::Hex, u"\\x,48"_s, {0, 2});
    row("words", InputForm::Hex, u"48 xyz 65"_s, {3, 3});
    row("a word with digits in it", InputForm::Hex, u"hello"_s, {0, 1, 2, 3});
    row("a letter in the place of a digit", InputForm::Hex, u"48 6G"_s, {4, 1});
    row("a letter in the place of the first digit", InputForm::Hex, u"48 G6"_s, {3, 1});
    row("a stretch ends at 0x", InputForm::Hex, u"{0x48}"_s, {0, 1, 5, 1});
    row("wide comma", InputForm::Hex, u"48，65"_s, {2, 1});
    row("wide digits", InputForm::Hex, u"４８"_s, {0, 2});
    row("backslash alone", InputForm::Hex, u"48\\65"_s, {2, 1});
}

void TestByteInput::whatIsWrongIsMarkedInPlace()
{
    QFETCH(InputForm, form);
    QFETCH(QString, text);
    QList<qsizetype> places;
    for (const ParsedInput::Problem &problem : parseInput(form, text).problems)
        places << problem.position << problem.length;
    QTEST(places, "places");
}

void TestByteInput::aProblemLeavesNoBytes()
{
    QVERIFY(!parseInput(InputForm::Hex, u"48 65 x"_s).ok());
    QCOMPARE(parseInput(InputForm::Hex, u"48 65 x"_s).bytes, QByteArray());
}

void TestByteInput::aProblemSaysWhatToWrite()
{
    const auto sentence = [](InputForm form, const QString &text) {
        return parseInput(form, text).problems.value(0).sentence;
    };
    QCOMPARE(sentence(InputForm::Escapes, u"\\"_s), u"A lone backslash: write \\\\ for a backslash."_s);
    QCOMPARE(sentence(InputForm::Escapes, u"\\x"_s), u"\\x takes two hex digits, as in \\x0A."_s);
    QCOMPARE(sentence(InputForm::Hex, u"0X"_s), u"Two hex digits must follow 0X."_s);
    QCOMPARE(sentence(InputForm::Hex, u"48 6G"_s), u"“G” is not hex: only the digits 0–9 and A–F are."_s);
    QCOMPARE(sentence(InputForm::Hex, u"48 4"_s), u"A digit is missing beside 4: write two for each byte, as in 04."_s);
    QCOMPARE(sentence(InputForm::Hex, u"not bytes"_s), u"“not” is not hex: only the digits 0–9 and A–F are."_s);
    QCOMPARE(sentence(InputForm::Hex, u"z"_s.repeated(40)), u"“zzzzzzzz…” is not hex: only the digits 0–9 and A–F are."_s);
    QCOMPARE(sentence(InputForm::Text, QString(QChar(0xD83D))), u"U+D83D can't be written in this encoding."_s);
    const ParsedInput cyrillic = parseInput(InputForm::Text, u"Ж"_s, encodeCapitals);
    QCOMPARE(cyrillic.problems.value(0).sentence, u"U+0416 (Ж) can't be written in this encoding."_s);
}

void TestByteInput::everyProblemIsFoundUpToALimit()
{
    const QString wrong = u"\\q"_s.repeated(ParsedInput::MaxProblems + 5);
    QCOMPARE(parseInput(InputForm::Escapes, wrong).problems.size(), ParsedInput::MaxProblems);
    const QString broken = QString(QChar(0xD83D)).repeated(ParsedInput::MaxProblems + 5);
    QCOMPARE(parseInput(InputForm::Text, broken).problems.size(), ParsedInput::MaxProblems);
    QCOMPARE(parseInput(InputForm::Escapes, broken + wrong).problems.size(), ParsedInput::MaxProblems);
}

void TestByteInput::textGoesThroughTheEncoderAndEscapedBytesDoNot()
{
    const auto utf16 = [](QStringView text) -> std::optional<QByteArray> {
        QByteArray bytes;
        for (const QChar c : text)
            bytes.append(char(c.unicode() & 0xFF)).append(char(c.unicode() >> 8));
        return bytes;
    };
    QCOMPARE(parseInput(InputForm::Text, u"aé"_s, utf16).bytes.toHex(), "6100e900");
    QCOMPARE(parseInput(InputForm::Escapes, u"a\\n\\x0A\\0\\u00e9"_s, utf16).bytes.toHex(), "61000a000a00e900");
    QCOMPARE(parseInput(InputForm::PacketSender, u"a\\0Db"_s, utf16).bytes.toHex(), "61000d6200");
    QCOMPARE(parseInput(InputForm::Hex, u"61"_s, utf16).bytes.toHex(), "61");
}

void TestByteInput::whatTheEncodingLacksIsMarkedAtTheCharacter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<qsizetype>>("places");
    QTest::newRow("typed") << u"AéBü"_s << QList<qsizetype>{1, 1, 3, 1};
    QTest::newRow("two units") << u"A😀B"_s << QList<qsizetype>{1, 2};
    QTest::newRow("by number") << u"AB\\u00e9Cé"_s << QList<qsizetype>{2, 6, 9, 1};
    QTest::newRow("behind an escape") << u"\\nA\\x00é\\tA"_s << QList<qsizetype>{7, 1, 8, 2};
}

void TestByteInput::whatTheEncodingLacksIsMarkedAtTheCharacter()
{
    QFETCH(QString, text);
    QList<qsizetype> places;
    for (const ParsedInput::Problem &problem : parseInput(InputForm::Escapes, text, encodeCapitals).problems)
        places << problem.position << problem.length;
    QTEST(places, "places");
}

void TestByteInput::anEncoderSeesTextThatBelongsTogetherAtOnce()
{
    QStringList seen;
    const auto watch = [&seen](QStringView text) {
        seen.append(text.toString());
        return encodeUtf8(text);
    };
    parseInput(InputForm::Escapes, u"a\\tb\\x00c"_s, watch);
    QCOMPARE(seen, QStringList({u"a\tb"_s, u"c"_s}));
}

void TestByteInput::textThatOnlyTogetherCantBeWrittenIsMarkedWhole()
{
    const auto onlySingle = [](QStringView text) {
        return text.size() == 1 ? encodeUtf8(text) : std::optional<QByteArray>();
    };
    const ParsedInput parsed = parseInput(InputForm::Escapes, u"\\x00ab\\tc\\x00"_s, onlySingle);
    QCOMPARE(parsed.problems.size(), 1);
    QCOMPARE(parsed.problems[0].position, 4);
    QCOMPARE(parsed.problems[0].length, 5);
}

void TestByteInput::anyBytesCanBeWrittenInEveryForm()
{
    QRandomGenerator random(Seed);
    for (int round = 0; round < 2000; ++round) {
        const QByteArray bytes = randomBytes(random, 40);
        QCOMPARE(parseInput(InputForm::Hex, randomHex(random, bytes)).bytes, bytes);
        QCOMPARE(parseInput(InputForm::Escapes, randomEscapes(random, bytes)).bytes, bytes);
        QCOMPARE(parseInput(InputForm::PacketSender, randomPacketSender(random, bytes)).bytes, bytes);
    }
}

void TestByteInput::randomTextHasItsProblemsInside()
{
    static const QString alphabet = u"\\\\\\xuU0123456789abcdefABCDEFgnrt'\", :;-\n\u00A0é你"_s
                                  + QChar(0xD83D) + QChar(0xDE00);
    QRandomGenerator random(Seed);
    for (int round = 0; round < 20'000; ++round) {
        QString text(random.bounded(30), u' ');
        for (QChar &c : text)
            c = alphabet[random.bounded(int(alphabet.size()))];
        for (const InputForm form : AllForms) {
            qsizetype behind = 0;
            for (const ParsedInput::Problem &problem : parseInput(form, text).problems) {
                QVERIFY2(problem.position >= behind && problem.length > 0, qPrintable(text));
                behind = problem.position + problem.length;
                QVERIFY2(behind <= text.size() && !problem.sentence.isEmpty(), qPrintable(text));
            }
        }
    }
}

/// Not a measurement: what is not linear would run into the time limit of the test.
void TestByteInput::timeGrowsWithTheText()
{
    constexpr qsizetype Many = 2'000'000;
    QCOMPARE(parseInput(InputForm::Hex, u"41 "_s.repeated(Many)).bytes.size(), Many);
    QCOMPARE(parseInput(InputForm::Escapes, u"\\n\\x41"_s.repeated(Many)).bytes.size(), 2 * Many);
    QCOMPARE(parseInput(InputForm::PacketSender, u"\\41"_s.repeated(Many)).bytes.size(), Many);
    QCOMPARE(parseInput(InputForm::Text, u"é"_s.repeated(Many)).bytes.size(), 2 * Many);
    QVERIFY(!parseInput(InputForm::Escapes, u"\\n"_s.repeated(Many) + QChar(0xD83D)).ok());
    QVERIFY(!parseInput(InputForm::Hex, u"x"_s.repeated(Many)).ok());
}

void TestByteInput::aFormHasItsWord()
{
    for (const InputForm form : AllForms)
        QCOMPARE(parseInputForm(QString(inputFormWord(form))), form);
    QCOMPARE(parseInputForm(u"Hex"), std::nullopt);
}

void TestByteInput::aLineEndingHasItsBytesNameAndWord_data()
{
    QTest::addColumn<int>("ending");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("word");
    QTest::newRow("framing") << int(LineEnding::Framing) << QByteArray() << u""_s << u"framing"_s;
    QTest::newRow("none") << int(LineEnding::None) << QByteArray() << u""_s << u"none"_s;
    QTest::newRow("LF") << int(LineEnding::Lf) << QByteArray("\n") << u"LF"_s << u"lf"_s;
    QTest::newRow("CR LF") << int(LineEnding::CrLf) << QByteArray("\r\n") << u"CR LF"_s << u"crlf"_s;
    QTest::newRow("CR") << int(LineEnding::Cr) << QByteArray("\r") << u"CR"_s << u"cr"_s;
    QTest::newRow("NUL") << int(LineEnding::Nul) << QByteArray(1, '\0') << u"NUL"_s << u"nul"_s;
}

void TestByteInput::aLineEndingHasItsBytesNameAndWord()
{
    QFETCH(int, ending);
    QTEST(lineEndingBytes(LineEnding(ending)), "bytes");
    QTEST(lineEndingName(lineEndingBytes(LineEnding(ending))), "name");
    QTEST(QString(lineEndingWord(LineEnding(ending))), "word");
    QCOMPARE(parseLineEnding(QString(lineEndingWord(LineEnding(ending)))), LineEnding(ending));
}

QTEST_MAIN(TestByteInput)
#include "tst_byteinput.moc"
