#pragma once

#include "clientoptions.h"
#include "commonoptions.h"

#include <QString>
#include <QStringList>

#include <optional>

/// The client's command line, read.
struct ClientCommandLine
{
    static constexpr int MaxWindows = 64;

    CommonOptions common;
    ClientOptions options; ///< the host is empty when none was given
    int windows = 1;
    QString help; ///< the text of `--help`

    /// Empty when it is wrong; `error` then says in one translated sentence what is.
    static std::optional<ClientCommandLine> parse(const QStringList &arguments, QString *error);
};
