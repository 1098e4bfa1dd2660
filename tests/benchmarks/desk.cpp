#include "desk.h"

#include <QDBusArgument>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QThread>

#include <csignal>
#include <optional>

#include <sys/prctl.h>

using namespace Qt::StringLiterals;

static constexpr int Patience = 10'000; // ms
static const auto Root = u"/org/a11y/atspi/accessible/root"_s;
static const auto Accessible = u"org.a11y.atspi.Accessible"_s;

Desk::Desk()
{
    for (const QString &program : {u"Xvfb"_s, u"dbus-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            m_problem = u"%1 is not here (Debian: apt-get install xvfb dbus at-spi2-core)"_s.arg(program);
    }
    if (m_problem.isEmpty())
        startScreen();
    if (m_problem.isEmpty())
        startBuses();
}

Desk::~Desk()
{
    QDBusConnection::disconnectFromBus(AccessibilityName);
    QDBusConnection::disconnectFromBus(SessionName);
    if (m_launcher > 0)
        ::kill(pid_t(m_launcher), SIGTERM);
    for (QProcess *process : {&m_bus, &m_screen}) {
        process->terminate();
        if (!process->waitForFinished(Patience))
            process->kill();
    }
}

/// The first line that it prints; empty when none comes.
QString Desk::startAndRead(QProcess &process, const QString &program, const QStringList &arguments)
{
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    while (!process.canReadLine()) {
        if (!process.waitForReadyRead(Patience))
            break;
    }
    const QString line = QString::fromUtf8(process.readLine()).trimmed();
    if (line.isEmpty())
        m_problem = u"%1 does not start"_s.arg(program);
    return line;
}

void Desk::startScreen()
{
    const QString number = startAndRead(m_screen, u"Xvfb"_s,
                                        {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1600x1000x24"_s,
                                         u"-nolisten"_s, u"tcp"_s});
    m_variables.insert(u"DISPLAY"_s, u':' + number);
    m_variables.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    m_variables.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
}

void Desk::startBuses()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(m_variables);
    m_bus.setProcessEnvironment(environment);
    const QStringList arguments{u"--session"_s, u"--nofork"_s, u"--print-address=1"_s};
    const QString address = startAndRead(m_bus, u"dbus-daemon"_s, arguments);
    if (address.isEmpty())
        return;
    m_variables.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    const QDBusConnection session = QDBusConnection::connectToBus(address, SessionName);
    const auto question = QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s,
                                                         u"GetAddress"_s);
    const QDBusReply<QString> reply = session.call(question);
    if (!reply.isValid()) {
        m_problem = u"there is no bus for accessibility (Debian: apt-get install at-spi2-core): %1"_s.arg(
            reply.error().message());
        return;
    }
    m_launcher = session.interface()->servicePid(u"org.a11y.Bus"_s);
    QDBusConnection::connectToBus(reply.value(), AccessibilityName);
}

struct Reference
{
    QString service;
    QString path;
};

/// The first child of an accessible object.
static std::optional<Reference> firstChild(const QDBusConnection &bus, const Reference &parent)
{
    const auto question =
        QDBusMessage::createMethodCall(parent.service, parent.path, Accessible, u"GetChildren"_s);
    const QDBusMessage answer = bus.call(question, QDBus::Block, Patience);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return {};
    const auto list = answer.arguments().constFirst().value<QDBusArgument>();
    std::optional<Reference> first;
    list.beginArray();
    if (!list.atEnd()) {
        Reference child;
        QDBusObjectPath path;
        list.beginStructure();
        list >> child.service >> path;
        list.endStructure();
        child.path = path.path();
        first = child;
    }
    list.endArray();
    return first;
}

AccessibleWindow::AccessibleWindow(const Desk &desk)
    : m_bus(desk.accessibility())
{
    constexpr int BetweenLooks = 50; // ms
    QElapsedTimer clock;
    clock.start();
    while (!clock.hasExpired(Patience)) {
        const auto program = firstChild(m_bus, {u"org.a11y.atspi.Registry"_s, Root});
        const auto window = program ? firstChild(m_bus, *program) : std::nullopt;
        if (window) {
            m_service = window->service;
            m_path = window->path;
            return;
        }
        QThread::msleep(BetweenLooks);
    }
}

bool AccessibleWindow::ask() const
{
    auto question = QDBusMessage::createMethodCall(m_service, m_path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    question.setArguments({Accessible, u"Name"_s});
    return m_bus.call(question, QDBus::Block, Patience).type() == QDBusMessage::ReplyMessage;
}
