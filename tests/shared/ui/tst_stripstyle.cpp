#include "stripstyle.h"

#include <QApplication>
#include <QPointer>
#include <QScrollBar>
#include <QStyleFactory>
#include <QTest>

using namespace Qt::StringLiterals;

/// Scroll bars that are drawn piece by piece.
class TestStripStyle final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(u"Fusion"_s)); }
    void aBarLooksAsItOtherwiseDoes_data();
    void aBarLooksAsItOtherwiseDoes();
    void aBarTakesItsStyleWithIt();
};

static QImage imageOf(QScrollBar &bar, int height, int value)
{
    bar.resize(bar.sizeHint().width(), height);
    bar.setRange(0, 1000);
    bar.setPageStep(200);
    bar.setValue(value);
    return bar.grab().toImage();
}

void TestStripStyle::aBarLooksAsItOtherwiseDoes_data()
{
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("value");
    QTest::newRow("one piece") << 60 << 0;
    QTest::newRow("several") << 700 << 0;
    QTest::newRow("in the middle") << 701 << 500;
    QTest::newRow("at the end") << 900 << 1000;
}

void TestStripStyle::aBarLooksAsItOtherwiseDoes()
{
    QFETCH(int, height);
    QFETCH(int, value);
    QScrollBar whole(Qt::Vertical);
    QScrollBar pieces(Qt::Vertical);
    StripStyle::giveTo(&pieces);
    QCOMPARE(imageOf(pieces, height, value), imageOf(whole, height, value));
}

void TestStripStyle::aBarTakesItsStyleWithIt()
{
    auto *bar = new QScrollBar(Qt::Vertical);
    StripStyle::giveTo(bar);
    const QPointer<QStyle> style = bar->style();
    delete bar;
    QVERIFY(!style);
}

QTEST_MAIN(TestStripStyle)
#include "tst_stripstyle.moc"
