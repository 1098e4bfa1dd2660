#include "server.h"
#include "servingmode.h"

#include <QDir>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Remembers all that a server tells.
class Told final : public QObject
{
public:
    explicit Told(Server &server)
    {
        connect(&server, &Server::listening, this, [this](const Endpoint &where) { endpoint = where; });
        connect(&server, &Server::batch, this, [this](const Batch &batch) {
            records.append(batch.records);
            outcomes.append(batch.outcomes);
            for (const SocketStatus &status : batch.sockets)
                sockets[status.id] = status;
        });
        connect(&server, &Server::fileProgressed, this, [this](const FileProgress &progress) { file = progress; });
    }

    qsizetype count(Record::Kind kind) const
    {
        return std::count_if(records.cbegin(), records.cend(), [kind](const Record &record) { return record.kind == kind; });
    }

    Endpoint endpoint;
    QList<Record> records;
    QList<SendOutcome> outcomes;
    QMap<SocketId, SocketStatus> sockets;
    FileProgress file;
};

static ServerOptions onFreePort(ServerMode mode = ServerMode::Show)
{
    ServerOptions options;
    options.listen.port = 0;
    options.mode = mode;
    return servedByRow(options);
}

/// A file of this many bytes in a folder of its own.
struct TestFile
{
    explicit TestFile(qsizetype size)
        : path(folder.filePath(QStringLiteral("file")))
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(size, 'f')) != size)
            qFatal("can't write %s", qPrintable(path));
    }

    QTemporaryDir folder;
    QString path;
};

static qsizetype entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System).size();
}

class TestServer final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addServingModes(); }
    void theListeningSocketStaysWhileClientsComeAndGo();
    void aPortInUseIsToldAndTheServerCanBeStartedAgain();
    void anOutcomeIsToldForEachTarget();
    void bytesGoOutExactlyAsTheyAreWhenAsked();
    void aSendToAClosedSocketFails();
    void theModeCanChangeWhileClientsAreConnected();
    void theFramingCanChangeWhileAMessageIsHalfThere();
    void eachSocketIsReadByItsOwnFraming();
    void aSocketThatComesLaterHasItsOwnFramingToo();
    void whatIsTypedGoesOutInEachSocketsOwnWay();
    void aFileGoesToTheNamedSocketsAlone();
    void oneFileAtATime();
    void aFileForNobodyIsRefused();
    void stoppingClosesEverySocket();
    void manyStartsAndStopsLeakNothing();
    void destroyingAServerWithLiveSocketsIsClean();
};

void TestServer::theListeningSocketStaysWhileClientsComeAndGo()
{
    Server server;
    Told told(server);
    server.start(onFreePort());
    QTRY_VERIFY(told.endpoint.isKnown());
    QTRY_COMPARE(told.count(Record::Kind::Listening), 1);
    QCOMPARE(told.records.constFirst().more().text, u"1024"_s); // the backlog
    for (int i = 0; i < 3; ++i) {
        QTcpSocket client;
        client.connectToHost(told.endpoint.address, told.endpoint.port);
        QTRY_COMPARE(told.count(Record::Kind::Accepted), i + 1);
    }
    QTRY_COMPARE(told.count(Record::Kind::Closed), 3);
    QCOMPARE(told.sockets.value(ListenerId).state, SocketState::Listening);
    QCOMPARE(told.sockets.value(3).state, SocketState::Closed);
}

void TestServer::aPortInUseIsToldAndTheServerCanBeStartedAgain()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    Server server;
    Told told(server);
    QSignalSpy failed(&server, &Server::listenFailed);
    ServerOptions options = onFreePort();
    options.listen.port = holder.serverPort();
    server.start(options);
    QVERIFY(failed.wait());
    QVERIFY(failed.constFirst().constFirst().toString().contains("another program uses this port"_L1));
    QVERIFY(!server.isActive());
    server.start(onFreePort());
    QTRY_VERIFY(told.endpoint.isKnown());
}

void TestServer::anOutcomeIsToldForEachTarget()
{
    Server server;
    Told told(server);
    server.start(onFreePort());
    QTRY_VERIFY(told.endpoint.isKnown());
    QTcpSocket first;
    QTcpSocket second;
    for (QTcpSocket *client : {&first, &second})
        client->connectToHost(told.endpoint.address, told.endpoint.port);
    QTRY_COMPARE(told.count(Record::Kind::Accepted), 2);
    const quint64 ticket = server.send("hello");
    QTRY_COMPARE(told.outcomes.size(), 4);
    int sent = 0;
    for (const SendOutcome &outcome : std::as_const(told.outcomes)) {
        QCOMPARE(outcome.ticket, ticket);
        sent += outcome.state == SendOutcome::State::Sent ? 1 : 0;
    }
    QCOMPARE(sent, 2);
}

void TestServer::bytesGoOutExactlyAsTheyAreWhenAsked()
{
    Server server;
    Told told(server);
    server.start(onFreePort());
    QTRY_VERIFY(told.endpoint.isKnown());
    QTcpSocket client;
    client.connectToHost(told.endpoint.address, told.endpoint.port);
    QTRY_COMPARE(told.count(Record::Kind::Accepted), 1);
    const quint64 ticket = server.send(TypedText{InputForm::Escapes, u"a"_s, LineEnding::Cr});
    server.send("b", {1});
    QTRY_COMPARE(client.bytesAvailable(), 4);
    QCOMPARE(client.readAll(), "a\rb\n");
    QTRY_COMPARE(told.count(Record::Kind::Sent), 2);
    QCOMPARE(told.outcomes.constFirst().ticket, ticket);
}

void TestServer::aSendToAClosedSocketFails()
{
    Server server;
    Told told(server);
    server.start(onFreePort());
    QTRY_VERIFY(told.endpoint.isKnown());
    server.send("hello", {7});
    QTRY_COMPARE(told.outcomes.size(), 1);
    QCOMPARE(told.outcomes.constFirst().state, SendOutcome::State::Failed);
    QCOMPARE(told.outcomes.constFirst().socket, SocketId(7));
}

void TestServer::theModeCanChangeWhileClientsAreConnected()
{
    Server server;
    Told told(server);
    server.start(onFreePort(ServerMode::Show));
    QTRY_VERIFY(told.endpoint.isKnown());
    QTcpSocket client;
    client.connectToHost(told.endpoint.address, told.endpoint.port);
    client.write("only shown\n");
    QTRY_COMPARE(told.count(Record::Kind::Received), 1);
    QSignalSpy ready(&server, &Server::readyToSend);
    server.setMode(ServerMode::Echo);
    server.askReady(false); // answered after what was asked before: a socket can be quicker than a command
    QVERIFY(ready.wait());
    client.write("sent back\n");
    QTRY_COMPARE(client.bytesAvailable(), 10);
    QCOMPARE(client.readAll(), QByteArray("sent back\n"));
}

void TestServer::theFramingCanChangeWhileAMessageIsHalfThere()
{
    Server server;
    Told told(server);
    server.start(onFreePort());
    QTRY_VERIFY(told.endpoint.isKnown());
    QTcpSocket client;
    client.connectToHost(told.endpoint.address, told.endpoint.port);
    client.write("half");
    QTRY_COMPARE(told.sockets.value(1).bytesIn, 4U);
    Interpretations raw;
    raw.usual.framing = {Framing::Kind::Raw};
    server.setInterpretations(raw);
    server.send("go on"); // after the change, for who waits for it
    QTRY_COMPARE(client.bytesAvailable(), 5);
    client.write(" of it");
    QTRY_COMPARE(told.count(Record::Kind::Received), 1);
    QCOMPARE(told.records.constLast().message.wire, QByteArray("half of it"));
}

void TestServer::eachSocketIsReadByItsOwnFraming()
{
    Server server;
    Told told(server);
    server.start(onFreePort(ServerMode::Echo));
    QTRY_VERIFY(told.endpoint.isKnown());
    Interpretations interpretations;
    interpretations.own.insert(2, {*parseFraming(u"delimiter:;"), {}});
    std::array<QTcpSocket, 2> clients;
    for (QTcpSocket &client : clients) {
        client.connectToHost(told.endpoint.address, told.endpoint.port);
        QVERIFY(client.waitForConnected());
    }
    QTRY_COMPARE(told.count(Record::Kind::Accepted), 2);
    server.setInterpretations(interpretations);
    server.send("x");
    QTRY_COMPARE(clients[1].bytesAvailable(), 2);
    for (QTcpSocket &client : clients)
        client.write("a;b\nc");
    QTRY_COMPARE(clients[0].bytesAvailable(), 6);
    QTRY_COMPARE(clients[1].bytesAvailable(), 4);
    QCOMPARE(clients[0].readAll(), "x\na;b\n");
    QCOMPARE(clients[1].readAll(), "x\na;");
}

void TestServer::aSocketThatComesLaterHasItsOwnFramingToo()
{
    Server server;
    Told told(server);
    Interpretations interpretations;
    interpretations.own.insert(1, {*parseFraming(u"nul"), {}});
    server.setInterpretations(interpretations);
    server.start(onFreePort(ServerMode::Echo));
    QTRY_VERIFY(told.endpoint.isKnown());
    QTcpSocket client;
    client.connectToHost(told.endpoint.address, told.endpoint.port);
    client.write("a\nb\0c"_ba);
    QTRY_COMPARE(client.bytesAvailable(), 4);
}

void TestServer::whatIsTypedGoesOutInEachSocketsOwnWay()
{
    Server server;
    Told told(server);
    server.start(onFreePort());
    QTRY_VERIFY(told.endpoint.isKnown());
    Interpretations interpretations;
    interpretations.own.insert(2, {*parseFraming(u"length:u16be"), *Encoding::parse(u"gbk")});
    interpretations.own.insert(3, {*parseFraming(u"crlf"), *Encoding::parse(u"latin1")});
    server.setInterpretations(interpretations);
    std::array<QTcpSocket, 3> clients;
    for (QTcpSocket &client : clients) {
        client.connectToHost(told.endpoint.address, told.endpoint.port);
        QVERIFY(client.waitForConnected());
    }
    QTRY_COMPARE(told.count(Record::Kind::Accepted), 3);

    const quint64 ticket = server.send(TypedText{.text = u"你好"_s});

    QTRY_COMPARE(clients[0].bytesAvailable(), 7);
    QTRY_COMPARE(clients[1].bytesAvailable(), 6);
    QCOMPARE(clients[0].readAll(), "你好\n");
    QCOMPARE(clients[1].readAll().toHex(), "0004c4e3bac3");
    QTRY_COMPARE(told.outcomes.size(), 5); // two queued and sent, one failed
    const auto failed = std::find_if(told.outcomes.cbegin(), told.outcomes.cend(), [](const SendOutcome &outcome) {
        return outcome.state == SendOutcome::State::Failed;
    });
    QVERIFY(failed != told.outcomes.cend());
    QCOMPARE(failed->socket, SocketId(3));
    QCOMPARE(failed->ticket, ticket);
    QVERIFY(!failed->problem.isEmpty());
    QCOMPARE(clients[2].bytesAvailable(), 0);
    QCOMPARE(told.count(Record::Kind::Error), 0); // of that socket alone
}

void TestServer::aFileGoesToTheNamedSocketsAlone()
{
    const TestFile file(300'000);
    Server server;
    Told told(server);
    server.start(onFreePort());
    QTRY_VERIFY(told.endpoint.isKnown());
    std::array<QTcpSocket, 3> clients;
    for (QTcpSocket &client : clients) {
        client.connectToHost(told.endpoint.address, told.endpoint.port);
        QVERIFY(client.waitForConnected());
    }
    QTRY_COMPARE(told.count(Record::Kind::Accepted), 3);
    const quint64 ticket = server.sendFile(file.path, {1, 3}, 0);
    QTRY_COMPARE(told.file.state, FileProgress::State::Done);
    QCOMPARE(told.file.ticket, ticket);
    QCOMPARE(told.file.targets, 2);
    QTRY_COMPARE(clients[0].bytesAvailable() + clients[1].bytesAvailable() + clients[2].bytesAvailable(), 600'000);
    for (const QTcpSocket &client : clients)
        QVERIFY(client.bytesAvailable() == 0 || client.bytesAvailable() == 300'000);
    QVERIFY(!server.isSendingFile());
}

void TestServer::oneFileAtATime()
{
    const TestFile file(300'000);
    Server server;
    Told told(server);
    server.start(onFreePort());
    QTRY_VERIFY(told.endpoint.isKnown());
    QTcpSocket client;
    client.connectToHost(told.endpoint.address, told.endpoint.port);
    QTRY_COMPARE(told.count(Record::Kind::Accepted), 1);
    const quint64 first = server.sendFile(file.path, {}, 1);
    QVERIFY(first != 0);
    QCOMPARE(server.sendFile(file.path, {}, 0), quint64(0));
    server.pauseFile(true);
    QTRY_COMPARE(told.file.state, FileProgress::State::Paused);
    server.cancelFile();
    QTRY_COMPARE(told.file.state, FileProgress::State::Cancelled);
    QCOMPARE(told.file.ticket, first);
    QVERIFY(server.sendFile(file.path, {}, 0) > first);
    QTRY_COMPARE(told.file.state, FileProgress::State::Done);
    QTRY_VERIFY(client.bytesAvailable() >= 300'000);
}

void TestServer::aFileForNobodyIsRefused()
{
    const TestFile file(10);
    Server server;
    Told told(server);
    server.start(onFreePort());
    QTRY_VERIFY(told.endpoint.isKnown());
    server.sendFile(file.path, {}, 0);
    QTRY_COMPARE(told.file.state, FileProgress::State::Failed);
    QCOMPARE(told.file.problem, u"Not sent: no client is connected."_s);
    QVERIFY(!server.isSendingFile());
}

void TestServer::stoppingClosesEverySocket()
{
    Server server;
    Told told(server);
    server.start(onFreePort());
    QTRY_VERIFY(told.endpoint.isKnown());
    QTcpSocket client;
    client.connectToHost(told.endpoint.address, told.endpoint.port);
    QTRY_COMPARE(told.count(Record::Kind::Accepted), 1);
    QSignalSpy stopped(&server, &Server::stopped);
    server.stop();
    QVERIFY(stopped.wait());
    QCOMPARE(told.sockets.value(1).reason, CloseReason::ClosedByUs);
    QCOMPARE(told.sockets.value(ListenerId).state, SocketState::Closed);
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
}

void TestServer::manyStartsAndStopsLeakNothing()
{
#ifndef Q_OS_LINUX
    QSKIP("counts descriptors and threads in /proc");
#endif
    const auto cycle = [] {
        Server server;
        Told told(server);
        server.start(onFreePort(ServerMode::Echo));
        QTRY_VERIFY(told.endpoint.isKnown());
        QTcpSocket client;
        client.connectToHost(told.endpoint.address, told.endpoint.port);
        client.write("hello\n");
        QTRY_COMPARE(client.bytesAvailable(), 6);
        client.abort();
        QSignalSpy stopped(&server, &Server::stopped);
        server.stop();
        QVERIFY(stopped.wait());
    };
    cycle(); // what Qt opens once and keeps
    const qsizetype descriptors = entriesOf(u"/proc/self/fd"_s);
    const qsizetype threads = entriesOf(u"/proc/self/task"_s);
    for (int i = 0; i < 100; ++i) {
        cycle();
        if (QTest::currentTestFailed())
            return;
    }
    QTRY_VERIFY(entriesOf(u"/proc/self/fd"_s) <= descriptors);
    QTRY_VERIFY(entriesOf(u"/proc/self/task"_s) <= threads);
}

void TestServer::destroyingAServerWithLiveSocketsIsClean()
{
    QTcpSocket client;
    {
        Server server;
        Told told(server);
        server.start(onFreePort());
        QTRY_VERIFY(told.endpoint.isKnown());
        client.connectToHost(told.endpoint.address, told.endpoint.port);
        QTRY_COMPARE(told.count(Record::Kind::Accepted), 1);
    }
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
