#include "crc32.h"
#include "sessionfixture.h"

#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace SessionFormat;

using Kind = StoredRecord::Kind;

/// Two sockets that talk, an event and a socket that closes.
static void fill(TrafficStore &store)
{
    store.appendEvent(Record::of(Record::Kind::Accepted, 1, {.peer = {QHostAddress(QHostAddress::LocalHost), 4000}}));
    store.appendRead(1, "hello", 10);
    store.appendWrite(1, "hello yourself", 11);
    store.appendRead(2, QByteArray(100, 'z'), 12);
    store.appendRead(1, "bye", 13);
    store.appendEvent(Record::of(Record::Kind::Closed, 1, {.reason = CloseReason::PeerClosed}));
    store.flush();
}

/// Reads whatever a session lets one read: nothing of it may crash.
static void useAll(const std::shared_ptr<TrafficStore> &store)
{
    const StoreReader reader(store);
    quint64 size = 0;
    for (RecordNumber number = store->firstNumber(); number < store->endNumber(); ++number) {
        const auto record = reader.at(number);
        QVERIFY(record);
        QVERIFY(record->previous == NoRecord || record->previous < number);
        for (const char byte : reader.payload(*record))
            size += uchar(byte);
        reader.event(*record);
        reader.gap(*record);
        if (record->previous != NoRecord)
            reader.at(record->previous);
    }
    QVERIFY(size < ~quint64(0));
}

/// An index entry with a change, and its CRC right again.
static QByteArray forged(QByteArray block, qsizetype at, const QByteArray &bytes)
{
    block.replace(at, bytes.size(), bytes);
    qToLittleEndian<quint32>(crc32(QByteArrayView(block).first(44)), block.data() + 44);
    return block;
}

template<typename T>
static QByteArray little(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian<T>(value, bytes.data());
    return bytes;
}

/// Sessions on disk: saved ones, those of a program that crashed, damaged and hostile ones.
class TestSessionFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSavedSessionIsTheSame();
    void aSavedSessionCanBeSavedAgain();
    void anOpenSessionKeepsItsBytesWhenItsFileIsReplaced();
    void anEmptySessionCanBeSaved();
    void savingThatIsGivenUpLeavesNothing();
    void savingWhereItCannotBeSaysWhy();
    void savingTellsHowFarItIs();
    void openingThatIsGivenUpSaysNothing();
    void whatIsNoSessionIsRefused_data();
    void whatIsNoSessionIsRefused();
    void anotherVersionIsRefused();
    void aSavedSessionCutAnywhereEndsThere();
    void aSavedSessionWithAnyByteFlippedIsNotBelieved();
    void anIndexCutInItsLastEntriesEndsThere();
    void bytesCutInTheLastRecordsEndTheSessionThere();
    void aMissingSegmentEndsTheSession();
    void aForgedEntryEndsTheSession_data();
    void aForgedEntryEndsTheSession();
    void aForgedHeaderEndsTheSession_data();
    void aForgedHeaderEndsTheSession();
    void aForgedEventEndsTheSession();
    void aGapInAStreamIsRight();

private:
    SessionFixture m_sessions;
    QByteArray m_saved;     // the filled session, as one file
    QList<Seen> m_expected; // what is in it
};

void TestSessionFile::initTestCase()
{
    const auto store = m_sessions.create();
    fill(*store);
    m_expected = everything(store);
    m_saved = readFile(m_sessions.saved(*store));
    QCOMPARE(m_expected.size(), 6);
}

void TestSessionFile::aSavedSessionIsTheSame()
{
    const auto store = m_sessions.create(64 * 1024);
    for (int i = 0; i < 500; ++i) {
        store->appendRead(SocketId(1 + i % 3), QByteArray::number(i).repeated(50), i);
        store->appendWrite(SocketId(1 + i % 3), QByteArray::number(i), i);
    }
    store->flush();

    const auto opened = m_sessions.open(m_sessions.saved(*store));

    QVERIFY(opened);
    QVERIFY(opened->isReadOnly());
    QVERIFY(opened->firstNumber() > 0);
    QCOMPARE(opened->firstNumber(), store->firstNumber());
    QCOMPARE(opened->endNumber(), store->endNumber());
    QCOMPARE(opened->goneBytes(), store->goneBytes());
    QCOMPARE(opened->startTime(), store->startTime());
    QVERIFY(!opened->isTorn());
    QCOMPARE(digests(opened), digests(store));
    QVERIFY(everything(opened) == everything(store));
}

void TestSessionFile::aSavedSessionCanBeSavedAgain()
{
    const QString file = m_sessions.dir.filePath(u"first.oneport"_s);
    writeFile(file, m_saved);
    QCOMPARE(readFile(m_sessions.saved(*m_sessions.open(file))), m_saved);
}

void TestSessionFile::anOpenSessionKeepsItsBytesWhenItsFileIsReplaced()
{
    const auto store = m_sessions.create();
    fill(*store);
    const auto opened = m_sessions.open(m_sessions.saved(*store));
    const QList<Seen> before = everything(opened);
    store->appendRead(2, "later", 20);
    store->flush();
    QString problem;
    if (!store->saveAs(m_sessions.dir.filePath(u"saved.oneport"_s), {}, &problem))
        QSKIP("This system replaces no file that is open");

    QCOMPARE(before.size(), m_expected.size());
    QCOMPARE(everything(opened), before);
}

void TestSessionFile::anEmptySessionCanBeSaved()
{
    const auto opened = m_sessions.open(m_sessions.saved(*m_sessions.create()));
    QVERIFY(opened);
    QCOMPARE(opened->endNumber(), RecordNumber(0));
    QVERIFY(!opened->isTorn());
}

void TestSessionFile::savingThatIsGivenUpLeavesNothing()
{
    const auto store = m_sessions.create();
    fill(*store);
    const QString file = m_sessions.dir.filePath(u"given-up.oneport"_s);
    const QStringList before = QDir(m_sessions.dir.path()).entryList(QDir::Files);
    QString error;

    QVERIFY(!store->saveAs(file, [](int) { return false; }, &error));

    QVERIFY(error.isEmpty());
    QCOMPARE(QDir(m_sessions.dir.path()).entryList(QDir::Files), before);
}

void TestSessionFile::savingWhereItCannotBeSaysWhy()
{
    const auto store = m_sessions.create();
    fill(*store);
    QString error;
    QVERIFY(!store->saveAs(m_sessions.dir.filePath(u"no/such/folder.oneport"_s), {}, &error));
    QVERIFY2(error.contains(u"folder.oneport"_s), qPrintable(error));
}

void TestSessionFile::savingTellsHowFarItIs()
{
    const auto store = m_sessions.create();
    for (int i = 0; i < 10; ++i)
        store->appendRead(1, QByteArray(1024 * 1024, 'x'), 0);
    store->flush();
    QList<int> told;
    QString error;

    QVERIFY(store->saveAs(m_sessions.dir.filePath(u"told.oneport"_s), [&told](int percent) {
        told.append(percent);
        return true;
    }, &error));

    QVERIFY(told.size() >= 10);
    QVERIFY(std::is_sorted(told.cbegin(), told.cend()));
    QVERIFY(told.first() == 0 && told.last() >= 90 && told.last() <= 100);
}

void TestSessionFile::openingThatIsGivenUpSaysNothing()
{
    const QString file = m_sessions.dir.filePath(u"first.oneport"_s);
    writeFile(file, m_saved);
    QString error;
    QVERIFY(!TrafficStore::open(file, &error, [](int) { return false; }));
    QVERIFY(error.isEmpty());
}

void TestSessionFile::whatIsNoSessionIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("text") << "GET / HTTP/1.1\r\n\r\n"_ba.repeated(10);
    QTest::newRow("zeros") << QByteArray(4096, '\0');
    QTest::newRow("half a header") << m_saved.first(47);
    QTest::newRow("a segment") << m_saved.sliced(48);
    QTest::newRow("more sections than can be") << forged(m_saved.first(48), 12, little<quint32>(65'537)) + m_saved.sliced(48);
    QTest::newRow("a time before 1970") << forged(m_saved.first(48), 16, little<qint64>(-1)) + m_saved.sliced(48);
}

void TestSessionFile::whatIsNoSessionIsRefused()
{
    QFETCH(QByteArray, bytes);
    const QString file = m_sessions.dir.filePath(u"none.oneport"_s);
    writeFile(file, bytes);
    QString error;

    QVERIFY(!m_sessions.open(file, &error));
    QVERIFY2(error.contains(u"none.oneport"_s), qPrintable(error));
    QVERIFY(!m_sessions.open(m_sessions.dir.filePath(u"no such file"_s)));
    QVERIFY(!m_sessions.open(m_sessions.dir.path()));
}

void TestSessionFile::anotherVersionIsRefused()
{
    const QString file = m_sessions.dir.filePath(u"newer.oneport"_s);
    writeFile(file, forged(m_saved.first(48), 8, little<quint32>(3)) + m_saved.sliced(48));
    QString error;
    QVERIFY(!m_sessions.open(file, &error));
    QVERIFY2(error.contains(u"version"_s), qPrintable(error));
}

void TestSessionFile::aSavedSessionCutAnywhereEndsThere()
{
    const QString file = m_sessions.dir.filePath(u"cut.oneport"_s);
    for (qsizetype size = 48; size < m_saved.size(); ++size) {
        writeFile(file, m_saved.first(size));
        const auto store = m_sessions.open(file);
        QVERIFY(store);
        const QList<Seen> seen = everything(store);
        QVERIFY(seen.size() < m_expected.size());
        QVERIFY(seen == m_expected.first(seen.size()));
        QVERIFY(store->isTorn());
    }
}

void TestSessionFile::aSavedSessionWithAnyByteFlippedIsNotBelieved()
{
    const QString file = m_sessions.dir.filePath(u"flipped.oneport"_s);
    for (qsizetype at = 0; at < m_saved.size(); ++at) {
        QByteArray bytes = m_saved;
        bytes[at] = char(bytes[at] ^ (1 << (at % 8)));
        writeFile(file, bytes);
        const auto store = m_sessions.open(file);
        QCOMPARE(store == nullptr, at < 48);
        if (!store)
            continue;
        const QList<Seen> seen = everything(store);
        useAll(store);
        QVERIFY(store->isTorn());
        QVERIFY(seen.size() < m_expected.size() && seen == m_expected.first(seen.size()));
    }
}

/// Opens a crashed session with one of its files cut to each size from `from` on; what is left must be right.
static void cutEverywhere(const QString &folder, const QString &name, qsizetype from, const QList<Seen> &expected)
{
    const QString file = folder + u'/' + name;
    const QByteArray whole = readFile(file);
    for (qsizetype size = whole.size() - 1; size >= from; --size) {
        writeFile(file, whole.first(size));
        const auto store = SessionFixture::open(folder);
        QVERIFY(store);
        const QList<Seen> seen = everything(store);
        QVERIFY2(seen.size() < expected.size(), qPrintable(QString::number(size)));
        QVERIFY(seen == expected.first(seen.size()));
        QVERIFY(store->isTorn());
    }
}

void TestSessionFile::anIndexCutInItsLastEntriesEndsThere()
{
    const auto store = m_sessions.create();
    fill(*store);
    cutEverywhere(m_sessions.crashed(*store), u"00000000.index"_s, 4 * 48, everything(store));
}

void TestSessionFile::bytesCutInTheLastRecordsEndTheSessionThere()
{
    const auto store = m_sessions.create();
    fill(*store);
    cutEverywhere(m_sessions.crashed(*store), u"00000000.bytes"_s, 150, everything(store));
}

void TestSessionFile::aMissingSegmentEndsTheSession()
{
    const auto store = m_sessions.create(256 * 1024);
    for (int i = 0; i < 100; ++i)
        store->appendRead(1, QByteArray(1000, 'x'), i);
    store->flush();
    const QString folder = m_sessions.crashed(*store);
    QVERIFY(QFile::remove(folder + u"/00000001.index"_s));

    const auto opened = m_sessions.open(folder);

    QVERIFY(opened);
    QVERIFY(opened->endNumber() > 0 && opened->endNumber() < 100);
    QVERIFY(opened->isTorn() && opened->tornBytes() > 0);
}

void TestSessionFile::aForgedEntryEndsTheSession_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");

    // The entry of record 4, the second read of socket 1: at place 62 + 5 + 14 + 100 of the bytes, 3 bytes long.
    QTest::newRow("time before 1970") << 0 << little<qint64>(-1);
    QTest::newRow("offset behind") << 8 << little<quint64>(4);
    QTest::newRow("offset that overflows") << 8 << little<quint64>(~Q_UINT64_C(0) - 1);
    QTest::newRow("place of another") << 16 << little<quint32>(0);
    QTest::newRow("place beyond the bytes") << 16 << little<quint32>(0xFFFF'FFFF);
    QTest::newRow("length beyond the bytes") << 20 << little<quint32>(1000);
    QTest::newRow("length of many") << 20 << little<quint32>(0xFFFF'FFFF);
    QTest::newRow("previous of another stream") << 28 << little<quint32>(2);
    QTest::newRow("previous before the first") << 28 << little<quint32>(5);
    QTest::newRow("previous far before") << 28 << little<quint32>(0xFFFF'FFFF);
    QTest::newRow("ordinal 0") << 32 << little<quint32>(0);
    QTest::newRow("CRC of other bytes") << 36 << little<quint32>(0);
    QTest::newRow("unknown kind") << 40 << little<quint8>(4);
    QTest::newRow("kind of an event") << 40 << little<quint8>(quint8(Kind::Event));
    QTest::newRow("kind of a gap") << 40 << little<quint8>(quint8(Kind::Gap));
}

void TestSessionFile::aForgedEntryEndsTheSession()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    const QString file = m_sessions.dir.filePath(u"forged.oneport"_s);
    const qsizetype entryAt = 48 + 48 + 4 * 48;
    QByteArray forgery = m_saved;
    forgery.replace(entryAt, 48, forged(m_saved.sliced(entryAt, 48), at, bytes));
    writeFile(file, forgery);

    const auto store = m_sessions.open(file);

    QVERIFY(store);
    QVERIFY(everything(store) == m_expected.first(4));
    QVERIFY(store->isTorn());
    useAll(store);
}

void TestSessionFile::aForgedHeaderEndsTheSession_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("left");

    QTest::newRow("first number too big") << 16 << little<quint64>(~Q_UINT64_C(0)) << 0;
    QTest::newRow("more entries than there are") << 32 << little<quint32>(1'000'000) << 0;
    QTest::newRow("more entries than can be") << 32 << little<quint32>(0xFFFF'FFFF) << 0;
    QTest::newRow("fewer entries than there are") << 32 << little<quint32>(2) << 0;
    QTest::newRow("more bytes than there are") << 36 << little<quint64>(6 * 1024 * 1024) << 6;
    QTest::newRow("more bytes than can be") << 36 << little<quint64>(~Q_UINT64_C(0)) << 0;
    QTest::newRow("fewer bytes than there are") << 36 << little<quint64>(100) << 3;
}

void TestSessionFile::aForgedHeaderEndsTheSession()
{
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(int, left);
    const QString file = m_sessions.dir.filePath(u"forged.oneport"_s);
    QByteArray forgery = m_saved;
    forgery.replace(48, 48, forged(m_saved.sliced(48, 48), at, bytes));
    writeFile(file, forgery);

    const auto store = m_sessions.open(file);

    QVERIFY(store);
    QVERIFY(everything(store) == m_expected.first(left));
    QVERIFY(store->isTorn());
    useAll(store);
}

void TestSessionFile::aForgedEventEndsTheSession()
{
    const QString file = m_sessions.dir.filePath(u"forged.oneport"_s);
    const qsizetype entryAt = 48 + 48;
    const qsizetype bytesAt = entryAt + 6 * 48;
    const qsizetype size = m_expected.first().payload.size();
    QByteArray forgery = m_saved;
    forgery[bytesAt] = '\x7F'; // a kind that does not exist
    const quint32 crc = crc32(QByteArrayView(forgery).sliced(bytesAt, size));
    forgery.replace(entryAt, 48, forged(m_saved.sliced(entryAt, 48), 36, little(crc)));
    writeFile(file, forgery);

    const auto store = m_sessions.open(file);

    QVERIFY(store);
    QCOMPARE(store->endNumber(), RecordNumber(0));
    QVERIFY(store->isTorn());
}

void TestSessionFile::aGapInAStreamIsRight()
{
    const auto store = m_sessions.create();
    store->appendRead(1, "abc", 1);
    store->appendRead(Q_UINT64_C(0x1'0000'0001), "lost", 2);
    store->appendRead(1, "def", 3);
    store->flush();

    const auto opened = m_sessions.open(m_sessions.saved(*store));

    QVERIFY(opened);
    QCOMPARE(opened->endNumber(), RecordNumber(3));
    QCOMPARE(*StoreReader(opened).gap(*StoreReader(opened).at(1)), (StoreGap{1, 4}));
}

QTEST_APPLESS_MAIN(TestSessionFile)
#include "tst_sessionfile.moc"
