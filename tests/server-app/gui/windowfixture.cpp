#include "windowfixture.h"

#include "sessionplace.h"

#include <QListView>
#include <QNetworkProxy>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

void WindowFixture::useOwnSettings(const QString &name)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"OnePortTests"_s);
    QCoreApplication::setApplicationName(name);
    forgetSettings();
}

void WindowFixture::forgetSettings()
{
    QSettings().clear();
}

WindowFixture::WindowFixture()
    : WindowFixture(ServerWindowSetup{})
{
}

static ServerWindowSetup withStore(ServerWindowSetup setup)
{
    QString problem;
    setup.store = newSession(&problem);
    return setup;
}

WindowFixture::WindowFixture(const ServerWindowSetup &setup)
    : m_window(std::make_unique<ServerWindow>(withStore(setup)))
{
    m_window->show();
}

QString WindowFixture::banner() const
{
    const auto *text = find<QLabel>(u"bannerText"_s);
    return text->isVisible() ? text->text() : QString();
}

QAbstractItemModel *WindowFixture::transcript() const
{
    return find<QListView>(u"transcript"_s)->model();
}

bool WindowFixture::listen()
{
    auto *port = find<QSpinBox>(u"port"_s);
    port->setValue(0);
    QTest::mouseClick(listenButton(), Qt::LeftButton);
    return QTest::qWaitFor([this] { return m_window->phase() == ServerPhase::Listening && table()->model()->rowCount() > 0; });
}

QTcpSocket *WindowFixture::connectClient()
{
    const int rows = table()->model()->rowCount();
    QTcpSocket *client = m_clients.emplace_back(std::make_unique<QTcpSocket>()).get();
    client->setProxy(QNetworkProxy::NoProxy);
    client->connectToHost(QHostAddress::LocalHost, m_window->listeningEndpoint().port);
    const bool shown = QTest::qWaitFor([this, rows] { return table()->model()->rowCount() > rows; });
    return shown ? client : nullptr;
}

void WindowFixture::choose(const QString &combo, const QString &startOfText)
{
    auto *box = find<QComboBox>(combo);
    box->setCurrentIndex(box->findText(startOfText, Qt::MatchStartsWith));
}

void WindowFixture::select(const QList<int> &rows)
{
    QItemSelection selection;
    for (const int row : rows)
        selection.select(table()->model()->index(row, 0), table()->model()->index(row, 0));
    table()->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void WindowFixture::send(const QString &text)
{
    auto *message = find<QPlainTextEdit>(u"message"_s);
    message->setPlainText(text);
    QTest::mouseClick(find<QPushButton>(u"send"_s), Qt::LeftButton);
}

bool WindowFixture::transcriptHas(const QString &text) const
{
    const QAbstractItemModel *model = transcript();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString().contains(text))
            return true;
    }
    return false;
}
