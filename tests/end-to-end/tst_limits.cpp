#include "program.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#ifndef Q_OS_WIN
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

/// The system's limits, met and recovered from.
class TestLimits final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void outOfDescriptorsIsShownAndAcceptingGoesOnWhenSomeAreFree();
    void aProgramWithoutAThreadSaysSo_data();
    void aProgramWithoutAThreadSaysSo();
    void aReaderOfOutputThatLeavesEndsTheServer();
    void aReaderOfOutputThatStallsDoesNotKeepTheServerFromEnding();
};

void TestLimits::outOfDescriptorsIsShownAndAcceptingGoesOnWhenSomeAreFree()
{
    const auto server = Program::system(u"prlimit"_s, {u"--nofile=64:64"_s, programPath(u"oneport-server"_s), u"--headless"_s, u"-l"_s, u"0"_s});
    if (!server)
        QSKIP("prlimit is not installed");
    QVERIFY(QTest::qWaitFor([&] { return server->errors().contains("listening on 127.0.0.1:"); }, Program::Patience));
    const quint16 port = quint16(server->errors().trimmed().split(':').constLast().toUInt());
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < 100; ++i) {
        clients.push_back(std::make_unique<QTcpSocket>());
        clients.back()->connectToHost(u"127.0.0.1"_s, port);
        QVERIFY(clients.back()->waitForConnected());
    }
    QVERIFY2(QTest::qWaitFor([&] { return server->errors().contains("Can't accept more clients now"); }, Program::Patience), server->errors().last(300).constData());
    const qsizetype accepted = server->errors().count("accepted from");
    QVERIFY(accepted > 20);
    QVERIFY(accepted < 64);
    clients.front()->write("in hand\n");
    QVERIFY(server->waitForOutput("in hand\n"));
    clients.erase(clients.begin(), clients.begin() + 60);
    QVERIFY(QTest::qWaitFor([&] { return server->errors().count("accepted from") == 100; }, Program::Patience));
    QVERIFY(server->errors().contains("Clients are accepted again."));
    clients.back()->write("waited\n");
    QVERIFY(server->waitForOutput("waited\n"));
}

void TestLimits::aProgramWithoutAThreadSaysSo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("sentence");
    QTest::newRow("server") << u"oneport-server"_s << QStringList{u"--headless"_s, u"-l"_s, u"0"_s}
                            << "Can't listen on 127.0.0.1:0: the system has no threads left"_ba;
    QTest::newRow("client") << u"oneport-client"_s << QStringList{u"--headless"_s, u"127.0.0.1"_s, u"1"_s}
                            << "Can't connect to 127.0.0.1:1: the system has no threads left"_ba;
}

/// A stack of 64 TiB for each thread is more than the system has addresses for.
void TestLimits::aProgramWithoutAThreadSaysSo()
{
    QFETCH(QString, name);
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, sentence);
    const QStringList limited{u"--stack=70368744177664:"_s, programPath(name)};
    const auto program = Program::system(u"prlimit"_s, limited + arguments);
    if (!program)
        QSKIP("prlimit is not installed");
    QCOMPARE(program->waitForEnd(), 1);
    QVERIFY2(program->errors().contains(sentence), program->errors().constData());
}

void TestLimits::aReaderOfOutputThatLeavesEndsTheServer()
{
#ifdef Q_OS_WIN
    QSKIP("needs a POSIX shell");
#endif
    const QString command = u"'%1' --headless --json -l 0 | head -n 1; exit ${PIPESTATUS[0]}"_s;
    const auto server = Program::system(u"bash"_s, {u"-c"_s, command.arg(programPath(u"oneport-server"_s))});
    QVERIFY(server);
    QVERIFY(server->waitForOutput("\n"));
    const auto listening = QJsonDocument::fromJson(server->output()).object();
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, quint16(listening.value("port"_L1).toInt()));
    QCOMPARE(server->waitForEnd(), 1);
    QVERIFY2(server->errors().contains("Standard output can't be written"), server->errors().constData());
}

void TestLimits::aReaderOfOutputThatStallsDoesNotKeepTheServerFromEnding()
{
#ifdef Q_OS_WIN
    QSKIP("needs a named pipe of the file system and SIGTERM");
#else
    const QTemporaryDir folder;
    const QByteArray pipe = folder.filePath(u"pipe"_s).toLocal8Bit();
    QCOMPARE(::mkfifo(pipe.constData(), 0600), 0);
    QFile held(QString::fromLocal8Bit(pipe)); // open at both ends, and never read
    QVERIFY(held.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QProcess server;
    server.setStandardOutputFile(held.fileName(), QIODevice::Append);
    server.start(programPath(u"oneport-server"_s), {u"--headless"_s, u"-l"_s, u"0"_s, u"--framing"_s, u"raw"_s});
    QByteArray notices;
    QVERIFY(QTest::qWaitFor([&] { return (notices += server.readAllStandardError()).contains('\n'); }, Program::Patience));
    QTcpSocket client;
    client.connectToHost(u"127.0.0.1"_s, quint16(notices.trimmed().split(':').constLast().toUInt()));
    QVERIFY(client.waitForConnected());
    client.write(QByteArray(50'000'000, 'x'));
    QTRY_VERIFY(client.bytesToWrite() < 49'000'000);
    server.terminate();
    server.terminate(); // asked for again: at once
    QTRY_COMPARE_WITH_TIMEOUT(server.state(), QProcess::NotRunning, Program::Patience);
    QCOMPARE(server.exitStatus(), QProcess::NormalExit);
    QCOMPARE(server.exitCode(), 0);
#endif
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
