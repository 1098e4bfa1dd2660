#pragma once

#include "picturesource.h"

#include <QTime>
#include <QTimer>
#include <QWidget>

class PictureView;
class QAction;
class QLabel;
class QToolButton;

/// The live picture of the port and its sockets, with its commands. Takes a new one at most some times a second, and
/// none while it is hidden or paused.
class PicturePane final : public QWidget
{
    Q_OBJECT
public:
    PicturePane(const SocketsModel *sockets, const PictureServer &server, OwnerWatch::Find find,
                ReceiveWatch::Ask unread = {}, QWidget *parent = nullptr);

    PictureView *view() const { return m_view; }
    QAction *showAction() const { return m_show; } ///< checked while it is shown
    QAction *saveAction() const { return m_save; }

    /// How many are connected and not accepted yet, as the system tells.
    void setWaiting(quint64 waiting) { m_source.setWaiting(waiting); }
    /// Writes what is there now, or is shown while it is paused, to a file: PDF or PNG, as its name says.
    void saveTo(const QString &path);

Q_SIGNALS:
    void shownChanged(bool shown);
    void saved(const QString &sentence);
    void failed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QAction *make(const QString &name);
    QToolButton *makeButton(QAction *action);
    void arrange();
    void connectActions();
    void onChanged();
    void setPaused(bool paused);
    void showTitle();
    void refresh();
    void rest();
    void askToSave();
    void retranslate();
    void retranslateTips();

    PictureSource m_source;
    PictureView *m_view;
    QLabel *m_title;
    QAction *m_show;
    QAction *m_save;
    QAction *m_pause;
    QAction *m_zoomIn;
    QAction *m_zoomOut;
    QAction *m_fit;
    QTimer m_next;
    QTime m_pausedAt;
};
