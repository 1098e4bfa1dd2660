#include "clientthread.h"
#include "clientwindow.h"
#include "language.h"
#include "serverwindow.h"
#include "sessionplace.h"
#include "shades.h"
#include "socketspane.h"

#include <QAction>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QDockWidget>
#include <QItemSelectionModel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableView>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize ServerSize(1000, 640);
constexpr QSize TallSize(1000, 980); // for the whole inspector
constexpr QSize WideSize(1240, 640);
constexpr int TableWidth = 500; // pixels, to the column with the reasons
constexpr QSize ClientSize(720, 420);
constexpr int MostColors = 256;
constexpr quint16 Port = 8080; // one that readers know from the text

std::shared_ptr<TrafficStore> session()
{
    QString problem;
    return newSession(&problem);
}

/// Those that most pixels have: with no more than these a file is a third as long.
QList<QRgb> commonColors(const QImage &picture)
{
    QHash<QRgb, int> pixels;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ++pixels[picture.pixel(x, y)];
    }
    QList<QRgb> colors = pixels.keys();
    std::sort(colors.begin(), colors.end(),
              [&pixels](QRgb a, QRgb b) { return std::pair(pixels[a], a) > std::pair(pixels[b], b); });
    return colors.mid(0, MostColors);
}

/// Lets the programs go on until this is so.
bool waitUntil(const std::function<bool()> &isSo)
{
    const QDeadlineTimer deadline(10s);
    while (!isSo() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    return isSo();
}

void settle(std::chrono::milliseconds time = 700ms)
{
    const QDeadlineTimer deadline(time);
    waitUntil([&deadline] { return deadline.hasExpired(); });
}

/// The pair of programs in one process, one scene after the other.
class Scene final
{
public:
    explicit Scene(const QString &folder)
        : m_folder(folder)
        , m_server(ServerWindowSetup{.options = {}, .mode = {}, .store = session()})
    {
        m_server.resize(ServerSize);
        m_server.show();
        m_server.findChild<QSpinBox *>(u"port"_s)->setValue(Port);
    }
    ~Scene() { qDeleteAll(m_clients); }

    bool tour();
    bool talk();
    bool details();
    bool inspector();
    bool closeLab();

private:
    void press(const QString &name) { m_server.findChild<QPushButton *>(name)->click(); }
    void trigger(const QString &name) { m_server.findChild<QAction *>(name)->trigger(); }
    QAbstractItemModel *sockets() { return m_server.findChild<QTableView *>(u"sockets"_s)->model(); }
    bool connectClient();
    static void say(QWidget &window, const QString &text);
    void select(int row);
    bool save(QWidget &window, const QString &name);

    QString m_folder;
    ClientThread m_thread;
    ServerWindow m_server;
    QList<ClientWindow *> m_clients;
};

} // namespace

bool Scene::connectClient()
{
    ClientOptions options;
    options.host = u"127.0.0.1"_s;
    options.port = m_server.listeningEndpoint().port;
    const int rows = sockets()->rowCount();
    auto *client = new ClientWindow(m_thread, options, session());
    client->setAttribute(Qt::WA_DeleteOnClose, false);
    client->resize(ClientSize);
    client->show();
    client->connectToServer();
    m_clients.append(client);
    return waitUntil([this, client, rows] { return client->isConnected() && sockets()->rowCount() > rows; });
}

void Scene::say(QWidget &window, const QString &text)
{
    window.findChild<QPlainTextEdit *>(u"message"_s)->setPlainText(text);
    window.findChild<QPushButton *>(u"send"_s)->click();
    settle(300ms);
}

void Scene::select(int row)
{
    auto *table = m_server.findChild<QTableView *>(u"sockets"_s);
    table->selectionModel()->select(table->model()->index(row, 0),
                                    QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

bool Scene::save(QWidget &window, const QString &name)
{
    settle();
    const QImage picture = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QString path = u"%1/manual-%2-%3.png"_s.arg(m_folder, name, Language::current());
    return picture.convertToFormat(QImage::Format_Indexed8, commonColors(picture), Qt::ThresholdDither)
        .save(path, nullptr, 0);
}

/// In its third step, with the first client.
bool Scene::tour()
{
    trigger(u"actionTour"_s);
    press(u"tourNext"_s);
    press(u"listen"_s);
    if (!waitUntil([this] { return m_server.phase() == ServerPhase::Listening; }))
        return false;
    press(u"tourNext"_s);
    const bool done = connectClient() && save(m_server, u"tour"_s);
    press(u"tourLeave"_s);
    return done;
}

bool Scene::talk()
{
    if (!connectClient() || !connectClient())
        return false;
    say(*m_clients.at(0), u"hello"_s);
    say(*m_clients.at(1), u"你好"_s);
    say(m_server, u"welcome, 欢迎"_s);
    return save(m_server, u"server"_s) && save(*m_clients.at(1), u"client"_s);
}

bool Scene::details()
{
    trigger(u"showDetails"_s);
    auto *transcript = m_server.findChild<QListView *>(u"transcript"_s);
    transcript->setCurrentIndex(transcript->model()->index(transcript->model()->rowCount() - 1, 0));
    const bool done = save(m_server, u"details"_s);
    trigger(u"showDetails"_s);
    return done;
}

bool Scene::inspector()
{
    trigger(u"actionInspector"_s);
    m_server.resize(TallSize);
    select(1);
    settle(1500ms);
    const bool done = save(*m_server.findChild<QDockWidget *>(u"inspectorDock"_s), u"inspector"_s);
    m_server.resize(WideSize);
    return done;
}

/// One that is not read while its client sends, one that was reset, one that left.
bool Scene::closeLab()
{
    m_server.findChild<SocketsPane *>()->setMinimumWidth(TableWidth);
    select(2);
    trigger(u"actionReset"_s);
    m_clients.at(2)->disconnectFromServer();
    select(1);
    trigger(u"actionStopReading"_s);
    settle();
    for (int i = 0; i < 3; ++i)
        say(*m_clients.at(0), QString(60'000, u'x'));
    return save(m_server, u"closelab"_s);
}

static bool takeAll(const QString &folder, const QString &language)
{
    QSettings().clear();
    if (!Language::apply(language))
        return false;
    Scene scene(folder);
    return scene.tour() && scene.talk() && scene.details() && scene.inspector() && scene.closeLab();
}

/// oneport-pictures FOLDER: writes there a picture of each scene in each language.
int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"OnePort pictures"_s);
    QApplication::setPalette(Shades::withReadableHints(QApplication::palette()));
    const QString folder = QCoreApplication::arguments().value(1);
    if (!QDir(folder).exists()) {
        std::fputs("usage: oneport-pictures FOLDER\n", stderr);
        return 2;
    }
    for (const QString &language : Language::available()) {
        if (!takeAll(folder, language)) {
            std::fprintf(stderr, "the pictures in the language %s could not be taken\n", qPrintable(language));
            return 1;
        }
    }
    return 0;
}
