#pragma once

#include <QTextBrowser>
#include <QTimer>

/// Shows a page of the manual. Its pictures are never wider than it is.
class HelpBrowser final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit HelpBrowser(QWidget *parent = nullptr);

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QTimer m_fitLater;
    int m_width = 0; // that the pictures fit in
};
