#include "jsonline.h"

#include "text.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

JsonLine::JsonLine(QLatin1StringView event, qint64 time)
    : m_text("{")
{
    add("event"_L1, QString(event));
    add("time"_L1, QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs));
}

JsonLine &JsonLine::add(QLatin1StringView key, QStringView value)
{
    addKey(key);
    m_text.append(jsonString(value));
    return *this;
}

JsonLine &JsonLine::add(QLatin1StringView key, quint64 value)
{
    addKey(key);
    m_text.append(QByteArray::number(value));
    return *this;
}

JsonLine &JsonLine::addTrue(QLatin1StringView key)
{
    addKey(key);
    m_text.append("true");
    return *this;
}

void JsonLine::addKey(QLatin1StringView key)
{
    if (m_text.size() > 1)
        m_text.append(',');
    m_text.append('"').append(key.data(), key.size()).append("\":");
}
