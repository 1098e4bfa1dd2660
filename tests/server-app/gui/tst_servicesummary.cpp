#include "servicesummary.h"

#include "language.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestServiceSummary final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Language::apply(u"en"_s); }
    void theTextNamesPortModeAndState_data();
    void theTextNamesPortModeAndState();
    void theToolTipHasTheWholeAddress();
};

static ServiceSummary summary(ServerPhase phase, quint16 port)
{
    return {.phase = phase, .endpoint = {QHostAddress(u"fe80::1"_s), port}, .mode = u"Relay"_s, .framing = u"NUL"_s, .open = 3};
}

void TestServiceSummary::theTextNamesPortModeAndState_data()
{
    QTest::addColumn<ServerPhase>("phase");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("text");
    QTest::newRow("idle") << ServerPhase::Idle << 8080 << u":8080 · Relay · not listening"_s;
    QTest::newRow("idle, any port") << ServerPhase::Idle << 0 << u"free port · Relay · not listening"_s;
    QTest::newRow("starting") << ServerPhase::Starting << 8080 << u":8080 · Relay · starting"_s;
    QTest::newRow("listening") << ServerPhase::Listening << 8080 << u":8080 · Relay · 3"_s;
    QTest::newRow("stopping") << ServerPhase::Stopping << 8080 << u":8080 · Relay · stopping"_s;
}

void TestServiceSummary::theTextNamesPortModeAndState()
{
    QFETCH(ServerPhase, phase);
    QFETCH(int, port);
    QTEST(summary(phase, quint16(port)).text(), "text");
}

void TestServiceSummary::theToolTipHasTheWholeAddress()
{
    QCOMPARE(summary(ServerPhase::Listening, 8080).toolTip(),
             u"[fe80::1]:8080\nMode: Relay\nFraming: NUL\nOpen sockets: 3"_s);
}

QTEST_GUILESS_MAIN(TestServiceSummary)
#include "tst_servicesummary.moc"
