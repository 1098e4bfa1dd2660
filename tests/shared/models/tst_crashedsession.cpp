#include "crashedsession.h"
#include "trafficstore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What is found of sessions that crashes left behind, and what is removed.
class TestCrashedSession final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theNewestComesFirst();
    void tellsWhenAndHowMuch();
    void whatHoldsNothingIsRemoved();
    void whatIsInUseIsLeftAlone();
    void aDiscardedOneIsGone();
    void whatIsNoSessionIsLeftAlone();

private:
    std::shared_ptr<TrafficStore> made(const QByteArray &bytes) const;
    /// As a program leaves it that ends without closing it; its folder.
    QString crashed(const QByteArray &bytes) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestCrashedSession::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

std::shared_ptr<TrafficStore> TestCrashedSession::made(const QByteArray &bytes) const
{
    QString problem;
    auto store = TrafficStore::create(m_dir->path(), TrafficStore::DefaultDiskLimit, &problem);
    if (!store)
        qFatal("%s", qPrintable(problem));
    if (!bytes.isEmpty())
        store->appendRead(1, bytes, 1'700'000'000'000'000'000);
    store->flush();
    return store;
}

QString TestCrashedSession::crashed(const QByteArray &bytes) const
{
    const auto store = made(bytes);
    store->keepOnClose();
    return store->folder();
}

void TestCrashedSession::theNewestComesFirst()
{
    const QString folder = crashed("one");
    const QString other = m_dir->filePath(u"session-99990101-000000-00000000"_s);
    QVERIFY(QDir().rename(crashed("two"), other));
    const QList<CrashedSession> sessions = crashedSessions(m_dir->path());
    QCOMPARE(sessions.size(), 2);
    QCOMPARE(sessions[0].folder, other);
    QCOMPARE(sessions[1].folder, folder);
}

void TestCrashedSession::tellsWhenAndHowMuch()
{
    const QDateTime before = QDateTime::currentDateTime().addSecs(-2);
    crashed(QByteArray(3'000'000, 'x'));
    const CrashedSession session = crashedSessions(m_dir->path()).value(0);
    QVERIFY(session.started >= before && session.started <= QDateTime::currentDateTime());
    QVERIFY(session.ended >= before);
    QVERIFY(session.bytes >= 3'000'000 && session.bytes < 3'010'000);
    QCOMPARE(session.name(), sessionTime(session.started) + u" · 3.0 MB"_s);
}

void TestCrashedSession::whatHoldsNothingIsRemoved()
{
    const QString folder = crashed({});
    QVERIFY(QDir(folder).exists());
    QVERIFY(crashedSessions(m_dir->path()).isEmpty());
    QVERIFY(!QDir(folder).exists());
}

void TestCrashedSession::whatIsInUseIsLeftAlone()
{
    const auto used = made("in use");
    const auto unused = made({});
    QVERIFY(crashedSessions(m_dir->path()).isEmpty());
    QVERIFY(QDir(used->folder()).exists());
    QVERIFY(QDir(unused->folder()).exists());
    QString problem;
    QVERIFY(!discardSession(used->folder(), &problem));
    QVERIFY2(problem.contains(u"in use"_s), qPrintable(problem));
}

void TestCrashedSession::aDiscardedOneIsGone()
{
    const QString folder = crashed("one");
    QString problem;
    QVERIFY2(discardSession(folder, &problem), qPrintable(problem));
    QVERIFY(!QDir(folder).exists());
    QVERIFY(crashedSessions(m_dir->path()).isEmpty());
}

void TestCrashedSession::whatIsNoSessionIsLeftAlone()
{
    QVERIFY(QDir(m_dir->path()).mkdir(u"session-of-mine"_s));
    QVERIFY(crashedSessions(m_dir->path()).isEmpty());
    QString problem;
    QVERIFY(!discardSession(m_dir->filePath(u"session-of-mine"_s), &problem));
    QVERIFY(QDir(m_dir->filePath(u"session-of-mine"_s)).exists());
}

QTEST_GUILESS_MAIN(TestCrashedSession)
#include "tst_crashedsession.moc"
