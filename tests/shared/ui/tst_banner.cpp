#include "banner.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

class TestBanner final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isThereWhileItHasSomethingToTell();
    void theButtonDismissesIt();
    void whatIsNotSoAnyMoreIsTakenBack();
};

void TestBanner::isThereWhileItHasSomethingToTell()
{
    Banner banner;
    QVERIFY(banner.isHidden());
    banner.tell(u"The disk is full."_s);
    QVERIFY(banner.isVisible());
    QCOMPARE(banner.accessibleName(), u"The disk is full."_s);
    banner.clear();
    QVERIFY(banner.isHidden());
}

void TestBanner::theButtonDismissesIt()
{
    Banner banner;
    QSignalSpy dismissed(&banner, &Banner::dismissed);
    banner.tell(u"The disk is full."_s);
    auto *close = banner.findChild<QToolButton *>(u"bannerClose"_s);
    QVERIFY(close->isVisible() && !close->icon().isNull());
    QCOMPARE(QAccessible::queryAccessibleInterface(close)->text(QAccessible::Name), u"Dismiss"_s);
    QTest::keyClick(close, Qt::Key_Space);
    QVERIFY(banner.isHidden());
    QCOMPARE(dismissed.size(), 1);
}

void TestBanner::whatIsNotSoAnyMoreIsTakenBack()
{
    Banner banner;
    banner.tell(u"The disk is full."_s);
    banner.takeBack(u"Nobody is connected."_s);
    QVERIFY(banner.isVisible());
    banner.takeBack(u"The disk is full."_s);
    QVERIFY(banner.isHidden());
}

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
