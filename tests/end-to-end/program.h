#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QTcpSocket;

/// A program that a test starts and that ends with the test.
class Program
{
public:
    static constexpr int Patience = 20'000; ///< milliseconds; how long anything may take before the test fails

    Program(const QString &path, const QStringList &arguments);
    virtual ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    static std::unique_ptr<Program> ours(const QString &name, const QStringList &arguments);
    /// A program of the system. Null when it is not installed.
    static std::unique_ptr<Program> system(const QString &name, const QStringList &arguments);

    QProcess &process() { return m_process; }
    void write(const QByteArray &bytes);
    /// No more standard input.
    void endInput();
    /// All of standard output so far.
    const QByteArray &output();
    /// All of standard error so far.
    QByteArray errors();
    bool waitForOutput(const QByteArray &part);
    /// Waits for the end; the exit status, or -1 when it did not come or was a crash.
    int waitForEnd();
    void terminate();
    void kill();

private:
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

/// One of ours with `--headless --json`: its events as they come.
class JsonProgram final : public Program
{
public:
    using Wanted = std::function<bool(const QJsonObject &)>;

    JsonProgram(const QString &name, const QStringList &arguments);

    /// The first event of this name, and of this kind, that no earlier call has returned. Empty when none comes.
    QJsonObject next(const QString &event, const Wanted &wanted = {});
    /// All events so far, in order; every line of output is one.
    const QList<QJsonObject> &events();
    QList<QJsonObject> eventsNamed(const QString &event);
    void command(const QJsonObject &object);
    /// False once a line of output was no JSON object.
    bool isClean() const { return m_clean; }

private:
    void take();

    qsizetype m_parsed = 0;
    QList<QJsonObject> m_events;
    QList<bool> m_returned;
    bool m_clean = true;
};

/// A headless server on a free port of 127.0.0.1, listening when the constructor is done.
class HeadlessServerProgram final
{
public:
    explicit HeadlessServerProgram(const QStringList &arguments = {}, const QString &address = QStringLiteral("127.0.0.1"));

    JsonProgram &operator*() { return m_program; }
    JsonProgram *operator->() { return &m_program; }
    quint16 port() const { return m_port; } ///< 0: it did not listen
    QString portText() const { return QString::number(m_port); }
    /// Connects a plain Qt socket. Null when that fails.
    std::unique_ptr<QTcpSocket> connectClient();

private:
    JsonProgram m_program;
    quint16 m_port = 0;
};

/// Whole path of one of our programs.
QString programPath(const QString &name);

/// Waits until all of this arrived. False when it did not in time.
bool readAll(QTcpSocket &socket, qsizetype count, QByteArray &into);
