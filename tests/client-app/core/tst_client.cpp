#include "client.h"
#include "clientproblem.h"
#include "clientthread.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;

/// Remembers all that a client tells.
class Told final : public QObject
{
public:
    explicit Told(Client &client)
    {
        connect(&client, &Client::batch, this, [this](const Batch &batch) {
            records.append(batch.records);
            outcomes.append(batch.outcomes);
        });
        connect(&client, &Client::fileProgressed, this, [this](const FileProgress &progress) { file = progress; });
        connect(&client, &Client::ended, this, [this](const SocketStatus &status) { last = status; });
    }

    bool has(Record::Kind kind) const
    {
        return std::any_of(records.cbegin(), records.cend(), [kind](const Record &record) { return record.kind == kind; });
    }

    QList<Record> records;
    QList<SendOutcome> outcomes;
    FileProgress file;
    std::optional<SocketStatus> last;
};

class TestClient final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void textGoesBothWays();
    void bytesGoOutExactlyAsTheyAreWhenAsked();
    void eachConnectIsASocketWithTheNextNumber();
    void manyClientsShareOneThread();
    void eachEndHasASentenceThatSaysWhatToDo_data();
    void eachEndHasASentenceThatSaysWhatToDo();
    void aNameThatDoesNotResolveIsToldAsSuch();
    void aConnectWithoutAnAnswerTimesOut();
    void givingUpWhileConnectingIsOurClose();
    void aSendWithoutAConnectionFails();
    void aFileGoesToTheServer();
    void aFileWithoutAConnectionIsRefused();
    void disconnectingEndsAFile();

private:
    ClientOptions toServer() const;
    QTcpSocket *accept();

    std::unique_ptr<QTcpServer> m_server;
};

void TestClient::init()
{
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
}

ClientOptions TestClient::toServer() const
{
    ClientOptions options;
    options.host = u"127.0.0.1"_s;
    options.port = m_server->serverPort();
    return options;
}

QTcpSocket *TestClient::accept()
{
    const bool came = QTest::qWaitFor([this] { return m_server->hasPendingConnections(); });
    return came ? m_server->nextPendingConnection() : nullptr;
}

void TestClient::textGoesBothWays()
{
    ClientThread thread;
    Client client(thread);
    Told told(client);
    client.connectTo(toServer());
    QTcpSocket *peer = accept();
    QVERIFY(peer);
    client.send("to the server");
    QTRY_COMPARE(peer->bytesAvailable(), 14);
    peer->write("to the client\n");
    QTRY_VERIFY(told.has(Record::Kind::Received));
    QCOMPARE(told.records.constLast().message.content(), QByteArrayView("to the client"));
    QTRY_COMPARE(told.outcomes.constLast().state, SendOutcome::State::Sent);
}

void TestClient::bytesGoOutExactlyAsTheyAreWhenAsked()
{
    ClientThread thread;
    Client client(thread);
    Told told(client);
    client.connectTo(toServer());
    QTcpSocket *peer = accept();
    QVERIFY(peer);
    client.sendExactly("a\r");
    client.send("b");
    QTRY_COMPARE(peer->bytesAvailable(), 4);
    QCOMPARE(peer->readAll(), "a\rb\n");
    QTRY_VERIFY(told.has(Record::Kind::Sent));
    QCOMPARE(told.outcomes.constFirst().ticket, quint64(1));
}

void TestClient::eachConnectIsASocketWithTheNextNumber()
{
    ClientThread thread;
    Client client(thread);
    QSignalSpy ended(&client, &Client::ended);
    for (SocketId number = 1; number <= 3; ++number) {
        client.connectTo(toServer());
        QTcpSocket *peer = accept();
        QVERIFY(peer);
        peer->disconnectFromHost();
        QVERIFY(ended.wait());
        QCOMPARE(ended.constLast().constFirst().value<SocketStatus>().id, number);
        QVERIFY(!client.isActive());
    }
}

void TestClient::manyClientsShareOneThread()
{
    ClientThread thread;
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<Client>(thread));
        Told told(*clients.back());
        clients.back()->connectTo(toServer());
        QTRY_VERIFY(told.has(Record::Kind::Connected));
        clients.back()->send("hello");
        QTcpSocket *peer = accept();
        QVERIFY(peer);
        QTRY_COMPARE(peer->bytesAvailable(), 6);
    }
    clients.resize(10); // ten are destroyed while they are connected
    const auto open = m_server->findChildren<QTcpSocket *>();
    QTRY_COMPARE(std::count_if(open.cbegin(), open.cend(), [](const QTcpSocket *peer) {
        return peer->state() == QAbstractSocket::ConnectedState;
    }), 10);
}

void TestClient::eachEndHasASentenceThatSaysWhatToDo_data()
{
    QTest::addColumn<CloseReason>("reason");
    QTest::addColumn<QString>("part");
    QTest::newRow("refused") << CloseReason::Refused << u"Start the server"_s;
    QTest::newRow("timed out") << CloseReason::TimedOut << u"Check the address"_s;
    QTest::newRow("the peer closed") << CloseReason::PeerClosed << u"closed the connection"_s;
    QTest::newRow("reset") << CloseReason::Reset << u"Connect again"_s;
    QTest::newRow("too slow") << CloseReason::TooSlow << u"Send more slowly"_s;
    QTest::newRow("by us") << CloseReason::ClosedByUs << u"Disconnected"_s;
    QTest::newRow("anything else") << CloseReason::Error << u"Check the network"_s;
}

void TestClient::eachEndHasASentenceThatSaysWhatToDo()
{
    QFETCH(CloseReason, reason);
    QFETCH(QString, part);
    SocketStatus last;
    last.reason = reason;
    const QString sentence = clientProblemText(last, u"127.0.0.1:8080"_s);
    QVERIFY2(sentence.contains(part), qPrintable(sentence));
    QVERIFY2(sentence.contains("127.0.0.1:8080"_L1), qPrintable(sentence));
}

void TestClient::aNameThatDoesNotResolveIsToldAsSuch()
{
    ClientThread thread;
    Client client(thread);
    Told told(client);
    ClientOptions options = toServer();
    options.host = u"no-such-host.invalid"_s; // RFC 6761, section 6.4
    client.connectTo(options);
    QTRY_VERIFY_WITH_TIMEOUT(told.last, 15'000);
    QVERIFY(clientProblemText(*told.last, options.target()).contains("there is no such host"_L1));
}

void TestClient::aConnectWithoutAnAnswerTimesOut()
{
#ifndef Q_OS_LINUX
    QSKIP("a full backlog leaves a connect without an answer on Linux");
#endif
    // A listener that accepts nothing and whose backlog is full does not answer the next handshake.
    m_server->close();
    m_server->setListenBacklogSize(1);
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_server->pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> fillers;
    for (int i = 0; i < 8; ++i) {
        fillers.push_back(std::make_unique<QTcpSocket>());
        fillers.back()->connectToHost(u"127.0.0.1"_s, m_server->serverPort());
    }
    QTRY_VERIFY(fillers.front()->state() == QAbstractSocket::ConnectedState);
    ClientThread thread;
    Client client(thread);
    Told told(client);
    ClientOptions options = toServer();
    options.connectTimeout = std::chrono::milliseconds(300);
    client.connectTo(options);
    QTRY_VERIFY(told.last);
    QCOMPARE(told.last->reason, CloseReason::TimedOut);
}

void TestClient::givingUpWhileConnectingIsOurClose()
{
    ClientThread thread;
    Client client(thread);
    Told told(client);
    ClientOptions options = toServer();
    options.host = u"no-such-host.invalid"_s;
    client.connectTo(options);
    client.disconnectFrom();
    QTRY_VERIFY(told.last);
    QCOMPARE(told.last->reason, CloseReason::ClosedByUs);
}

void TestClient::aSendWithoutAConnectionFails()
{
    ClientThread thread;
    Client client(thread);
    Told told(client);
    const quint64 ticket = client.send("nowhere");
    QTRY_COMPARE(told.outcomes.size(), 1);
    QCOMPARE(told.outcomes.constFirst().ticket, ticket);
    QCOMPARE(told.outcomes.constFirst().state, SendOutcome::State::Failed);
}

/// The path of a file with these bytes.
static QString fill(QTemporaryFile &file, const QByteArray &bytes)
{
    const bool written = file.open() && file.write(bytes) == bytes.size() && file.flush();
    return written ? file.fileName() : QString();
}

void TestClient::aFileGoesToTheServer()
{
    const QByteArray bytes = QByteArray("no line feed\0", 13).repeated(20'000);
    QTemporaryFile file;
    ClientThread thread;
    Client client(thread);
    Told told(client);
    client.connectTo(toServer());
    QTcpSocket *peer = accept();
    QVERIFY(peer);
    QTRY_VERIFY(told.has(Record::Kind::Connected));
    client.sendFile(fill(file, bytes), 0);
    QTRY_COMPARE(peer->bytesAvailable(), bytes.size());
    QCOMPARE(peer->readAll(), bytes);
    QTRY_COMPARE(told.file.state, FileProgress::State::Done);
    QVERIFY(!client.isSendingFile());
}

void TestClient::aFileWithoutAConnectionIsRefused()
{
    QTemporaryFile file;
    ClientThread thread;
    Client client(thread);
    Told told(client);
    client.sendFile(fill(file, "x"), 0);
    QTRY_COMPARE(told.file.state, FileProgress::State::Failed);
    QVERIFY(told.file.problem.startsWith("Not sent: there is no connection."_L1));
}

void TestClient::disconnectingEndsAFile()
{
    QTemporaryFile file;
    ClientThread thread;
    Client client(thread);
    Told told(client);
    client.connectTo(toServer());
    QTcpSocket *peer = accept();
    QVERIFY(peer);
    QTRY_VERIFY(told.has(Record::Kind::Connected));
    client.sendFile(fill(file, QByteArray(100'000, 'x')), 1000);
    QTRY_COMPARE(told.file.targets, 1);
    client.disconnectFrom();
    QTRY_COMPARE(told.file.state, FileProgress::State::Failed);
    QCOMPARE(told.file.lost.constFirst().reason, CloseReason::ClosedByUs);
    QTRY_VERIFY(told.last.has_value());
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
