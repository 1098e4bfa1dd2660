#include "serversettings.h"

#include "machineaddresses.h"

#include <QSettings>

using namespace Qt::StringLiterals;

static const auto ModeKey = u"server/mode"_s;
static constexpr auto DefaultMode = ServerMode::Relay;
static const auto AddressKey = u"server/address"_s;
static const auto DefaultAddress = u"127.0.0.1"_s;
static const auto PortKey = u"server/port"_s;
static const auto AskKey = u"server/askBeforeClosing"_s;
static constexpr bool DefaultAsk = true;
static const auto PictureKey = u"server/showsPicture"_s;
static constexpr bool DefaultPicture = false;

ServerMode ServerSettings::mode()
{
    return parseServerMode(QSettings().value(ModeKey).toString()).value_or(DefaultMode);
}

void ServerSettings::setMode(ServerMode mode)
{
    QSettings().setValue(ModeKey, serverModeWord(mode));
}

Endpoint ServerSettings::listen()
{
    const QSettings settings;
    const auto address = parseAddress(settings.value(AddressKey, DefaultAddress).toString());
    const auto port = parsePort(settings.value(PortKey).toString());
    return {address.value_or(QHostAddress(QHostAddress::LocalHost)), port.value_or(ServerOptions::DefaultPort)};
}

void ServerSettings::setListen(const Endpoint &endpoint)
{
    QSettings settings;
    settings.setValue(AddressKey, addressText(endpoint.address));
    settings.setValue(PortKey, endpoint.port);
}

bool ServerSettings::asksBeforeClosing()
{
    return QSettings().value(AskKey, DefaultAsk).toBool();
}

void ServerSettings::setAsksBeforeClosing(bool asks)
{
    QSettings().setValue(AskKey, asks);
}

bool ServerSettings::showsPicture()
{
    return QSettings().value(PictureKey, DefaultPicture).toBool();
}

void ServerSettings::setShowsPicture(bool shows)
{
    QSettings().setValue(PictureKey, shows);
}

static QString layoutKey(ServerSettings::Layout which)
{
    switch (which) {
    case ServerSettings::Layout::Window: return u"server/window"_s;
    case ServerSettings::Layout::Panes: return u"server/panes"_s;
    case ServerSettings::Layout::Columns: return u"server/columns"_s;
    case ServerSettings::Layout::Transcript: return u"server/transcript"_s;
    case ServerSettings::Layout::Docks: return u"server/docks"_s;
    case ServerSettings::Layout::Picture: return u"server/picture"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QByteArray ServerSettings::layout(Layout which)
{
    return QSettings().value(layoutKey(which)).toByteArray();
}

void ServerSettings::setLayout(Layout which, const QByteArray &state)
{
    QSettings().setValue(layoutKey(which), state);
}
