#pragma once

#include "commonoptions.h"
#include "stopsignal.h"

#include <QCoreApplication>

/// What the programs do alike before there is a window, or instead of one.

/// Who it is to settings and in its version, from before there is an application.
inline void nameProgram(const QString &name)
{
    QCoreApplication::setOrganizationName(QStringLiteral("OnePort"));
    QCoreApplication::setApplicationName(name);
    QCoreApplication::setApplicationVersion(QStringLiteral(ONEPORT_VERSION));
}

/// All that needs no window: help, version, errors, and the headless twin by `runHeadless`. Its exit status; nothing: a
/// window is wanted, as `line` then says. `command`: the name of the program's file.
template<typename Line>
std::optional<int> runWithoutWindow(int &argc, char **argv, const QString &command, Line *line,
                                    int (*runHeadless)(const Line &))
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = withoutQtArguments(QCoreApplication::arguments());
    QString error;
    if (!applyLanguageArgument(arguments, &error))
        return failWith(2, error);
    const auto parsed = Line::parse(arguments, &error);
    if (!parsed)
        return failWith(2, error);
    *line = *parsed;
    if (line->common.help || line->common.version) {
        const QString version = QStringLiteral("%1 %2\n").arg(command, QCoreApplication::applicationVersion());
        printOut(line->common.help ? line->help : version);
        return 0;
    }
    if (line->common.headless)
        return runHeadless(*line);
    if (!hasDisplay(QCoreApplication::arguments()))
        return failWith(1, noDisplayText());
    return {};
}

/// A headless twin until it has finished, as it does when someone stops the program. Its exit status.
template<typename Headless, typename Options>
int runHeadlessTwin(Headless &twin, const Options &options)
{
    const StopSignal signal;
    QObject::connect(&signal, &StopSignal::asked, &twin, &Headless::stop);
    QObject::connect(&twin, &Headless::finished, QCoreApplication::instance(), &QCoreApplication::exit,
                     Qt::QueuedConnection);
    twin.start(options);
    return QCoreApplication::exec();
}
