#include "elidedlabel.h"
#include "serverstatusbar.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What the status bar of the server window shows where it has much room and where it has little.
class TestServerStatusBar final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withRoomItShowsAll();
    void whatFindsNoRoomIsLeftOutAndNothingIsCut();
    void whatMattersLeastLeavesFirst();
};

/// Returns whether it shows all of that, which it does a little later.
static bool fill(ServerStatusBar &bar)
{
    bar.tellPhase(ServerPhase::Listening, {QHostAddress(QHostAddress::LocalHost), 8080});
    bar.tellTraffic({.open = 3, .bytesIn = 123'456, .bytesOut = 1'234'567}, 5, 0);
    bar.tellServing({.threads = 2, .sockets = 3, .meanDelay = std::chrono::microseconds(70), .residentBytes = 50'000'000});
    bar.show();
    return QTest::qWaitFor([&bar] {
        return bar.findChild<ElidedLabel *>(u"statusIn"_s)->text().contains(u"123"_s);
    });
}

static QStringList shown(const ServerStatusBar &bar)
{
    QStringList names;
    for (const auto *part : bar.findChildren<ElidedLabel *>()) {
        if (part->isVisible())
            names.append(part->objectName());
    }
    return names;
}

void TestServerStatusBar::withRoomItShowsAll()
{
    ServerStatusBar bar;
    QVERIFY(fill(bar));
    bar.resize(3000, bar.height());
    QTRY_COMPARE(shown(bar).size(), 6); // nothing was dropped, so nothing says so
}

/// At any width from that on where the endpoint alone has room.
void TestServerStatusBar::whatFindsNoRoomIsLeftOutAndNothingIsCut()
{
    constexpr int LeastLetters = 40;
    ServerStatusBar bar;
    QVERIFY(fill(bar));
    const int least = bar.fontMetrics().averageCharWidth() * LeastLetters;
    for (int width = 4 * least; width > least; width -= 3) {
        bar.resize(width, bar.height());
        QCoreApplication::processEvents();
        QVERIFY(shown(bar).contains(u"statusEndpoint"_s));
        for (const auto *part : bar.findChildren<ElidedLabel *>()) {
            const bool isWhole = part->contentsRect().width() >= part->fontMetrics().horizontalAdvance(part->text());
            QVERIFY2(!part->isVisible() || isWhole, qPrintable(u"%1 at %2"_s.arg(part->text()).arg(width)));
        }
    }
}

void TestServerStatusBar::whatMattersLeastLeavesFirst()
{
    ServerStatusBar bar;
    QVERIFY(fill(bar));
    QStringList order{u"statusMessages"_s, u"statusServing"_s, u"statusOut"_s, u"statusIn"_s, u"statusSockets"_s};
    for (int width = 3000; width > 0; width -= 5) {
        bar.resize(width, bar.height());
        while (!order.isEmpty() && !shown(bar).contains(order.constFirst()))
            order.removeFirst();
        for (const QString &name : std::as_const(order))
            QVERIFY2(shown(bar).contains(name), qPrintable(name));
    }
    QVERIFY(order.isEmpty());
}

QTEST_MAIN(TestServerStatusBar)
#include "tst_serverstatusbar.moc"
