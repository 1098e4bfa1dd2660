#include "clientthread.h"
#include "clientwindow.h"
#include "clientwindows.h"

#include <QAction>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

class TestClientWindows final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"OnePortTests"_s);
        QCoreApplication::setApplicationName(u"tst_clientwindows"_s);
        QSettings().clear();
    }
    void cleanupTestCase() { QSettings().clear(); }

    void manyWindowsAreAllOnTheScreenEachInItsPlace()
    {
        ClientThread thread;
        ClientWindows windows(thread, {});
        windows.openMany(4, false);
        QCOMPARE(windows.windows().size(), 4);
        const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
        for (const ClientWindow *window : windows.windows()) {
            QVERIFY(window->isVisible());
            QVERIFY(screen.contains(window->pos()));
            for (const ClientWindow *other : windows.windows())
                QVERIFY(other == window || other->pos() != window->pos());
        }
    }

    void manyWindowsConnectAtOnce()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        ClientOptions options;
        options.host = u"127.0.0.1"_s;
        options.port = server.serverPort();
        ClientThread thread;
        ClientWindows windows(thread, options);
        windows.openMany(3, true);
        for (const ClientWindow *window : windows.windows())
            QTRY_VERIFY(window->isConnected());
    }

    void controlNOpensAnotherWindowForTheSameServer()
    {
        ClientThread thread;
        ClientWindows windows(thread, {});
        ClientWindow *first = windows.open(false);
        first->findChild<QComboBox *>(u"host"_s)->setEditText(u"example.org"_s);
        first->findChild<QLineEdit *>(u"port"_s)->setText(u"1234"_s);
        first->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(first));
        QTest::keyClick(first, Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(windows.windows().size(), 2);
        const ClientWindow *second = windows.windows().constLast();
        QCOMPARE(second->options().target(), u"example.org:1234"_s);
        QVERIFY(second->pos() != first->pos());
        QVERIFY(!second->isConnected());
    }

    void anotherWindowOpensALittleBelowTheLatest()
    {
        QSettings().clear();
        ClientThread thread;
        ClientWindows windows(thread, {});
        ClientWindow *first = windows.open(false);
        first->move(120, 90);
        const QPoint apart = windows.open(false)->pos() - first->pos();
        QVERIFY(apart.x() > 0 && apart.x() < 100);
        QVERIFY(apart.y() > 0 && apart.y() < 100);
    }

    void aClosedWindowIsForgotten()
    {
        ClientThread thread;
        ClientWindows windows(thread, {});
        windows.open(false)->close();
        QTRY_VERIFY(windows.windows().isEmpty());
    }

    void theNextWindowHasTheSizeOfTheLast()
    {
        ClientThread thread;
        ClientWindows windows(thread, {});
        ClientWindow *first = windows.open(false);
        first->resize(700, 500);
        first->close();
        QCOMPARE(windows.open(false)->size(), QSize(700, 500));
    }
};

QTEST_MAIN(TestClientWindows)
#include "tst_clientwindows.moc"
