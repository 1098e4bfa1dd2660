#include "textmap.h"

#include "text.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Seed = 4711;

/// Whole and broken characters of all lengths, in any order.
QByteArray randomBytes(QRandomGenerator &random, int parts)
{
    static const QByteArrayList pool{"a", "Z", "\n", "\x1B", "é", "中", "😀", "\xEF\xBB\xBF", "\xEF\xBF\xBD", "\x80",
                                     "\xC3", "\xE4\xB8", "\xF0\x9F\x98", "\xED\xA0\x80", "\xC0\x80", "\xFF", "\xF5"};
    QByteArray bytes;
    for (int i = 0; i < parts; ++i)
        bytes.append(pool[random.bounded(pool.size())]);
    return bytes;
}

/// What the transcript shows of these bytes.
QString wholeText(const QByteArray &bytes)
{
    Message message;
    message.wire = bytes;
    return decodeMessage(message).text;
}

}

class TestTextMap final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCharacterKnowsItsBytes_data();
    void everyCharacterKnowsItsBytes();
    void selectedTextGivesItsBytes_data();
    void selectedTextGivesItsBytes();
    void selectedBytesGiveTheirText_data();
    void selectedBytesGiveTheirText();
    void theTextIsThatOfTheTranscript();
    void charactersLieOneBehindTheOther();
    void bothWaysAgree();
    void anyEncodingCanFillIt_data();
    void anyEncodingCanFillIt();
    void aMapCanStartAnywhere();
    void anEmptyMapAnswersToo();
    void theClipboardGetsNoControlCharacters();
};

void TestTextMap::everyCharacterKnowsItsBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("characters");
    QTest::addColumn<QList<int>>("sizes");

    QTest::newRow("none") << ""_ba << QStringList{} << QList<int>{};
    QTest::newRow("ASCII") << "ab"_ba << QStringList{u"a"_s, u"b"_s} << QList{1, 1};
    QTest::newRow("all lengths") << "aé中😀"_ba << QStringList{u"a"_s, u"é"_s, u"中"_s, u"😀"_s} << QList{1, 2, 3, 4};
    QTest::newRow("NUL") << QByteArray("a\0b", 3)
                         << QStringList{u"a"_s, QString(QChar(u'\0')), u"b"_s} << QList{1, 1, 1};
    QTest::newRow("a bad byte") << "a\xFF"_ba "b"_ba << QStringList{u"a"_s, u"\uFFFD"_s, u"b"_s} << QList{1, 1, 1};
    QTest::newRow("cut, then more") << "\xE4\xB8z"_ba
                                    << QStringList{u"\uFFFD"_s, u"\uFFFD"_s, u"z"_s} << QList{1, 1, 1};
    QTest::newRow("cut at the end") << "a\xF0\x9F"_ba
                                    << QStringList{u"a"_s, u"\uFFFD"_s, u"\uFFFD"_s} << QList{1, 1, 1};
    QTest::newRow("U+FFFD as sent") << "\xEF\xBF\xBD"_ba << QStringList{u"\uFFFD"_s} << QList{3};
    QTest::newRow("a byte order mark") << "\xEF\xBB\xBFx"_ba << QStringList{u"\uFEFF"_s, u"x"_s} << QList{3, 1};
    QTest::newRow("a surrogate") << "\xED\xA0\x80"_ba << QStringList(3, u"\uFFFD"_s) << QList{1, 1, 1};
    QTest::newRow("overlong") << "\xC0\x80"_ba << QStringList(2, u"\uFFFD"_s) << QList{1, 1};
}

void TestTextMap::everyCharacterKnowsItsBytes()
{
    QFETCH(QByteArray, bytes);
    const TextMap map = decodeMapped(bytes, CharacterDecoder::of({}));
    QStringList characters;
    QList<int> sizes;
    for (qsizetype i = 0; i < map.count(); ++i) {
        characters.append(map.character(i).toString());
        sizes.append(int(map.byteCount(i)));
    }
    QTEST(characters, "characters");
    QTEST(sizes, "sizes");
    QCOMPARE(map.bytes(), (ByteRange{0, bytes.size()}));
}

void TestTextMap::selectedTextGivesItsBytes_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");
    QTest::addColumn<qint64>("firstByte");
    QTest::addColumn<qint64>("bytes");

    // a é 😀 中 b: UTF-16 units 1 1 2 1 1, bytes 1 2 4 3 1
    QTest::newRow("the first") << 0 << 1 << qint64(0) << qint64(1);
    QTest::newRow("two bytes") << 1 << 1 << qint64(1) << qint64(2);
    QTest::newRow("a pair of surrogates") << 2 << 2 << qint64(3) << qint64(4);
    QTest::newRow("half of it is all of it") << 3 << 1 << qint64(3) << qint64(4);
    QTest::newRow("half of it and the next") << 3 << 2 << qint64(3) << qint64(7);
    QTest::newRow("the last") << 5 << 1 << qint64(10) << qint64(1);
    QTest::newRow("all") << 0 << 6 << qint64(0) << qint64(11);
    QTest::newRow("too much") << 4 << 100 << qint64(7) << qint64(4);
    QTest::newRow("a place") << 4 << 0 << qint64(7) << qint64(0);
    QTest::newRow("the end") << 6 << 0 << qint64(11) << qint64(0);
    QTest::newRow("behind the end") << 9 << 3 << qint64(11) << qint64(0);
}

void TestTextMap::selectedTextGivesItsBytes()
{
    QFETCH(int, start);
    QFETCH(int, length);
    QFETCH(qint64, firstByte);
    QFETCH(qint64, bytes);
    const TextMap map = decodeMapped("aé😀中b"_ba, CharacterDecoder::of({}));
    QCOMPARE(map.bytesOf(start, length), (ByteRange{firstByte, bytes}));
}

void TestTextMap::selectedBytesGiveTheirText_data()
{
    QTest::addColumn<qint64>("firstByte");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");

    QTest::newRow("the first") << qint64(0) << qint64(1) << 0 << 1;
    QTest::newRow("a byte of two") << qint64(2) << qint64(1) << 1 << 1;
    QTest::newRow("the end of one and the start of the next") << qint64(2) << qint64(2) << 1 << 3;
    QTest::newRow("a byte of four") << qint64(5) << qint64(1) << 2 << 2;
    QTest::newRow("all") << qint64(0) << qint64(11) << 0 << 6;
    QTest::newRow("too much") << qint64(10) << qint64(50) << 5 << 1;
    QTest::newRow("a place") << qint64(3) << qint64(0) << 2 << 0;
    QTest::newRow("behind the end") << qint64(20) << qint64(5) << 6 << 0;
}

void TestTextMap::selectedBytesGiveTheirText()
{
    QFETCH(qint64, firstByte);
    QFETCH(qint64, bytes);
    QFETCH(int, start);
    QFETCH(int, length);
    const TextMap map = decodeMapped("aé😀中b"_ba, CharacterDecoder::of({}));
    QCOMPARE(map.textOf({firstByte, bytes}), (TextMap::TextRange{start, length}));
}

void TestTextMap::theTextIsThatOfTheTranscript()
{
    QRandomGenerator random(Seed);
    for (int i = 0; i < 500; ++i) {
        const QByteArray bytes = randomBytes(random, 12);
        QCOMPARE(decodeMapped(bytes, CharacterDecoder::of({})).text(), wholeText(bytes));
    }
}

void TestTextMap::charactersLieOneBehindTheOther()
{
    QRandomGenerator random(Seed);
    for (int i = 0; i < 500; ++i) {
        const QByteArray bytes = randomBytes(random, 12);
        const TextMap map = decodeMapped(bytes, CharacterDecoder::of({}));
        qint64 sum = 0;
        for (qsizetype c = 0; c < map.count(); ++c) {
            const QByteArray own = bytes.mid(sum, map.byteCount(c));
            QCOMPARE(wholeText(own), map.character(c).toString());
            sum += own.size();
        }
        QCOMPARE(sum, bytes.size());
    }
}

void TestTextMap::bothWaysAgree()
{
    QRandomGenerator random(Seed);
    for (int i = 0; i < 500; ++i) {
        const QByteArray bytes = randomBytes(random, 12);
        const TextMap map = decodeMapped(bytes, CharacterDecoder::of({}));
        const qint64 first = random.bounded(bytes.size());
        const ByteRange some{first, 1 + random.bounded(bytes.size() - first)};
        const TextMap::TextRange text = map.textOf(some);
        const ByteRange back = map.bytesOf(text.start, text.length);
        QVERIFY(back.start <= some.start && back.end() >= some.end());
        QVERIFY(some.start - back.start < CharacterDecoder::MaxBytes);
        QVERIFY(back.end() - some.end() < CharacterDecoder::MaxBytes);
        QCOMPARE(map.textOf(back), text);
    }
}

void TestTextMap::anyEncodingCanFillIt_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("sizes");

    QTest::newRow("pairs") << u"GBK"_s << "a\xD6\xD0z"_ba << u"a中z"_s << QList{1, 2, 1};
    QTest::newRow("a pair that is none") << u"GBK"_s << "\xD6 z"_ba << u"\uFFFD z"_s << QList{1, 1, 1};
    QTest::newRow("a cut pair") << u"GBK"_s << "a\xD6"_ba << u"a\uFFFD"_s << QList{1, 1};
    QTest::newRow("UTF-16") << u"UTF-16BE"_s << QByteArray("\0a\x4E\x2D", 4) << u"a中"_s << QList{2, 2};
    QTest::newRow("surrogates") << u"UTF-16BE"_s << QByteArray("\xD8\x3D\xDE\x00\0z", 6) << u"😀z"_s << QList{4, 2};
    QTest::newRow("a byte order mark") << u"UTF-16BE"_s << QByteArray("\xFE\xFF\0z", 4) << u"\uFEFFz"_s << QList{2, 2};
    QTest::newRow("half of a pair") << u"UTF-16BE"_s << QByteArray("\xD8\x3D\0z", 4) << u"\uFFFDz"_s << QList{2, 2};
    QTest::newRow("an odd byte") << u"UTF-16BE"_s << QByteArray("\0a\x4E", 3) << u"a\uFFFD"_s << QList{2, 1};
}

void TestTextMap::anyEncodingCanFillIt()
{
    QFETCH(QString, encoding);
    QFETCH(QByteArray, bytes);
    const auto chosen = Encoding::parse(encoding);
    if (!chosen)
        QSKIP("there is no decoder for it here");
    const TextMap map = decodeMapped(bytes, CharacterDecoder::of(*chosen));
    QList<int> sizes;
    for (qsizetype i = 0; i < map.count(); ++i)
        sizes.append(int(map.byteCount(i)));
    QTEST(map.text(), "text");
    QTEST(sizes, "sizes");
}

void TestTextMap::aMapCanStartAnywhere()
{
    const TextMap map = decodeMapped("aé"_ba, CharacterDecoder::of({}), 1000);
    QCOMPARE(map.bytes(), (ByteRange{1000, 3}));
    QCOMPARE(map.bytesOf(1, 1), (ByteRange{1001, 2}));
    QCOMPARE(map.textOf({1002, 1}), (TextMap::TextRange{1, 1}));
    QCOMPARE(map.textOf({0, 1000}), (TextMap::TextRange{0, 0}));
    QCOMPARE(map.textOf({0, 1001}), (TextMap::TextRange{0, 1}));
}

void TestTextMap::anEmptyMapAnswersToo()
{
    const TextMap map(7);
    QCOMPARE(map.bytesOf(0, 5), (ByteRange{7, 0}));
    QCOMPARE(map.textOf({0, 100}), (TextMap::TextRange{0, 0}));
    QCOMPARE(map.textOf({7, 1}), (TextMap::TextRange{0, 0}));
}

void TestTextMap::theClipboardGetsNoControlCharacters()
{
    QCOMPARE(clipboardText(u"a\tb\r\nc\rd\x1B[31m\u202Ez"_s), u"a\tb\nc␍d␛[31m⟨U+202E⟩z"_s);
}

QTEST_GUILESS_MAIN(TestTextMap)
#include "tst_textmap.moc"
