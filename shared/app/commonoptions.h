#pragma once

#include "encoding.h"
#include "framing.h"

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>

/// The part of the command line that both programs share, with its wording and its errors.
struct CommonOptions
{
    Framing framing;
    Encoding encoding;
    std::optional<qsizetype> messageLimit; ///< bytes
    std::optional<qint64> queueLimit;      ///< bytes
    bool headless = false;
    bool json = false;
    bool help = false;
    bool version = false;
    QString demoFolder; ///< not empty: show the program at work, write pictures there, and end

    static void addTo(QCommandLineParser &parser);
    /// What was given. An error is one translated sentence.
    static std::optional<CommonOptions> read(const QCommandLineParser &parser, QString *error);
};

/// A whole number of at least `least`; with an error sentence that names the option. Nothing when it was not given.
std::optional<qint64> readNumber(const QCommandLineParser &parser, const QString &option, qint64 least, qint64 most,
                                 QString *error);

/// The arguments without those that Qt's GUI programs take for themselves (`-platform NAME`, `-style NAME` …), so that
/// the rest can be read before it is known whether there is a display.
QStringList withoutQtArguments(const QStringList &arguments);

/// Switches to the language that `--language` names, else to the one that the window's menu chose and QSettings remembers,
/// else to the system's. Without a window (`--headless`) nothing that a window remembers counts. False with an error sentence
/// when it is not built in.
bool applyLanguageArgument(const QStringList &arguments, QString *error);

/// True when windows can be shown: a desktop system, or a Linux that names a display or a Qt platform.
bool hasDisplay(const QStringList &arguments);

/// What to say when there is none. Translated.
QString noDisplayText();

/// One line on standard error: `oneport-server: what and why`. Returns `status`, for `return` in `main`.
int failWith(int status, const QString &sentence);
/// The same, for the person who asked: text on standard output.
void printOut(const QString &text);
