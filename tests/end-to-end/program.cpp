#include "program.h"

#include <QJsonDocument>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

QString programPath(const QString &name)
{
#ifdef Q_OS_WIN
    return QStringLiteral(ONEPORT_BIN_DIR "/") + name + u".exe"_s;
#elif defined(Q_OS_MACOS)
    return QStringLiteral(ONEPORT_BIN_DIR "/%1.app/Contents/MacOS/%1").arg(name);
#else
    return QStringLiteral(ONEPORT_BIN_DIR "/") + name;
#endif
}

Program::Program(const QString &path, const QStringList &arguments)
{
    m_process.start(path, arguments);
    m_process.waitForStarted(Patience);
}

Program::~Program()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(Patience);
}

std::unique_ptr<Program> Program::ours(const QString &name, const QStringList &arguments)
{
    return std::make_unique<Program>(programPath(name), arguments);
}

std::unique_ptr<Program> Program::system(const QString &name, const QStringList &arguments)
{
    const QString path = QStandardPaths::findExecutable(name);
    return path.isEmpty() ? nullptr : std::make_unique<Program>(path, arguments);
}

void Program::write(const QByteArray &bytes)
{
    m_process.write(bytes);
}

void Program::endInput()
{
    m_process.closeWriteChannel();
}

const QByteArray &Program::output()
{
    m_output.append(m_process.readAllStandardOutput());
    return m_output;
}

QByteArray Program::errors()
{
    m_errors.append(m_process.readAllStandardError());
    return m_errors;
}

bool Program::waitForOutput(const QByteArray &part)
{
    return QTest::qWaitFor([&] { return output().contains(part); }, Patience);
}

int Program::waitForEnd()
{
    const bool ended = QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, Patience);
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Program::terminate()
{
    m_process.terminate();
}

void Program::kill()
{
    m_process.kill();
}

JsonProgram::JsonProgram(const QString &name, const QStringList &arguments)
    : Program(programPath(name), QStringList{u"--headless"_s, u"--json"_s} + arguments)
{
}

void JsonProgram::take()
{
    const QByteArray &text = output();
    for (qsizetype end = text.indexOf('\n', m_parsed); end >= 0; end = text.indexOf('\n', m_parsed)) {
        const QJsonDocument document = QJsonDocument::fromJson(text.sliced(m_parsed, end - m_parsed));
        m_clean &= document.isObject();
        m_events.append(document.object());
        m_returned.append(false);
        m_parsed = end + 1;
    }
}

const QList<QJsonObject> &JsonProgram::events()
{
    take();
    return m_events;
}

QList<QJsonObject> JsonProgram::eventsNamed(const QString &event)
{
    QList<QJsonObject> named;
    for (const QJsonObject &object : events()) {
        if (object.value("event"_L1) == event)
            named.append(object);
    }
    return named;
}

QJsonObject JsonProgram::next(const QString &event, const Wanted &wanted)
{
    QJsonObject found;
    qsizetype from = 0;
    const bool came = QTest::qWaitFor(
        [&] {
            take();
            for (; from < m_events.size(); ++from) {
                const QJsonObject &object = m_events.at(from);
                if (m_returned.at(from) || object.value("event"_L1) != event || (wanted && !wanted(object)))
                    continue;
                m_returned[from] = true;
                found = object;
                return true;
            }
            return false;
        },
        Patience);
    return came ? found : QJsonObject();
}

void JsonProgram::command(const QJsonObject &object)
{
    write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

HeadlessServerProgram::HeadlessServerProgram(const QStringList &arguments, const QString &address)
    : m_program(u"oneport-server"_s, QStringList{u"--listen"_s, address + u":0"_s} + arguments)
{
    m_port = quint16(m_program.next(u"listening"_s).value("port"_L1).toInt());
}

std::unique_ptr<QTcpSocket> HeadlessServerProgram::connectClient()
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(u"127.0.0.1"_s, m_port);
    return socket->waitForConnected(Program::Patience) ? std::move(socket) : nullptr;
}

bool readAll(QTcpSocket &socket, qsizetype count, QByteArray &into)
{
    return QTest::qWaitFor(
        [&] {
            into.append(socket.readAll());
            return into.size() >= count;
        },
        Program::Patience);
}
