#include "clientwindowfixture.h"

#include "clientthread.h"
#include "sessionplace.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

void ClientWindowFixture::useOwnSettings(const QString &name)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"OnePortTests"_s);
    QCoreApplication::setApplicationName(name);
    QSettings().clear();
}

std::shared_ptr<TrafficStore> ClientWindowFixture::newStore()
{
    QString problem;
    return newSession(&problem);
}

ClientWindowFixture::ClientWindowFixture()
    : server(std::make_unique<QTcpServer>())
    , thread(std::make_unique<ClientThread>())
    , window(new ClientWindow(*thread, {}, newStore()))
{
    window->show();
    window->activateWindow();
}

ClientWindowFixture::~ClientWindowFixture()
{
    delete window;
}

bool ClientWindowFixture::isReady()
{
    if (!server->listen(QHostAddress::LocalHost) || !QTest::qWaitForWindowActive(window))
        return false;
    setTarget(u"127.0.0.1"_s, QString::number(server->serverPort()));
    return true;
}

void ClientWindowFixture::setTarget(const QString &host, const QString &port)
{
    find<QComboBox>(u"host"_s)->setEditText(host);
    find<QLineEdit>(u"port"_s)->setText(port);
}

bool ClientWindowFixture::connectToPeer()
{
    press(u"connect"_s);
    if (!QTest::qWaitFor([this] { return server->hasPendingConnections(); }))
        return false;
    peer = server->nextPendingConnection();
    return QTest::qWaitFor([this] { return window->isConnected(); });
}

QString ClientWindowFixture::banner() const
{
    return find<QWidget>(u"banner"_s)->isVisible() ? label(u"bannerText"_s) : QString();
}

bool ClientWindowFixture::hasRow(const QString &text) const
{
    for (int row = 0; row < window->transcript().rowCount(); ++row) {
        if (rowText(row).contains(text))
            return true;
    }
    return false;
}
