#include "listener.h"
#include "nativesocket.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <array>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

static const Endpoint OnFreePort{QHostAddress(QHostAddress::LocalHost), 0};

class TestListener final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePortThatTheSystemChoseIsKnown();
    void aBurstOfConnectsIsAccepted();
    void aHoldStopsTheBurstInHand();
    void acceptingGoesOnWhenNoReasonIsLeft();
    void aPauseBeforeListeningIsKept();
    void ipv6IsListenedOn();
    void aPortInUseIsRefused();
    void runningOutOfDescriptorsIsToldAndSurvived();
    void closingWhileOutOfDescriptorsIsHarmless();
};

/// Accepted descriptors, closed at the end.
class Descriptors final : public QObject
{
public:
    explicit Descriptors(Listener *listener)
    {
        connect(listener, &Listener::accepted, this, [this](qintptr descriptor) { m_all.append(descriptor); });
    }
    ~Descriptors() override { closeAll(); }

    qsizetype count() const { return m_all.size(); }
    void closeAll()
    {
        for (const qintptr descriptor : std::exchange(m_all, {}))
            NativeSocket::close(descriptor);
    }

private:
    QList<qintptr> m_all;
};

void TestListener::thePortThatTheSystemChoseIsKnown()
{
    Listener listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost, 0));
    QCOMPARE(listener.endpoint().address, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(listener.endpoint().port != 0);
}

void TestListener::aBurstOfConnectsIsAccepted()
{
    constexpr int Count = 300;
    Listener listener;
    Descriptors accepted(&listener);
    QVERIFY(listener.listenOn(OnFreePort));

    QList<QTcpSocket *> peers;
    QObject owner;
    for (int i = 0; i < Count; ++i) {
        peers.append(new QTcpSocket(&owner));
        peers.last()->connectToHost(listener.serverAddress(), listener.serverPort());
    }

    QTRY_COMPARE(accepted.count(), Count);
    for (const QTcpSocket *peer : std::as_const(peers))
        QTRY_COMPARE(peer->state(), QAbstractSocket::ConnectedState);
}

void TestListener::aHoldStopsTheBurstInHand()
{
    Listener listener;
    Descriptors accepted(&listener);
    connect(&listener, &Listener::accepted, this, [&] { listener.setHold(Listener::Hold::Occupied, true); });
    QVERIFY(listener.listenOn(OnFreePort));
    std::array<QTcpSocket, 3> peers;
    for (QTcpSocket &peer : peers) {
        peer.connectToHost(listener.serverAddress(), listener.serverPort());
        QVERIFY(peer.waitForConnected()); // by the system, all of them
    }
    for (int count = 1; count <= 3; ++count) {
        QTRY_COMPARE(accepted.count(), count);
        listener.setHold(Listener::Hold::Occupied, false);
    }
    QCOMPARE(listener.calls().accept, 3U);
}

void TestListener::acceptingGoesOnWhenNoReasonIsLeft()
{
    Listener listener;
    Descriptors accepted(&listener);
    QVERIFY(listener.listenOn(OnFreePort));
    listener.setHold(Listener::Hold::Paused, true);
    listener.setHold(Listener::Hold::Pressure, true);
    QTcpSocket peer;
    peer.connectToHost(listener.serverAddress(), listener.serverPort());
    QVERIFY(peer.waitForConnected());
    QSignalSpy came(&listener, &Listener::accepted);

    listener.setHold(Listener::Hold::Pressure, false);
    QVERIFY(!came.wait(100));
    listener.setHold(Listener::Hold::Paused, false);

    QTRY_COMPARE(accepted.count(), 1);
}

void TestListener::aPauseBeforeListeningIsKept()
{
    Listener listener;
    listener.setHold(Listener::Hold::Paused, true);
    QVERIFY(listener.listenOn(OnFreePort));
    QSignalSpy came(&listener, &Listener::accepted);
    Descriptors accepted(&listener);
    QTcpSocket peer;
    peer.connectToHost(listener.serverAddress(), listener.serverPort());
    QVERIFY(peer.waitForConnected());

    QVERIFY(!came.wait(100));
    listener.setHold(Listener::Hold::Paused, false);

    QTRY_COMPARE(accepted.count(), 1);
}

void TestListener::ipv6IsListenedOn()
{
    Listener listener;
    Descriptors accepted(&listener);
    if (!listener.listen(QHostAddress::LocalHostIPv6))
        QSKIP("this machine has no IPv6 loopback");
    QTcpSocket peer;
    peer.connectToHost(listener.serverAddress(), listener.serverPort());

    QTRY_COMPARE(accepted.count(), 1);
    QCOMPARE(listener.endpoint().toString(), u"[::1]:%1"_s.arg(listener.serverPort()));
}

void TestListener::aPortInUseIsRefused()
{
    Listener first;
    QVERIFY(first.listen(QHostAddress::LocalHost));
    Listener second;

    QVERIFY(!second.listen(QHostAddress::LocalHost, first.serverPort()));
    QCOMPARE(second.serverError(), QAbstractSocket::AddressInUseError);
}

#ifdef Q_OS_UNIX
/// Lets the process open no descriptor beyond those that it has, and `spare` more.
class DescriptorShortage
{
public:
    explicit DescriptorShortage(int spare)
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const int next = ::dup(0); // the lowest that is free
        ::close(next);
        rlimit low = m_before;
        low.rlim_cur = rlim_t(next + spare);
        ::setrlimit(RLIMIT_NOFILE, &low);
    }
    ~DescriptorShortage() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    Q_DISABLE_COPY_MOVE(DescriptorShortage)

private:
    rlimit m_before{};
};
#endif

void TestListener::runningOutOfDescriptorsIsToldAndSurvived()
{
#ifdef Q_OS_UNIX
    Listener listener;
    Descriptors accepted(&listener);
    QSignalSpy failed(&listener, &Listener::acceptFailed);
    QSignalSpy recovered(&listener, &Listener::acceptRecovered);
    QVERIFY(listener.listenOn(OnFreePort));
    QTcpSocket first;
    QTcpSocket second;
    {
        const DescriptorShortage shortage(2); // enough for both connects, not for an accept
        first.connectToHost(listener.serverAddress(), listener.serverPort());
        second.connectToHost(listener.serverAddress(), listener.serverPort());
        QVERIFY(failed.wait());
        QVERIFY(!recovered.wait(3 * int(Listener::RetryDelay.count())));
        QCOMPARE(failed.size(), 1);
        QVERIFY(!failed.constFirst().constFirst().toString().isEmpty());
        QCOMPARE(accepted.count(), 0);
    }

    QTRY_COMPARE(accepted.count(), 2);
    QCOMPARE(recovered.size(), 1);
#else
    QSKIP("this system has no limit of descriptors that a process can lower");
#endif
}

void TestListener::closingWhileOutOfDescriptorsIsHarmless()
{
#ifdef Q_OS_UNIX
    Listener listener;
    Descriptors accepted(&listener);
    QSignalSpy failed(&listener, &Listener::acceptFailed);
    QVERIFY(listener.listenOn(OnFreePort));
    QTcpSocket peer;
    const DescriptorShortage shortage(1);
    peer.connectToHost(listener.serverAddress(), listener.serverPort());
    QVERIFY(failed.wait());

    listener.close();

    QVERIFY(!failed.wait(3 * int(Listener::RetryDelay.count())));
#else
    QSKIP("this system has no limit of descriptors that a process can lower");
#endif
}

QTEST_GUILESS_MAIN(TestListener)
#include "tst_listener.moc"
