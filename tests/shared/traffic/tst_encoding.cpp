#include "encoding.h"
#include "text.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Encoding)

using Kind = ReadCharacter::Kind;

/// A row for it, unless this Qt lacks it.
static std::optional<Encoding> offered(const char *name)
{
    const auto encoding = Encoding::parse(QString::fromLatin1(name));
    if (!encoding)
        qInfo("this Qt lacks %s", name);
    return encoding;
}

/// A text and its bytes.
struct Sample
{
    const char *name;
    QString text;
    QByteArray bytes;
};

/// One for each encoding that a Qt may have.
static QList<Sample> samples()
{
    return {
        {"UTF-8", u"a中😀\n"_s, "a\xE4\xB8\xAD\xF0\x9F\x98\x80\n"_ba},
        {"GB18030", u"a中é😀\n"_s, "a\xD6\xD0\xA8\xA6\x94\x39\xFC\x36\n"_ba},
        {"GBK", u"a中文\n"_s, "a\xD6\xD0\xCE\xC4\n"_ba},
        {"Big5", u"a中文\n"_s, "a\xA4\xA4\xA4\xE5\n"_ba},
        {"Shift_JIS", u"a日本ｱ\\~\n"_s, "a\x93\xFA\x96\x7B\xB1\\~\n"_ba},
        {"EUC-JP", u"a日本ｱ丂\n"_s, "a\xC6\xFC\xCB\xDC\x8E\xB1\x8F\xB0\xA1\n"_ba},
        {"EUC-KR", u"a한글\n"_s, "a\xC7\xD1\xB1\xDB\n"_ba},
        {"windows-949", u"a한똠\n"_s, "a\xC7\xD1\x8C\x63\n"_ba},
        {"windows-874", u"aก\n"_s, "a\xA1\n"_ba},
        {"windows-1250", u"ač\n"_s, "a\xE8\n"_ba},
        {"windows-1251", u"aЖ\n"_s, "a\xC6\n"_ba},
        {"windows-1252", u"a€é\n"_s, "a\x80\xE9\n"_ba},
        {"windows-1253", u"aπ\n"_s, "a\xF0\n"_ba},
        {"windows-1254", u"aş\n"_s, "a\xFE\n"_ba},
        {"windows-1255", u"aש\n"_s, "a\xF9\n"_ba},
        {"windows-1256", u"aش\n"_s, "a\xD4\n"_ba},
        {"windows-1257", u"aų\n"_s, "a\xF8\n"_ba},
        {"windows-1258", u"aư\n"_s, "a\xFD\n"_ba},
        {"ISO-8859-1", u"aé\u0085\n"_s, "a\xE9\x85\n"_ba},
        {"ISO-8859-2", u"ač\n"_s, "a\xE8\n"_ba},
        {"ISO-8859-3", u"aĉ\n"_s, "a\xE6\n"_ba},
        {"ISO-8859-4", u"aķ\n"_s, "a\xF3\n"_ba},
        {"ISO-8859-5", u"aЖ\n"_s, "a\xB6\n"_ba},
        {"ISO-8859-6", u"aش\n"_s, "a\xD4\n"_ba},
        {"ISO-8859-7", u"aπ\n"_s, "a\xF0\n"_ba},
        {"ISO-8859-8", u"aש\n"_s, "a\xF9\n"_ba},
        {"ISO-8859-9", u"aş\n"_s, "a\xFE\n"_ba},
        {"ISO-8859-10", u"ađ\n"_s, "a\xB9\n"_ba},
        {"ISO-8859-11", u"aก\n"_s, "a\xA1\n"_ba},
        {"ISO-8859-13", u"aų\n"_s, "a\xF8\n"_ba},
        {"ISO-8859-14", u"aŵ\n"_s, "a\xF0\n"_ba},
        {"ISO-8859-15", u"a€\n"_s, "a\xA4\n"_ba},
        {"KOI8-R", u"aЖ\n"_s, "a\xF6\n"_ba},
        {"KOI8-U", u"aЖї\n"_s, "a\xF6\xA7\n"_ba},
        {"UTF-16LE", u"a中😀"_s, "a\0\x2D\x4E\x3D\xD8\x00\xDE"_ba},
        {"UTF-16BE", u"a中😀"_s, "\0a\x4E\x2D\xD8\x3D\xDE\x00"_ba},
        {"UTF-32LE", u"a😀"_s, "a\0\0\0\x00\xF6\x01\x00"_ba},
        {"UTF-32BE", u"a😀"_s, "\0\0\0a\x00\x01\xF6\x00"_ba},
        {"US-ASCII", u"a~\x7F\n"_s, "a~\x7F\n"_ba},
    };
}

static void addSamples()
{
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    for (const auto &[name, text, bytes] : samples()) {
        if (const auto encoding = offered(name))
            QTest::newRow(name) << *encoding << text << bytes;
    }
}

static void addEncodings()
{
    QTest::addColumn<Encoding>("encoding");
    for (const Encoding &encoding : Encoding::available())
        QTest::newRow(encoding.name().toLatin1().constData()) << encoding;
}

/// Bytes in which characters, halves of them and nonsense alternate.
static QByteArray mixture(QRandomGenerator &random, const Encoding &encoding)
{
    QByteArray bytes;
    while (bytes.size() < 24) {
        const char32_t codePoint = random.bounded(4) ? random.bounded(0x10000u) : random.bounded(0x110000u);
        const auto whole = encoding.encode(QStringView(QChar::fromUcs4(codePoint)));
        if (whole && random.bounded(3))
            bytes.append(whole->first(random.bounded(3) ? whole->size() : random.bounded(whole->size()) + 1));
        else
            bytes.append(char(random.bounded(256)));
    }
    return bytes;
}

class TestEncoding final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsUtf8UnlessToldOtherwise();
    void whatNeedsNoTablesOfQtIsAlwaysThere_data();
    void whatNeedsNoTablesOfQtIsAlwaysThere();
    void everyNameIsFoundAgain_data();
    void everyNameIsFoundAgain();
    void otherNamesAreUnderstood_data();
    void otherNamesAreUnderstood();
    void whatIsNoEncodingIsNotFound_data();
    void whatIsNoEncodingIsNotFound();
    void theSamplesLeaveNoEncodingOut();
    void textIsWrittenAndRead_data();
    void textIsWrittenAndRead();
    void whereItIsSplitMakesNoDifference_data();
    void whereItIsSplitMakesNoDifference();
    void nonsenseMayBeSplitAnywhereToo_data();
    void nonsenseMayBeSplitAnywhereToo();
    void whatCanBeWrittenReadsAsTheSame_data();
    void whatCanBeWrittenReadsAsTheSame();
    void validTextIsWrittenAsItCame_data();
    void validTextIsWrittenAsItCame();
    void asciiIsItself_data();
    void asciiIsItself();
    void badBytesAreMarked_data();
    void badBytesAreMarked();
    void aSubstituteCharacterIsNoBadByte_data();
    void aSubstituteCharacterIsNoBadByte();
    void whatTheEncodingLacksIsNotWritten_data();
    void whatTheEncodingLacksIsNotWritten();
    void theCutOffCharacterAtTheEndIsMeasured_data();
    void theCutOffCharacterAtTheEndIsMeasured();
    void readingOneByOneGivesTheWhole_data();
    void readingOneByOneGivesTheWhole();
    void aMessageIsReadInItsEncoding();
    void aCharacterSplitOverMessagesBelongsToTheLast();
};

void TestEncoding::itIsUtf8UnlessToldOtherwise()
{
    QCOMPARE(Encoding().name(), u"UTF-8"_s);
    QCOMPARE(Encoding(), *Encoding::parse(u"utf8"));
    QCOMPARE(Encoding::available().constFirst(), Encoding());
}

void TestEncoding::whatNeedsNoTablesOfQtIsAlwaysThere_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("unitSize");
    QTest::newRow("UTF-8") << u"UTF-8"_s << 1;
    QTest::newRow("UTF-16LE") << u"UTF-16LE"_s << 2;
    QTest::newRow("UTF-16BE") << u"UTF-16BE"_s << 2;
    QTest::newRow("UTF-32LE") << u"UTF-32LE"_s << 4;
    QTest::newRow("UTF-32BE") << u"UTF-32BE"_s << 4;
    QTest::newRow("ISO-8859-1") << u"ISO-8859-1"_s << 1;
    QTest::newRow("US-ASCII") << u"US-ASCII"_s << 1;
}

void TestEncoding::whatNeedsNoTablesOfQtIsAlwaysThere()
{
    QFETCH(QString, name);
    const auto encoding = Encoding::parse(name);
    QVERIFY(encoding);
    QTEST(encoding->unitSize(), "unitSize");
}

void TestEncoding::everyNameIsFoundAgain_data()
{
    addEncodings();
}

void TestEncoding::everyNameIsFoundAgain()
{
    QFETCH(Encoding, encoding);
    for (const QString &name : {encoding.name(), encoding.name().toLower(), encoding.name().toUpper(),
                                encoding.name().remove(u'-').remove(u'_')})
        QCOMPARE(Encoding::parse(name), std::optional(encoding));
}

void TestEncoding::otherNamesAreUnderstood_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("name");
    for (const auto &[given, name] : std::initializer_list<std::pair<const char *, const char *>>{
             {"gb2312", "GBK"}, {"cp936", "GBK"}, {"sjis", "Shift_JIS"}, {"shift-jis", "Shift_JIS"},
             {"cp932", "Shift_JIS"}, {"euckr", "EUC-KR"}, {"cp949", "windows-949"}, {"UHC", "windows-949"},
             {"cp1252", "windows-1252"}, {"CP1251", "windows-1251"}, {"latin1", "ISO-8859-1"},
             {"Latin-9", "ISO-8859-15"}, {"iso8859-2", "ISO-8859-2"}, {"koi8r", "KOI8-R"}, {"utf16le", "UTF-16LE"},
             {"utf-16-be", "UTF-16BE"}, {"ascii", "US-ASCII"}, {"cp950", "Big5"}, {"tis-620", "windows-874"}})
        QTest::newRow(given) << QString::fromLatin1(given) << QString::fromLatin1(name);
}

void TestEncoding::otherNamesAreUnderstood()
{
    QFETCH(QString, given);
    QTEST(Encoding::canonicalName(given), "name");
}

void TestEncoding::whatIsNoEncodingIsNotFound_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("EBCDIC") << u"EBCDIC"_s;
    QTest::newRow("punctuation") << u"--"_s;
    QTest::newRow("byte order left open") << u"UTF-16"_s;
    QTest::newRow("a part that never was") << u"ISO-8859-12"_s;
    QTest::newRow("the start of one") << u"windows-125"_s;
}

void TestEncoding::whatIsNoEncodingIsNotFound()
{
    QFETCH(QString, name);
    QVERIFY(!Encoding::parse(name));
    QCOMPARE(Encoding::canonicalName(name), QString());
}

void TestEncoding::theSamplesLeaveNoEncodingOut()
{
    QStringList sampled;
    for (const Sample &sample : samples())
        sampled.append(QString::fromLatin1(sample.name));
    for (const Encoding &encoding : Encoding::available())
        QVERIFY2(sampled.contains(encoding.name()), qPrintable(encoding.name()));
}

void TestEncoding::textIsWrittenAndRead_data()
{
    addSamples();
}

void TestEncoding::textIsWrittenAndRead()
{
    QFETCH(Encoding, encoding);
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    QCOMPARE(encoding.encode(text), std::optional(bytes));
    QCOMPARE(encoding.decode(bytes).text, text);
    QVERIFY(encoding.decode(bytes).valid);
    QCOMPARE(encoding.incompleteTail(bytes), 0);
}

/// The texts of both parts, where what a cut left over goes in front of the second one.
static QString readInTwo(const Encoding &encoding, QByteArrayView bytes, qsizetype cut)
{
    const qsizetype boundary = cut - encoding.incompleteTail(bytes.first(cut));
    return encoding.decode(bytes.first(boundary)).text + encoding.decode(bytes.sliced(boundary)).text;
}

void TestEncoding::whereItIsSplitMakesNoDifference_data()
{
    addSamples();
}

void TestEncoding::whereItIsSplitMakesNoDifference()
{
    QFETCH(Encoding, encoding);
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        QCOMPARE(readInTwo(encoding, bytes, cut), text);
        const qsizetype tail = encoding.incompleteTail(bytes.first(cut));
        QVERIFY(tail <= Message::MaxCarried);
        QVERIFY(encoding.decode(bytes.first(cut - tail)).valid);
    }
}

void TestEncoding::nonsenseMayBeSplitAnywhereToo_data()
{
    addEncodings();
}

void TestEncoding::nonsenseMayBeSplitAnywhereToo()
{
    QFETCH(Encoding, encoding);
    QRandomGenerator random(4711);
    for (int round = 0; round < 200; ++round) {
        const QByteArray bytes = mixture(random, encoding);
        const QString whole = encoding.decode(bytes).text;
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut)
            QVERIFY2(readInTwo(encoding, bytes, cut) == whole, bytes.toHex(' ').constData());
    }
}

void TestEncoding::whatCanBeWrittenReadsAsTheSame_data()
{
    addEncodings();
}

void TestEncoding::whatCanBeWrittenReadsAsTheSame()
{
    QFETCH(Encoding, encoding);
    int written = 0;
    QString all;
    for (char32_t codePoint = 0; codePoint <= QChar::LastValidCodePoint; codePoint += codePoint < 0x10000 ? 1 : 257) {
        const QString text = QString::fromUcs4(&codePoint, 1);
        const auto bytes = encoding.encode(text);
        if (!bytes)
            continue;
        ++written;
        all += text;
        const DecodedText decoded = encoding.decode(*bytes);
        QVERIFY2(decoded.valid && decoded.text == text, QByteArray::number(uint(codePoint), 16).constData());
    }
    QVERIFY(written >= 128);
    const auto together = encoding.encode(all);
    QVERIFY(together);
    QCOMPARE(encoding.decode(*together).text, all);
}

void TestEncoding::validTextIsWrittenAsItCame_data()
{
    addEncodings();
}

void TestEncoding::validTextIsWrittenAsItCame()
{
    QFETCH(Encoding, encoding);
    QRandomGenerator random(42);
    for (int round = 0; round < 500; ++round) {
        const QByteArray bytes = mixture(random, encoding);
        const DecodedText decoded = encoding.decode(bytes);
        const auto again = encoding.encode(decoded.text);
        if (decoded.valid && again)
            QCOMPARE(encoding.decode(*again).text, decoded.text);
        if (decoded.valid && encoding.unitSize() > 1)
            QCOMPARE(again, std::optional(bytes));
    }
}

void TestEncoding::asciiIsItself_data()
{
    addEncodings();
}

void TestEncoding::asciiIsItself()
{
    QFETCH(Encoding, encoding);
    QString ascii;
    for (char16_t c = 0; c < 0x80; ++c)
        ascii.append(c);
    const auto bytes = encoding.encode(ascii);
    QVERIFY(bytes);
    QCOMPARE(bytes->size(), ascii.size() * encoding.unitSize());
    if (encoding.unitSize() == 1)
        QCOMPARE(*bytes, ascii.toLatin1());
    QCOMPARE(encoding.decode(*bytes).text, ascii);
}

void TestEncoding::badBytesAreMarked_data()
{
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    const auto add = [](const char *name, const char *what, const QByteArray &bytes, const QString &text,
                        bool valid = false) {
        if (const auto encoding = offered(name))
            QTest::addRow("%s, %s", name, what) << *encoding << bytes << text << valid;
    };
    add("UTF-8", "half a character", "a\xE4\xB8z"_ba, u"a\uFFFD\uFFFDz"_s);
    add("GBK", "a byte that starts nothing", "a\xFFz"_ba, u"a\uFFFDz"_s);
    add("GBK", "a private use character is one", "\xAA\xA1z"_ba, u"\uE000z"_s, true);
    add("GBK", "half a character before ASCII", "\xD6!z"_ba, u"\uFFFD!z"_s);
    add("GBK", "half a character at the end", "a\xD6"_ba, u"a\uFFFD"_s);
    add("GB18030", "half a character before a line feed", "\xD6\nz"_ba, u"\uFFFD\nz"_s);
    add("GB18030", "three of four bytes", "\x94\x39\xFC"_ba, u"\uFFFD9\uFFFD"_s);
    add("GB18030", "a replacement character is one", "\x84\x31\xA4\x37"_ba, u"\uFFFD"_s, true);
    add("GB18030", "four bytes that are nothing", "\xFE\x39\xFE\x39"_ba, u"\uFFFD9\uFFFD9"_s);
    add("Big5", "a pair without a character", "\xA3\xC0z"_ba, u"\uFFFD\uFFFDz"_s);
    add("Big5", "a byte that starts nothing", "\xFF\xA4\xA4"_ba, u"\uFFFD中"_s);
    add("Shift_JIS", "half a character before a digit", "\x93\x31"_ba, u"\uFFFD1"_s);
    add("Shift_JIS", "a pair without a character", "\xFC\xFC\xB1"_ba, u"\uFFFD\uFFFDｱ"_s);
    add("EUC-KR", "half a character before a space", "\xC7 z"_ba, u"\uFFFD z"_s);
    add("EUC-KR", "a byte that starts nothing", "\xFFz"_ba, u"\uFFFDz"_s);
    add("EUC-JP", "two of three bytes", "\x8F\xB0z"_ba, u"\uFFFD\uFFFDz"_s);
    add("ISO-8859-6", "a byte without a character", "\xA1z"_ba, u"\uFFFDz"_s);
    add("ISO-8859-8", "a byte without a character", "\xFFz"_ba, u"\uFFFDz"_s);
    add("US-ASCII", "beyond", "a\x80\xFFz"_ba, u"a\uFFFD\uFFFDz"_s);
    add("UTF-16LE", "an odd byte", "a\0b"_ba, u"a\uFFFD"_s);
    add("UTF-16LE", "a low surrogate alone", "\x00\xDE\x61\x00"_ba, u"\uFFFDa"_s);
    add("UTF-16LE", "a high surrogate alone", "\x3D\xD8\x61\x00"_ba, u"\uFFFDa"_s);
    add("UTF-16BE", "a high surrogate and an odd byte", "\xD8\x3D\xDE"_ba, u"\uFFFD\uFFFD"_s);
    add("UTF-32LE", "beyond the last", "\x00\x00\x11\x00\x61\x00\x00\x00"_ba, u"\uFFFDa"_s);
    add("UTF-32BE", "a surrogate", "\x00\x00\xD8\x00\x00\x00\x00\x61"_ba, u"\uFFFDa"_s);
    add("UTF-32BE", "three bytes", "\x00\x00\x00"_ba, u"\uFFFD"_s);
}

void TestEncoding::badBytesAreMarked()
{
    QFETCH(Encoding, encoding);
    QFETCH(QByteArray, bytes);
    const DecodedText decoded = encoding.decode(bytes);
    QTEST(decoded.text, "text");
    QTEST(decoded.valid, "valid");
}

void TestEncoding::aSubstituteCharacterIsNoBadByte_data()
{
    addEncodings();
}

void TestEncoding::aSubstituteCharacterIsNoBadByte()
{
    QFETCH(Encoding, encoding);
    const QByteArray bytes = *encoding.encode(u"a\u001Az");
    QCOMPARE(encoding.decode(bytes).text, u"a\u001Az"_s);
    QVERIFY(encoding.decode(bytes).valid);
    // No byte or pair but the one of U+001A reads as it.
    for (int first = 0x80; first < 0x100 && encoding.unitSize() == 1; ++first) {
        for (int second = 0x80; second < 0x100; ++second) {
            const char pair[] = {char(first), char(second)};
            const DecodedText decoded = encoding.decode({pair, 2});
            QVERIFY(!decoded.text.contains(u'\x1A'));
            QCOMPARE(decoded.valid, !decoded.text.contains(u'\uFFFD'));
        }
    }
}

void TestEncoding::whatTheEncodingLacksIsNotWritten_data()
{
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("badAt");
    const auto add = [](const char *name, const char *what, const QString &text, qsizetype badAt) {
        if (const auto encoding = offered(name))
            QTest::addRow("%s, %s", name, what) << *encoding << text << badAt;
    };
    add("UTF-8", "half a pair", u"a\xD83D"_s, 1);
    add("UTF-16LE", "half a pair", u"ab\xDE00" "c"_s, 2);
    add("UTF-32BE", "half a pair", u"\xD83D" "c"_s, 0);
    add("GBK", "an emoji", u"中文😀"_s, 2);
    add("GB18030", "half a pair", u"中\xD83D"_s, 1);
    add("Big5", "a simplified one", u"中文简"_s, 2);
    add("Shift_JIS", "a yen sign is no backslash", u"a¥"_s, 1);
    add("EUC-JP", "an emoji", u"日😀本"_s, 1);
    add("EUC-KR", "a replacement character", u"한\uFFFD"_s, 1);
    add("windows-1252", "Chinese", u"é中"_s, 1);
    add("windows-1252", "a wide letter is no narrow one", u"aｂ"_s, 1);
    add("ISO-8859-1", "the euro", u"5 €"_s, 2);
    add("US-ASCII", "an accent", u"café"_s, 3);
}

void TestEncoding::whatTheEncodingLacksIsNotWritten()
{
    QFETCH(Encoding, encoding);
    QFETCH(QString, text);
    qsizetype badAt = -1;
    QVERIFY(!encoding.encode(text, &badAt));
    QTEST(badAt, "badAt");
}

void TestEncoding::theCutOffCharacterAtTheEndIsMeasured_data()
{
    QTest::addColumn<Encoding>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("tail");
    const auto add = [](const char *name, const char *what, const QByteArray &bytes, qsizetype tail) {
        if (const auto encoding = offered(name))
            QTest::addRow("%s, %s", name, what) << *encoding << bytes << tail;
    };
    add("UTF-8", "2 of 3", "a\xE4\xB8"_ba, 2);
    add("GBK", "1 of 2", "\xD6\xD0\xD6"_ba, 1);
    add("GBK", "whole, of two lead bytes", "\xD6\xD6"_ba, 0);
    add("GB18030", "2 of 4", "\x94\x39"_ba, 2);
    add("GB18030", "3 of 4", "a\x94\x39\xFC"_ba, 3);
    add("Shift_JIS", "a backslash that is a half", "\x93\x5C"_ba, 0);
    add("EUC-JP", "2 of 3", "\x8F\xB0"_ba, 2);
    add("windows-1252", "never", "\xE4"_ba, 0);
    add("UTF-16LE", "an odd byte", "a\0b"_ba, 1);
    add("UTF-16LE", "a high surrogate", "a\0\x3D\xD8"_ba, 2);
    add("UTF-16BE", "a high surrogate and a byte", "\xD8\x3D\xDE"_ba, 3);
    add("UTF-32LE", "3 of 4", "\x00\xF6\x01"_ba, 3);
}

void TestEncoding::theCutOffCharacterAtTheEndIsMeasured()
{
    QFETCH(Encoding, encoding);
    QFETCH(QByteArray, bytes);
    QTEST(encoding.incompleteTail(bytes), "tail");
}

void TestEncoding::readingOneByOneGivesTheWhole_data()
{
    addEncodings();
}

void TestEncoding::readingOneByOneGivesTheWhole()
{
    QFETCH(Encoding, encoding);
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        const QByteArray bytes = mixture(random, encoding);
        QString text;
        bool valid = true;
        for (QByteArrayView rest = bytes; !rest.isEmpty();) {
            const ReadCharacter read = encoding.first(rest);
            valid &= read.kind == Kind::Whole;
            const int unit = encoding.unitSize();
            const qsizetype size = read.kind == Kind::Cut ? qMin<qsizetype>(unit, rest.size()) : qsizetype(read.size);
            if (read.kind == Kind::Whole)
                text += QString::fromUcs4(&read.codePoint, 1);
            else
                text += QString(qMax<qsizetype>(1, size / unit), QChar::ReplacementCharacter);
            rest = rest.sliced(size);
        }
        const DecodedText decoded = encoding.decode(bytes);
        QVERIFY2(decoded.text == text, bytes.toHex(' ').constData());
        QCOMPARE(decoded.valid, valid);
    }
}

void TestEncoding::aMessageIsReadInItsEncoding()
{
    const auto latin1 = Encoding::parse(u"latin1");
    Message message;
    message.wire = "caf\xE9\r\n"_ba;
    message.trailerSize = 2;
    QCOMPARE(decodeMessage(message, *latin1).text, u"café"_s);
    QVERIFY(decodeMessage(message, *latin1).valid);
    QVERIFY(!decodeMessage(message).valid);
}

void TestEncoding::aCharacterSplitOverMessagesBelongsToTheLast()
{
    const auto utf16 = Encoding::parse(u"UTF-16LE");
    Message first;
    first.wire = "a\0\x3D\xD8\x00"_ba;
    first.openEnd = true;
    Message second;
    second.wire = "\xDE" "b\0"_ba;
    second.openEnd = true;
    second.carried = {'\x3D', '\xD8', '\x00'};
    second.carriedSize = 3;
    QCOMPARE(decodeMessage(first, *utf16).text, u"a"_s);
    QCOMPARE(decodeMessage(second, *utf16).text, u"😀b"_s);
    QVERIFY(!decodeMessage(second, *utf16).valid);
}

QTEST_APPLESS_MAIN(TestEncoding)
#include "tst_encoding.moc"
