#include "clientcommandline.h"

#include "endpoint.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

static QString translated(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

static void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        translated(QT_TRANSLATE_NOOP("CommandLine", "Connects to a TCP server, sends text and shows what arrives.")));
    parser.addPositionalArgument(u"HOST"_s, translated(QT_TRANSLATE_NOOP("CommandLine", "The server's name or address.")),
                                 u"[HOST"_s);
    parser.addPositionalArgument(u"PORT"_s, translated(QT_TRANSLATE_NOOP("CommandLine", "Its port, 1 to 65535.")), u"PORT]"_s);
    parser.addOption({u"windows"_s,
                      translated(QT_TRANSLATE_NOOP("CommandLine", "Open this many windows, each a client of its own.")),
                      translated(QT_TRANSLATE_NOOP("CommandLine", "N"))});
    CommonOptions::addTo(parser);
}

static QString unbracketed(const QString &host)
{
    return host.startsWith(u'[') && host.endsWith(u']') ? host.sliced(1).chopped(1) : host;
}

static bool readTarget(const QStringList &given, ClientOptions &options, QString *error)
{
    if (given.isEmpty())
        return true;
    const auto port = parsePort(given.value(1));
    if (given.size() != 2 || given.constFirst().isEmpty())
        *error = translated(QT_TRANSLATE_NOOP("CommandLine", "Give both HOST and PORT, as in: 127.0.0.1 8080."));
    else if (!port || *port == 0)
        *error = translated(QT_TRANSLATE_NOOP("CommandLine", "\"%1\" is no port. A port is a number from 1 to 65535."))
                     .arg(given.at(1));
    if (!error->isEmpty())
        return false;
    options.host = unbracketed(given.constFirst());
    options.port = *port;
    return true;
}

std::optional<ClientCommandLine> ClientCommandLine::parse(const QStringList &arguments, QString *error)
{
    QCommandLineParser parser;
    addOptions(parser);
    ClientCommandLine line;
    if (!parser.parse(arguments)) {
        *error = parser.errorText();
        return {};
    }
    const auto common = CommonOptions::read(parser, error);
    if (!common || !readTarget(parser.positionalArguments(), line.options, error))
        return {};
    line.common = *common;
    line.help = parser.helpText();
    line.options.framing = common->framing;
    line.options.encoding = common->encoding;
    line.options.messageLimit = common->messageLimit.value_or(line.options.messageLimit);
    line.options.queueLimit = common->queueLimit.value_or(line.options.queueLimit);
    line.windows = int(readNumber(parser, u"windows"_s, 1, MaxWindows, error).value_or(1));
    if (common->headless && line.options.host.isEmpty() && !common->help && !common->version)
        *error = translated(QT_TRANSLATE_NOOP("CommandLine", "--headless needs HOST and PORT."));
    else if (common->headless && parser.isSet(u"windows"_s))
        *error = translated(QT_TRANSLATE_NOOP("CommandLine", "--windows does not go with --headless."));
    if (!error->isEmpty())
        return {};
    return line;
}
