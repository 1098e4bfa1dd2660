#pragma once

#include "helppage.h"

#include <QDialog>

class HelpBrowser;
class QLabel;
class QListWidget;

/// The manual: a list of its pages, and the page that is read, in the language of the moment. Needs no network. One for
/// each window; deletes itself when closed.
class HelpWindow final : public QDialog
{
    Q_OBJECT
public:
    /// Shows this page beside that window, in the manual that is open already or in a new one.
    static HelpWindow *open(HelpPage page, QWidget *window);

    HelpPage page() const;
    void setPage(HelpPage page);

protected:
    void changeEvent(QEvent *event) override;

private:
    explicit HelpWindow(QWidget *window);
    void layOut();
    void showLinked(const QUrl &url);
    void retranslate();

    QLabel *m_label;
    QListWidget *m_pages;
    HelpBrowser *m_text;
};
