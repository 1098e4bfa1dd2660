#include "program.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;

static QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
static constexpr int MostKilobytes = 600'000; // what is freed is kept for a while
#else
static constexpr int MostKilobytes = 120'000;
#endif

/// Peers that behave badly, or just differently, one at a time: programs of the system and bare sockets.
class TestPeers final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a20MBEchoComesBackWholeToAPeerThatHasFinished_data();
    void a20MBEchoComesBackWholeToAPeerThatHasFinished();
    void aPeerThatResetsIsTold();
    void aResetAfterTheFinOfAKeptPeerIsTold();
    void aPeerThatIsKilledIsTold();
    void aPeerThatSendsNothingIsServedAndClosed();
    void oneByteAtATimeIsOneMessage();
    void invalidUtf8NeverEatsItsNeighbours();
    void a100MBLineHasNoEndAndTakesNoMemory();
    void aHalfClosedPeerIsKeptWhenAsked();
    void anUnfinishedLastMessageIsDelivered();
};

void TestPeers::a20MBEchoComesBackWholeToAPeerThatHasFinished_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("ncat") << u"ncat"_s << QStringList{u"127.0.0.1"_s, u"%1"_s};
    QTest::newRow("socat") << u"socat"_s << QStringList{u"-t30"_s, u"-"_s, u"TCP:127.0.0.1:%1"_s};
}

void TestPeers::a20MBEchoComesBackWholeToAPeerThatHasFinished()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    HeadlessServerProgram server({u"--mode"_s, u"echo"_s, u"--framing"_s, u"raw"_s});
    arguments.last() = arguments.last().arg(server.port());
    const auto peer = Program::system(program, arguments);
    if (!peer)
        QSKIP("this program is not installed");
    QByteArray sent;
    for (int i = 0; sent.size() < 20'000'000; ++i)
        sent.append("line " + QByteArray::number(i) + " 你好\n");
    peer->write(sent);
    peer->endInput();
    QCOMPARE(peer->waitForEnd(), 0);
    QCOMPARE(peer->output().size(), sent.size());
    QCOMPARE(sha256(peer->output()), sha256(sent));
    QCOMPARE(server->next(u"closed"_s).value("reason"_L1), u"peer-closed"_s);
}

void TestPeers::aPeerThatResetsIsTold()
{
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    // A socket that is closed with bytes unread answers with RST (RFC 1122, section 4.2.2.13).
    client->setReadBufferSize(1);
    client->write("last words\n");
    QCOMPARE(server->next(u"received"_s).value("text"_L1), u"last words"_s);
    server->command({{u"send"_s, u"never read"_s}});
    QTRY_VERIFY(client->bytesAvailable() > 0);
    client->abort();
    const QJsonObject closed = server->next(u"closed"_s);
    QCOMPARE(closed.value("bytesIn"_L1), 11);
    QCOMPARE(closed.value("reason"_L1), u"reset"_s);
}

void TestPeers::aResetAfterTheFinOfAKeptPeerIsTold()
{
    HeadlessServerProgram server({u"--keep-half-open"_s});
    const auto peer = Program::system(u"socat"_s, {u"-t0"_s, u"-"_s, u"TCP:127.0.0.1:%1"_s.arg(server.port())});
    if (!peer)
        QSKIP("socat is not installed");
    peer->write("gone after this\n");
    peer->endInput();
    QVERIFY(!server->next(u"received"_s).isEmpty());
    QCOMPARE(peer->waitForEnd(), 0);
    // The peer's system answers what comes now with RST.
    server->command({{u"send"_s, u"too late"_s}});
    QCOMPARE(server->next(u"closed"_s).value("reason"_L1), u"reset"_s);
}

void TestPeers::aPeerThatIsKilledIsTold()
{
    HeadlessServerProgram server;
    const auto peer = Program::system(u"ncat"_s, {u"127.0.0.1"_s, server.portText()});
    if (!peer)
        QSKIP("ncat is not installed");
    peer->write("before\n");
    QVERIFY(!server->next(u"received"_s).isEmpty());
    peer->kill();
    QCOMPARE(server->next(u"closed"_s).value("reason"_L1), u"peer-closed"_s);
}

void TestPeers::aPeerThatSendsNothingIsServedAndClosed()
{
    HeadlessServerProgram server;
    const auto peer = Program::system(u"ncat"_s, {u"127.0.0.1"_s, server.portText()});
    if (!peer)
        QSKIP("ncat is not installed");
    QVERIFY(!server->next(u"accepted"_s).isEmpty());
    server->command({{u"send"_s, u"anyone there?"_s}});
    QVERIFY(peer->waitForOutput("anyone there?\n"));
    peer->endInput();
    const QJsonObject closed = server->next(u"closed"_s);
    QCOMPARE(closed.value("reason"_L1), u"peer-closed"_s);
    QCOMPARE(closed.value("bytesIn"_L1), 0);
    QCOMPARE(closed.value("bytesOut"_L1), 14);
}

void TestPeers::oneByteAtATimeIsOneMessage()
{
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    client->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const QByteArray message = "a 你好 message in single bytes\n";
    for (const char byte : message) {
        client->write(&byte, 1);
        QVERIFY(client->waitForBytesWritten());
    }
    QCOMPARE(server->next(u"received"_s).value("text"_L1), QString::fromUtf8(message).chopped(1));
    QCOMPARE(server->eventsNamed(u"received"_s).size(), 1);
}

void TestPeers::invalidUtf8NeverEatsItsNeighbours()
{
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    client->write("cut \xe4\xbd\nwhole\n\xff(\xc3(\n");
    QCOMPARE(server->next(u"received"_s).value("hex"_L1), u"63757420e4bd"_s);
    QCOMPARE(server->next(u"received"_s).value("text"_L1), u"whole"_s);
    QCOMPARE(server->next(u"received"_s).value("text"_L1), u"\uFFFD(\uFFFD("_s);
}

void TestPeers::a100MBLineHasNoEndAndTakesNoMemory()
{
#ifndef Q_OS_LINUX
    QSKIP("reads the memory of the program from /proc");
#endif
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    const QByteArray piece(1'000'000, 'x');
    for (int i = 0; i < 100; ++i) {
        client->write(piece);
        // The server's output is taken away meanwhile, or it would rightly stop reading.
        QTRY_VERIFY_WITH_TIMEOUT((server->output(), client->bytesToWrite() < 2 * piece.size()), Program::Patience);
    }
    QTRY_COMPARE_WITH_TIMEOUT(client->bytesToWrite(), 0, Program::Patience);
    client->disconnectFromHost();
    QFile status(u"/proc/%1/status"_s.arg(server->process().processId()));
    QVERIFY(status.open(QIODevice::ReadOnly));
    const QRegularExpression peak(u"VmHWM:\\s*(\\d+) kB"_s);
    const int kilobytes = peak.match(QString::fromLatin1(status.readAll())).captured(1).toInt();
    QVERIFY(kilobytes > 0);
    QVERIFY2(kilobytes < MostKilobytes, QByteArray::number(kilobytes).constData());
    QCOMPARE(server->next(u"closed"_s).value("bytesIn"_L1), 100'000'000);
    qint64 bytes = 0;
    const auto pieces = server->eventsNamed(u"received"_s);
    for (const QJsonObject &received : pieces) {
        bytes += received.value("bytes"_L1).toInteger();
        QCOMPARE(received.value("more"_L1).toBool(), bytes < 100'000'000);
    }
    QCOMPARE(bytes, 100'000'000);
}

void TestPeers::aHalfClosedPeerIsKeptWhenAsked()
{
    HeadlessServerProgram server({u"--keep-half-open"_s});
    const auto peer = Program::system(u"socat"_s, {u"-t30"_s, u"-"_s, u"TCP:127.0.0.1:%1"_s.arg(server.port())});
    if (!peer)
        QSKIP("socat is not installed");
    peer->write("question");
    peer->endInput();
    QCOMPARE(server->next(u"received"_s).value("text"_L1), u"question"_s);
    server->command({{u"send"_s, u"answer after your end"_s}});
    QVERIFY(peer->waitForOutput("answer after your end\n"));
    QCOMPARE(server->eventsNamed(u"closed"_s).size(), 0);
    server->command({{u"close"_s, 1}});
    QCOMPARE(server->next(u"closed"_s).value("reason"_L1), u"closed-by-us"_s);
    QCOMPARE(peer->waitForEnd(), 0);
}

void TestPeers::anUnfinishedLastMessageIsDelivered()
{
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    client->write("done\nnot done");
    client->disconnectFromHost();
    QCOMPARE(server->next(u"received"_s).value("text"_L1), u"done"_s);
    QCOMPARE(server->next(u"received"_s).value("text"_L1), u"not done"_s);
    QCOMPARE(server->next(u"closed"_s).value("bytesIn"_L1), 13);
}

QTEST_GUILESS_MAIN(TestPeers)
#include "tst_peers.moc"
