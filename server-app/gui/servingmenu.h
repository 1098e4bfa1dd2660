#pragma once

#include "serveroptions.h"
#include "serverphase.h"

#include <QMenu>

class QAction;

/// How the sockets are to be served: by one event loop, by one in each of some threads, or by a thread for each client.
/// Chosen before listening.
class ServingMenu final : public QMenu
{
    Q_OBJECT
public:
    /// The options say what is chosen at first.
    explicit ServingMenu(const ServerOptions &options, QWidget *window);

    void tellPhase(ServerPhase phase);
    /// What was chosen here, for the next start.
    void applyTo(ServerOptions &options) const;
    void retranslate();

private:
    QAction *add(const QString &name);
    void choose(int threads, bool perClient);
    void askForThreads();

    QWidget *m_window;
    QAction *m_oneLoop;
    QAction *m_loops;
    QAction *m_perClient;
    int m_threads;      // of m_loops, more than one
    bool m_isOneLoop;
    bool m_isPerClient;
};
