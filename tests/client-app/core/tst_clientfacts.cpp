#include "client.h"
#include "clientthread.h"
#include "endwatch.h"
#include "listener.h"
#include "nativesocket.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using Step = StateStep::Kind;

/// A client that is connected, its server's end, and what it tells.
struct Pair
{
    Pair()
        : client(thread)
    {
        QObject::connect(&client, &Client::batch, &client, [this](const Batch &batch) {
            for (const SocketStatus &socket : batch.sockets)
                status = socket;
            for (const Record &record : batch.records) {
                if (record.kind == Record::Kind::Received)
                    received += record.message.wire;
            }
        });
        QObject::connect(&client, &Client::facts, &client, [this](const SocketFacts &told) { facts.append(told); });
    }

    bool connectUp()
    {
        if (!server.isListening() && !server.listen(QHostAddress::LocalHost))
            return false;
        ClientOptions options;
        options.host = u"127.0.0.1"_s;
        options.port = server.serverPort();
        options.framing = Framing{Framing::Kind::Raw};
        client.connectTo(options);
        const bool came = QTest::qWaitFor([this] { return server.hasPendingConnections(); });
        peer = came ? server.nextPendingConnection() : nullptr;
        return peer && QTest::qWaitFor([this] { return status.state == SocketState::Connected; });
    }

    QList<Step> steps() const
    {
        QList<Step> kinds;
        for (const StateStep &step : status.history.steps())
            kinds.append(step.kind);
        return kinds;
    }

    ClientThread thread;
    QTcpServer server;
    QTcpSocket *peer = nullptr; // child of the server
    SocketStatus status;
    QList<SocketFacts> facts;
    QByteArray received;
    Client client;
};

/// What can be told of a client's socket, reading that is stopped, and the ends that it makes.
class TestClientFacts final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSocketsOfEachConnectAreWatched();
    void nothingIsToldWhenNobodyWatches();
    void aServerThatIsNotReadStallsAndLosesNothing();
    void readingStartsAfreshWithTheNextConnect();
    void aResetIsSeenByTheServerAsSuch();
    void ourFinIsSeenByTheServerAndWeStillReceive();
};

void TestClientFacts::theSocketsOfEachConnectAreWatched()
{
    Pair pair;
    pair.client.watch(true);
    QVERIFY(pair.connectUp());
    QTRY_VERIFY(!pair.facts.isEmpty() && pair.facts.constLast().status.state == SocketState::Connected);
    QCOMPARE(pair.facts.constLast().thread, u"client-io"_s);
    QCOMPARE(pair.facts.constLast().status.peer.port, pair.server.serverPort());
    pair.client.reset();
    QTRY_COMPARE(pair.facts.constLast().status.state, SocketState::Closed);
    QTRY_VERIFY(!pair.client.isActive());
    QVERIFY(pair.connectUp());
    QTRY_COMPARE(pair.facts.constLast().status.id, SocketId(2));
}

void TestClientFacts::nothingIsToldWhenNobodyWatches()
{
    Pair pair;
    QSignalSpy facts(&pair.client, &Client::facts);
    QVERIFY(pair.connectUp());
    QVERIFY(!facts.wait(500));
}

void TestClientFacts::aServerThatIsNotReadStallsAndLosesNothing()
{
    Pair pair;
    QVERIFY(pair.connectUp());
    pair.client.setReading(false);
    QTRY_VERIFY(pair.status.readingStopped);
    QByteArray sent(30'000'000, Qt::Uninitialized);
    for (qsizetype i = 0; i < sent.size(); ++i)
        sent[i] = char((i * 2654435761U) >> 24);
    pair.peer->write(sent);
    QSignalSpy written(pair.peer, &QTcpSocket::bytesWritten);
    while (written.wait(300)) { }
    QVERIFY(pair.peer->bytesToWrite() > 10'000'000);
    pair.client.setReading(true);
    QTRY_COMPARE_WITH_TIMEOUT(pair.received.size(), sent.size(), 20'000);
    QCOMPARE(QCryptographicHash::hash(pair.received, QCryptographicHash::Sha256),
             QCryptographicHash::hash(sent, QCryptographicHash::Sha256));
}

void TestClientFacts::readingStartsAfreshWithTheNextConnect()
{
    Pair pair;
    QVERIFY(pair.connectUp());
    pair.client.setReading(false);
    pair.client.reset();
    QTRY_VERIFY(!pair.client.isActive());
    QVERIFY(pair.connectUp());
    pair.peer->write("hello");
    QTRY_COMPARE(pair.received, "hello"_ba);
}

/// A server of which there is only what `accept` gave.
struct BareServer
{
    BareServer()
    {
        QObject::connect(&listener, &Listener::accepted, &listener, [this](qintptr accepted) { descriptor = accepted; });
        listener.listenOn({QHostAddress(QHostAddress::LocalHost), 0});
    }
    ~BareServer()
    {
        if (descriptor >= 0)
            NativeSocket::close(descriptor);
    }
    Q_DISABLE_COPY_MOVE(BareServer)

    bool accept(Pair &pair)
    {
        ClientOptions options;
        options.host = u"127.0.0.1"_s;
        options.port = listener.serverPort();
        pair.client.connectTo(options);
        return QTest::qWaitFor([&] { return descriptor >= 0 && pair.status.state == SocketState::Connected; });
    }

    Listener listener;
    qintptr descriptor = -1;
};

void TestClientFacts::aResetIsSeenByTheServerAsSuch()
{
    BareServer server;
    Pair pair;
    QVERIFY(server.accept(pair));
    QTcpSocket accepted;
    QVERIFY(accepted.setSocketDescriptor(std::exchange(server.descriptor, -1)));
    EndWatch watch(&accepted);
    const QSignalSpy seen(&watch, &EndWatch::reset);
    pair.client.reset();
    QTRY_COMPARE(seen.size(), 1);
    QTRY_COMPARE(pair.steps(), QList({Step::Handshake, Step::Connected, Step::ResetByUs, Step::Closed}));
    QCOMPARE(pair.status.reason, CloseReason::ClosedByUs);
}

void TestClientFacts::ourFinIsSeenByTheServerAndWeStillReceive()
{
    BareServer server;
    Pair pair;
    QVERIFY(server.accept(pair));
    pair.client.finishWriting();
    QTRY_COMPARE(NativeSocket::peek(server.descriptor), NativeSocket::Peek::Finished);
    QTRY_COMPARE(pair.steps(), QList({Step::Handshake, Step::Connected, Step::WeFinished}));
    QTcpSocket rest;
    QVERIFY(rest.setSocketDescriptor(std::exchange(server.descriptor, -1)));
    rest.write("still heard\n");
    rest.flush(); // before Qt finds our FIN and closes
    QTRY_COMPARE(pair.received, "still heard\n"_ba);
}

QTEST_GUILESS_MAIN(TestClientFacts)
#include "tst_clientfacts.moc"
