#pragma once

#include <QMenu>

class QActionGroup;

/// The languages to choose from, "System" first. A choice takes effect at once and is remembered.
class LanguageMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit LanguageMenu(QWidget *parent = nullptr);

    /// The code chosen last, for Language::apply; empty: the system's.
    static QString remembered();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addLanguage(const QString &code, const QString &name);
    void retranslate();
    void updateChecks();

    QActionGroup *m_group;
    QAction *m_system = nullptr;
};
