#include "sessionfixture.h"
#include "sessionsockets.h"

class TestSessionSockets final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachSocketIsListedOnceWithItsPeer();
    void anEmptySessionHasNone();
    void goingThroughCanBeGivenUp();

private:
    SessionFixture m_sessions;
};

static bool goOn()
{
    return true;
}

void TestSessionSockets::eachSocketIsListedOnceWithItsPeer()
{
    const auto store = m_sessions.create();
    const Endpoint peer{QHostAddress(QHostAddress::LocalHost), 4000};
    store->appendEvent(Record::of(Record::Kind::Listening, ListenerId, {.local = {QHostAddress(QHostAddress::LocalHost), 80}}));
    store->appendRead(9, "its beginning is gone", 1);
    store->appendEvent(Record::of(Record::Kind::Accepted, 3, {.peer = peer}));
    store->appendRead(3, "x", 2);
    store->appendEvent(Record::of(Record::Kind::PeerFinished, 3));
    store->flush();

    const QList<SessionSocket> sockets = socketsOf(store, goOn);

    QCOMPARE(sockets, (QList<SessionSocket>{{ListenerId, {}}, {3, peer}, {9, {}}}));
}

void TestSessionSockets::anEmptySessionHasNone()
{
    QVERIFY(socketsOf(m_sessions.create(), goOn).isEmpty());
}

void TestSessionSockets::goingThroughCanBeGivenUp()
{
    const auto store = m_sessions.create();
    constexpr SocketId many = 100'000;
    for (SocketId id = 1; id <= many; ++id)
        store->appendRead(id, "x", qint64(id));
    store->flush();
    QVERIFY(socketsOf(store, [] { return false; }).size() < qsizetype(many));
}

QTEST_APPLESS_MAIN(TestSessionSockets)
#include "tst_sessionsockets.moc"
