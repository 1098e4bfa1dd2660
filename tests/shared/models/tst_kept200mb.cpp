#include "rowsexport.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Total = 200'000'000; // bytes
constexpr SocketId Sockets = 8;
constexpr qint64 StartTime = 1'795'424'401'266'000'000;

using Stream = std::pair<SocketId, bool>; ///< socket, and whether it was sent
using Store = std::shared_ptr<TrafficStore>;

/// The SHA-256 of each stream, while its bytes go by.
class Digests
{
public:
    void add(SocketId socket, bool sent, QByteArrayView bytes)
    {
        const auto [stream, isNew] = m_streams.try_emplace({socket, sent}, QCryptographicHash::Sha256);
        stream->second.addData(bytes);
        m_bytes += bytes.size();
    }

    qint64 bytes() const { return m_bytes; }

    /// `#3 sent 2cf2…` for each.
    QStringList lines()
    {
        QStringList lines;
        for (auto &[stream, digest] : m_streams) {
            const QString direction = stream.second ? u"sent"_s : u"received"_s;
            lines.append(u"#%1 %2 %3"_s.arg(stream.first).arg(direction, QString::fromLatin1(digest.result().toHex())));
        }
        return lines;
    }

private:
    std::map<Stream, QCryptographicHash> m_streams;
    qint64 m_bytes = 0;
};

/// What devices and people send, a kind after the other, 64 KiB of each.
QByteArray mixture(QRandomGenerator &random)
{
    constexpr qsizetype Part = 64 * 1024;
    QByteArray bytes;
    while (bytes.size() < Part)
        bytes += "reading " + QByteArray::number(random.generate()) + QByteArray(random.bounded(300), '.') + '\n';
    while (bytes.size() < 2 * Part)
        bytes += u"温度 %1 度，湿度正常。"_s.arg(random.bounded(100)).repeated(random.bounded(1, 20)).toUtf8() + "\r\n";
    while (bytes.size() < 4 * Part)
        bytes += char(random.bounded(256));
    while (bytes.size() < 5 * Part) {
        const QByteArray content(random.bounded(1000), 'x');
        bytes += char(content.size() >> 8) + QByteArray(1, char(content.size())) + content;
    }
    return bytes;
}

/// Mostly small, now and then more than one record holds.
qsizetype someSize(QRandomGenerator &random)
{
    switch (random.bounded(16)) {
    case 0: return random.bounded(1, 4);
    case 1: return random.bounded(20'000, 70'000);
    default: return random.bounded(20, 9000);
    }
}

Store opened(const QString &path)
{
    QString problem;
    Store store = TrafficStore::open(path, &problem);
    if (!store || store->isTorn())
        qFatal("%s is not whole. %s", qPrintable(path), qPrintable(problem));
    return store;
}

QStringList digestsOf(const Store &store)
{
    Digests digests;
    StoreReader(store).forEach(0, NoRecord, [&digests](const StoredRecord &record, QByteArrayView payload) {
        if (record.hasBytes())
            digests.add(record.socket, record.kind == StoredRecord::Kind::Write, payload);
        return true;
    });
    return digests.lines();
}

void addFile(Digests &digests, SocketId socket, bool sent, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not there", qPrintable(path));
    while (!file.atEnd())
        digests.add(socket, sent, file.read(1024 * 1024));
}

}

/// 200 MB of mixed traffic on eight sockets, both ways: what comes out anywhere is what went in, by its SHA-256. Bytes are
/// never all in memory.
class TestKept200Mb final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theStoreGivesWhatWentIn();
    void aSavedSessionGivesWhatWentIn();
    void theFolderOfACrashGivesWhatWentIn();
    void theRowsOfAnyFramingAreWhatWentIn_data();
    void theRowsOfAnyFramingAreWhatWentIn();
    void anExportOfEachSocketIsWhatWentIn();

private:
    void fill();
    RowsView viewOf(SocketId socket, const std::shared_ptr<MessageIndex> &index) const;
    std::shared_ptr<MessageIndex> indexOf(const QString &framing) const;
    void exportSocket(const RowsView &view) const;

    QTemporaryDir m_dir;
    Store m_store;
    QStringList m_expected;
};

static bool always(quint64)
{
    return true;
}

void TestKept200Mb::initTestCase()
{
    QString problem;
    m_store = TrafficStore::create(m_dir.path(), TrafficStore::DefaultDiskLimit, &problem);
    QVERIFY2(m_store, qPrintable(problem));
    fill();
    QCOMPARE(m_expected.size(), qsizetype(2 * Sockets));
    QVERIFY(m_store->trouble().text.isEmpty());
}

void TestKept200Mb::fill()
{
    QRandomGenerator random(20'261'123);
    const QByteArray source = mixture(random);
    Digests digests;
    qint64 time = StartTime;
    while (digests.bytes() < Total) {
        const SocketId socket = 1 + random.bounded(int(Sockets));
        const bool sent = random.bounded(2);
        const qsizetype size = digests.bytes() % 97 == 0 ? 5 * source.size() : someSize(random);
        const QByteArray bytes = size > source.size() ? source.repeated(5)
                                                      : source.mid(random.bounded(int(source.size() - size)), size);
        time += random.bounded(4'000'000);
        sent ? m_store->appendWrite(socket, bytes, time) : m_store->appendRead(socket, bytes, time);
        digests.add(socket, sent, bytes);
    }
    for (SocketId socket = 1; socket <= Sockets; ++socket)
        m_store->appendEvent(Record::of(Record::Kind::Closed, socket), time);
    m_store->flush();
    m_expected = digests.lines();
}

void TestKept200Mb::theStoreGivesWhatWentIn()
{
    QCOMPARE(digestsOf(m_store), m_expected);
}

void TestKept200Mb::aSavedSessionGivesWhatWentIn()
{
    const QString file = m_dir.filePath(u"saved.oneport"_s);
    QString problem;
    QVERIFY2(m_store->saveAs(file, {}, &problem), qPrintable(problem));

    QCOMPARE(digestsOf(opened(file)), m_expected);
    QVERIFY(QFile::remove(file));
}

void TestKept200Mb::theFolderOfACrashGivesWhatWentIn()
{
    const QString copy = m_dir.filePath(u"session-crashed"_s);
    QVERIFY(QDir().mkpath(copy));
    const QDir from(m_store->folder());
    for (const QString &name : from.entryList({u"session"_s, u"*.index"_s, u"*.bytes"_s}, QDir::Files))
        QVERIFY(QFile::copy(from.filePath(name), copy + u'/' + name));

    QCOMPARE(digestsOf(opened(copy)), m_expected);
    QVERIFY(QDir(copy).removeRecursively());
}

std::shared_ptr<MessageIndex> TestKept200Mb::indexOf(const QString &framing) const
{
    Interpretations interpretations;
    interpretations.usual.framing = *parseFraming(framing);
    auto index = std::make_shared<MessageIndex>(m_store, interpretations, m_dir.path());
    index->catchUp(always);
    return index;
}

void TestKept200Mb::theRowsOfAnyFramingAreWhatWentIn_data()
{
    QTest::addColumn<QString>("framing");
    for (const char *framing : {"raw", "crlf", "nul", "fixed:4000", "length:u16be", "length:u32le", "idle:2"})
        QTest::newRow(framing) << QString::fromLatin1(framing);
}

void TestKept200Mb::theRowsOfAnyFramingAreWhatWentIn()
{
    QFETCH(QString, framing);
    const auto index = indexOf(framing);
    MessageReader reader(m_store);
    Digests digests;

    for (quint64 number = 0; number < index->rows().end(); ++number) {
        const MessageRow row = index->rows().at(number);
        if (row.isMessage())
            digests.add(row.socket, row.isSent(), reader.wire(row));
    }

    QCOMPARE(digests.lines(), m_expected);
}

RowsView TestKept200Mb::viewOf(SocketId socket, const std::shared_ptr<MessageIndex> &index) const
{
    RowQuery query;
    query.sockets = {socket};
    RowsView view{m_store, index, {}, query};
    view.filter = std::make_shared<RowFilter>(m_store, index->interpretations(), query, m_dir.path());
    view.filter->catchUp(*index, always);
    return view;
}

void TestKept200Mb::exportSocket(const RowsView &view) const
{
    Exporter exporter;
    QSignalSpy finished(&exporter, &Exporter::finished);
    exporter.start({ExportFormat::Raw, m_dir.filePath(u"received"_s), m_dir.filePath(u"sent"_s)},
                   std::make_unique<RowsExport>(view, view.first(), view.end()));
    QVERIFY(finished.wait(60'000));
    const auto outcome = finished.constFirst().constFirst().value<ExportOutcome>();
    QCOMPARE(outcome.kind, ExportOutcome::Kind::Done);
    QCOMPARE(outcome.goneRows, 0);
}

void TestKept200Mb::anExportOfEachSocketIsWhatWentIn()
{
    const auto index = indexOf(u"lines"_s);
    Digests digests;

    for (SocketId socket = 1; socket <= Sockets; ++socket) {
        exportSocket(viewOf(socket, index));
        addFile(digests, socket, false, m_dir.filePath(u"received"_s));
        addFile(digests, socket, true, m_dir.filePath(u"sent"_s));
    }

    QCOMPARE(digests.lines(), m_expected);
}

QTEST_GUILESS_MAIN(TestKept200Mb)
#include "tst_kept200mb.moc"
