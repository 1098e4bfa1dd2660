#include "jsoncommand.h"
#include "jsonline.h"
#include "jsonrecord.h"

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

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
