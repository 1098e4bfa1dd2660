#include "clientthread.h"
#include "clientwindow.h"
#include "language.h"
#include "serverwindow.h"
#include "sessionplace.h"
#include "tour.h"

#include <QAction>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>
#include <QTextEdit>

using namespace Qt::StringLiterals;

static std::shared_ptr<TrafficStore> session()
{
    QString problem;
    return newSession(&problem);
}

static void say(QWidget &window, const QString &text)
{
    window.findChild<QPlainTextEdit *>(u"message"_s)->setPlainText(text);
    QTest::mouseClick(window.findChild<QPushButton *>(u"send"_s), Qt::LeftButton);
}

/// The tour from its first step to its last, with a real server window and real client windows, in each language.
class TestTourWindows final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void itCompletes_data();
    void itCompletes();

private:
    void press(const QString &button) { QTest::mouseClick(m_server->findChild<QPushButton *>(button), Qt::LeftButton); }
    QString title() const { return m_server->findChild<QLabel *>(u"tourTitle"_s)->text(); }
    QString read(const QString &text) const { return m_server->findChild<QTextEdit *>(text)->toPlainText(); }
    QString said() const { return read(u"tourText"_s) + u'\n' + read(u"tourTask"_s); }
    bool goOn();
    ClientWindow *openClient();

    std::unique_ptr<ClientThread> m_thread;
    std::unique_ptr<ServerWindow> m_server;
    QList<QPointer<ClientWindow>> m_clients;
    QStringList m_texts; // of the steps, as they were shown
};

void TestTourWindows::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"OnePort tests"_s);
    QCoreApplication::setApplicationName(u"tst_tourwindows"_s);
    QSettings().clear();
}

void TestTourWindows::cleanup()
{
    for (ClientWindow *client : std::as_const(m_clients))
        delete client;
    m_clients.clear();
    m_texts.clear();
    m_thread.reset();
    m_server.reset();
    Language::apply(u"en"_s);
    QSettings().clear();
}

/// Once what the step waited for has happened: to the next one.
bool TestTourWindows::goOn()
{
    if (!QTest::qWaitFor([this] { return said().contains(u'✓'); }))
        return false;
    m_texts.append(title() + u'\n' + said());
    press(u"tourNext"_s);
    return true;
}

/// The window that the server's button starts as a program of its own.
ClientWindow *TestTourWindows::openClient()
{
    ClientOptions options;
    options.host = u"127.0.0.1"_s;
    options.port = m_server->listeningEndpoint().port;
    auto *client = new ClientWindow(*m_thread, options, session());
    m_clients.append(client);
    client->show();
    client->connectToServer();
    return QTest::qWaitFor([client] { return client->isConnected(); }) ? client : nullptr;
}

void TestTourWindows::itCompletes_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : Language::available())
        QTest::newRow(qPrintable(language)) << language;
}

void TestTourWindows::itCompletes()
{
    QFETCH(QString, language);
    QVERIFY(Language::apply(language));
    m_thread = std::make_unique<ClientThread>();
    m_server = std::make_unique<ServerWindow>(ServerWindowSetup{.options = {}, .mode = {}, .store = session()});
    m_server->show();
    m_server->findChild<QSpinBox *>(u"port"_s)->setValue(0);

    m_server->findChild<QAction *>(u"actionTour"_s)->trigger();
    m_texts.append(title() + u'\n' + said());
    press(u"tourNext"_s);
    press(u"listen"_s);
    QVERIFY(goOn());
    QPointer<ClientWindow> first = openClient();
    QVERIFY(first);
    QVERIFY(goOn());
    say(*first, u"hello"_s);
    QVERIFY(goOn());
    say(*m_server, u"welcome"_s);
    QVERIFY(goOn());
    QVERIFY(openClient());
    QVERIFY(goOn());
    first->close();
    QVERIFY(goOn());
    QTRY_VERIFY(!m_server->findChild<QWidget *>(u"tourCard"_s));
    QCOMPARE(m_server->phase(), ServerPhase::Listening);

    QCOMPARE(m_texts.size(), qsizetype(tourSteps().size()));
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const TourStep &step = tourSteps()[size_t(i)];
        const bool english = m_texts.at(i).contains(QString::fromUtf8(step.title))
            || m_texts.at(i).contains(QString::fromUtf8(step.text));
        QCOMPARE(english, language == "en"_L1);
    }
}

QTEST_MAIN(TestTourWindows)
#include "tst_tourwindows.moc"
