#pragma once

#include "callsmodel.h"

#include <QWidget>

#include <memory>
#include <optional>

class ConversationMenu;
class ElidedLabel;
class ProgressLine;
class QAction;
class QLabel;
class TranscriptList;

/// The calls that each action stands for, in order, to read and copy from. Goes through the session only while it is to
/// be seen. GUI thread.
class CallsPane final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int MaxCopiedRows = 20'000; ///< at once; more is refused, never cut

    explicit CallsPane(std::shared_ptr<const TrafficStore> store, QWidget *parent = nullptr);

    /// Of these sockets; none: of all.
    void setSockets(const QSet<SocketId> &sockets);
    /// Something may have come into the store.
    void poll();
    /// For the context menu; not owned.
    void setConversationMenu(ConversationMenu *menu) { m_conversation = menu; }
    /// Of the row that the keyboard is on.
    std::optional<SocketId> currentSocket() const;
    const CallsModel &model() const { return *m_model; }
    bool isBusy() const { return m_rows->isBusy(); }

public Q_SLOTS:
    void copy(); ///< the selected rows

Q_SIGNALS:
    void copyRefused(); ///< more than MaxCopiedRows are selected

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeActions();
    void watchRows();
    void showMenu(const QPoint &position);
    void onCurrentRow(const QModelIndex &current);
    void onRows();
    void retranslate();

    CallRows *m_rows;
    CallsModel *m_model;
    ElidedLabel *m_note;
    TranscriptList *m_list;
    QLabel *m_empty;
    ElidedLabel *m_meaning;
    ProgressLine *m_progress;
    ConversationMenu *m_conversation = nullptr;
    QAction *m_copy = nullptr;
    QAction *m_selectAll = nullptr;
    QSet<SocketId> m_sockets;
};
