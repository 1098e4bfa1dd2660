#include "benchmark.h"
#include "measure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkProxy>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

constexpr int Rounds = 5;
constexpr int Patience = 30'000; // ms
constexpr qint64 FileSize = 64'000'000;
constexpr double BytesPerMegabyte = 1e6;

/// Lines of 64 bytes, which both send as they are.
bool writeLines(const QString &path)
{
    QFile file(path);
    const QByteArray line = QByteArray(63, 'x') + '\n';
    return file.open(QIODevice::WriteOnly) && file.write(line.repeated(FileSize / line.size())) == FileSize;
}

/// Takes all that one client sends. How many bytes that were; less than the file where it does not end in time.
qint64 receive(QTcpServer &server)
{
    if (!server.hasPendingConnections() && !server.waitForNewConnection(Patience))
        return 0;
    const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
    qint64 received = 0;
    do {
        received += socket->readAll().size();
    } while (received < FileSize && socket->waitForReadyRead(Patience));
    return received;
}

/// From the start of the program until the last byte is here.
std::optional<double> megabytesPerSecond(const QString &program, QStringList arguments, const QString &input)
{
    QTcpServer server;
    server.setProxy(QNetworkProxy::NoProxy);
    server.listen(QHostAddress::LocalHost);
    for (QString &argument : arguments)
        argument.replace(u"PORT"_s, QString::number(server.serverPort()));
    QProcess process;
    process.setStandardInputFile(input);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    QElapsedTimer clock;
    clock.start();
    process.start(program, arguments);
    const bool whole = receive(server) == FileSize;
    const double seconds = double(clock.nsecsElapsed()) / 1e9;
    process.terminate();
    if (!process.waitForFinished(Patience))
        process.kill();
    return whole ? std::optional(double(FileSize) / BytesPerMegabyte / seconds) : std::nullopt;
}

}

/// Packet Sender (8.1) can't listen without its window, and its window does not send back what it got: it takes part as
/// a client only.
BenchmarkResult measureSenders()
{
    BenchmarkResult result;
    const QString theirs = QStandardPaths::findExecutable(u"packetsender"_s);
    const auto folder = roomyFolder(FileSize, &result.problem);
    if (!folder)
        return result;
    const QString path = folder->filePath(u"lines"_s);
    const QString ours = QCoreApplication::applicationDirPath() + u"/oneport-client"_s;
    if (!writeLines(path))
        return {{}, u"%1 can't be written"_s.arg(path)};
    QList<double> our;
    QList<double> their;
    for (int round = 0; round < Rounds; ++round) {
        const auto first = megabytesPerSecond(ours, {u"127.0.0.1"_s, u"PORT"_s, u"--headless"_s}, path);
        const auto second = theirs.isEmpty()
            ? std::optional(0.0)
            : megabytesPerSecond(theirs, {u"-q"_s, u"-t"_s, u"-A"_s, u"-f"_s, path, u"127.0.0.1"_s, u"PORT"_s},
                                 QProcess::nullDevice());
        if (!first || !second)
            return {{}, u"the file did not arrive whole"_s};
        our.append(*first);
        their.append(*second);
    }
    result.note = theirs.isEmpty()
        ? u"Packet Sender takes no part: it is not here (Debian: apt-get install packetsender)"_s
        : u"Packet Sender takes part as a client: without its window it can't listen"_s;
    const QString title = u"64 MB from a file, to a socket"_s;
    result.rows = {theirs.isEmpty() ? BenchmarkRow{title, median(our), u"MB/s"_s}
                                    : BenchmarkRow{title, median(our), u"MB/s"_s, u"Packet Sender"_s, median(their)}};
    return result;
}
