#include "servicesummary.h"

#include <QLocale>

using namespace Qt::StringLiterals;

QString ServiceSummary::text() const
{
    const QString port = endpoint.port == 0 ? tr("free port") : u":%1"_s.arg(endpoint.port);
    return QStringList{port, mode, stateText()}.join(u" · "_s);
}

QString ServiceSummary::stateText() const
{
    switch (phase) {
    case ServerPhase::Idle: return tr("not listening");
    case ServerPhase::Starting: return tr("starting");
    case ServerPhase::Listening: return QLocale().toString(open);
    case ServerPhase::Stopping: return tr("stopping");
    }
    Q_UNREACHABLE();
    return {};
}

QString ServiceSummary::toolTip() const
{
    const QString state = phase == ServerPhase::Listening ? tr("Open sockets: %1").arg(QLocale().toString(open))
                                                          : stateText();
    return QStringList{endpoint.toString(), tr("Mode: %1").arg(mode), tr("Framing: %1").arg(framing), state}.join(u'\n');
}
