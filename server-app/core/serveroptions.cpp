#include "serveroptions.h"

#include <QThread>

using namespace Qt::StringLiterals;

int ServerOptions::defaultIoThreads()
{
    return qBound(1, QThread::idealThreadCount(), MaxDefaultIoThreads);
}

QString serverModeWord(ServerMode mode)
{
    switch (mode) {
    case ServerMode::Show: return u"show"_s;
    case ServerMode::Echo: return u"echo"_s;
    case ServerMode::Relay: return u"relay"_s;
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<ServerMode> parseServerMode(QStringView word)
{
    for (const auto mode : {ServerMode::Show, ServerMode::Echo, ServerMode::Relay}) {
        if (serverModeWord(mode) == word)
            return mode;
    }
    return {};
}
