#pragma once

#include "commonoptions.h"
#include "serveroptions.h"

#include <QString>
#include <QStringList>

#include <optional>

/// The server's command line, read.
struct ServerCommandLine
{
    CommonOptions common;
    ServerOptions options;
    bool listen = false;            ///< `--listen` was given
    QList<Endpoint> further;        ///< what it was given with after the first time
    std::optional<ServerMode> mode; ///< `--mode`, when it was given
    QString help;                   ///< the text of `--help`

    /// Empty when it is wrong; `error` then says in one translated sentence what is.
    static std::optional<ServerCommandLine> parse(const QStringList &arguments, QString *error);
};
