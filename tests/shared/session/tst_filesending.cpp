#include "filesending.h"

#include "line.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using State = FileProgress::State;

namespace {

QByteArray hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// A line whose peer hashes what it reads, and reads only while it is told to.
struct Receiver : Line
{
    explicit Receiver(const ChannelOptions &options = {})
        : Line(options)
        , hash(QCryptographicHash::Sha256)
    {
        QObject::connect(&peer, &QTcpSocket::readyRead, &peer, [this] { take(); });
    }

    void take()
    {
        if (!reads)
            return;
        const QByteArray bytes = peer.readAll();
        count += quint64(bytes.size());
        hash.addData(bytes);
        if (keeps)
            kept += bytes;
    }

    void stopReading()
    {
        reads = false;
        peer.setReadBufferSize(1);
    }

    void readAgain()
    {
        reads = true;
        peer.setReadBufferSize(0);
        take();
    }

    QCryptographicHash hash;
    QByteArray kept;
    quint64 count = 0;
    bool reads = true;
    bool keeps = false;
};

/// A file on its way, and the last that was told of it.
struct Sender
{
    explicit Sender(FileSending::Clock clock = {})
        : sending(9, nullptr, std::move(clock))
    {
        QObject::connect(&sending, &FileSending::progressed, &sending, [this](const FileProgress &now) {
            last = now;
            ++told;
        });
    }

    FileSending sending;
    FileProgress last;
    int told = 0;
};

}

class TestFileSending final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPeerGetsTheFileAsItIs();
    void aSlowPeerDelaysNobody();
    void littleWaitsForAPeerThatDoesNotRead();
    void aPausedFileStaysWhereItIsAndGoesOn();
    void aCancelledFileGoesNoFurther();
    void messagesGoBetweenPieces();
    void aSetRateGoesByTheClock();
    void aLimitCanBeLiftedUnderWay();
    void whatCanNotBeSentIsToldInASentence_data();
    void whatCanNotBeSentIsToldInASentence();
    void aPipeIsRefusedWithoutBeingOpened();
    void aFileThatMayNotBeReadIsTold();
    void aFileThatShrinksIsTold();
    void aFileThatGrowsIsSentWithTheSizeThatItHad();
    void aPeerThatLeavesIsToldWithWhatItGot();
    void theOthersGetAllWhenOneLeaves();
    void shuttingDownWritingEndsTheFile();
    void aFullQueueOfRecordsStopsIt();

private:
    QString makeFile(const QString &name, qsizetype size);
    QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QByteArray m_bigHash;
    static constexpr qsizetype BigSize = MoreThanTcpHolds + 12'345; // not a whole number of pieces
    static constexpr quint64 Leisurely = 1'000'000;                 // bytes a second: some systems take all at once
};

void TestFileSending::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QFile big(makeFile(u"big"_s, BigSize));
    QVERIFY(big.open(QIODevice::ReadOnly));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QVERIFY(hash.addData(&big));
    m_bigHash = hash.result();
}

/// Bytes whose place can be told, so that a lost or doubled piece shows.
QString TestFileSending::makeFile(const QString &name, qsizetype size)
{
    QRandomGenerator random(20);
    QByteArray bytes((size + 3) / 4 * 4, Qt::Uninitialized);
    random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.constData(), size) != size)
        qFatal("can't write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestFileSending::everyPeerGetsTheFileAsItIs()
{
    Receiver first;
    Receiver second;
    QVERIFY(first.open() && second.open());
    Sender sender;

    sender.sending.start(path(u"big"_s), {&first.channel, &second.channel}, 0);

    QTRY_COMPARE_WITH_TIMEOUT(sender.last.state, State::Done, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(first.count, quint64(BigSize), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(second.count, quint64(BigSize), 30'000);
    QCOMPARE(first.hash.result(), m_bigHash);
    QCOMPARE(second.hash.result(), m_bigHash);
    QCOMPARE(sender.last.ticket, quint64(9));
    QCOMPARE(sender.last.name, u"big"_s);
    QCOMPARE(sender.last.done, 2);
    QCOMPARE(sender.last.failed, 0);
    QCOMPARE(sender.last.slowest, quint64(BigSize));
    QCOMPARE(sender.last.sent, quint64(2 * BigSize));
    QCOMPARE(sender.last.queued, quint64(0));
}

void TestFileSending::aSlowPeerDelaysNobody()
{
    Receiver slow;
    Receiver fast;
    QVERIFY(slow.open() && fast.open());
    slow.stopReading();
    Sender sender;

    sender.sending.start(path(u"big"_s), {&slow.channel, &fast.channel}, 0);

    QTRY_COMPARE_WITH_TIMEOUT(fast.count, quint64(BigSize), 30'000);
    QTRY_COMPARE(sender.last.done, 1);
    QCOMPARE(sender.last.state, State::Sending);
    QVERIFY(sender.last.slowest < quint64(BigSize));
    slow.readAgain();
    QTRY_COMPARE_WITH_TIMEOUT(sender.last.state, State::Done, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(slow.count, quint64(BigSize), 30'000);
    QCOMPARE(slow.hash.result(), m_bigHash);
}

void TestFileSending::littleWaitsForAPeerThatDoesNotRead()
{
    ChannelOptions options;
    options.queueLimit = 1024 * 1024;
    Receiver receiver(options);
    QVERIFY(receiver.open());
    receiver.stopReading();
    quint64 most = 0;
    connect(&receiver.channel, &Channel::sent, this, [&] { most = qMax(most, receiver.channel.status().bytesQueued); });
    Sender sender;

    sender.sending.start(path(u"big"_s), {&receiver.channel}, 0);
    most = qMax(most, receiver.channel.status().bytesQueued);
    QSignalSpy sent(&receiver.channel, &Channel::sent);
    while (sent.wait(500)) { }

    most = qMax(most, receiver.channel.status().bytesQueued);
    QVERIFY(most > 0);
    QVERIFY(most <= quint64(Channel::HighWater + FilePieces::PieceSize));
    QVERIFY(receiver.channel.canSend());
    QCOMPARE(sender.last.state, State::Sending);
}

void TestFileSending::aPausedFileStaysWhereItIsAndGoesOn()
{
    Receiver receiver;
    QVERIFY(receiver.open());
    Sender sender;
    sender.sending.start(path(u"big"_s), {&receiver.channel}, Leisurely);
    QTRY_VERIFY(receiver.count > 0);

    sender.sending.setPaused(true);
    QCOMPARE(sender.last.state, State::Paused);
    const quint64 atPause = sender.last.slowest + sender.last.queued;
    QTRY_COMPARE(receiver.count, atPause); // what was in hand
    QTRY_COMPARE(sender.last.queued, quint64(0));
    QSignalSpy sent(&receiver.channel, &Channel::sent);
    QVERIFY(!sent.wait(4 * FileSending::Slice.count()));
    QCOMPARE(receiver.count, atPause);
    QVERIFY(atPause < quint64(BigSize));

    sender.sending.setRate(0);
    sender.sending.setPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(sender.last.state, State::Done, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.count, quint64(BigSize), 30'000);
    QCOMPARE(receiver.hash.result(), m_bigHash);
}

void TestFileSending::aCancelledFileGoesNoFurther()
{
    Receiver receiver;
    receiver.keeps = true;
    QVERIFY(receiver.open());
    Sender sender;
    sender.sending.start(path(u"big"_s), {&receiver.channel}, Leisurely);
    QTRY_VERIFY(receiver.count > 0);

    sender.sending.cancel();
    QCOMPARE(sender.last.state, State::Cancelled);
    const quint64 atCancel = sender.last.slowest + sender.last.queued;
    receiver.channel.send(*Framing{}.compose("next"));

    QTRY_VERIFY(receiver.kept.endsWith("next\n"));
    QCOMPARE(receiver.count, atCancel + 5);
    QVERIFY(atCancel < quint64(BigSize));
    QTRY_COMPARE(sender.last.slowest, atCancel);
    QVERIFY(receiver.channel.canSend());
}

void TestFileSending::messagesGoBetweenPieces()
{
    const QByteArray message = QByteArray(999, 'm') + '\n';
    Receiver receiver;
    receiver.keeps = true;
    QVERIFY(receiver.open());
    Sender sender;
    sender.sending.start(path(u"big"_s), {&receiver.channel}, 0);
    int typed = 0;
    connect(&receiver.channel, &Channel::sent, this, [&] {
        if (typed < 5 && sender.sending.isActive()) {
            ++typed;
            receiver.channel.send(*Framing{}.compose(QByteArray(999, 'm')));
        }
    });

    QTRY_COMPARE_WITH_TIMEOUT(receiver.count, quint64(BigSize + 5 * message.size()), 30'000);
    QCOMPARE(receiver.kept.count(message), 5);
    qsizetype from = 0;
    for (qsizetype at = receiver.kept.indexOf(message); at >= 0; at = receiver.kept.indexOf(message, from)) {
        QCOMPARE(at % FilePieces::PieceSize, 0);
        receiver.kept.remove(at, message.size());
        from = at;
    }
    QCOMPARE(hashOf(receiver.kept), m_bigHash);
}

void TestFileSending::aSetRateGoesByTheClock()
{
    std::chrono::nanoseconds now = 1h;
    Receiver receiver;
    QVERIFY(receiver.open());
    Sender sender([&now] { return now; });
    sender.sending.start(path(u"big"_s), {&receiver.channel}, 10'000);
    for (int slice = 1; slice <= 5; ++slice) {
        now += 100ms;
        QTRY_COMPARE(receiver.count, quint64(slice * 1000));
    }
    QSignalSpy sent(&receiver.channel, &Channel::sent);
    QVERIFY(!sent.wait(4 * FileSending::Slice.count())); // the clock stands still
    QCOMPARE(receiver.count, quint64(5000));
    QCOMPARE(sender.last.rate, quint64(10'000));
}

void TestFileSending::aLimitCanBeLiftedUnderWay()
{
    std::chrono::nanoseconds now = 1h;
    Receiver receiver;
    QVERIFY(receiver.open());
    Sender sender([&now] { return now; });
    sender.sending.start(path(u"big"_s), {&receiver.channel}, 1000);
    QCOMPARE(sender.last.slowest, quint64(0));
    sender.sending.setRate(0);
    QTRY_COMPARE_WITH_TIMEOUT(sender.last.state, State::Done, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.count, quint64(BigSize), 30'000);
    QCOMPARE(receiver.hash.result(), m_bigHash);
}

void TestFileSending::whatCanNotBeSentIsToldInASentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("missing") << u"nowhere"_s << u"There is no file nowhere."_s;
    QTest::newRow("a folder") << u"folder"_s << u"folder is a folder. Choose a file."_s;
    QTest::newRow("empty") << u"empty"_s << u"The file empty is empty: there is nothing to send."_s;
}

void TestFileSending::whatCanNotBeSentIsToldInASentence()
{
    QFETCH(QString, name);
    QVERIFY(QDir(m_folder.path()).mkpath(u"folder"_s));
    makeFile(u"empty"_s, 0);
    Receiver receiver;
    QVERIFY(receiver.open());
    Sender sender;
    sender.sending.start(path(name), {&receiver.channel}, 0);
    QCOMPARE(sender.last.state, State::Failed);
    QTEST(sender.last.problem, "sentence");
    QCOMPARE(sender.last.targets, 1);
    QCOMPARE(sender.last.failed, 1);
    QVERIFY(receiver.channel.canSend());
}

void TestFileSending::aPipeIsRefusedWithoutBeingOpened()
{
#ifdef Q_OS_UNIX
    QCOMPARE(mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    Sender sender;
    sender.sending.start(path(u"pipe"_s), {}, 0);
    QCOMPARE(sender.last.state, State::Failed);
    QVERIFY(sender.last.problem.startsWith("pipe is not a regular file"_L1));
#else
    QSKIP("The file system has no pipes.");
#endif
}

void TestFileSending::aFileThatMayNotBeReadIsTold()
{
    const QString file = makeFile(u"secret"_s, 10);
    if (!QFile::setPermissions(file, {}) || QFile(file).open(QIODevice::ReadOnly))
        QSKIP("This user may read everything.");
    Sender sender;
    sender.sending.start(file, {}, 0);
    QCOMPARE(sender.last.state, State::Failed);
    QCOMPARE(sender.last.problem, u"The file secret can't be read: the system does not permit it."_s);
}

void TestFileSending::aFileThatShrinksIsTold()
{
    const QString file = makeFile(u"shrinks"_s, 10 * FilePieces::PieceSize);
    Receiver receiver;
    QVERIFY(receiver.open());
    std::chrono::nanoseconds now = 1h;
    Sender sender([&now] { return now; });
    sender.sending.start(file, {&receiver.channel}, 1000);
    QVERIFY(QFile::resize(file, 10));
    sender.sending.setRate(0);
    QCOMPARE(sender.last.state, State::Failed);
    QVERIFY2(sender.last.problem.contains("became shorter"_L1), qPrintable(sender.last.problem));
    QCOMPARE(sender.last.slowest, quint64(0));
}

void TestFileSending::aFileThatGrowsIsSentWithTheSizeThatItHad()
{
    const QString name = makeFile(u"grows"_s, 100'000);
    Receiver receiver;
    QVERIFY(receiver.open());
    std::chrono::nanoseconds now = 1h;
    Sender sender([&now] { return now; });
    sender.sending.start(name, {&receiver.channel}, 1000);
    QFile file(name);
    QVERIFY(file.open(QIODevice::Append));
    file.write("more");
    file.close();
    sender.sending.setRate(0);
    QTRY_COMPARE(sender.last.state, State::Done);
    QTRY_COMPARE(receiver.count, quint64(100'000));
}

void TestFileSending::aPeerThatLeavesIsToldWithWhatItGot()
{
    Receiver receiver;
    QVERIFY(receiver.open());
    Sender sender;
    sender.sending.start(path(u"big"_s), {&receiver.channel}, Leisurely);
    QTRY_VERIFY(receiver.count > 0);
    NativeSocket::resetOnClose(receiver.peer.socketDescriptor());
    receiver.peer.abort();

    QTRY_COMPARE(sender.last.state, State::Failed);
    QCOMPARE(sender.last.failed, 1);
    QCOMPARE(sender.last.lost.size(), 1);
    QCOMPARE(sender.last.lost.constFirst().socket, SocketId(1));
    QCOMPARE(sender.last.lost.constFirst().reason, CloseReason::Reset);
    QCOMPARE(sender.last.lost.constFirst().sent, receiver.channel.status().bytesOut);
    QVERIFY(sender.last.lost.constFirst().sent >= receiver.count);
    QVERIFY(sender.last.problem.isEmpty());
}

void TestFileSending::theOthersGetAllWhenOneLeaves()
{
    Receiver leaves;
    Receiver stays;
    QVERIFY(leaves.open() && stays.open());
    leaves.stopReading();
    Sender sender;
    sender.sending.start(path(u"big"_s), {&leaves.channel, &stays.channel}, 0);
    QTRY_COMPARE_WITH_TIMEOUT(stays.count, quint64(BigSize), 30'000);
    leaves.peer.abort();
    QTRY_COMPARE(sender.last.state, State::Done);
    QCOMPARE(sender.last.done, 1);
    QCOMPARE(sender.last.failed, 1);
    QCOMPARE(sender.last.slowest, quint64(BigSize));
    QCOMPARE(stays.hash.result(), m_bigHash);
}

void TestFileSending::shuttingDownWritingEndsTheFile()
{
    Receiver receiver;
    QVERIFY(receiver.open());
    Sender sender;
    sender.sending.start(path(u"big"_s), {&receiver.channel}, Leisurely);
    QTRY_VERIFY(receiver.count > 0);
    receiver.channel.finishWriting();
    QTRY_COMPARE(sender.last.state, State::Failed);
    const FileProgress::Lost lost = sender.last.lost.constFirst();
    QTRY_COMPARE(receiver.count, lost.sent);
    QVERIFY(lost.sent < quint64(BigSize));
}

void TestFileSending::aFullQueueOfRecordsStopsIt()
{
    Receiver receiver;
    receiver.acknowledges = false;
    QVERIFY(receiver.listener.listen(QHostAddress::LocalHost));
    receiver.peer.connectToHost(receiver.listener.serverAddress(), receiver.listener.serverPort());
    QTRY_VERIFY(receiver.channel.canSend() && receiver.peer.state() == QAbstractSocket::ConnectedState);
    QTRY_VERIFY(receiver.channel.status().local.isKnown());
    const qsizetype size = 2 * BatchQueue::MaxWaitingBytes;
    Sender sender;
    connect(&receiver.queue, &BatchQueue::pressureChanged, &sender.sending, &FileSending::setPressure);
    sender.sending.start(makeFile(u"huge"_s, size), {&receiver.channel}, 0);

    QTRY_VERIFY_WITH_TIMEOUT(receiver.queue.isPressing(), 30'000);
    QTRY_COMPARE(sender.last.queued, quint64(0));
    QVERIFY(sender.last.slowest < quint64(size));
    constexpr qint64 Most = BatchQueue::MaxWaitingBytes + BatchQueue::MaxBytesPerBatch + 2 * Channel::HighWater;
    QVERIFY(sender.last.slowest <= quint64(Most));

    receiver.acknowledges = true;
    receiver.queue.acknowledge();
    QTRY_COMPARE_WITH_TIMEOUT(receiver.count, quint64(size), 30'000);
    QCOMPARE(sender.sending.progress().state, State::Done);
}

QTEST_GUILESS_MAIN(TestFileSending)
#include "tst_filesending.moc"
