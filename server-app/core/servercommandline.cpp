#include "servercommandline.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

static QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

static void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(translated(QT_TRANSLATE_NOOP(
        "CommandLine", "Listens on one port and shows every socket that connections to it make.")));
    parser.addOption({{u"l"_s, u"listen"_s},
                      translated(QT_TRANSLATE_NOOP("CommandLine", "Listen there at once. ADDRESS is 127.0.0.1 when left out; 0.0.0.0 "
                                                          "is every address; port 0 takes a free one. Given several "
                                                          "times: a service for each, in one window.")),
                      translated(QT_TRANSLATE_NOOP("CommandLine", "[ADDRESS:]PORT"))});
    parser.addOption({{u"m"_s, u"mode"_s},
                      translated(QT_TRANSLATE_NOOP("CommandLine", "What to do with a message: show it, echo it to its sender, or "
                                                          "relay it to every other client.")),
                      translated(QT_TRANSLATE_NOOP("CommandLine", "show|echo|relay"))});
    parser.addOption({u"max-clients"_s,
                      translated(QT_TRANSLATE_NOOP("CommandLine", "Turn clients away while this many are connected.")),
                      translated(QT_TRANSLATE_NOOP("CommandLine", "N"))});
    parser.addOption({u"max-per-address"_s,
                      translated(QT_TRANSLATE_NOOP("CommandLine", "Turn a client away while this many of its address are "
                                                          "connected.")),
                      translated(QT_TRANSLATE_NOOP("CommandLine", "N"))});
    parser.addOption({u"io-threads"_s,
                      translated(QT_TRANSLATE_NOOP("CommandLine", "Serve the clients in this many threads, each with an event "
                                                          "loop, or in a thread for each client.")),
                      translated(QT_TRANSLATE_NOOP("CommandLine", "N|per-client"))});
    parser.addOption({u"keep-half-open"_s,
                      translated(QT_TRANSLATE_NOOP("CommandLine", "Stay open for sending after a client has finished."))});
    CommonOptions::addTo(parser);
}

/// A number that is no port is the likeliest mistake.
static QString listenProblem(const QString &given)
{
    const QString port = given.section(u':', -1);
    const bool isNumber = !port.isEmpty() && std::all_of(port.cbegin(), port.cend(), [](QChar c) { return c.isDigit(); });
    if (isNumber && !parsePort(port))
        return translated(QT_TRANSLATE_NOOP("CommandLine", "The port must be 0 to 65535, not \"%1\".")).arg(port);
    return translated(QT_TRANSLATE_NOOP("CommandLine", "--listen takes [ADDRESS:]PORT, as in 8080, 0.0.0.0:8080 or "
                                                       "[::1]:8080, not \"%1\".")).arg(given);
}

static bool readListen(const QCommandLineParser &parser, ServerCommandLine &line, QString *error)
{
    line.listen = parser.isSet(u"listen"_s);
    if (!line.listen)
        return true;
    for (const QString &given : parser.values(u"listen"_s)) {
        const auto endpoint = parseListenEndpoint(given);
        if (!endpoint) {
            *error = listenProblem(given);
            return false;
        }
        line.further.append(*endpoint);
    }
    line.options.listen = line.further.takeFirst();
    return true;
}

static bool readMode(const QCommandLineParser &parser, ServerCommandLine &line, QString *error)
{
    if (!parser.isSet(u"mode"_s))
        return true;
    line.mode = parseServerMode(parser.value(u"mode"_s));
    if (line.mode) {
        line.options.mode = *line.mode;
        return true;
    }
    *error = translated(QT_TRANSLATE_NOOP("CommandLine", "There is no mode \"%1\". There are: show, echo, relay."))
                 .arg(parser.value(u"mode"_s));
    return false;
}

/// The number is that of the event loops, or the word for as many as there are clients.
static void readIoThreads(const QCommandLineParser &parser, ServerOptions &options, QString *error)
{
    options.threadPerClient = parser.value(u"io-threads"_s) == u"per-client"_s;
    if (options.threadPerClient)
        return;
    const auto number = readNumber(parser, u"io-threads"_s, 1, ServerOptions::MaxIoThreads, error);
    options.ioThreads = int(number.value_or(options.ioThreads));
}

std::optional<ServerCommandLine> ServerCommandLine::parse(const QStringList &arguments, QString *error)
{
    QCommandLineParser parser;
    addOptions(parser);
    ServerCommandLine line;
    if (!parser.parse(arguments)) {
        *error = parser.errorText();
        return {};
    }
    const auto common = CommonOptions::read(parser, error);
    if (!common || !readListen(parser, line, error) || !readMode(parser, line, error))
        return {};
    line.common = *common;
    line.help = parser.helpText();
    line.options.framing = common->framing;
    line.options.encoding = common->encoding;
    line.options.keepHalfOpen = parser.isSet(u"keep-half-open"_s);
    line.options.admission.maxClients = int(readNumber(parser, u"max-clients"_s, 1, 1'000'000, error).value_or(0));
    line.options.admission.maxPerAddress = int(readNumber(parser, u"max-per-address"_s, 1, 1'000'000, error).value_or(0));
    readIoThreads(parser, line.options, error);
    line.options.messageLimit = common->messageLimit.value_or(line.options.messageLimit);
    line.options.queueLimit = common->queueLimit.value_or(line.options.queueLimit);
    if (!parser.positionalArguments().isEmpty())
        *error = translated(QT_TRANSLATE_NOOP("CommandLine", "\"%1\" is not understood. To listen, use --listen [ADDRESS:]PORT."))
                     .arg(parser.positionalArguments().constFirst());
    else if (common->headless && !line.listen && !common->help && !common->version)
        *error = translated(QT_TRANSLATE_NOOP("CommandLine", "--headless needs --listen [ADDRESS:]PORT."));
    else if (common->headless && !line.further.isEmpty())
        *error = translated(QT_TRANSLATE_NOOP("CommandLine", "--headless serves one port. Give --listen once, and start the "
                                                     "program once for each port."));
    if (!error->isEmpty())
        return {};
    return line;
}
