#pragma once

#include "serverwindow.h"
#include "servicepage.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

/// A server window that a test drives through its widgets, and real clients of it. Its settings are the test's own.
class WindowFixture
{
public:
    static void useOwnSettings(const QString &name); ///< once, before any window
    static void forgetSettings();

    WindowFixture();
    explicit WindowFixture(const ServerWindowSetup &setup);

    ServerWindow *window() { return m_window.get(); }
    /// Of the service that is shown, else of the window.
    template <typename Widget>
    Widget *find(const QString &name) const
    {
        auto *shown = m_window->service()->findChild<Widget *>(name);
        return shown ? shown : m_window->findChild<Widget *>(name);
    }
    QPushButton *listenButton() const { return find<QPushButton>(QStringLiteral("listen")); }
    QTableView *table() const { return find<QTableView>(QStringLiteral("sockets")); }
    QString label(const QString &name) const { return find<QLabel>(name)->text(); }
    QString banner() const;
    QAbstractItemModel *transcript() const;
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }

    /// Presses the button and waits until it listens on a free port.
    bool listen();
    /// A client that the table shows.
    QTcpSocket *connectClient();
    void choose(const QString &combo, const QString &startOfText);
    void select(const QList<int> &rows);
    /// Types a message and presses Send.
    void send(const QString &text);
    bool transcriptHas(const QString &text) const;

private:
    std::unique_ptr<ServerWindow> m_window;
    std::vector<std::unique_ptr<QTcpSocket>> m_clients;
};
