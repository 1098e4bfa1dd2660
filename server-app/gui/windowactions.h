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

    QAction *quit() const { return m_quit; }
    QAction *help() const { return m_help; }
    QAction *about() const { return m_about; }
    LanguageMenu *languages() const { return m_languages; }

private:
    QAction *make(const QString &name);

    QAction *m_quit;
    QAction *m_help;
    QAction *m_about;
    LanguageMenu *m_languages;
};
