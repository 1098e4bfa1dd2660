#include "machineaddresses.h"
#include "reachline.h"

#include <QTest>

using namespace Qt::StringLiterals;

class tst_MachineAddresses final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesAreReadAsPeopleTypeThem_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        QTest::newRow("IPv4") << u"192.168.0.7"_s << u"192.168.0.7"_s;
        QTest::newRow("spaces around") << u"  127.0.0.1 "_s << u"127.0.0.1"_s;
        QTest::newRow("IPv6") << u"::1"_s << u"::1"_s;
        QTest::newRow("IPv6 in brackets") << u"[::1]"_s << u"::1"_s;
        QTest::newRow("all of IPv4") << u"0.0.0.0"_s << u"0.0.0.0"_s;
        QTest::newRow("star") << u"*"_s << u"0.0.0.0"_s;
        QTest::newRow("all") << u"::"_s << u"::"_s;
        QTest::newRow("all in brackets") << u"[::]"_s << u"::"_s;
        QTest::newRow("name of loopback") << u"localhost"_s << u"127.0.0.1"_s;
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("a name") << u"example.org"_s << u""_s;
        QTest::newRow("half an address") << u"127.1"_s << u""_s;
    }

    void addressesAreReadAsPeopleTypeThem()
    {
        QFETCH(QString, typed);
        QFETCH(QString, address);
        const auto parsed = parseAddress(typed);
        QCOMPARE(parsed ? addressText(*parsed) : QString(), address);
    }

    void loopbackIsForThisMachineOnly()
    {
        const Endpoint loopback{QHostAddress(QHostAddress::LocalHost), 8080};
        QVERIFY(reachableEndpoints(loopback).isEmpty());
        QVERIFY(ReachLine::listeningText(loopback).contains(u"Only programs on this machine"_s));
    }

    void allInterfacesAreEachOfTheMachinesAddresses()
    {
        const auto endpoints = reachableEndpoints({QHostAddress(QHostAddress::Any), 8080});
        QCOMPARE(endpoints.size(), machineAddresses().size());
        for (const Endpoint &endpoint : endpoints)
            QCOMPARE(endpoint.port, 8080);
    }

    void clientsHereConnectToLoopbackWhenAllInterfacesAreServed()
    {
        QCOMPARE(hostForClient({QHostAddress(QHostAddress::AnyIPv4), 1}), u"127.0.0.1"_s);
        QCOMPARE(hostForClient({QHostAddress(QHostAddress::Any), 1}), u"127.0.0.1"_s);
        QCOMPARE(hostForClient({QHostAddress(u"10.1.2.3"_s), 1}), u"10.1.2.3"_s);
    }
};

QTEST_MAIN(tst_MachineAddresses)
#include "tst_machineaddresses.moc"
