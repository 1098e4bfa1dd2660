#pragma once

#include <QObject>

class LanguageMenu;
class QAction;

/// The commands of the server window as a whole. The menus of each of its services show the same ones.
class WindowActions final : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(QWidget *window);

    void retranslate();
    /// Those that need a second service are off without.
    void tellServices(qsizetype count);

    QAction *newService() const { return m_newService; }
    QAction *closeService() const { return m_closeService; }
    QAction *nextService() const { return m_nextService; }
    QAction *previousService() const { return m_previousService; }
    QAction *quit() const { return m_quit; }
    QAction *help() const { return m_help; }
    QAction *about() const { return m_about; }
    LanguageMenu *languages() const { return m_languages; }

private:
    QAction *make(const QString &name);

    QAction *m_newService;
    QAction *m_closeService;
    QAction *m_nextService;
    QAction *m_previousService;
    QAction *m_quit;
    QAction *m_help;
    QAction *m_about;
    LanguageMenu *m_languages;
};
