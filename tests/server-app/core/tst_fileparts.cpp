#include "fileparts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using State = FileProgress::State;

static FileProgress partOf(State state, qsizetype targets, qsizetype done = 0, qsizetype failed = 0)
{
    FileProgress part;
    part.ticket = 7;
    part.state = state;
    part.size = 1000;
    part.targets = targets;
    part.done = done;
    part.failed = failed;
    return part;
}

/// What the loops tell of one file, put together.
class TestFileParts final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsKnownUntilEachHasTold();
    void whatIsOfAnotherFileDoesNotCount();
    void countsAreAddedUp();
    void theSlowestThatGoesOnCounts();
    void whenAllHaveEndedTheOneThatGotMostCounts();
    void theStateIsThatOfTheWhole_data();
    void theStateIsThatOfTheWhole();
    void aLoopWithoutTargetsDoesNotCount();
    void aLoopThatCanNotOpenTheFileCounts();
    void withoutAnyTargetItSaysWhy();

private:
    std::array<int, 3> m_loops{}; // their addresses name them
};

void TestFileParts::nothingIsKnownUntilEachHasTold()
{
    FileParts parts(7, 2);
    parts.take(&m_loops[0], partOf(State::Sending, 1));
    parts.take(&m_loops[0], partOf(State::Sending, 1));
    QVERIFY(!parts.isComplete());
    parts.take(&m_loops[1], partOf(State::Sending, 1));
    QVERIFY(parts.isComplete());
}

void TestFileParts::whatIsOfAnotherFileDoesNotCount()
{
    FileParts parts(8, 1);
    parts.take(&m_loops[0], partOf(State::Sending, 1));
    QVERIFY(!parts.isComplete());
}

void TestFileParts::countsAreAddedUp()
{
    FileParts parts(7, 2);
    FileProgress part = partOf(State::Sending, 3, 1, 1);
    part.sent = 10;
    part.queued = 5;
    part.lost = {{1}, {2}};
    parts.take(&m_loops[0], part);
    parts.take(&m_loops[1], part);
    const FileProgress whole = parts.whole();
    QCOMPARE(whole.targets, 6);
    QCOMPARE(whole.done, 2);
    QCOMPARE(whole.failed, 2);
    QCOMPARE(whole.sent, 20U);
    QCOMPARE(whole.queued, 10U);
    QCOMPARE(whole.lost.size(), FileProgress::MaxListed);
    QCOMPARE(whole.size, 1000U);
}

void TestFileParts::theSlowestThatGoesOnCounts()
{
    FileParts parts(7, 3);
    FileProgress fast = partOf(State::Sending, 1);
    fast.slowest = 900;
    fast.speed = 90;
    FileProgress slow = fast;
    slow.slowest = 400;
    slow.speed = 40;
    FileProgress ended = partOf(State::Failed, 1, 0, 1);
    ended.slowest = 100;
    parts.take(&m_loops[0], fast);
    parts.take(&m_loops[1], slow);
    parts.take(&m_loops[2], ended);
    QCOMPARE(parts.whole().slowest, 400U);
    QCOMPARE(parts.whole().speed, 40U);
}

void TestFileParts::whenAllHaveEndedTheOneThatGotMostCounts()
{
    FileParts parts(7, 2);
    FileProgress ended = partOf(State::Failed, 1, 0, 1);
    ended.slowest = 100;
    parts.take(&m_loops[0], ended);
    ended.slowest = 300;
    parts.take(&m_loops[1], ended);
    QCOMPARE(parts.whole().slowest, 300U);
}

void TestFileParts::theStateIsThatOfTheWhole_data()
{
    QTest::addColumn<FileProgress>("first");
    QTest::addColumn<FileProgress>("second");
    QTest::addColumn<int>("state");
    const FileProgress sending = partOf(State::Sending, 1);
    const FileProgress done = partOf(State::Done, 1, 1);
    const FileProgress failed = partOf(State::Failed, 1, 0, 1);
    FileProgress unreadable = partOf(State::Failed, 1);
    unreadable.problem = u"The file can't be read on."_s;
    QTest::newRow("one is done") << done << sending << int(State::Sending);
    QTest::newRow("one is paused") << done << partOf(State::Paused, 1) << int(State::Paused);
    QTest::newRow("one was cancelled") << done << partOf(State::Cancelled, 1) << int(State::Cancelled);
    QTest::newRow("some have it") << done << failed << int(State::Done);
    QTest::newRow("nobody has it") << failed << failed << int(State::Failed);
    QTest::newRow("unreadable") << done << unreadable << int(State::Failed);
    QTest::newRow("unreadable for one, so far") << sending << unreadable << int(State::Sending);
}

void TestFileParts::theStateIsThatOfTheWhole()
{
    QFETCH(FileProgress, first);
    QFETCH(FileProgress, second);
    FileParts parts(7, 2);
    parts.take(&m_loops[0], first);
    parts.take(&m_loops[1], second);
    QTEST(int(parts.whole().state), "state");
}

void TestFileParts::aLoopWithoutTargetsDoesNotCount()
{
    FileParts parts(7, 2);
    FileProgress none = partOf(State::Failed, 0);
    none.problem = u"Nobody is connected."_s;
    parts.take(&m_loops[0], none);
    parts.take(&m_loops[1], partOf(State::Done, 1, 1));
    QCOMPARE(parts.whole().state, State::Done);
    QCOMPARE(parts.whole().problem, QString());
}

void TestFileParts::aLoopThatCanNotOpenTheFileCounts()
{
    FileProgress sent = partOf(State::Done, 1, 1);
    sent.name = u"file"_s;
    sent.slowest = 1000;
    FileProgress unopened = partOf(State::Failed, 2, 0, 2);
    unopened.size = 0;
    unopened.problem = u"Too many open files"_s;
    for (const int first : {0, 1}) {
        FileParts parts(7, 2);
        parts.take(&m_loops[size_t(first)], sent);
        parts.take(&m_loops[size_t(1 - first)], unopened);
        const FileProgress whole = parts.whole();
        QCOMPARE(whole.state, State::Failed);
        QCOMPARE(whole.problem, unopened.problem);
        QCOMPARE(whole.name, sent.name);
        QCOMPARE(whole.size, sent.size);
        QCOMPARE(whole.slowest, sent.slowest);
        QCOMPARE(whole.targets, 3);
    }
}

void TestFileParts::withoutAnyTargetItSaysWhy()
{
    FileParts parts(7, 1);
    FileProgress none = partOf(State::Failed, 0);
    none.problem = u"Nobody is connected."_s;
    parts.take(&m_loops[0], none);
    QCOMPARE(parts.whole().state, State::Failed);
    QCOMPARE(parts.whole().problem, none.problem);
}

QTEST_APPLESS_MAIN(TestFileParts)
#include "tst_fileparts.moc"
