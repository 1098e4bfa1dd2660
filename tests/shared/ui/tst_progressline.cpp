#include "progressline.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

/// How far some work is: seen only when it takes a while.
class TestProgressLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workThatTakesAWhileIsShown();
    void workThatIsDoneSoonIsNotShown();
    void theButtonGivesUp();
    void theNextWorkStartsAtNothing();
};

void TestProgressLine::workThatTakesAWhileIsShown()
{
    ProgressLine line;
    line.begin(u"Counting …"_s);
    QVERIFY(line.isHidden());
    QTRY_VERIFY(line.isVisible());
    line.setPercent(42);
    QCOMPARE(line.findChild<QProgressBar *>(u"progress"_s)->value(), 42);
    QCOMPARE(line.findChild<QLabel *>()->text(), u"Counting …"_s);
    line.end();
    QVERIFY(line.isHidden());
}

void TestProgressLine::workThatIsDoneSoonIsNotShown()
{
    ProgressLine line;
    line.begin(u"Counting …"_s);
    line.end();
    ProgressLine later;
    later.begin(u"Counting …"_s);
    QTRY_VERIFY(later.isVisible());
    QVERIFY(line.isHidden());
}

void TestProgressLine::theButtonGivesUp()
{
    ProgressLine line;
    QSignalSpy asked(&line, &ProgressLine::cancelRequested);
    line.begin(u"Counting …"_s);
    line.findChild<QPushButton *>(u"cancelWork"_s)->click();
    QCOMPARE(asked.size(), 1);
}

void TestProgressLine::theNextWorkStartsAtNothing()
{
    ProgressLine line;
    line.begin(u"Counting …"_s);
    line.setPercent(90);
    line.end();
    line.begin(u"Writing …"_s);
    QCOMPARE(line.findChild<QProgressBar *>(u"progress"_s)->value(), 0);
}

QTEST_MAIN(TestProgressLine)
#include "tst_progressline.moc"
