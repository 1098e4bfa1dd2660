#include "commonoptions.h"

#include "interpretation.h"
#include "language.h"
#include "standardoutput.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

static QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

static QString encodingNames()
{
    QStringList names;
    for (const Encoding &encoding : Encoding::available())
        names.append(encoding.name());
    return names.join(u", "_s);
}

static QString noEncodingText(const QString &word)
{
    const QString name = Encoding::canonicalName(word);
    if (name.isEmpty())
        return translated(QT_TRANSLATE_NOOP("CommandLine", "There is no encoding \"%1\". There are: %2."))
            .arg(word, encodingNames());
    return translated(QT_TRANSLATE_NOOP("CommandLine", "This program's Qt lacks the encoding %1. There are: %2."))
        .arg(name, encodingNames());
}

/// After the framing: not all go together.
static bool readEncoding(const QCommandLineParser &parser, CommonOptions &options, QString *error)
{
    if (!parser.isSet(u"encoding"_s))
        return true;
    const QString word = parser.value(u"encoding"_s);
    const auto encoding = Encoding::parse(word);
    if (!encoding) {
        *error = noEncodingText(word);
        return false;
    }
    options.encoding = *encoding;
    if (Interpretation{options.framing, *encoding}.goesTogether())
        return true;
    *error = translated(QT_TRANSLATE_NOOP("CommandLine", "In %1 what ends a message can be part of a character: "
                                                         "it needs another framing than \"%2\", such as raw."))
                 .arg(encoding->name(), options.framing.word());
    return false;
}

void CommonOptions::addTo(QCommandLineParser &parser)
{
    const auto add = [&parser](const QStringList &names, const char *text, const char *value = nullptr) {
        parser.addOption({names, translated(text), value ? translated(value) : QString()});
    };
    add({u"framing"_s}, QT_TRANSLATE_NOOP("CommandLine", "How bytes become messages: lines (default), crlf, nul, raw, "
                                                       "delimiter:TEXT (with C escapes), fixed:N (bytes), "
                                                       "length:u8|u16be|u16le|u32be|u32le (a prefix), "
                                                       "idle:MS (a silence ends a message)."),
        QT_TRANSLATE_NOOP("CommandLine", "F"));
    const QString encodings =
        translated(QT_TRANSLATE_NOOP("CommandLine", "The encoding of text on the wire (default UTF-8): %1. Without "
                                                    "--json, standard input is sent as the bytes that it is. UTF-16 "
                                                    "and UTF-32 do not go with lines, crlf and nul."));
    parser.addOption({u"encoding"_s, encodings.arg(encodingNames()),
                      translated(QT_TRANSLATE_NOOP("CommandLine", "NAME"))});
    add({u"message-limit"_s},
        QT_TRANSLATE_NOOP("CommandLine", "A message longer than this comes in marked pieces (default 1048576)."),
        QT_TRANSLATE_NOOP("CommandLine", "BYTES"));
    add({u"queue-limit"_s},
        QT_TRANSLATE_NOOP("CommandLine", "A connection for which more than this waits is closed as too slow (default 16777216)."),
        QT_TRANSLATE_NOOP("CommandLine", "BYTES"));
    add({u"headless"_s}, QT_TRANSLATE_NOOP("CommandLine", "No window: standard input is sent, what arrives is printed."));
    add({u"json"_s}, QT_TRANSLATE_NOOP("CommandLine", "With --headless: one JSON object per line, out and in."));
    add({u"language"_s}, QT_TRANSLATE_NOOP("CommandLine", "The language to speak: en or zh_CN (default: the system's)."),
        QT_TRANSLATE_NOOP("CommandLine", "CODE"));
    add({u"demo"_s},
        QT_TRANSLATE_NOOP("CommandLine", "Show the windows at work, write pictures of them to this folder, and end."),
        QT_TRANSLATE_NOOP("CommandLine", "FOLDER"));
    add({u"h"_s, u"help"_s}, QT_TRANSLATE_NOOP("CommandLine", "Print this help."));
    add({u"version"_s}, QT_TRANSLATE_NOOP("CommandLine", "Print the version."));
}

std::optional<CommonOptions> CommonOptions::read(const QCommandLineParser &parser, QString *error)
{
    CommonOptions options;
    options.help = parser.isSet(u"help"_s);
    options.version = parser.isSet(u"version"_s);
    options.headless = parser.isSet(u"headless"_s);
    options.json = parser.isSet(u"json"_s);
    options.demoFolder = parser.value(u"demo"_s);
    if (const QString word = parser.value(u"framing"_s); parser.isSet(u"framing"_s)) {
        const auto framing = parseFraming(word, error);
        if (!framing)
            return {};
        options.framing = *framing;
    }
    if (!readEncoding(parser, options, error))
        return {};
    if (options.json && !options.headless) {
        *error = translated(QT_TRANSLATE_NOOP("CommandLine", "--json goes with --headless."));
        return {};
    }
    constexpr qint64 most = 1024LL * 1024 * 1024;
    options.messageLimit = readNumber(parser, u"message-limit"_s, 16, most, error);
    options.queueLimit = readNumber(parser, u"queue-limit"_s, 1024, most, error);
    if (!error->isEmpty())
        return {};
    return options;
}

std::optional<qint64> readNumber(const QCommandLineParser &parser, const QString &option, qint64 least, qint64 most,
                                 QString *error)
{
    if (!parser.isSet(option))
        return {};
    bool ok = false;
    const qint64 number = parser.value(option).toLongLong(&ok);
    if (ok && number >= least && number <= most)
        return number;
    *error = translated(QT_TRANSLATE_NOOP("CommandLine", "--%1 takes a whole number from %2 to %3, not \"%4\"."))
                 .arg(option).arg(least).arg(most).arg(parser.value(option));
    return {};
}

QStringList withoutQtArguments(const QStringList &arguments)
{
    // QGuiApplication's and QApplication's own, as their documentation lists them.
    static const QStringList withValue{u"platform"_s, u"platformpluginpath"_s, u"platformtheme"_s, u"plugin"_s,
        u"qwindowgeometry"_s, u"qwindowicon"_s, u"qwindowtitle"_s, u"session"_s, u"display"_s, u"geometry"_s,
        u"fontengine"_s, u"dialogs"_s, u"style"_s, u"stylesheet"_s};
    QStringList rest;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        const QString name = argument.startsWith(u"--"_s) ? argument.sliced(2)
                           : argument.startsWith(u'-') ? argument.sliced(1) : QString();
        if (withValue.contains(name))
            ++i;
        else if (name != "reverse"_L1 && name != "nograb"_L1 && !name.startsWith("psn_"_L1)
                 && !(argument.startsWith(u"-style="_s) || argument.startsWith(u"-stylesheet="_s)))
            rest.append(argument);
    }
    return rest;
}

bool applyLanguageArgument(const QStringList &arguments, QString *error)
{
    const bool hasWindow = !arguments.contains(u"--headless"_s);
    QString code = hasWindow ? QSettings().value(u"language"_s).toString() : QString();
    bool given = false;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == "--language"_L1 && i + 1 < arguments.size())
            code = arguments.at(i + 1);
        else if (argument.startsWith(u"--language="_s))
            code = argument.sliced(11);
        else
            continue;
        given = true;
    }
    if (Language::apply(code))
        return true;
    Language::apply({});
    if (!given)
        return true;
    *error = translated(QT_TRANSLATE_NOOP("CommandLine", "There is no language \"%1\". There are: %2."))
                 .arg(code, Language::available().join(u", "_s));
    return false;
}

bool hasDisplay(const QStringList &arguments)
{
#if defined(Q_OS_LINUX) || defined(Q_OS_FREEBSD)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || arguments.contains(u"-platform"_s)
        || arguments.contains(u"--platform"_s);
#else
    Q_UNUSED(arguments)
    return true;
#endif
}

QString noDisplayText()
{
    return translated(QT_TRANSLATE_NOOP("CommandLine", "There is no display to show a window on. Use --headless, or set DISPLAY."));
}

int failWith(int status, const QString &sentence)
{
    const QString name = QFileInfo(QCoreApplication::arguments().value(0)).completeBaseName();
    StandardOutput::notice(u"%1: %2"_s.arg(name, sentence));
    return status;
}

void printOut(const QString &text)
{
    StandardOutput::print(text);
}
