#include "line.h"
#include "storereader.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace {

/// Goes after the line that uses it.
struct StoreFolder
{
    QTemporaryDir folder;
};

/// A line whose bytes are kept.
struct KeptLine : StoreFolder, Line
{
    std::shared_ptr<TrafficStore> store;

    explicit KeptLine(const ChannelOptions &options = {})
        : Line(options)
    {
        QString problem;
        store = TrafficStore::create(folder.path(), TrafficStore::DefaultDiskLimit, &problem);
        queue.setStore(store);
        QObject::connect(&peer, &QTcpSocket::readyRead, &peer, [this] { taken += peer.readAll(); });
    }

    QByteArray kept(StoredRecord::Kind kind) const
    {
        store->flush();
        QByteArray bytes;
        StoreReader(store).forEach(0, NoRecord, [&](const StoredRecord &record, QByteArrayView payload) {
            if (record.kind == kind)
                bytes += payload;
            return true;
        });
        return bytes;
    }

    qsizetype count(StoredRecord::Kind kind) const
    {
        qsizetype count = 0;
        store->flush();
        StoreReader(store).forEach(0, NoRecord, [&](const StoredRecord &record, QByteArrayView) {
            count += record.kind == kind ? 1 : 0;
            return true;
        });
        return count;
    }

    bool isClosed() { return QTest::qWaitFor([this] { return !channel.isOpen(); }, 30'000); }

    QByteArray taken; // by the peer
};

QByteArray someBytes(qsizetype size)
{
    QRandomGenerator random(20'261'123);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.generate());
    return bytes;
}

bool same(const QByteArray &a, const QByteArray &b)
{
    return a == b; // a failure prints no megabytes
}

}

/// A channel with a store: what is kept is what went over the socket.
class TestChannelStore final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsReadIsKept();
    void whatAPeerTakesBitByBitIsKeptOnce();
    void anEchoIsKeptBothWays();
    void afterAResetOnlyWhatTheSystemTookIsKept();
    void anUnfinishedMessageIsKept();
    void theBatchesHaveNoMessages();
};

void TestChannelStore::whatIsReadIsKept()
{
    const QByteArray bytes = someBytes(5'000'000);
    KeptLine line;
    QVERIFY(line.open());
    line.peer.write(bytes);
    QTRY_COMPARE_WITH_TIMEOUT(line.channel.status().bytesIn, quint64(bytes.size()), 30'000);
    QVERIFY(same(line.kept(StoredRecord::Kind::Read), bytes));
}

void TestChannelStore::whatAPeerTakesBitByBitIsKeptOnce()
{
    const QByteArray bytes = someBytes(MoreThanTcpHolds);
    ChannelOptions options;
    options.queueLimit = 2 * MoreThanTcpHolds;
    KeptLine line(options);
    QVERIFY(line.open());
    line.peer.setReadBufferSize(10'000);
    Message message;
    message.wire = bytes;
    line.channel.send(message);
    QTRY_COMPARE_WITH_TIMEOUT(line.taken.size(), bytes.size(), 60'000);
    QVERIFY(line.count(StoredRecord::Kind::Write) > 1);
    QVERIFY(same(line.taken, bytes));
    QVERIFY(same(line.kept(StoredRecord::Kind::Write), bytes));
}

void TestChannelStore::anEchoIsKeptBothWays()
{
    const QByteArray bytes = someBytes(3'000'000) + '\n';
    KeptLine line;
    line.echoes = true;
    QVERIFY(line.open());
    line.peer.write(bytes);
    QTRY_COMPARE_WITH_TIMEOUT(line.taken.size(), bytes.size(), 30'000);
    QVERIFY(same(line.taken, bytes));
    QVERIFY(same(line.kept(StoredRecord::Kind::Read), bytes));
    QVERIFY(same(line.kept(StoredRecord::Kind::Write), bytes));
}

void TestChannelStore::afterAResetOnlyWhatTheSystemTookIsKept()
{
    const QByteArray bytes = someBytes(2 * MoreThanTcpHolds);
    ChannelOptions options;
    options.queueLimit = 4 * MoreThanTcpHolds;
    KeptLine line(options);
    QVERIFY(line.open());
    line.peer.disconnect(&line.peer); // it reads nothing
    line.peer.setReadBufferSize(1);
    Message message;
    message.wire = bytes;
    line.channel.send(message);
    QTRY_VERIFY(line.channel.status().bytesOut > 0);
    line.peer.abort();
    QVERIFY(line.isClosed());

    const QByteArray kept = line.kept(StoredRecord::Kind::Write);
    QVERIFY(kept.size() > 0);
    QVERIFY(kept.size() < bytes.size());
    QVERIFY(bytes.startsWith(kept));
    QTRY_VERIFY(line.saw(Record::Kind::Closed));
    QCOMPARE(line.last(Record::Kind::Closed).more().bytesOut, quint64(kept.size()));
}

void TestChannelStore::anUnfinishedMessageIsKept()
{
    KeptLine line;
    QVERIFY(line.open());
    line.peer.write("no end");
    line.peerFinishes();
    QVERIFY(line.isClosed());
    QCOMPARE(line.kept(StoredRecord::Kind::Read), "no end"_ba);
}

void TestChannelStore::theBatchesHaveNoMessages()
{
    KeptLine line;
    QVERIFY(line.open());
    line.peer.write("one\ntwo\n");
    line.channel.send(*Framing{}.compose("three"));
    QTRY_COMPARE(line.taken, "three\n"_ba);
    line.channel.close(CloseReason::ClosedByUs);
    QVERIFY(line.isClosed());
    QTRY_VERIFY(line.saw(Record::Kind::Closed));
    QVERIFY(!line.saw(Record::Kind::Received));
    QVERIFY(!line.saw(Record::Kind::Sent));
}

QTEST_GUILESS_MAIN(TestChannelStore)
#include "tst_channelstore.moc"
