#pragma once

#include "helpdialog.h"
#include "helppage.h"

#include <QObject>

#include <functional>

class QAction;
class QMainWindow;
class QMenu;

/// What a window's Help menu has besides the page for F1: the keys, and the mode in which a click says what a control
/// is.
class HelpActions final : public QObject
{
    Q_OBJECT
public:
    /// `own`: the page about this window as a whole.
    HelpActions(HelpPage own, std::function<HelpText()> keys, QMainWindow *window);

    void fill(QMenu *menu, QAction *before);
    /// The page that fits where the keyboard is.
    void openPage();
    void retranslate();

private:
    HelpPage m_own;
    QMainWindow *m_window;
    QAction *m_keys;
    QAction *m_whatsThis;
};
