#include "socketowners.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QNetworkProxy>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <array>
#include <memory>

#ifdef Q_OS_WIN
#include <windows.h>
#endif

using namespace Qt::StringLiterals;

static bool neverCancelled()
{
    return false;
}

/// Wine has the connections, all with process 0.
static bool isWine()
{
#ifdef Q_OS_WIN
    return ::GetProcAddress(::GetModuleHandleW(L"ntdll.dll"), "wine_get_version") != nullptr;
#else
    return false;
#endif
}

static SocketEnds endsOf(const QTcpSocket &socket)
{
    return {Endpoint::of(socket.localAddress(), socket.localPort()),
            Endpoint::of(socket.peerAddress(), socket.peerPort())};
}

class tst_SocketOwners final : public QObject
{
    Q_OBJECT

private:
    static bool isSupported()
    {
#if defined(Q_OS_LINUX) || defined(Q_OS_WIN)
        return true;
#else
        return false;
#endif
    }

    static std::unique_ptr<QTcpServer> listeningOn(const QHostAddress &address)
    {
        auto server = std::make_unique<QTcpServer>();
        server->setProxy(QNetworkProxy::NoProxy);
        return server->listen(address) ? std::move(server) : nullptr;
    }

    static QTcpSocket *nextOf(QTcpServer &server)
    {
        return server.waitForNewConnection(10'000) ? server.nextPendingConnection() : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!isSupported())
            QSKIP("This system is not asked.");
    }

    void aClientInThisProcessIsThisProcess_data()
    {
        QTest::addColumn<QHostAddress>("listenOn");
        QTest::addColumn<QHostAddress>("connectTo");
        const QHostAddress v4(QHostAddress::LocalHost);
        const QHostAddress v6(QHostAddress::LocalHostIPv6);
        QTest::newRow("IPv4") << v4 << v4;
        QTest::newRow("IPv6") << v6 << v6;
        QTest::newRow("IPv4 to a socket of both families") << QHostAddress(QHostAddress::Any) << v4;
    }

    void aClientInThisProcessIsThisProcess()
    {
        if (isWine())
            QSKIP("Wine does not tell which process has a socket.");
        QFETCH(QHostAddress, listenOn);
        QFETCH(QHostAddress, connectTo);
        const auto server = listeningOn(listenOn);
        if (!server)
            QSKIP("This machine does not have the address.");
        QTcpSocket client;
        client.setProxy(QNetworkProxy::NoProxy);
        client.connectToHost(connectTo, server->serverPort());
        const QTcpSocket *accepted = nextOf(*server);
        QVERIFY(accepted);
        const SocketOwner owner = SocketOwners::ofPeers({endsOf(*accepted)}, neverCancelled).value(0);
        QCOMPARE(owner.pid, QCoreApplication::applicationPid());
        QVERIFY(QFileInfo(QCoreApplication::applicationFilePath()).fileName().startsWith(owner.program));
        QVERIFY(!owner.program.isEmpty());
    }

    void anotherProcessIsNamed()
    {
        const QString ncat = QStandardPaths::findExecutable(u"ncat"_s);
        if (ncat.isEmpty())
            QSKIP("ncat is not installed.");
        const auto server = listeningOn(QHostAddress::LocalHost);
        QVERIFY(server);
        QProcess process;
        process.start(ncat, {u"127.0.0.1"_s, QString::number(server->serverPort())});
        const QTcpSocket *accepted = nextOf(*server);
        QVERIFY(accepted);
        const SocketOwner owner = SocketOwners::ofPeers({endsOf(*accepted)}, neverCancelled).value(0);
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(owner.program, QFileInfo(QFileInfo(ncat).canonicalFilePath()).fileName());
        QVERIFY(owner.pid != QCoreApplication::applicationPid());
    }

    void eachOfSeveralIsAnswered()
    {
        if (isWine())
            QSKIP("Wine does not tell which process has a socket.");
        const auto server = listeningOn(QHostAddress::LocalHost);
        QVERIFY(server);
        std::array<QTcpSocket, 3> clients;
        QList<SocketEnds> ends;
        for (QTcpSocket &client : clients) {
            client.setProxy(QNetworkProxy::NoProxy);
            client.connectToHost(QHostAddress::LocalHost, server->serverPort());
            const QTcpSocket *accepted = nextOf(*server);
            QVERIFY(accepted);
            ends.append(endsOf(*accepted));
        }
        ends.insert(1, {ends.constFirst().local, {QHostAddress(u"192.0.2.1"_s), 5000}});
        const QList<SocketOwner> owners = SocketOwners::ofPeers(ends, neverCancelled);
        QCOMPARE(owners.size(), ends.size());
        for (qsizetype i = 0; i < owners.size(); ++i)
            QCOMPARE(owners.at(i).isKnown(), i != 1);
    }

    void nothingIsSaidOnceCancelled()
    {
        const auto server = listeningOn(QHostAddress::LocalHost);
        QVERIFY(server);
        QTcpSocket client;
        client.setProxy(QNetworkProxy::NoProxy);
        client.connectToHost(QHostAddress::LocalHost, server->serverPort());
        const QTcpSocket *accepted = nextOf(*server);
        QVERIFY(accepted);
        const QList<SocketOwner> owners = SocketOwners::ofPeers({endsOf(*accepted)}, [] { return true; });
        QCOMPARE(owners, QList<SocketOwner>{SocketOwner{}});
    }
};

QTEST_GUILESS_MAIN(tst_SocketOwners)
#include "tst_socketowners.moc"
