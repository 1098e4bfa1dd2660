#include "messagereader.h"
#include "sessionfixture.h"

#include <csignal>

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace SessionFormat;

/// A saved session that another program makes shorter while it is open here.
class TestCutSession final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void whatIsGoneIsNotMadeUp_data();
    void whatIsGoneIsNotMadeUp();
    void bytesThatAreMappedBecomeZeros();
    void itIsNotSaved();
    void aFileThatIsWholeIsReadable();
    void anotherFaultStillEndsTheProgram();

private:
    static constexpr int Reads = 600;
    static QByteArray bytesOf(RecordNumber number) { return QByteArray::number(number).rightJustified(1000, '.'); }
    void cutTo(qint64 size) { QVERIFY(QFile::resize(m_file, size)); }

    SessionFixture m_sessions;
    QString m_file;
    std::shared_ptr<TrafficStore> m_store; // the one that was saved, opened
};

/// Nobody else handles it: else what the test library would print of it is all that one sees.
void TestCutSession::initTestCase()
{
    std::signal(SIGBUS, SIG_DFL);
}

/// In ten segments or so.
void TestCutSession::init()
{
    const auto store = m_sessions.create(512 * 1024);
    for (int i = 0; i < Reads; ++i)
        store->appendRead(1, bytesOf(RecordNumber(i)), 10 + i);
    store->flush();
    QVERIFY(store->firstNumber() > 0); // the oldest are recycled
    m_file = m_sessions.saved(*store);
    m_store = SessionFixture::open(m_file);
    QVERIFY(m_store);
}

void TestCutSession::whatIsGoneIsNotMadeUp_data()
{
    QTest::addColumn<bool>("isMapped");
    QTest::addColumn<int>("percent");
    for (const bool isMapped : {false, true}) {
        for (const int percent : {0, 1, 10, 50, 99})
            QTest::addRow("%d %%, %s", percent, isMapped ? "looked at before" : "not looked at") << isMapped << percent;
    }
}

void TestCutSession::whatIsGoneIsNotMadeUp()
{
    QFETCH(bool, isMapped);
    QFETCH(int, percent);
    const StoreReader reader(m_store);
    const RecordNumber first = m_store->firstNumber();
    const RecordNumber end = m_store->endNumber();
    for (RecordNumber number = first; isMapped && number < end; number += 10)
        QVERIFY(reader.at(number)); // no byte of them
    QVERIFY(!m_store->isUnreadable());

    cutTo(QFileInfo(m_file).size() * percent / 100);

    for (int time = 0; time < 2; ++time) { // the first can find zeros
        for (RecordNumber number = first; number < end; ++number) {
            const auto record = reader.at(number);
            const QByteArrayView payload = record ? reader.payload(*record) : QByteArrayView();
            const bool isRight = payload == bytesOf(number);
            const bool isGone = payload.isEmpty() || (time == 0 && payload.back() == '\0');
            QVERIFY2(isRight || isGone, qPrintable(QString::number(number)));
        }
    }
    QVERIFY(m_store->isUnreadable());
    QCOMPARE(reader.at(first).has_value(), percent >= 50);
    QVERIFY(!reader.at(end - 1));
    MessageReader messages(m_store);
    const Record record = messages.record({.record = end - 1, .end = 10, .length = 10, .socket = 1,
                                           .flags = MessageRow::IsMessage});
    QCOMPARE(record.kind, Record::Kind::Error); // "No longer kept"
}

void TestCutSession::bytesThatAreMappedBecomeZeros()
{
    const StoreReader reader(m_store);
    const RecordNumber last = m_store->endNumber() - 1;
    const auto record = reader.at(last);
    QVERIFY(record);
    const QByteArrayView payload = reader.payload(*record);
    const MappedSegment *segment = reader.segmentWith(last);
    QVERIFY(segment && !segment->isCut());

    cutTo(0);

    QCOMPARE(payload.toByteArray(), QByteArray(1000, '\0'));
    QVERIFY(segment->isCut());
}

void TestCutSession::itIsNotSaved()
{
    const QString other = m_sessions.dir.filePath(u"other.oneport"_s);
    QString error;
    const qint64 size = QFileInfo(m_file).size();
    const Progress cutOnTheWay = [&](int percent) {
        if (percent >= 50)
            QFile::resize(m_file, size / 4);
        return true;
    };
    QVERIFY(!m_store->saveAs(other, cutOnTheWay, &error));
    QVERIFY2(error.contains(u"can't be read"_s), qPrintable(error));
    QVERIFY(!QFile::exists(other));
}

void TestCutSession::aFileThatIsWholeIsReadable()
{
    QCOMPARE(everything(m_store).size(), qsizetype(m_store->endNumber() - m_store->firstNumber()));
    QVERIFY(!m_store->isUnreadable());
}

/// In a process of its own, with a mapping that nobody looks after.
void TestCutSession::anotherFaultStillEndsTheProgram()
{
    QCOMPARE(everything(m_store).size(), qsizetype(m_store->endNumber() - m_store->firstNumber()));
    QFile file(m_sessions.dir.filePath(u"some"_s));
    QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(100'000));
    const pid_t child = fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        const rlimit none{0, 0};
        setrlimit(RLIMIT_CORE, &none);
        auto *bytes = static_cast<const volatile char *>(mmap(nullptr, 100'000, PROT_READ, MAP_SHARED, file.handle(), 0));
        if (ftruncate(file.handle(), 0) == 0)
            static_cast<void>(bytes[50'000]);
        _exit(0);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QCOMPARE(WTERMSIG(status), SIGBUS);
}

QTEST_APPLESS_MAIN(TestCutSession)
#include "tst_cutsession.moc"
