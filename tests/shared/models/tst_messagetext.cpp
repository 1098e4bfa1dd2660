#include "message.h"
#include "messagetext.h"

#include <QTest>

using namespace Qt::StringLiterals;

static Encoding encodingNamed(QStringView name)
{
    return Encoding::parse(name).value_or(Encoding());
}

static Message messageOf(const QByteArray &wire)
{
    Message message;
    message.wire = wire;
    return message;
}

/// What a row shows of a message, in the encoding that was chosen for it.
class TestMessageText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStartOfALongMessageIsCutBetweenCharacters();
    void allOfItIsReadInItsEncoding();
    void whatIsNotOfTheEncodingIsMarkedWithItsName();
    void aCharacterThatTwoReadsShareIsWhole();
};

void TestMessageText::theStartOfALongMessageIsCutBetweenCharacters()
{
    const Encoding utf16 = encodingNamed(u"utf-16le");
    const QString text = u"a"_s + u"😀"_s.repeated(100);
    const Message message = messageOf(*utf16.encode(text));
    for (qsizetype length = 1; length < 20; ++length)
        QVERIFY(!shortText(message, length, utf16).contains(u'\uFFFD'));
    QCOMPARE(shortText(message, 3, utf16), u"a😀…"_s);
}

void TestMessageText::allOfItIsReadInItsEncoding()
{
    QCOMPARE(copyableText(messageOf("caf\xE9\r\nth\xE9"), encodingNamed(u"latin1")), u"café\nthé"_s);
}

void TestMessageText::whatIsNotOfTheEncodingIsMarkedWithItsName()
{
    const Encoding ascii = encodingNamed(u"ascii");
    const Message message = messageOf("caf\xE9");
    QVERIFY(!isValidIn(ascii, message));
    QVERIFY(isValidIn(encodingNamed(u"latin1"), message));
    QCOMPARE(messageMarks(message, message.content().size(), 100, isValidIn(ascii, message), ascii), u"not US-ASCII"_s);
    QCOMPARE(messageMarks(message, message.content().size(), 100, isValidIn(Encoding(), message), Encoding()), u"not UTF-8"_s);
}

void TestMessageText::aCharacterThatTwoReadsShareIsWhole()
{
    const Encoding utf16 = encodingNamed(u"utf-16be");
    Message first = messageOf("\0a\xD8"_ba);
    first.openEnd = true;
    Message second = messageOf("\x3D\xDE\x00"_ba);
    second.openEnd = true;
    second.carried = {'\xD8'};
    second.carriedSize = 1;
    QVERIFY(isValidIn(utf16, first));
    QVERIFY(isValidIn(utf16, second));
    second.carriedSize = 0;
    second.openEnd = false;
    QVERIFY(!isValidIn(utf16, second));
}

QTEST_APPLESS_MAIN(TestMessageText)
#include "tst_messagetext.moc"
