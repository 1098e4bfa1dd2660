#include "portconflict.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPortConflict final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhetherTwoCanListen_data();
    void tellsWhetherTwoCanListen();
};

void TestPortConflict::tellsWhetherTwoCanListen_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("the same") << u"127.0.0.1:80"_s << u"127.0.0.1:80"_s << true;
    QTest::newRow("other ports") << u"127.0.0.1:80"_s << u"127.0.0.1:81"_s << false;
    QTest::newRow("free ports") << u"127.0.0.1:0"_s << u"127.0.0.1:0"_s << false;
    QTest::newRow("other addresses") << u"127.0.0.1:80"_s << u"127.0.0.2:80"_s << false;
    QTest::newRow("all of IPv4, and one") << u"0.0.0.0:80"_s << u"192.0.2.7:80"_s << true;
    QTest::newRow("all of IPv4, and one of IPv6") << u"0.0.0.0:80"_s << u"[::1]:80"_s << false;
    QTest::newRow("all, and one of IPv6") << u"[::]:80"_s << u"[::1]:80"_s << true;
    QTest::newRow("all, and one of IPv4") << u"[::]:80"_s << u"127.0.0.1:80"_s << true;
    QTest::newRow("all, and all of IPv4") << u"[::]:80"_s << u"0.0.0.0:80"_s << true;
    QTest::newRow("one that this machine does not have") << u"0.0.0.0:80"_s << u"192.0.2.8:80"_s << false;
}

void TestPortConflict::tellsWhetherTwoCanListen()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    const QList<QHostAddress> own{QHostAddress(u"192.0.2.7"_s)};
    const Endpoint first = *parseListenEndpoint(one);
    const Endpoint second = *parseListenEndpoint(other);
    QTEST(isSamePlace(first, second, own), "same");
    QTEST(isSamePlace(second, first, own), "same");
}

QTEST_APPLESS_MAIN(TestPortConflict)
#include "tst_portconflict.moc"
