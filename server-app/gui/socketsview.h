#pragma once

#include "socketid.h"

#include <QList>
#include <QTableView>
#include <QTimer>

#include <chrono>

class QMenu;
class SocketsModel;
class SocketsProxy;

/// The table of sockets. Columns are sorted by a click, moved by dragging, hidden by the header's menu, and remembered.
/// No row moves while the pointer is over the rows, nor for a moment after a key.
class SocketsView final : public QTableView
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds KeyRest{2000}; ///< after a key, before rows may move again

    explicit SocketsView(SocketsModel *sockets, QWidget *parent = nullptr);
    ~SocketsView() override;

    /// The sockets that are selected and shown, in ascending order; the listening one among them.
    QList<SocketId> selectedIds() const;
    /// Selects these alone, but not what the filter hides, and brings the first into view. How many that are.
    qsizetype select(const QList<SocketId> &ids);
    void setFilterText(const QString &text);
    void remember() const;

    /// A check for each column. Retranslates itself.
    QMenu *columnsMenu() const { return m_columns; }
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;

Q_SIGNALS:
    void selectedIdsChanged();
    void disconnectRequested(const QList<SocketId> &ids);
    void interpretRequested(const QList<SocketId> &ids);
    void sendToSelectedRequested();

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    bool viewportEvent(QEvent *event) override;

private:
    void setUpHeader();
    void restoreColumns();
    void setDefaultWidths();
    void setDefaultOrder();
    void fillColumnsMenu();
    void setColumnShown(int column, bool shown);
    void retranslate();
    void copyEndpoints(bool ofPeers) const;
    void keepSelection();
    void hold();
    bool isInSight(int firstRow, int lastRow) const;

    SocketsModel *m_sockets;
    SocketsProxy *m_proxy;
    QMenu *m_columns;
    QList<SocketId> m_kept; // selected before the model was reset
    QTimer m_keyRest;
    bool m_isPointedAt = false;
};
