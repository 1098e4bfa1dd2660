#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QStringView>

/// Builds one JSON object on one line (RFC 8259), keys in the order in which they are added. Control characters, C1 and
/// the invisible ones that turn text around are escaped, so that the line is harmless in a terminal.
class JsonLine final
{
public:
    /// Starts with `"event"` and `"time"`: milliseconds since 1970-01-01T00:00Z, written in ISO 8601.
    JsonLine(QLatin1StringView event, qint64 time);

    JsonLine &add(QLatin1StringView key, QStringView value);
    JsonLine &add(QLatin1StringView key, quint64 value);
    JsonLine &addTrue(QLatin1StringView key);

    /// The whole line with its end.
    QByteArray line() const { return m_text + "}\n"; }

private:
    void addKey(QLatin1StringView key);

    QByteArray m_text;
};
