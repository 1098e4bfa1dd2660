#include "filestatustext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using State = FileProgress::State;

/// The words for a file on its way and for its end.
class TestFileStatusText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void whileItRunsAndAtItsEnd_data();
    void whileItRunsAndAtItsEnd();
};

static FileProgress file(State state, quint64 slowest, qsizetype targets = 1, qsizetype done = 0)
{
    FileProgress progress;
    progress.state = state;
    progress.size = 80'000'000;
    progress.slowest = slowest;
    progress.targets = targets;
    progress.done = done;
    return progress;
}

static FileProgress withLost(FileProgress progress, qsizetype failed)
{
    progress.failed = failed;
    for (qsizetype i = 0; i < qMin(failed, FileProgress::MaxListed); ++i)
        progress.lost.append({SocketId(3 + i), 1'200'000, i == 0 ? CloseReason::PeerClosed : CloseReason::None});
    return progress;
}

void TestFileStatusText::whileItRunsAndAtItsEnd_data()
{
    QTest::addColumn<FileProgress>("progress");
    QTest::addColumn<QString>("text");
    FileProgress moving = file(State::Sending, 12'300'000);
    QTest::newRow("the speed is not known yet") << moving << u"12.3 MB of 80.0 MB"_s;
    moving.speed = 4'100'000;
    QTest::newRow("one peer") << moving << u"12.3 MB of 80.0 MB · 4.1 MB/s · 0:17 left"_s;
    moving.targets = 4;
    moving.done = 3;
    QTest::newRow("several") << moving << u"12.3 MB of 80.0 MB · 4.1 MB/s · 0:17 left · 3 of 4 clients have all of it"_s;
    QTest::newRow("one of several has left")
        << withLost(file(State::Sending, 10, 3), 1)
        << u"10 B of 80.0 MB · 0 of 3 clients have all of it · #3 got 1.2 MB: the peer closed"_s;
    FileProgress paused = file(State::Paused, 12'300'000);
    paused.queued = 65'536;
    QTest::newRow("paused") << paused << u"Paused · 12.3 MB of 80.0 MB · 65.5 kB queued"_s;
    QTest::newRow("done") << file(State::Done, 80'000'000, 1, 1) << u"Sent: 80.0 MB"_s;
    QTest::newRow("done for all") << file(State::Done, 80'000'000, 2, 2) << u"2 of 2 clients have all of it"_s;
    QTest::newRow("done for some")
        << withLost(file(State::Done, 80'000'000, 6, 1), 5)
        << u"1 of 6 clients have all of it · #3 got 1.2 MB: the peer closed · #4 got 1.2 MB: writing to it was shut down · "
           "#5 got 1.2 MB: writing to it was shut down · ended early besides: 2"_s;
    FileProgress cancelled = file(State::Cancelled, 12'300'000);
    QTest::newRow("cancelled") << cancelled << u"Cancelled: 12.3 MB of 80.0 MB went out"_s;
    cancelled.queued = 65'536;
    QTest::newRow("some is queued yet") << cancelled << u"Cancelled: 12.3 MB of 80.0 MB went out · 65.5 kB queued"_s;
    QTest::newRow("the only peer has left")
        << withLost(file(State::Failed, 1'200'000), 1)
        << u"Not all of it was sent: 1.2 MB of 80.0 MB went out · the peer closed"_s;
    FileProgress unreadable = file(State::Failed, 1'200'000);
    unreadable.problem = u"It broke."_s;
    QTest::newRow("the file broke") << unreadable << u"It broke. · 1.2 MB of 80.0 MB went out"_s;
    unreadable.targets = 0;
    QTest::newRow("nobody to send it to") << unreadable << u"It broke."_s;
    FileProgress unopened = file(State::Failed, 0);
    unopened.size = 0;
    unopened.problem = u"It is not there."_s;
    QTest::newRow("never begun") << unopened << u"It is not there."_s;
}

void TestFileStatusText::whileItRunsAndAtItsEnd()
{
    QFETCH(FileProgress, progress);
    QTEST(fileStatusText(progress), "text");
}

QTEST_APPLESS_MAIN(TestFileStatusText)
#include "tst_filestatustext.moc"
