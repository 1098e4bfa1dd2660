#include "serverprocess.h"

#include "measure.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

#include <chrono>
#include <csignal>

#include <sys/prctl.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr int StartPatience = 20'000; // ms
static constexpr int LoadPatience = 130'000;
static constexpr int EndPatience = 10'000;

static QString program(const QString &name)
{
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

static quint16 freePort()
{
    QTcpServer server;
    server.setProxy(QNetworkProxy::NoProxy);
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

static void endWithUs(QProcess &process)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
}

/// What it keeps goes to this folder, what it has to say nowhere.
static void keepIn(QProcess &process, const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &variable : {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s})
        environment.insert(variable, folder);
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(QProcess::nullDevice());
    endWithUs(process);
}

static void end(QProcess &process)
{
    process.closeWriteChannel();
    process.terminate();
    if (process.waitForFinished(EndPatience))
        return;
    process.kill();
    process.waitForFinished(EndPatience);
}

/// The next line that it prints, read as JSON; empty when none comes.
static QJsonObject readObject(QProcess &process, std::chrono::milliseconds patience)
{
    QElapsedTimer clock;
    clock.start();
    while (!process.canReadLine()) {
        const qint64 left = patience.count() - clock.elapsed();
        if (left <= 0 || !process.waitForReadyRead(int(left)))
            return {};
    }
    return QJsonDocument::fromJson(process.readLine()).object();
}

static QStringList ourArguments(Contender contender, Serving serving, quint16 port)
{
    static const QStringList modes{u"echo"_s, u"show"_s, u"relay"_s};
    QStringList arguments{u"--listen"_s, u"127.0.0.1:%1"_s.arg(port), u"--mode"_s, modes[int(serving)]};
    if (contender == Contender::Headless)
        arguments.prepend(u"--headless"_s);
    return arguments;
}

static QStringList bareArguments(Contender contender, Serving serving, quint16 port)
{
    static const QStringList words{u"echo"_s, u"sink"_s, u"broadcast"_s};
    return {QString::number(port), contender == Contender::EpollKeeper ? u"keep"_s : words[int(serving)]};
}

ServerProcess::ServerProcess(Contender contender, Serving serving, const QString &folder,
                             const QProcessEnvironment &desk)
    : m_contender(contender)
    , m_port(freePort())
{
    static const QStringList programs{u"oneport-server"_s, u"oneport-bench-window"_s, u"oneport-bench-epoll"_s,
                                      u"oneport-bench-qtcpserver"_s, u"oneport-bench-epoll"_s};
    keepIn(m_process, folder);
    m_process.setWorkingDirectory(folder);
    QProcessEnvironment environment = m_process.processEnvironment();
    environment.insert(desk);
    m_process.setProcessEnvironment(environment);
    if (contender != Contender::Window)
        m_process.setStandardOutputFile(QProcess::nullDevice());
    const bool ours = contender == Contender::Headless || contender == Contender::Window;
    m_process.start(program(programs[int(contender)]),
                    ours ? ourArguments(contender, serving, m_port) : bareArguments(contender, serving, m_port));
}

ServerProcess::~ServerProcess()
{
    end(m_process);
}

bool ServerProcess::waitForListening(QString *problem)
{
    constexpr int BetweenTries = 20;
    QElapsedTimer clock;
    clock.start();
    while (!clock.hasExpired(StartPatience)) {
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
        if (socket.waitForConnected(StartPatience))
            return m_contender != Contender::Window || isShown(problem);
        if (m_process.waitForFinished(BetweenTries))
            break;
    }
    *problem = u"%1 does not listen on port %2"_s.arg(m_process.program()).arg(m_port);
    return false;
}

bool ServerProcess::isShown(QString *problem)
{
    if (!readObject(m_process, std::chrono::milliseconds(StartPatience)).isEmpty())
        return true;
    *problem = u"the window was not painted"_s;
    return false;
}

qint64 ServerProcess::memory() const
{
    return anonymousMemory(m_process.processId()).value_or(0);
}

QJsonObject ServerProcess::heartbeat()
{
    if (m_contender != Contender::Window)
        return {};
    m_process.write("\n");
    return readObject(m_process, std::chrono::milliseconds(EndPatience));
}

void ServerProcess::openPanes()
{
    m_process.write("o");
    m_process.waitForBytesWritten(EndPatience);
}

std::optional<double> secondsUntilShown(TimedWindow window, const QString &folder)
{
    constexpr double NsPerSecond = 1e9;
    QProcess process;
    keepIn(process, folder);
    QElapsedTimer clock;
    clock.start();
    process.start(program(window == TimedWindow::Ours ? u"oneport-bench-window"_s : u"oneport-bench-empty"_s), {});
    const bool shown = !readObject(process, std::chrono::milliseconds(StartPatience)).isEmpty();
    const double seconds = double(clock.nsecsElapsed()) / NsPerSecond;
    end(process);
    return shown ? std::optional(seconds) : std::nullopt;
}

LoadProcess::LoadProcess(const QStringList &arguments)
{
    endWithUs(m_process);
    m_process.start(program(u"oneport-bench-load"_s), arguments);
}

LoadProcess::~LoadProcess()
{
    end(m_process);
}

bool LoadProcess::waitForEnd(std::chrono::milliseconds patience)
{
    return m_process.canReadLine() || m_process.waitForReadyRead(int(patience.count()))
        || m_process.state() == QProcess::NotRunning;
}

QJsonObject LoadProcess::report(QString *problem)
{
    const QJsonObject report = readObject(m_process, std::chrono::milliseconds(LoadPatience));
    if (report.isEmpty())
        *problem = u"the load did not end: %1"_s.arg(QString::fromUtf8(m_process.readAllStandardError()).trimmed());
    return report;
}
