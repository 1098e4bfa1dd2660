#include "factstext.h"

#include <QLocale>
#include <QTest>
#include <QTime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static SocketFacts connection()
{
    SocketFacts facts;
    facts.status.id = 3;
    facts.status.local = {QHostAddress(u"127.0.0.1"_s), 8080};
    facts.status.peer = {QHostAddress(u"127.0.0.1"_s), 53122};
    facts.status.bytesIn = 1234;
    facts.status.calls.accept = 1;
    facts.status.calls.recv = 7;
    return facts;
}

static QString valueOf(const QList<FactsText::Line> &lines, const QString &name)
{
    for (const FactsText::Line &line : lines) {
        if (line.name == name)
            return line.value;
    }
    return u"no such line"_s;
}

static QStringList namesOf(const QList<FactsText::Line> &lines)
{
    QStringList names;
    for (const FactsText::Line &line : lines)
        names.append(line.name);
    return names;
}

class TestFactsText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void bothEndsAreNamed();
    void aListenerHasNoPeerAndNoBuffers();
    void whatIsNotToldHasNoLine();
    void aBufferSaysHowFullItIs();
    void callsAreCountedWithTheirBytes();
    void eachKindOfSocketHasItsCalls();
    void tcpIsToldWithUnits();
    void theTimeLineHasTimesAndWords();
};

void TestFactsText::bothEndsAreNamed()
{
    const auto lines = FactsText::endpoints(connection());
    QCOMPARE(valueOf(lines, u"This end"_s), u"127.0.0.1:8080"_s);
    QCOMPARE(valueOf(lines, u"Other end"_s), u"127.0.0.1:53122"_s);
    QCOMPARE(valueOf(FactsText::protocol(connection()), u"Protocol"_s), u"TCP, IPv4"_s);
}

void TestFactsText::aListenerHasNoPeerAndNoBuffers()
{
    SocketFacts facts;
    facts.status.local = {QHostAddress(u"::1"_s), 8080};
    facts.buffers.receiveBuffer = 131072;
    facts.backlog = {1024, 2};
    QCOMPARE(valueOf(FactsText::endpoints(facts), u"Other end"_s), u"none: it only accepts"_s);
    QCOMPARE(valueOf(FactsText::protocol(facts), u"Protocol"_s), u"TCP, IPv6"_s);
    QCOMPARE(valueOf(FactsText::protocol(facts), u"Backlog"_s), u"1,024"_s);
    QCOMPARE(valueOf(FactsText::protocol(facts), u"Connected, not accepted"_s), u"2"_s);
    QVERIFY(FactsText::buffers(facts).isEmpty());
    QVERIFY(FactsText::tcp(facts).isEmpty());
}

void TestFactsText::whatIsNotToldHasNoLine()
{
    SocketFacts facts = connection();
    QVERIFY(FactsText::buffers(facts).isEmpty());
    QVERIFY(FactsText::tcp(facts).isEmpty());
    QCOMPARE(namesOf(FactsText::protocol(facts)), QStringList{u"Protocol"_s});
    facts.tcp.retransmits = 0;
    QCOMPARE(namesOf(FactsText::tcp(facts)), QStringList{u"Sent again"_s});
}

void TestFactsText::aBufferSaysHowFullItIs()
{
    SocketFacts facts = connection();
    facts.buffers.receiveQueue = 65536;
    facts.buffers.receiveBuffer = 131072;
    facts.buffers.sendQueue = 0;
    const auto buffers = FactsText::buffers(facts);
    QCOMPARE(buffers.size(), 2);
#ifdef Q_OS_LINUX
    QCOMPARE(buffers.at(0).value, u"65,536 bytes; room for 131,072 with overhead"_s);
    QVERIFY(buffers.at(0).explanation.contains(u"full before the bar is"_s));
#else
    QCOMPARE(buffers.at(0).value, u"65,536 of 131,072 bytes"_s);
#endif
    QCOMPARE(buffers.at(0).bytes, 65536U);
    QCOMPARE(buffers.at(1).value, u"0 bytes"_s);
}

void TestFactsText::callsAreCountedWithTheirBytes()
{
    const auto lines = FactsText::operations(connection());
    QCOMPARE(valueOf(lines, u"recv"_s), u"7 × · 1,234 bytes"_s);
    QCOMPARE(valueOf(lines, u"accept"_s), u"1 ×"_s);
    QCOMPARE(valueOf(lines, u"socket"_s), u"–"_s);
}

void TestFactsText::eachKindOfSocketHasItsCalls()
{
    QCOMPARE(namesOf(FactsText::operations({})),
             QStringList({u"socket"_s, u"setsockopt"_s, u"bind"_s, u"listen"_s, u"accept"_s, u"close"_s}));
    QCOMPARE(namesOf(FactsText::operations(connection())),
             QStringList({u"socket"_s, u"setsockopt"_s, u"accept"_s, u"connect"_s, u"send"_s, u"recv"_s, u"shutdown"_s,
                          u"close"_s}));
}

void TestFactsText::tcpIsToldWithUnits()
{
    SocketFacts facts = connection();
    facts.tcp.rtt = 135us;
    facts.tcp.rttVariance = 42us;
    facts.tcp.congestionWindow = 10;
    facts.tcp.segmentSize = 32768;
    facts.tcp.deliveryRate = 34'000'000;
    const auto lines = FactsText::tcp(facts);
    QCOMPARE(valueOf(lines, u"Round trip"_s), u"0.135 ms ± 0.042 ms"_s);
    QCOMPARE(valueOf(lines, u"Segment size"_s), u"32,768 bytes"_s);
    QCOMPARE(valueOf(lines, u"Delivery rate"_s), u"34.0 MB a second"_s);
}

void TestFactsText::theTimeLineHasTimesAndWords()
{
    SocketFacts facts = connection();
    facts.status.history.add(StateStep::Kind::Accepted);
    facts.status.history.add(StateStep::Kind::Closed, CloseReason::Reset);
    const auto lines = FactsText::history(facts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(QTime::fromString(lines.at(0).name, u"HH:mm:ss.zzz"_s).isValid());
    QCOMPARE(lines.at(1).value, u"closed: the peer reset the connection"_s);
}

QTEST_GUILESS_MAIN(TestFactsText)
#include "tst_factstext.moc"
