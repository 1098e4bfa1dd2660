#include "program.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

static JsonProgram::Wanted ofSocket(int number)
{
    return [number](const QJsonObject &event) { return event.value("socket"_L1) == number; };
}

static QStringList keysOf(const QJsonObject &object)
{
    return object.keys(); // sorted
}

/// `oneport-server --headless`, with and without `--json`: the events and commands to the letter.
class TestHeadlessServer final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachEventHasJustItsKeys();
    void theTimeIsUtcInMilliseconds();
    void aMessageThatIsNotUtf8HasItsBytesAsHex();
    void aCharacterSplitOverTwoReadsIsWhole();
    void aSendToSomeReachesJustThem();
    void aSendToUnknownNumbersIsAnErrorAndServesTheOthers();
    void anEmptyListOfTargetsIsNotEveryone();
    void aCloseSendsWhatIsQueuedFirst();
    void anythingElseOnStandardInputIsAnError_data();
    void anythingElseOnStandardInputIsAnError();
    void theEndOfStandardInputDoesNotEndTheServer();
    void stopEndsWithStatus0AndTellsOfEachSocket();
    void aSignalEndsItWithStatus0();
    void numbersAreNeverUsedAgain();
    void aClientPastTheLimitIsNumberedAndTurnedAway();
    void aClientPastTheLimitOfItsAddressIsTurnedAway();
    void itListensOnIPv6();
    void plainOutputIsTheTextAndNothingElse();
    void plainInputGoesToEveryClient();
    void whatIsReceivedCanNotReachTheTerminalUnescaped();
    void commandsAreObeyedWhileAClientIsStalled();
    void textIsReadAndWrittenInTheEncoding_data();
    void textIsReadAndWrittenInTheEncoding();
    void aTextThatTheEncodingLacksIsNotSent();
    void plainInputIsSentAsTheBytesThatItIs();
};

void TestHeadlessServer::eachEventHasJustItsKeys()
{
    HeadlessServerProgram server({u"--mode"_s, u"echo"_s});
    const auto client = server.connectClient();
    QVERIFY(client);
    client->write("hello\r\n");
    const QJsonObject accepted = server->next(u"accepted"_s);
    QCOMPARE(keysOf(accepted), (QStringList{u"event"_s, u"local"_s, u"peer"_s, u"socket"_s, u"time"_s}));
    QCOMPARE(accepted.value("local"_L1), u"127.0.0.1:%1"_s.arg(server.port()));
    QCOMPARE(accepted.value("peer"_L1), u"127.0.0.1:%1"_s.arg(client->localPort()));
    QCOMPARE(accepted.value("socket"_L1), 1);
    for (const QString &event : {u"received"_s, u"sent"_s}) {
        const QJsonObject message = server->next(event);
        QCOMPARE(keysOf(message), (QStringList{u"bytes"_s, u"event"_s, u"socket"_s, u"text"_s, u"time"_s}));
        QCOMPARE(message.value("bytes"_L1), 5);
        QCOMPARE(message.value("text"_L1), u"hello"_s);
    }
    client->disconnectFromHost();
    const QJsonObject closed = server->next(u"closed"_s);
    QCOMPARE(keysOf(closed),
             (QStringList{u"bytesIn"_s, u"bytesOut"_s, u"event"_s, u"reason"_s, u"socket"_s, u"time"_s}));
    QCOMPARE(closed.value("reason"_L1), u"peer-closed"_s);
    QCOMPARE(closed.value("bytesIn"_L1), 7);
    QCOMPARE(closed.value("bytesOut"_L1), 7);
    server->command({{u"stop"_s, true}});
    QCOMPARE(keysOf(server->next(u"stopped"_s)), (QStringList{u"event"_s, u"time"_s}));
    QVERIFY(server->isClean());
}

void TestHeadlessServer::theTimeIsUtcInMilliseconds()
{
    HeadlessServerProgram server;
    const QString time = server->events().constFirst().value("time"_L1).toString();
    QVERIFY2(QRegularExpression(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"_s).match(time).hasMatch(), qPrintable(time));
    QVERIFY(qAbs(QDateTime::fromString(time, Qt::ISODateWithMs).secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void TestHeadlessServer::aMessageThatIsNotUtf8HasItsBytesAsHex()
{
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    client->write("a\xff" "b\n");
    const QJsonObject received = server->next(u"received"_s);
    QCOMPARE(received.value("text"_L1), u"a\uFFFDb"_s);
    QCOMPARE(received.value("hex"_L1), u"61ff62"_s);
    QCOMPARE(received.value("bytes"_L1), 3);
}

void TestHeadlessServer::aCharacterSplitOverTwoReadsIsWhole()
{
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    client->write("\xe4\xbd");
    QVERIFY(client->flush());
    server->next(u"accepted"_s);
    client->write("\xa0\n");
    const QJsonObject received = server->next(u"received"_s);
    QCOMPARE(received.value("text"_L1), u"你"_s);
    QVERIFY(!received.contains("hex"_L1));
}

void TestHeadlessServer::aSendToSomeReachesJustThem()
{
    HeadlessServerProgram server;
    const auto first = server.connectClient();
    QVERIFY(!server->next(u"accepted"_s, ofSocket(1)).isEmpty());
    const auto second = server.connectClient();
    QVERIFY(!server->next(u"accepted"_s, ofSocket(2)).isEmpty());
    server->command({{u"send"_s, u"for two"_s}, {u"to"_s, QJsonArray{2}}});
    server->command({{u"send"_s, u"for all"_s}});
    QByteArray toFirst;
    QByteArray toSecond;
    QVERIFY(readAll(*second, 16, toSecond));
    QVERIFY(readAll(*first, 8, toFirst));
    QCOMPARE(toSecond, QByteArray("for two\nfor all\n"));
    QCOMPARE(toFirst, QByteArray("for all\n"));
}

void TestHeadlessServer::aSendToUnknownNumbersIsAnErrorAndServesTheOthers()
{
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    server->next(u"accepted"_s);
    server->command({{u"send"_s, u"x"_s}, {u"to"_s, QJsonArray{7, 1}}});
    QCOMPARE(server->next(u"error"_s).value("message"_L1), u"There is no open socket #7."_s);
    QByteArray got;
    QVERIFY(readAll(*client, 2, got));
    QCOMPARE(got, QByteArray("x\n"));
}

void TestHeadlessServer::anEmptyListOfTargetsIsNotEveryone()
{
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    server->next(u"accepted"_s);
    server->command({{u"send"_s, u"nobody"_s}, {u"to"_s, QJsonArray()}});
    QVERIFY(!server->next(u"error"_s).isEmpty());
    server->command({{u"send"_s, u"all"_s}});
    QByteArray got;
    QVERIFY(readAll(*client, 4, got));
    QCOMPARE(got, QByteArray("all\n"));
}

void TestHeadlessServer::aCloseSendsWhatIsQueuedFirst()
{
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    server->next(u"accepted"_s);
    server->command({{u"send"_s, QString(3'000'000, u'x')}});
    server->command({{u"close"_s, 1}});
    QByteArray got;
    QVERIFY(readAll(*client, 3'000'001, got));
    const QJsonObject closed = server->next(u"closed"_s);
    QCOMPARE(closed.value("reason"_L1), u"closed-by-us"_s);
    QCOMPARE(closed.value("bytesOut"_L1), 3'000'001);
}

void TestHeadlessServer::anythingElseOnStandardInputIsAnError_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("an empty line") << QByteArray("");
    QTest::newRow("an array") << QByteArray("[1]");
    QTest::newRow("two objects") << QByteArray(R"({"stop":true}{"stop":true})");
    QTest::newRow("an unknown command") << QByteArray(R"({"shout":"x"})");
    QTest::newRow("send of a number") << QByteArray(R"({"send":1})");
    QTest::newRow("send with a stray key") << QByteArray(R"({"send":"x","too":[1]})");
    QTest::newRow("close of a word") << QByteArray(R"({"close":"1"})");
    QTest::newRow("close of half a socket") << QByteArray(R"({"close":1.5})");
    QTest::newRow("close of nothing there") << QByteArray(R"({"close":99})");
    QTest::newRow("stop false") << QByteArray(R"({"stop":false})");
}

void TestHeadlessServer::anythingElseOnStandardInputIsAnError()
{
    QFETCH(QByteArray, line);
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    server->next(u"accepted"_s);
    server->write(line + '\n');
    QVERIFY(!server->next(u"error"_s).value("message"_L1).toString().isEmpty());
    server->command({{u"send"_s, u"still here"_s}});
    QByteArray got;
    QVERIFY(readAll(*client, 11, got));
    QCOMPARE(got, QByteArray("still here\n"));
}

void TestHeadlessServer::theEndOfStandardInputDoesNotEndTheServer()
{
    HeadlessServerProgram server;
    server->endInput();
    const auto client = server.connectClient();
    client->write("after the end\n");
    QCOMPARE(server->next(u"received"_s).value("text"_L1), u"after the end"_s);
}

void TestHeadlessServer::stopEndsWithStatus0AndTellsOfEachSocket()
{
    HeadlessServerProgram server;
    const auto first = server.connectClient();
    const auto second = server.connectClient();
    server->next(u"accepted"_s, ofSocket(2));
    server->command({{u"stop"_s, true}});
    QCOMPARE(server->waitForEnd(), 0);
    QCOMPARE(server->eventsNamed(u"closed"_s).size(), 2);
    QCOMPARE(server->events().constLast().value("event"_L1), u"stopped"_s);
}

void TestHeadlessServer::aSignalEndsItWithStatus0()
{
#ifdef Q_OS_WIN
    QSKIP("Windows has no SIGTERM");
#endif
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    server->next(u"accepted"_s);
    server->terminate();
    QCOMPARE(server->waitForEnd(), 0);
    QCOMPARE(server->eventsNamed(u"closed"_s).constFirst().value("reason"_L1), u"closed-by-us"_s);
    QCOMPARE(server->events().constLast().value("event"_L1), u"stopped"_s);
}

void TestHeadlessServer::numbersAreNeverUsedAgain()
{
    HeadlessServerProgram server;
    for (int number = 1; number <= 3; ++number) {
        const auto client = server.connectClient();
        QVERIFY(!server->next(u"accepted"_s, ofSocket(number)).isEmpty());
        client->disconnectFromHost();
        QVERIFY(!server->next(u"closed"_s, ofSocket(number)).isEmpty());
    }
}

void TestHeadlessServer::aClientPastTheLimitIsNumberedAndTurnedAway()
{
    HeadlessServerProgram server({u"--max-clients"_s, u"1"_s});
    const auto first = server.connectClient();
    const auto second = server.connectClient();
    QVERIFY(!server->next(u"accepted"_s, ofSocket(2)).isEmpty());
    QCOMPARE(server->next(u"closed"_s, ofSocket(2)).value("reason"_L1), u"limit"_s);
    QTRY_COMPARE(second->state(), QAbstractSocket::UnconnectedState);
    first->write("still served\n");
    QCOMPARE(server->next(u"received"_s).value("text"_L1), u"still served"_s);
}

void TestHeadlessServer::aClientPastTheLimitOfItsAddressIsTurnedAway()
{
    HeadlessServerProgram server({u"--max-per-address"_s, u"1"_s}, u"[::]"_s);
    if (server.port() == 0)
        QSKIP("this machine has no IPv6");
    const auto first = server.connectClient();
    const auto second = server.connectClient();
    QCOMPARE(server->next(u"closed"_s, ofSocket(2)).value("reason"_L1), u"limit"_s);
    QTcpSocket other;
    other.connectToHost(u"::1"_s, server.port());
    QVERIFY(!server->next(u"accepted"_s, ofSocket(3)).isEmpty());
    other.write("from another address\n");
    QCOMPARE(server->next(u"received"_s).value("text"_L1), u"from another address"_s);
}

void TestHeadlessServer::itListensOnIPv6()
{
    HeadlessServerProgram server({}, u"[::1]"_s);
    if (server.port() == 0)
        QSKIP("this machine has no IPv6");
    QTcpSocket client;
    client.connectToHost(u"::1"_s, server.port());
    const QJsonObject accepted = server->next(u"accepted"_s);
    QCOMPARE(accepted.value("local"_L1), u"[::1]:%1"_s.arg(server.port()));
    QCOMPARE(accepted.value("peer"_L1), u"[::1]:%1"_s.arg(client.localPort()));
}

void TestHeadlessServer::plainOutputIsTheTextAndNothingElse()
{
    const auto server = Program::ours(u"oneport-server"_s, {u"--headless"_s, u"-l"_s, u"0"_s});
    QVERIFY(QTest::qWaitFor([&] { return server->errors().contains("listening on 127.0.0.1:"); }, Program::Patience));
    const QByteArray port = server->errors().trimmed().split(':').constLast();
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, quint16(port.toUInt()));
    QVERIFY(client.waitForConnected());
    client.write("one\r\ntwo\n\nthree");
    client.disconnectFromHost();
    QVERIFY(server->waitForOutput("three\n"));
    QCOMPARE(server->output(), QByteArray("one\ntwo\n\nthree\n"));
}

void TestHeadlessServer::plainInputGoesToEveryClient()
{
    const auto server = Program::ours(u"oneport-server"_s, {u"--headless"_s, u"-l"_s, u"0"_s});
    QVERIFY(QTest::qWaitFor([&] { return server->errors().contains("listening on 127.0.0.1:"); }, Program::Patience));
    const QByteArray port = server->errors().trimmed().split(':').constLast();
    QTcpSocket first;
    QTcpSocket second;
    for (QTcpSocket *client : {&first, &second})
        client->connectToHost(u"127.0.0.1"_s, quint16(port.toUInt()));
    QVERIFY(QTest::qWaitFor([&] { return server->errors().count("accepted") == 2; }, Program::Patience));
    server->write("to both\n");
    for (QTcpSocket *client : {&first, &second}) {
        QByteArray got;
        QVERIFY(readAll(*client, 8, got));
        QCOMPARE(got, QByteArray("to both\n"));
    }
}

void TestHeadlessServer::whatIsReceivedCanNotReachTheTerminalUnescaped()
{
    const auto server = Program::ours(u"oneport-server"_s, {u"--headless"_s, u"-l"_s, u"0"_s});
    QVERIFY(QTest::qWaitFor([&] { return server->errors().contains("listening on 127.0.0.1:"); }, Program::Patience));
    const QByteArray port = server->errors().trimmed().split(':').constLast();
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, quint16(port.toUInt()));
    QVERIFY(client.waitForConnected());
    client.write("\x1b[2J\a\xc2\x9b" "1m\xe2\x80\xae\n");
    QVERIFY(server->waitForOutput("\n"));
    QCOMPARE(QString::fromUtf8(server->output()), u"␛[2J␇⟨U+009B⟩1m⟨U+202E⟩\n"_s);
}

void TestHeadlessServer::commandsAreObeyedWhileAClientIsStalled()
{
    HeadlessServerProgram server;
    const auto stalled = server.connectClient();
    stalled->setReadBufferSize(1);
    server->next(u"accepted"_s);
    for (int i = 0; i < 3; ++i)
        server->command({{u"send"_s, QString(4'000'000, u'x')}});
    server->command({{u"send"_s, u"to nobody"_s}, {u"to"_s, QJsonArray{9}}});
    QVERIFY(!server->next(u"error"_s).isEmpty());
    server->command({{u"stop"_s, true}});
    QCOMPARE(server->waitForEnd(), 0);
    QCOMPARE(server->eventsNamed(u"closed"_s).size(), 1);
}

void TestHeadlessServer::textIsReadAndWrittenInTheEncoding_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("GB18030") << u"GB18030"_s << "\xC4\xE3\xBA\xC3 \x94\x39\xFC\x36"_ba << u"你好 😀"_s;
    QTest::newRow("Shift_JIS") << u"sjis"_s << "\x83\x5C\x83\x6A\x81\x5B"_ba << u"ソニー"_s;
    QTest::newRow("ISO-8859-1") << u"latin1"_s << "caf\xE9"_ba << u"café"_s;
}

void TestHeadlessServer::textIsReadAndWrittenInTheEncoding()
{
    QFETCH(QString, encoding);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    if (Program::ours(u"oneport-server"_s, {u"--encoding"_s, encoding, u"--help"_s})->waitForEnd() == 2)
        QSKIP("this Qt lacks the encoding");
    HeadlessServerProgram server({u"--encoding"_s, encoding});
    const auto client = server.connectClient();
    client->write(bytes + '\n');
    const QJsonObject received = server->next(u"received"_s);
    QCOMPARE(received.value("text"_L1), text);
    QCOMPARE(received.value("bytes"_L1), bytes.size());
    QVERIFY(!received.contains("hex"_L1));
    server->command({{u"send"_s, text}});
    QByteArray got;
    QVERIFY(readAll(*client, bytes.size() + 1, got));
    QCOMPARE(got, bytes + '\n');
    QCOMPARE(server->next(u"sent"_s).value("text"_L1), text);
}

void TestHeadlessServer::aTextThatTheEncodingLacksIsNotSent()
{
    HeadlessServerProgram server({u"--encoding"_s, u"latin1"_s});
    const auto client = server.connectClient();
    server->next(u"accepted"_s);
    server->command({{u"send"_s, u"5 €"_s}});
    QVERIFY(server->next(u"error"_s).value("message"_L1).toString().contains(u"U+20AC"_s));
    server->command({{u"send"_s, u"5 £"_s}});
    QByteArray got;
    QVERIFY(readAll(*client, 4, got));
    QCOMPARE(got, "5 \xA3\n"_ba);
}

void TestHeadlessServer::plainInputIsSentAsTheBytesThatItIs()
{
    const auto server =
        Program::ours(u"oneport-server"_s, {u"--headless"_s, u"-l"_s, u"0"_s, u"--encoding"_s, u"latin1"_s});
    QVERIFY(QTest::qWaitFor([&] { return server->errors().contains("listening on 127.0.0.1:"); }, Program::Patience));
    const QByteArray port = server->errors().trimmed().split(':').constLast();
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, quint16(port.toUInt()));
    QVERIFY(QTest::qWaitFor([&] { return server->errors().contains("accepted"); }, Program::Patience));
    server->write("\xC3\xA9\xFF\n");
    QByteArray got;
    QVERIFY(readAll(client, 4, got));
    QCOMPARE(got, "\xC3\xA9\xFF\n"_ba);
    client.write("caf\xE9\n");
    QVERIFY(server->waitForOutput("\n"));
    QCOMPARE(QString::fromUtf8(server->output()), u"café\n"_s);
}

QTEST_GUILESS_MAIN(TestHeadlessServer)
#include "tst_headlessserver.moc"
