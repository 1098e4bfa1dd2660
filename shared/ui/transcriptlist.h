#pragma once

#include <QListView>

class TranscriptDelegate;

/// A list of a million rows that grows sixty times a second: all rows have one height, so where a row is gets computed.
/// QListView itself lays out every row anew for each batch. Can keep the newest row in sight; where it does not, what is
/// in sight stays, whatever comes or goes. GUI thread.
class TranscriptList final : public QListView
{
    Q_OBJECT
public:
    explicit TranscriptList(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);
    int firstVisibleRow() const;

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void doItemsLayout() override;
    /// Looking through a million texts for what is typed would take long; that is what finding is for.
    void keyboardSearch(const QString &) override {}

Q_SIGNALS:
    void followingChanged(bool following);

protected:
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    int rows() const;
    int rowAt(int y) const;
    qint64 offset() const; // pixels of the rows that are above what is in sight
    QRect rowRect(int row) const;
    void keepInSight(int firstChanged, int change);
    void measure();
    void onScrolled(int value);
    void paintRow(QPainter &painter, const QStyleOptionViewItem &base, int row);
    void tellAccessibility(int event, const QModelIndex &index);

    TranscriptDelegate *m_delegate;
    int m_rowHeight = 1; // pixels
    int m_step = 1;      // pixels for each step of the scroll bar: one, until there are too many for an int
    int m_shift = 0;     // rows that came or went above what is in sight, since the geometry was last computed
    bool m_following = true;
    bool m_placing = false; // it is we who move the scroll bar
};
