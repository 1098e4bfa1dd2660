#include "program.h"

#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

/// The system's limits, met and recovered from.
class TestLimits final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void outOfDescriptorsIsShownAndAcceptingGoesOnWhenSomeAreFree();
    void aReaderOfOutputThatLeavesEndsTheServer();
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

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
