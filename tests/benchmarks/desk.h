#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QString>

#include <memory>

/// A screen that nobody sees, with the buses that assistive technology uses: all our own, and gone with this.
class Desk final
{
public:
    Desk();
    ~Desk();
    Q_DISABLE_COPY_MOVE(Desk)

    /// Why it can't be had here; empty: it is there.
    QString problem() const { return m_problem; }
    /// What a program needs to be on it.
    QProcessEnvironment variables() const { return m_variables; }
    /// Where accessible programs are.
    QDBusConnection accessibility() const { return QDBusConnection(AccessibilityName); }

private:
    static inline const QString SessionName = QStringLiteral("desk");
    static inline const QString AccessibilityName = QStringLiteral("desk-accessibility");

    void startScreen();
    void startBuses();
    QString startAndRead(QProcess &process, const QString &program, const QStringList &arguments);

    QProcess m_screen;
    QProcess m_bus;
    QProcessEnvironment m_variables;
    QString m_problem;
    qint64 m_launcher = 0; // the process that the bus has started for accessibility
};

/// The main window of the only program on a desk, as a screen reader sees it.
class AccessibleWindow final
{
public:
    /// Waits until there is one.
    explicit AccessibleWindow(const Desk &desk);

    bool isThere() const { return !m_service.isEmpty(); }
    /// Asks for its name; false: no answer. The thread of the window must come to answer.
    bool ask() const;

private:
    QDBusConnection m_bus;
    QString m_service;
    QString m_path;
};
