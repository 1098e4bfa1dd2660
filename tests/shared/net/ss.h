#pragma once

#include "socketfacts.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

/// What `ss` (iproute2) says of the sockets of one port: another witness of what the system knows.
class Ss
{
public:
    static bool isThere() { return !QStandardPaths::findExecutable(QStringLiteral("ss")).isEmpty(); }

    /// The socket at this end of a connection.
    static Ss ofConnection(const Endpoint &local, const Endpoint &peer)
    {
        return Ss({QStringLiteral("-tinmHO"), QStringLiteral("sport = :%1 and dport = :%2").arg(local.port).arg(peer.port)});
    }

    static Ss ofListener(quint16 port)
    {
        return Ss({QStringLiteral("-ltnH"), QStringLiteral("sport = :%1").arg(port)});
    }

    QString line() const { return m_line; }
    QString state() const { return m_columns.value(0); }
    quint64 receiveQueue() const { return m_columns.value(1).toULongLong(); }
    quint64 sendQueue() const { return m_columns.value(2).toULongLong(); }
    /// The first number behind this word; 0: it is not said, which for ss means zero or none.
    double number(const QString &before) const
    {
        const QRegularExpression expression(QStringLiteral("(?<![a-z_])") + before + QStringLiteral("([0-9.]+)"));
        return expression.match(m_line).captured(1).toDouble();
    }

private:
    explicit Ss(const QStringList &arguments)
    {
        QProcess ss;
        ss.start(QStringLiteral("ss"), arguments);
        ss.waitForFinished();
        m_line = QString::fromLatin1(ss.readAllStandardOutput()).simplified();
        m_columns = m_line.split(u' ');
    }

    QString m_line;
    QStringList m_columns;
};
