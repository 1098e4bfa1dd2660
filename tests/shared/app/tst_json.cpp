#include "jsoncommand.h"
#include "jsonline.h"
#include "jsonrecord.h"
#include "plainrecord.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

class TestJson final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLineReadsBackAsWhatWasWritten();
    void nothingInALineCanDisturbATerminal();
    void aMessageLeavesOutItsTerminator();
    void aPieceSaysThatMoreComes();
    void aCommandInPiecesIsOneCommand();
    void aCommandWithoutAnEndIsRefusedAndTheNextOneRead();
    void aTargetIsNamedOnce();
    void aMessageIsReadInItsEncoding();
    void bytesThatAreNotOfTheEncodingAreShownAsHex();
    void plainOutputIsUtf8WhateverTheEncoding();
    void aTextToSendIsWrittenInItsEncoding();
    void aCharacterThatTheEncodingLacksIsAnErrorThatNamesIt_data();
    void aCharacterThatTheEncodingLacksIsAnErrorThatNamesIt();
};

void TestJson::aLineReadsBackAsWhatWasWritten()
{
    const QString text = u"quote \" backslash \\ tab \t line \n null \0 and 你好 😀"_s;
    const QByteArray line = JsonLine("received"_L1, 0).add("text"_L1, text).add("bytes"_L1, quint64(7)).addTrue("more"_L1).line();
    QCOMPARE(line.count('\n'), 1);
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    QCOMPARE(object.value("event"_L1), u"received"_s);
    QCOMPARE(object.value("time"_L1), u"1970-01-01T00:00:00.000Z"_s);
    QCOMPARE(object.value("text"_L1), text);
    QCOMPARE(object.value("bytes"_L1), 7);
    QCOMPARE(object.value("more"_L1), true);
}

void TestJson::nothingInALineCanDisturbATerminal()
{
    const QByteArray line = JsonLine("received"_L1, 0).add("text"_L1, u"\u001b[2J\u009b1m\u007f\u202e\u2028"_s).line();
    for (const char byte : line.chopped(1))
        QVERIFY(uchar(byte) >= 0x20 && uchar(byte) < 0x7f);
}

void TestJson::aMessageLeavesOutItsTerminator()
{
    Message message;
    message.wire = "hello\r\n";
    message.trailerSize = 2;
    const QJsonObject object = QJsonDocument::fromJson(jsonOfRecord(Record::of(Record::Kind::Received, 4, message))).object();
    QCOMPARE(object.value("bytes"_L1), 5);
    QCOMPARE(object.value("text"_L1), u"hello"_s);
    QCOMPARE(object.value("socket"_L1), 4);
    QVERIFY(!object.contains("hex"_L1));
    QVERIFY(!object.contains("more"_L1));
}

void TestJson::aPieceSaysThatMoreComes()
{
    Message message;
    message.wire = "part";
    message.more = true;
    const QJsonObject object = QJsonDocument::fromJson(jsonOfRecord(Record::of(Record::Kind::Sent, 1, message))).object();
    QCOMPARE(object.value("event"_L1), u"sent"_s);
    QCOMPARE(object.value("more"_L1), true);
}

void TestJson::aCommandInPiecesIsOneCommand()
{
    JsonCommandReader reader;
    Message start;
    start.wire = R"({"send":"in )";
    start.more = true;
    Message end;
    end.wire = "pieces\"}\n";
    end.trailerSize = 1;
    QVERIFY(!reader.feed(start));
    const auto command = reader.feed(end);
    QVERIFY(command);
    QCOMPARE(std::get<SendCommand>(*command).content, QByteArray("in pieces"));
}

void TestJson::aCommandWithoutAnEndIsRefusedAndTheNextOneRead()
{
    JsonCommandReader reader;
    Message piece;
    piece.wire = QByteArray(1024 * 1024, 'x');
    piece.more = true;
    for (int i = 0; i < 20; ++i)
        QVERIFY(!reader.feed(piece));
    piece.more = false;
    QVERIFY(std::holds_alternative<BadCommand>(*reader.feed(piece)));
    Message next;
    next.wire = R"({"stop":true})";
    QVERIFY(std::holds_alternative<StopCommand>(*reader.feed(next)));
}

void TestJson::aTargetIsNamedOnce()
{
    const JsonCommand command = parseJsonCommand(R"({"send":"x","to":[2,1,2]})");
    QCOMPARE(std::get<SendCommand>(command).to, (QList<SocketId>{2, 1}));
}

static QJsonObject objectOf(const QByteArray &wire, const Encoding &encoding)
{
    Message message;
    message.wire = wire;
    return QJsonDocument::fromJson(jsonOfRecord(Record::of(Record::Kind::Received, 1, message), encoding)).object();
}

void TestJson::aMessageIsReadInItsEncoding()
{
    const QJsonObject object = objectOf("caf\xE9", *Encoding::parse(u"latin1"));
    QCOMPARE(object.value("text"_L1), u"café"_s);
    QCOMPARE(object.value("bytes"_L1), 4);
    QVERIFY(!object.contains("hex"_L1));
}

void TestJson::bytesThatAreNotOfTheEncodingAreShownAsHex()
{
    const QJsonObject object = objectOf("caf\xE9", *Encoding::parse(u"ascii"));
    QCOMPARE(object.value("text"_L1), u"caf\uFFFD"_s);
    QCOMPARE(object.value("hex"_L1), u"636166e9"_s);
}

void TestJson::plainOutputIsUtf8WhateverTheEncoding()
{
    Message message;
    message.wire = "caf\xE9\x1B\n";
    message.trailerSize = 1;
    const Record record = Record::of(Record::Kind::Received, 1, message);
    QCOMPARE(plainOfRecord(record, *Encoding::parse(u"latin1")).output, u"café␛\n"_s.toUtf8());
}

void TestJson::aTextToSendIsWrittenInItsEncoding()
{
    const JsonCommand command = parseJsonCommand(R"({"send":"café"})", *Encoding::parse(u"latin1"));
    QCOMPARE(std::get<SendCommand>(command).content, "caf\xE9"_ba);
    const JsonCommand wide = parseJsonCommand(R"({"send":"\u00e9"})", *Encoding::parse(u"utf-16be"));
    QCOMPARE(std::get<SendCommand>(wide).content, "\0\xE9"_ba);
}

void TestJson::aCharacterThatTheEncodingLacksIsAnErrorThatNamesIt_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("named");
    QTest::newRow("Chinese in Latin-1") << u"latin1"_s << R"({"send":"é中"})"_ba << u"U+4E2D"_s;
    QTest::newRow("an emoji in ASCII") << u"ascii"_s << R"({"send":"a😀b","to":[1]})"_ba << u"U+1F600"_s;
    QTest::newRow("an accent in ASCII") << u"ascii"_s << R"({"send":"é"})"_ba << u"U+00E9"_s;
    QTest::newRow("half a pair in UTF-8") << u"utf-8"_s << R"({"send":"a\ud83db"})"_ba << u"U+D83D"_s;
}

void TestJson::aCharacterThatTheEncodingLacksIsAnErrorThatNamesIt()
{
    QFETCH(QString, encoding);
    QFETCH(QByteArray, line);
    QFETCH(QString, named);
    JsonCommandReader reader(*Encoding::parse(encoding));
    Message message;
    message.wire = line;
    const auto command = reader.feed(message);
    QVERIFY(command);
    QVERIFY(std::holds_alternative<BadCommand>(*command));
    const QString sentence = std::get<BadCommand>(*command).sentence;
    QVERIFY2(sentence.contains(named), qPrintable(sentence));
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
