#include "sessionfixture.h"
#include "spilledlist.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>

using namespace Qt::StringLiterals;

static constexpr int FlushedRecords = 10'000;

static QByteArray lineOf(qint64 number)
{
    return "line " + QByteArray::number(number) + '\n';
}

/// What the program does that is killed in the middle of its traffic.
static int appendUntilKilled(const QString &parent)
{
    QString error;
    const auto store = TrafficStore::create(parent, TrafficStore::DefaultDiskLimit, &error);
    if (!store)
        return 1;
    for (int i = 0; i < FlushedRecords; ++i)
        store->appendRead(1, lineOf(i), i);
    store->flush();
    std::puts("flushed");
    std::fflush(stdout);
    for (qint64 i = FlushedRecords;; ++i)
        store->appendRead(1, lineOf(i), i);
}

/// The folder of a session: whose it is, who may look into it, and when it goes.
class TestSessionFolder final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheOwnerMayLook();
    void aCleanEndLeavesNothing();
    void aFolderIsKeptWhenToldTo();
    void whatACrashLeftOfListsGoesToo();
    void whatSomeoneElsePutThereStays();
    void aSessionInUseCannotBeOpened();
    void aSessionInUseIsNotAbandoned();
    void anEmptySessionIsNotAbandoned();
    void anAbandonedSessionStaysUntilToldOtherwise();
    void aFolderThatCannotBeMadeIsToldOf();
    void aKilledProgramsSessionOpensUpToTheLastFlush();
    void theChoicesOfACrashComeBack();
    void choicesThatAreNotWholeAreNone_data();
    void choicesThatAreNotWholeAreNone();
    void theChoicesGoWithTheSession();

private:
    SessionFixture m_sessions;
};

void TestSessionFolder::onlyTheOwnerMayLook()
{
#ifndef Q_OS_UNIX
    QSKIP("Permissions of files are those of Unix here");
#endif
    const auto store = m_sessions.create();
    store->appendRead(1, "secret", 0);
    store->flush();
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
        | QFile::ExeOther;

    QVERIFY(!(QFile::permissions(store->folder()) & others));
    const QFileInfoList files = QDir(store->folder()).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 4);
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & (others | QFile::ExeOwner)), qPrintable(file.fileName()));
}

void TestSessionFolder::aCleanEndLeavesNothing()
{
    auto store = m_sessions.create();
    store->appendRead(1, "abc", 0);
    const QString folder = store->folder();
    QVERIFY(QFile::exists(folder));

    store.reset();

    QVERIFY(!QFile::exists(folder));
}

void TestSessionFolder::aFolderIsKeptWhenToldTo()
{
    auto store = m_sessions.create();
    store->appendRead(1, "abc", 0);
    store->keepOnClose();
    const QString folder = store->folder();

    store.reset();

    const auto opened = m_sessions.open(folder);
    QVERIFY(opened);
    QCOMPARE(everything(opened).value(0).payload, "abc"_ba);
    opened->discardOnClose();
}

void TestSessionFolder::whatACrashLeftOfListsGoesToo()
{
    auto store = m_sessions.create();
    const QString folder = store->folder();
    QFile file(folder + u'/' + SpilledFilePrefix + u"aBcDeF"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();

    store.reset();

    QVERIFY(!QFile::exists(folder));
}

void TestSessionFolder::whatSomeoneElsePutThereStays()
{
    auto store = m_sessions.create();
    const QString file = store->folder() + u"/notes.txt"_s;
    writeFile(file, "mine");

    store.reset();

    QCOMPARE(readFile(file), "mine"_ba);
    QCOMPARE(QFileInfo(file).dir().entryList(QDir::Files), QStringList(u"notes.txt"_s));
}

void TestSessionFolder::aSessionInUseCannotBeOpened()
{
    const auto store = m_sessions.create();
    QString error;
    QVERIFY(!m_sessions.open(store->folder(), &error));
    QVERIFY2(error.contains(u"in use"_s), qPrintable(error));
}

void TestSessionFolder::aSessionInUseIsNotAbandoned()
{
    const SessionFixture sessions;
    const auto store = sessions.create();
    store->appendRead(1, "abc", 0);
    store->flush();
    QCOMPARE(TrafficStore::abandoned(sessions.dir.path()), QStringList());
}

void TestSessionFolder::anEmptySessionIsNotAbandoned()
{
    const SessionFixture sessions;
    const auto store = sessions.create();
    store->flush();
    sessions.crashed(*store);
    QCOMPARE(TrafficStore::abandoned(sessions.dir.path()), QStringList());
}

void TestSessionFolder::anAbandonedSessionStaysUntilToldOtherwise()
{
    const SessionFixture sessions;
    const auto store = sessions.create();
    store->appendRead(1, "abc", 0);
    store->flush();
    const QString folder = sessions.crashed(*store);
    QCOMPARE(TrafficStore::abandoned(sessions.dir.path()), QStringList(folder));

    sessions.open(folder).reset();
    QCOMPARE(TrafficStore::abandoned(sessions.dir.path()), QStringList(folder));

    auto opened = sessions.open(folder);
    opened->discardOnClose();
    opened.reset();
    QVERIFY(!QFile::exists(folder));
}

void TestSessionFolder::aFolderThatCannotBeMadeIsToldOf()
{
    const QString file = m_sessions.dir.filePath(u"a file"_s);
    writeFile(file, "not a folder");
    QString error;
    QVERIFY(!TrafficStore::create(file, TrafficStore::DefaultDiskLimit, &error));
    QVERIFY2(error.contains(u"a file"_s), qPrintable(error));
}

void TestSessionFolder::aKilledProgramsSessionOpensUpToTheLastFlush()
{
    const SessionFixture sessions;
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(), {u"--append-until-killed"_s, sessions.dir.path()});
    QTRY_VERIFY(program.canReadLine() || program.waitForReadyRead(100));
    QCOMPARE(program.readLine().trimmed(), "flushed"_ba);
    program.kill();
    QVERIFY(program.waitForFinished());

    const QStringList folders = TrafficStore::abandoned(sessions.dir.path());
    QCOMPARE(folders.size(), 1);
    const auto store = sessions.open(folders.first());
    QVERIFY(store);
    const QList<Seen> seen = everything(store);

    QVERIFY(seen.size() >= FlushedRecords);
    for (qsizetype i = 0; i < seen.size(); ++i)
        QCOMPARE(seen[i].payload, lineOf(i));
}

static Interpretations someChoices(const QString &framing)
{
    Interpretations choices;
    choices.own.insert(7, {*parseFraming(framing), *Encoding::parse(u"ISO-8859-1")});
    return choices;
}

void TestSessionFolder::theChoicesOfACrashComeBack()
{
    const auto store = m_sessions.create();
    store->setInterpretations(someChoices(u"nul"_s));
    store->setInterpretations(someChoices(u"fixed:3"_s));

    const auto opened = m_sessions.open(m_sessions.crashed(*store));

    QVERIFY(opened);
    QVERIFY(opened->interpretations() == someChoices(u"fixed:3"_s));
}

void TestSessionFolder::choicesThatAreNotWholeAreNone_data()
{
    QTest::addColumn<bool>("cut");
    QTest::newRow("cut off") << true;
    QTest::newRow("a byte changed") << false;
}

void TestSessionFolder::choicesThatAreNotWholeAreNone()
{
    QFETCH(bool, cut);
    const auto store = m_sessions.create();
    store->appendRead(1, "abc", 0);
    store->flush();
    store->setInterpretations(someChoices(u"nul"_s));
    const QString folder = m_sessions.crashed(*store);
    QByteArray choices = readFile(folder + u"/choices"_s);
    QVERIFY(choices.size() > 20);
    if (cut)
        choices.chop(1);
    else
        choices[10] = char(choices.at(10) ^ 1);
    writeFile(folder + u"/choices"_s, choices);

    const auto opened = m_sessions.open(folder);

    QVERIFY(opened);
    QVERIFY(!opened->interpretations());
    QCOMPARE(everything(opened).value(0).payload, "abc"_ba);
}

void TestSessionFolder::theChoicesGoWithTheSession()
{
    auto store = m_sessions.create();
    store->setInterpretations(someChoices(u"nul"_s));
    const QString folder = store->folder();
    writeFile(folder + u"/choices.new"_s, "half of the nex");

    store.reset();

    QVERIFY(!QFile::exists(folder));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--append-until-killed"_s)
        return appendUntilKilled(arguments[2]);
    TestSessionFolder test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sessionfolder.moc"
