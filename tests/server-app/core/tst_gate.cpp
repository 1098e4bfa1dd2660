#include "gate.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

static constexpr qintptr NoDescriptor = -1; // has no peer; all of these are of one, unknown, address

/// Who is let in.
class TestGate final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyoneIsLetInAtOnce();
    void whoIsOneTooManyWaitsAndIsTurnedAway();
    void whoWaitsIsLetInWhenOneLeaves();
    void theFirstToComeIsTheFirstLetIn();
    void anAddressHasALimitOfItsOwn();
    void whoIsTurnedAwayForItsAddressKeepsNobodyElseWaiting();
    void oneAtATimeNobodyIsTurnedAway();
    void aLiftedLimitLetsInWhoWaits();

private:
    struct Decision
    {
        qintptr descriptor;
        Admittance admittance;
        friend bool operator==(const Decision &, const Decision &) = default;
    };

    std::unique_ptr<Gate> m_gate;
    QList<Decision> m_decisions;
};

void TestGate::init()
{
    m_gate = std::make_unique<Gate>();
    m_decisions.clear();
    connect(m_gate.get(), &Gate::decided, this, [this](qintptr descriptor, const QHostAddress &, Admittance admittance) {
        m_decisions.append({descriptor, admittance});
    });
}

void TestGate::everyoneIsLetInAtOnce()
{
    for (int i = 0; i < 100; ++i)
        m_gate->come(NoDescriptor);
    QCOMPARE(m_decisions.size(), 100);
    QCOMPARE(m_gate->inside(), 100);
    QVERIFY(!m_gate->isHolding());
}

void TestGate::whoIsOneTooManyWaitsAndIsTurnedAway()
{
    m_gate->setRules({.maxClients = 1});
    m_gate->come(NoDescriptor);
    m_gate->come(NoDescriptor);
    QCOMPARE(m_decisions.size(), 1);
    QTRY_COMPARE(m_decisions.size(), 2);
    QCOMPARE(m_decisions.constLast().admittance, Admittance::Full);
    QCOMPARE(m_gate->inside(), 1);
}

void TestGate::whoWaitsIsLetInWhenOneLeaves()
{
    m_gate->setRules({.maxClients = 1});
    m_gate->come(NoDescriptor);
    m_gate->come(NoDescriptor);
    m_gate->leave({});
    QTRY_COMPARE(m_decisions.size(), 2);
    QCOMPARE(m_decisions.constLast().admittance, Admittance::In);
}

void TestGate::theFirstToComeIsTheFirstLetIn()
{
    m_gate->setRules({.maxClients = 1});
    m_gate->come(-1);
    m_gate->come(-2);
    m_gate->leave({});
    m_gate->come(-3); // though there is room at this moment
    QTRY_COMPARE(m_decisions.size(), 3);
    QCOMPARE(m_decisions.at(1), (Decision{-2, Admittance::In}));
    QCOMPARE(m_decisions.at(2), (Decision{-3, Admittance::Full}));
}

void TestGate::anAddressHasALimitOfItsOwn()
{
    m_gate->setRules({.maxClients = 10, .maxPerAddress = 2});
    for (int i = 0; i < 3; ++i)
        m_gate->come(NoDescriptor);
    QTRY_COMPARE(m_decisions.size(), 3);
    QCOMPARE(m_decisions.constLast().admittance, Admittance::AddressFull);
    m_gate->leave({});
    m_gate->come(NoDescriptor);
    QCOMPARE(m_decisions.constLast().admittance, Admittance::In);
}

void TestGate::whoIsTurnedAwayForItsAddressKeepsNobodyElseWaiting()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket other;
    other.connectToHost(server.serverAddress(), server.serverPort());
    QVERIFY(other.waitForConnected());
    m_gate->setRules({.maxPerAddress = 1});
    m_gate->come(NoDescriptor);
    m_gate->come(NoDescriptor);

    m_gate->come(other.socketDescriptor()); // of another address

    QCOMPARE(m_decisions.size(), 2);
    QCOMPARE(m_decisions.constLast(), (Decision{other.socketDescriptor(), Admittance::In}));
}

void TestGate::oneAtATimeNobodyIsTurnedAway()
{
    m_gate->setRules({.maxClients = 1});
    m_gate->come(-1);
    m_gate->come(-2);
    m_gate->setRules({.oneAtATime = true});
    QVERIFY(m_gate->isHolding());
    QVERIFY(!QTest::qWaitFor([this] { return m_decisions.size() > 1; }, int(2 * Gate::Patience.count())));
    m_gate->leave({});
    QTRY_COMPARE(m_decisions.size(), 2);
    QCOMPARE(m_decisions.constLast(), (Decision{-2, Admittance::In}));
}

void TestGate::aLiftedLimitLetsInWhoWaits()
{
    m_gate->setRules({.maxClients = 1});
    m_gate->come(-1);
    m_gate->come(-2);
    m_gate->setRules({});
    QCOMPARE(m_decisions.size(), 2);
    QCOMPARE(m_decisions.constLast(), (Decision{-2, Admittance::In}));
}

QTEST_GUILESS_MAIN(TestGate)
#include "tst_gate.moc"
