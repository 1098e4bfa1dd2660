#include "picturefixture.h"
#include "picturesource.h"
#include "socketsmodel.h"

#include <QDateTime>
#include <QMutex>
#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace PictureFixture;

/// Answers as if each peer with an even port were ncat, process 50, and counts what it is asked.
class FakeSystem
{
public:
    OwnerWatch::Find find()
    {
        return [this](const QList<SocketEnds> &ends, const std::function<bool()> &) {
            const QMutexLocker lock(&m_mutex);
            m_asked.append(ends);
            QList<SocketOwner> owners;
            for (const SocketEnds &end : ends)
                owners.append(end.peer.port % 2 == 0 ? SocketOwner{50, u"ncat"_s} : SocketOwner{});
            return owners;
        };
    }

    QList<QList<SocketEnds>> asked()
    {
        const QMutexLocker lock(&m_mutex);
        return m_asked;
    }

private:
    QMutex m_mutex;
    QList<QList<SocketEnds>> m_asked;
};

static std::vector<const SocketStatus *> pointersTo(const QList<SocketStatus> &sockets)
{
    std::vector<const SocketStatus *> pointers;
    for (const SocketStatus &status : sockets)
        pointers.push_back(&status);
    return pointers;
}

class tst_PictureSource final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePictureIsOfTheTable()
    {
        SocketsModel model;
        FakeSystem system;
        PictureSource source(&model, {u"oneport-server"_s, 1, 1000}, system.find());
        QSignalSpy changed(&source, &PictureSource::changed);
        model.update(sockets(2));
        QVERIFY(!changed.isEmpty());
        const Picture picture = source.take(QDateTime::currentMSecsSinceEpoch());
        QVERIFY(picture.isListening);
        QCOMPARE(picture.rows.size(), 2);
    }

    void thoseThatClosedLongAgoAreLeftOut()
    {
        SocketsModel model;
        FakeSystem system;
        PictureSource source(&model, {}, system.find());
        model.update({listener(), closed(1, CloseReason::PeerClosed, 1000)});
        QCOMPARE(source.take(2000).rows.size(), 1);
        QCOMPARE(source.take(2000 + Picture::ClosedStays.count()).rows.size(), 0);
    }

    void whoWaitsIsInThePictureWhileItListens()
    {
        SocketsModel model;
        FakeSystem system;
        PictureSource source(&model, {}, system.find());
        QSignalSpy changed(&source, &PictureSource::changed);
        source.setWaiting(3);
        QCOMPARE(changed.size(), 1);
        source.setWaiting(3);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(source.take(0).waiting, 0);
        model.update({listener()});
        QCOMPARE(source.take(0).waiting, 3);
    }

    void thePeersProgramsAreFoundInTheBackground()
    {
        SocketsModel model;
        FakeSystem system;
        PictureSource source(&model, {}, system.find());
        model.update(sockets(3));
        QCOMPARE(source.take(0).rows.constFirst().owner, SocketOwner{});
        QSignalSpy changed(&source, &PictureSource::changed);
        QVERIFY(changed.wait());
        const Picture picture = source.take(0);
        QCOMPARE(picture.rows.at(1).owner, (SocketOwner{50, u"ncat"_s}));
        QCOMPARE(picture.rows.at(0).owner, SocketOwner{});
    }

    void thoseWithoutAnAnswerAreAskedForOnceMoreAndNotForever()
    {
        FakeSystem system;
        OwnerWatch watch(system.find(), 1ms);
        QList<SocketStatus> all = sockets(2); // 50001 has none
        QSignalSpy found(&watch, &OwnerWatch::found);
        watch.watch(pointersTo(all));
        QTRY_COMPARE(system.asked().size(), OwnerWatch::MaxTries);
        QCOMPARE(system.asked().constLast().size(), 1);
        QCOMPARE(found.size(), 1);
        QTRY_VERIFY(watch.isIdle());
        all.append(socket(4));
        watch.watch(pointersTo(all));
        QTRY_VERIFY(watch.owners().contains(4));
        QCOMPARE(system.asked().size(), OwnerWatch::MaxTries + 1);
        QCOMPARE(system.asked().constLast().constFirst().peer.port, 50'004);
    }

    void whatIsNotOfInterestAnyMoreIsForgotten()
    {
        FakeSystem system;
        OwnerWatch watch(system.find(), 1ms);
        const QList<SocketStatus> all = sockets(2);
        watch.watch(pointersTo(all));
        QTRY_VERIFY(watch.owners().contains(2));
        watch.watch({});
        QVERIFY(watch.owners().isEmpty());
    }

    void whatIsUnreadIsAskedForAgainAndAgain()
    {
        SocketsModel model;
        FakeSystem system;
        std::atomic<quint64> bytes = 0; // more each time
        const auto unread = [&bytes](const QList<SocketEnds> &ends) {
            bytes += 10;
            QList<std::optional<ReceiveQueue>> queues(ends.size());
            queues[0] = ReceiveQueue{.bytes = bytes};
            return queues;
        };
        PictureSource source(&model, {}, system.find(), unread);
        model.update(sockets(2));
        QVERIFY(source.take(0).tellsUnread);
        QTRY_VERIFY(source.take(0).rows.at(0).bytesUnread().value_or(0) >= 30);
        QVERIFY(!source.take(0).rows.at(1).bytesUnread());
        source.rest();
        QTRY_COMPARE(source.take(0).rows.at(0).bytesUnread(), std::nullopt); // it begins anew
    }

    void nothingIsAskedWhileNobodyLooks()
    {
        std::atomic_int asked = 0;
        ReceiveWatch watch(
            [&asked](const QList<SocketEnds> &ends) {
                ++asked;
                return QList<std::optional<ReceiveQueue>>(ends.size(), ReceiveQueue{.bytes = quint64(asked)});
            },
            1ms);
        const QList<SocketStatus> all = sockets(1);
        QSignalSpy told(&watch, &ReceiveWatch::told);
        watch.watch(pointersTo(all));
        QVERIFY(told.wait());
        watch.watch({});
        QVERIFY(watch.queues().isEmpty());
        told.clear();
        QVERIFY(!told.wait(50));
        const int before = asked;
        QVERIFY(!told.wait(50));
        QCOMPARE(asked.load(), before);
    }

    void whereTheSystemDoesNotTellNothingIsSaidOfIt()
    {
        SocketsModel model;
        FakeSystem system;
        PictureSource source(&model, {}, system.find());
        model.update(sockets(2));
        QVERIFY(!source.take(0).tellsUnread);
    }

    void groupsAreNotAskedFor()
    {
        SocketsModel model;
        FakeSystem system;
        PictureSource source(&model, {}, system.find(), [](const QList<SocketEnds> &ends) {
            return QList<std::optional<ReceiveQueue>>(ends.size(), ReceiveQueue{.bytes = 1});
        });
        model.update(sockets(60));
        QVERIFY(!source.take(0).tellsUnread);
    }

    void withThousandsOfSocketsPicturesAreFewer()
    {
        SocketsModel model;
        FakeSystem system;
        PictureSource source(&model, {}, system.find());
        const auto usual = source.interval();
        model.update(sockets(2000));
        QVERIFY(source.interval() > usual);
    }
};

QTEST_GUILESS_MAIN(tst_PictureSource)
#include "tst_picturesource.moc"
