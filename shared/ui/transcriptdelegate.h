#pragma once

#include <QAbstractItemDelegate>
#include <QFont>

/// Paints a row of a transcript in columns: time, socket, direction, text, marks. GUI thread.
class TranscriptDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    static constexpr qsizetype TipLength = 2000; ///< characters of a message in its tool tip

    explicit TranscriptDelegate(QObject *parent = nullptr);

    /// Makes room for socket numbers up to this one, so that the columns of all rows line up.
    void makeRoomFor(quint64 socket);
    static QFont rowFont();
    static int rowHeight();

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    struct Pen;

    void paintHead(Pen &pen, const QModelIndex &index) const;
    static int roomForMarks(const Pen &pen, const QString &text);
    void paintBody(Pen &pen, const QModelIndex &index) const;

    int m_digits = 2;
};
