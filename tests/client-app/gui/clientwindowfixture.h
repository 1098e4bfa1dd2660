#pragma once

#include "clientwindow.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

class ClientThread;

/// A client window with a server to connect to, and what a test does with them as a person would.
class ClientWindowFixture
{
public:
    /// Settings of this name, which are empty, instead of the user's.
    static void useOwnSettings(const QString &name);
    static std::shared_ptr<TrafficStore> newStore();

    ClientWindowFixture();
    ~ClientWindowFixture();
    Q_DISABLE_COPY_MOVE(ClientWindowFixture)

    /// The window is there and has the focus, and the server listens.
    bool isReady();
    bool connectToPeer();
    void setTarget(const QString &host, const QString &port);

    template <typename Widget>
    Widget *find(const QString &name) const { return window->findChild<Widget *>(name); }
    QString label(const QString &name) const { return find<QLabel>(name)->text(); }
    QString banner() const; ///< empty while there is none
    QString rowText(int row) const { return window->transcript().index(row).data(TranscriptModel::TextRole).toString(); }
    QString lastRow() const { return rowText(window->transcript().rowCount() - 1); }
    bool hasRow(const QString &text) const;
    void press(const QString &button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    void write(const QString &text) { QTest::keyClicks(find<QPlainTextEdit>(QStringLiteral("message")), text); }
    void enter() { QTest::keyClick(find<QPlainTextEdit>(QStringLiteral("message")), Qt::Key_Return); }

    std::unique_ptr<QTcpServer> server;
    std::unique_ptr<ClientThread> thread;
    QPointer<ClientWindow> window;
    QTcpSocket *peer = nullptr; // once it is connected
};
