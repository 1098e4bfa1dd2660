#include "framer.h"
#include "text.h"

#include <QTest>

using namespace Qt::StringLiterals;

static Message lineOf(const QByteArray &wire)
{
    Message message;
    message.wire = wire;
    message.trailerSize = wire.endsWith('\n') ? 1 : 0;
    return message;
}

class TestText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCutOffCharacterAtTheEndIsMeasured_data();
    void theCutOffCharacterAtTheEndIsMeasured();
    void aMessageIsDecoded_data();
    void aMessageIsDecoded();
    void aCharacterSplitOverReadsIsWhole_data();
    void aCharacterSplitOverReadsIsWhole();
    void aCutCharacterInOneLineLeavesTheNextAlone();
    void aCharacterThatNeverEndsIsShownAtTheEnd();
    void controlsAreShown_data();
    void controlsAreShown();
    void everyControlCharacterIsReplaced();
    void longTextIsCut_data();
    void longTextIsCut();
};

void TestText::theCutOffCharacterAtTheEndIsMeasured_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("tail");

    QTest::newRow("empty") << ""_ba << qsizetype(0);
    QTest::newRow("ASCII") << "abc"_ba << qsizetype(0);
    QTest::newRow("whole, 2 bytes") << "\xC3\xA9"_ba << qsizetype(0);
    QTest::newRow("whole, 3 bytes") << "\xE4\xB8\xAD"_ba << qsizetype(0);
    QTest::newRow("whole, 4 bytes") << "\xF0\x9F\x98\x80"_ba << qsizetype(0);
    QTest::newRow("1 of 2") << "a\xC3"_ba << qsizetype(1);
    QTest::newRow("1 of 3") << "a\xE4"_ba << qsizetype(1);
    QTest::newRow("2 of 3") << "a\xE4\xB8"_ba << qsizetype(2);
    QTest::newRow("1 of 4") << "\xF0"_ba << qsizetype(1);
    QTest::newRow("2 of 4") << "\xF0\x9F"_ba << qsizetype(2);
    QTest::newRow("3 of 4") << "\xF0\x9F\x98"_ba << qsizetype(3);
    QTest::newRow("last code point") << "\xF4\x8F\xBF"_ba << qsizetype(3);
    QTest::newRow("beyond the last") << "\xF4\x90"_ba << qsizetype(0);
    QTest::newRow("F4 alone") << "\xF4"_ba << qsizetype(1);
    QTest::newRow("F5 is no start") << "\xF5"_ba << qsizetype(0);
    QTest::newRow("C1 is no start") << "\xC1"_ba << qsizetype(0);
    QTest::newRow("overlong, 3 bytes") << "\xE0\x80"_ba << qsizetype(0);
    QTest::newRow("E0 alone") << "\xE0"_ba << qsizetype(1);
    QTest::newRow("shortest E0") << "\xE0\xA0"_ba << qsizetype(2);
    QTest::newRow("overlong, 4 bytes") << "\xF0\x80\x80"_ba << qsizetype(0);
    QTest::newRow("shortest F0") << "\xF0\x90\x80"_ba << qsizetype(3);
    QTest::newRow("surrogate") << "\xED\xA0"_ba << qsizetype(0);
    QTest::newRow("before the surrogates") << "\xED\x9F"_ba << qsizetype(2);
    QTest::newRow("ED alone") << "\xED"_ba << qsizetype(1);
    QTest::newRow("only continuations") << "\x80\x80\x80\x80"_ba << qsizetype(0);
    QTest::newRow("one continuation") << "\x80"_ba << qsizetype(0);
    QTest::newRow("a continuation too many") << "\xC3\xA9\xA9"_ba << qsizetype(0);
}

void TestText::theCutOffCharacterAtTheEndIsMeasured()
{
    QFETCH(QByteArray, bytes);
    QTEST(incompleteUtf8Tail(bytes), "tail");
}

void TestText::aMessageIsDecoded_data()
{
    QTest::addColumn<QByteArray>("wire");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");

    QTest::newRow("ASCII") << "hello\n"_ba << u"hello"_s << true;
    QTest::newRow("Chinese") << "你好\n"_ba << u"你好"_s << true;
    QTest::newRow("empty") << "\n"_ba << u""_s << true;
    QTest::newRow("NUL") << QByteArray("a\0b\n", 4) << u"a\0b"_s << true;
    QTest::newRow("a byte order mark is kept") << "\xEF\xBB\xBFx\n"_ba << u"\uFEFFx"_s << true;
    QTest::newRow("a byte order mark before a bad byte") << "\xEF\xBB\xBF\xFF\n"_ba << u"\uFEFF\uFFFD"_s << false;
    QTest::newRow("a bad byte eats no neighbour") << "a\xFF"_ba "b\n"_ba << u"a\uFFFDb"_s << false;
    QTest::newRow("a cut character eats no neighbour") << "\xC3(\n"_ba << u"\uFFFD("_s << false;
    QTest::newRow("each bad byte is shown") << "\xE4\xB8z\n"_ba << u"\uFFFD\uFFFDz"_s << false;
    QTest::newRow("cut at the end of a line") << "a\xE4\xB8\n"_ba << u"a\uFFFD\uFFFD"_s << false;
    QTest::newRow("a surrogate") << "\xED\xA0\x80\n"_ba << u"\uFFFD\uFFFD\uFFFD"_s << false;
    QTest::newRow("overlong") << "\xC0\x80\n"_ba << u"\uFFFD\uFFFD"_s << false;
}

void TestText::aMessageIsDecoded()
{
    QFETCH(QByteArray, wire);

    const DecodedText decoded = decodeMessage(lineOf(wire));

    QTEST(decoded.text, "text");
    QTEST(decoded.valid, "valid");
}

void TestText::aCharacterSplitOverReadsIsWhole_data()
{
    QTest::addColumn<QByteArrayList>("reads");
    QTest::addColumn<QStringList>("texts");

    QTest::newRow("over 2") << QByteArrayList{"a\xC3", "\xA9z"} << QStringList{u"a"_s, u"éz"_s};
    QTest::newRow("over 3") << QByteArrayList{"\xE4", "\xB8", "\xAD"} << QStringList{u""_s, u""_s, u"中"_s};
    QTest::newRow("over 4") << QByteArrayList{"\xF0", "\x9F", "\x98", "\x80!"}
                            << QStringList{u""_s, u""_s, u""_s, u"😀!"_s};
    QTest::newRow("a bad byte in its middle") << QByteArrayList{"\xE4\xB8", "z"}
                                              << QStringList{u""_s, u"\uFFFD\uFFFDz"_s};
    QTest::newRow("another start") << QByteArrayList{"\xE4", "\xC3\xA9"} << QStringList{u""_s, u"\uFFFDé"_s};
    QTest::newRow("the next is cut as well") << QByteArrayList{"\xC3", "\xA9\xC3", "\xA9"}
                                             << QStringList{u""_s, u"é"_s, u"é"_s};
}

void TestText::aCharacterSplitOverReadsIsWhole()
{
    QFETCH(QByteArrayList, reads);
    Framer framer({Framing::Kind::Raw});

    QStringList texts;
    for (const QByteArray &read : std::as_const(reads))
        texts.append(decodeMessage(framer.feed(read).constFirst()).text);

    QTEST(texts, "texts");
}

void TestText::aCutCharacterInOneLineLeavesTheNextAlone()
{
    Framer framer;

    const QList<Message> lines = framer.feed("a\xE4\xB8\n\xADz\n"_ba);

    QCOMPARE(decodeMessage(lines.at(0)).text, u"a\uFFFD\uFFFD"_s);
    QCOMPARE(decodeMessage(lines.at(1)).text, u"\uFFFDz"_s);
}

void TestText::aCharacterThatNeverEndsIsShownAtTheEnd()
{
    Framer framer({Framing::Kind::Raw});
    framer.feed("a\xE4\xB8"_ba);

    const QList<Message> rest = framer.finish();

    QCOMPARE(rest.size(), 1);
    QVERIFY(rest.constFirst().wire.isEmpty());
    QCOMPARE(decodeMessage(rest.constFirst()).text, u"\uFFFD\uFFFD"_s);
}

void TestText::controlsAreShown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("visible");

    QTest::newRow("plain") << u"héllo 你好 😀"_s << u"héllo 你好 😀"_s;
    QTest::newRow("NUL, tab, LF, CR, escape") << u"\0\t\n\r\x1B"_s << u"␀␉␊␍␛"_s;
    QTest::newRow("delete") << u"\x7F"_s << u"␡"_s;
    QTest::newRow("C1") << u"\u0085\u009B"_s << u"⟨U+0085⟩⟨U+009B⟩"_s;
    QTest::newRow("override") << u"a\u202Eb"_s << u"a⟨U+202E⟩b"_s;
    QTest::newRow("isolates") << u"\u2066\u2069"_s << u"⟨U+2066⟩⟨U+2069⟩"_s;
    QTest::newRow("marks") << u"\u200E\u200F\u061C"_s << u"⟨U+200E⟩⟨U+200F⟩⟨U+061C⟩"_s;
    QTest::newRow("line and paragraph separators") << u"\u2028\u2029"_s << u"⟨U+2028⟩⟨U+2029⟩"_s;
    QTest::newRow("byte order mark") << u"\uFEFF"_s << u"⟨U+FEFF⟩"_s;
    QTest::newRow("zero width space, word joiner") << u"\u200B\u2060"_s << u"⟨U+200B⟩⟨U+2060⟩"_s;
    QTest::newRow("a non-joiner is part of a word") << u"می\u200Cخواهم"_s << u"می\u200Cخواهم"_s;
    QTest::newRow("a joiner is part of an emoji") << u"👩\u200D💻"_s << u"👩\u200D💻"_s;
}

void TestText::controlsAreShown()
{
    QFETCH(QString, text);
    QTEST(visibleText(text), "visible");
}

void TestText::everyControlCharacterIsReplaced()
{
    for (char16_t c = 0; c < 0x3000; ++c) {
        const auto category = QChar::category(char32_t(c));
        const bool breaks = category == QChar::Other_Control || category == QChar::Separator_Line
                         || category == QChar::Separator_Paragraph;
        if (breaks)
            QVERIFY2(!visibleText(QString(QChar(c))).contains(QChar(c)), QByteArray::number(int(c), 16).constData());
    }
}

void TestText::longTextIsCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("most");
    QTest::addColumn<QString>("visible");

    QTest::newRow("short enough") << u"abc"_s << qsizetype(3) << u"abc"_s;
    QTest::newRow("too long") << u"abcd"_s << qsizetype(3) << u"abc…"_s;
    QTest::newRow("no limit") << u"abcd"_s << qsizetype(-1) << u"abcd"_s;
    QTest::newRow("nothing fits") << u"abcd"_s << qsizetype(0) << u"…"_s;
    QTest::newRow("a pair is not cut in two") << u"ab😀"_s << qsizetype(3) << u"ab…"_s;
    QTest::newRow("a pair that fits") << u"ab😀c"_s << qsizetype(4) << u"ab😀…"_s;
}

void TestText::longTextIsCut()
{
    QFETCH(QString, text);
    QFETCH(qsizetype, most);
    QTEST(visibleText(text, most), "visible");
}

QTEST_APPLESS_MAIN(TestText)
#include "tst_text.moc"
