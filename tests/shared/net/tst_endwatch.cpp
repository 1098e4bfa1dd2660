#include "endwatch.h"

#include "wire.h"

#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTcpServer>

using namespace Qt::StringLiterals;

/// Pins what EndWatch needs from Qt's own object tree, and what it promises on top of it.
class TestEndWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aConnectedSocketHasAReadNotifierToWatch();
    void anAdoptedSocketHasAReadNotifierToWatch();
    void aFinIsSeenAndTheSocketStaysOpen();
    void bytesBeforeAFinAreRead();
    void aFinIsToldOnce();
    void aResetIsSeenAsSuch();
    void whileReadingQtIsPassedBy();
    void whileReadingAFinIsSeenBehindTheBytes();
    void whileReadingAResetIsSeenAsSuch();

private:
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<QTcpSocket> m_socket;
    std::unique_ptr<QTcpSocket> m_peer;
};

void TestEndWatch::init()
{
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->connectToHost(m_server->serverAddress(), m_server->serverPort());
    QTRY_VERIFY(m_server->hasPendingConnections());
    m_peer.reset(m_server->nextPendingConnection());
    m_peer->setParent(nullptr);
    QTRY_COMPARE(m_socket->state(), QAbstractSocket::ConnectedState);
}

void TestEndWatch::cleanup()
{
    m_peer.reset();
    m_socket.reset();
    m_server.reset();
}

void TestEndWatch::aConnectedSocketHasAReadNotifierToWatch()
{
    QVERIFY((new EndWatch(m_socket.get()))->isWatching());
}

void TestEndWatch::anAdoptedSocketHasAReadNotifierToWatch()
{
    QVERIFY((new EndWatch(m_peer.get()))->isWatching());
}

void TestEndWatch::aFinIsSeenAndTheSocketStaysOpen()
{
    auto *watch = new EndWatch(m_socket.get());
    QSignalSpy finished(watch, &EndWatch::finished);

    NativeSocket::shutdownWrite(m_peer->socketDescriptor());
    QVERIFY(finished.wait());

    QCOMPARE(m_socket->state(), QAbstractSocket::ConnectedState);
    m_socket->write("still sending");
    QTRY_COMPARE(m_peer->bytesAvailable(), 13);
}

void TestEndWatch::bytesBeforeAFinAreRead()
{
    auto *watch = new EndWatch(m_socket.get());
    QSignalSpy finished(watch, &EndWatch::finished);

    m_peer->write("last words");
    m_peer->flush();
    NativeSocket::shutdownWrite(m_peer->socketDescriptor());
    QVERIFY(finished.wait());

    QCOMPARE(m_socket->readAll(), "last words"_ba);
}

void TestEndWatch::aFinIsToldOnce()
{
    auto *watch = new EndWatch(m_socket.get());
    QSignalSpy finished(watch, &EndWatch::finished);
    m_peer->write("last words");
    m_peer->flush();
    NativeSocket::shutdownWrite(m_peer->socketDescriptor());
    QVERIFY(finished.wait());

    m_socket->readAll(); // makes Qt listen again
    m_socket->write("still sending");
    QTRY_COMPARE(m_peer->bytesAvailable(), 13);

    QCOMPARE(finished.size(), 1);
}

void TestEndWatch::aResetIsSeenAsSuch()
{
    auto *watch = new EndWatch(m_socket.get());
    QSignalSpy reset(watch, &EndWatch::reset);
    QSignalSpy finished(watch, &EndWatch::finished);

    NativeSocket::resetOnClose(m_peer->socketDescriptor());
    m_peer->abort();

    QVERIFY(reset.wait());
    QVERIFY(finished.isEmpty());
}

void TestEndWatch::whileReadingQtIsPassedBy()
{
    auto *watch = new EndWatch(m_socket.get());
    watch->setReading(true);
    QSignalSpy readable(watch, &EndWatch::readable);

    m_peer->write("direct");
    QVERIFY(readable.wait());

    std::array<char, 4> buffer{};
    QCOMPARE(m_socket->bytesAvailable(), 0);
    QCOMPARE(watch->receive(buffer.data(), 4), 4);
    QCOMPARE(QByteArrayView(buffer.data(), 4), QByteArrayView("dire"));
    QCOMPARE(watch->receive(buffer.data(), 4), 2);
    QCOMPARE(watch->receive(buffer.data(), 4), 0); // nothing more now
    QCOMPARE(m_socket->state(), QAbstractSocket::ConnectedState);
}

void TestEndWatch::whileReadingAFinIsSeenBehindTheBytes()
{
    auto *watch = new EndWatch(m_socket.get());
    watch->setReading(true);
    QByteArray received;
    bool finishedBefore = false;
    connect(watch, &EndWatch::readable, this, [&] {
        std::array<char, 64> buffer{};
        received.append(buffer.data(), watch->receive(buffer.data(), buffer.size()));
    });
    connect(watch, &EndWatch::finished, this, [&] { finishedBefore = received.isEmpty(); });
    QSignalSpy finished(watch, &EndWatch::finished);

    m_peer->write("last words");
    m_peer->flush();
    NativeSocket::shutdownWrite(m_peer->socketDescriptor());

    QVERIFY(finished.wait());
    QCOMPARE(received, "last words"_ba);
    QVERIFY(!finishedBefore);
    m_socket->write("still sending");
    QTRY_COMPARE(m_peer->bytesAvailable(), 13);
}

void TestEndWatch::whileReadingAResetIsSeenAsSuch()
{
    auto *watch = new EndWatch(m_socket.get());
    watch->setReading(true);
    connect(watch, &EndWatch::readable, this, [watch] {
        char byte = 0;
        watch->receive(&byte, 1);
    });
    QSignalSpy reset(watch, &EndWatch::reset);
    QSignalSpy finished(watch, &EndWatch::finished);

    NativeSocket::resetOnClose(m_peer->socketDescriptor());
    m_peer->abort();

    QVERIFY(reset.wait());
    QVERIFY(finished.isEmpty());
}

QTEST_GUILESS_MAIN(TestEndWatch)
#include "tst_endwatch.moc"
