#include "recordtext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Record::Details)

class TestRecordText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void anEndIsToldOnce_data();
    void anEndIsToldOnce();
};

void TestRecordText::anEndIsToldOnce_data()
{
    QTest::addColumn<Record::Details>("details");
    QTest::addColumn<QString>("text");

    const Endpoint peer{QHostAddress(QHostAddress::LocalHost), 50000};
    const auto open = [peer](CloseReason reason, const QString &text = {}) {
        return Record::Details{.peer = peer, .reason = reason, .text = text, .bytesIn = 1234, .bytesOut = 5};
    };
    QTest::newRow("by the peer") << open(CloseReason::PeerClosed) << u"the peer closed (1,234 bytes in, 5 out)"_s;
    QTest::newRow("by us") << open(CloseReason::ClosedByUs) << u"closed by us (1,234 bytes in, 5 out)"_s;
    QTest::newRow("reset") << open(CloseReason::Reset) << u"the peer reset the connection (1,234 bytes in, 5 out)"_s;
    QTest::newRow("too slow") << open(CloseReason::TooSlow)
                              << u"closed: too slow: it did not take what was queued (1,234 bytes in, 5 out)"_s;
    QTest::newRow("limit") << open(CloseReason::Limit) << u"turned away: the limit of clients is reached"_s;
    QTest::newRow("limit of an address") << open(CloseReason::Limit, Record::AddressMark)
                                         << u"turned away: the limit of clients from one address is reached"_s;
    QTest::newRow("error") << open(CloseReason::Error, u"the cable broke"_s)
                           << u"closed: the cable broke (1,234 bytes in, 5 out)"_s;
    QTest::newRow("refused") << Record::Details{.reason = CloseReason::Refused} << u"not connected: refused"_s;
    QTest::newRow("no answer") << Record::Details{.reason = CloseReason::TimedOut} << u"not connected: no answer in time"_s;
    QTest::newRow("no such host") << Record::Details{.reason = CloseReason::Error, .problem = ConnectProblem::HostNotFound}
                                  << u"not connected: there is no such host"_s;
    QTest::newRow("given up") << Record::Details{.reason = CloseReason::ClosedByUs} << u"not connected: given up"_s;
}

void TestRecordText::anEndIsToldOnce()
{
    QFETCH(Record::Details, details);
    QTEST(recordText(Record::of(Record::Kind::Closed, 1, details)), "text");
}

QTEST_APPLESS_MAIN(TestRecordText)
#include "tst_recordtext.moc"
