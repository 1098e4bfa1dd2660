#include "endpoint.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestEndpoint final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsRead_data();
    void whatIsTypedIsRead();
    void whatMakesNoSenseIsRefused_data();
    void whatMakesNoSenseIsRefused();
    void anIPv4PeerOfADualSocketIsGivenAsIPv4();
    void portsAreRead_data();
    void portsAreRead();
    void anUnknownEndpointIsWrittenAsNothing();
};

void TestEndpoint::whatIsTypedIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");

    QTest::newRow("port alone") << u"8080"_s << u"127.0.0.1:8080"_s;
    QTest::newRow("port 0") << u"0"_s << u"127.0.0.1:0"_s;
    QTest::newRow("highest port") << u"127.0.0.1:65535"_s << u"127.0.0.1:65535"_s;
    QTest::newRow("IPv4") << u"192.168.1.20:80"_s << u"192.168.1.20:80"_s;
    QTest::newRow("every IPv4 address") << u"0.0.0.0:80"_s << u"0.0.0.0:80"_s;
    QTest::newRow("star") << u"*:80"_s << u"0.0.0.0:80"_s;
    QTest::newRow("localhost") << u"localhost:80"_s << u"127.0.0.1:80"_s;
    QTest::newRow("IPv6 loopback") << u"[::1]:8080"_s << u"[::1]:8080"_s;
    QTest::newRow("every address") << u"[::]:80"_s << u"[::]:80"_s;
    QTest::newRow("IPv6, shortened") << u"[2001:db8:0:0::1]:80"_s << u"[2001:db8::1]:80"_s;
    QTest::newRow("scope id") << u"[fe80::1%lo]:80"_s << u"[fe80::1%lo]:80"_s;
}

void TestEndpoint::whatIsTypedIsRead()
{
    QFETCH(QString, text);

    const std::optional<Endpoint> endpoint = parseListenEndpoint(text);

    QVERIFY(endpoint);
    QTEST(endpoint->toString(), "written");
}

void TestEndpoint::whatMakesNoSenseIsRefused_data()
{
    QTest::addColumn<QString>("text");

    const char *const texts[] = {"", ":", ":8080", "65536", "127.0.0.1:65536", "127.0.0.1", "127.0.0.1:", "1:80",
                                 "127.1:80", "010.0.0.1:80", "0x7f.0.0.1:80", "256.0.0.1:80", "1.2.3.4.5:80",
                                 " 127.0.0.1:80", "127.0.0.1 :80", "127.0.0.1: 80", "127.0.0.1:+80", "-1", "80a",
                                 "::1:80", "[::1]", "[::1]80", "[]:80", "[127.0.0.1]:80", "[::g]:80", "[::1:80",
                                 "::1]:80", "example.org:80", "127.0.0.1:0000080"};
    for (const char *text : texts)
        QTest::addRow("'%s'", text) << QString::fromUtf8(text);
    QTest::newRow("Arabic digits") << u"٨٠"_s;
}

void TestEndpoint::whatMakesNoSenseIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!parseListenEndpoint(text));
}

void TestEndpoint::anIPv4PeerOfADualSocketIsGivenAsIPv4()
{
    QCOMPARE(Endpoint::of(QHostAddress(u"::ffff:192.0.2.7"_s), 80).toString(), u"192.0.2.7:80"_s);
    QCOMPARE(Endpoint::of(QHostAddress(u"2001:db8::7"_s), 80).toString(), u"[2001:db8::7]:80"_s);
    QCOMPARE((Endpoint{QHostAddress(QHostAddress::Any), 80}.addressText()), u"::"_s);
}

void TestEndpoint::portsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("port");

    QTest::newRow("zero") << u"0"_s << 0;
    QTest::newRow("usual") << u"8080"_s << 8080;
    QTest::newRow("highest") << u"65535"_s << 65535;
    QTest::newRow("too high") << u"65536"_s << -1;
    QTest::newRow("far too high") << u"99999999999"_s << -1;
    QTest::newRow("empty") << u""_s << -1;
    QTest::newRow("sign") << u"+1"_s << -1;
    QTest::newRow("space") << u" 1"_s << -1;
    QTest::newRow("hex") << u"0x50"_s << -1;
}

void TestEndpoint::portsAreRead()
{
    QFETCH(QString, text);
    const std::optional<quint16> port = parsePort(text);
    QTEST(port ? int(*port) : -1, "port");
}

void TestEndpoint::anUnknownEndpointIsWrittenAsNothing()
{
    QCOMPARE((Endpoint{QHostAddress(), 8080}.toString()), u""_s);
}

QTEST_APPLESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
