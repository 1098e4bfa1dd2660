#pragma once

#include "endpoint.h"
#include "serverphase.h"
#include "socketid.h"

#include <QList>
#include <QWidget>

class QLabel;
class QLineEdit;
class SocketsModel;
class SocketsView;
class WelcomePanel;

/// The table of sockets with its filter, and what to do first while it has no clients.
class SocketsPane final : public QWidget
{
    Q_OBJECT
public:
    explicit SocketsPane(SocketsModel *sockets, QWidget *parent = nullptr);

    SocketsView *view() const { return m_view; }
    /// Selects these in the table; a filter that hides some of them is taken away.
    void select(const QList<SocketId> &ids);
    void tell(ServerPhase phase, const Endpoint &endpoint, bool clientThere);

Q_SIGNALS:
    void openClientRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateWelcome();

    SocketsModel *m_sockets;
    QLabel *m_title;
    QLineEdit *m_filter;
    SocketsView *m_view;
    WelcomePanel *m_welcome;
    bool m_isWelcomeWanted = true;
};
