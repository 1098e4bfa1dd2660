#include "crashedsession.h"
#include "program.h"

#include <QDirIterator>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

/// A server window with two services that is killed.
class TestKilledServer final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachServiceLeavesItsSession();
};

static quint16 freePort()
{
    QTcpServer server;
    server.setProxy(QNetworkProxy::NoProxy);
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

/// Sends a line there and waits until it comes back.
static bool echoes(quint16 port, const QByteArray &line)
{
    QTcpSocket client;
    client.setProxy(QNetworkProxy::NoProxy);
    const bool connected = QTest::qWaitFor([&client, port] {
        client.abort();
        client.connectToHost(QHostAddress::LocalHost, port);
        return client.waitForConnected(200);
    }, Program::Patience);
    client.write(line);
    return connected && QTest::qWaitFor([&client, &line] { return client.bytesAvailable() == line.size(); });
}

/// How many bytes of traffic are in the files of these sessions.
static qint64 keptBytes(const QString &sessions)
{
    qint64 bytes = 0;
    QDirIterator files(sessions, {u"*.bytes"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

void TestKilledServer::eachServiceLeavesItsSession()
{
#ifndef Q_OS_LINUX
    QSKIP("Elsewhere the folder of the sessions can't be given to a program by its environment.");
#endif
    QTemporaryDir data;
    qputenv("XDG_DATA_HOME", data.path().toLocal8Bit());
    qputenv("XDG_CONFIG_HOME", data.path().toLocal8Bit());
    const quint16 first = freePort();
    const quint16 second = freePort();
    const auto server = Program::ours(
        u"oneport-server"_s,
        {u"--mode"_s, u"echo"_s, u"-l"_s, QString::number(first), u"-l"_s, QString::number(second)});
    QVERIFY(echoes(first, "one\n"));
    QVERIFY(echoes(second, QByteArray(1000, '2') + '\n'));
    const QString sessions = data.filePath(u"OnePort/OnePort Server/sessions"_s);
    QTRY_VERIFY(keptBytes(sessions) >= 2 * 4 + 2 * 1001);
    server->kill();

    QTRY_COMPARE(crashedSessions(sessions).size(), 2);
    QList<qint64> sizes;
    for (const CrashedSession &session : crashedSessions(sessions))
        sizes.append(session.bytes);
    std::sort(sizes.begin(), sizes.end());
    QVERIFY2(sizes.at(0) < 1000 && sizes.at(1) >= 2002, qPrintable(u"%1, %2"_s.arg(sizes.at(0)).arg(sizes.at(1))));
}

QTEST_GUILESS_MAIN(TestKilledServer)
#include "tst_killedserver.moc"
