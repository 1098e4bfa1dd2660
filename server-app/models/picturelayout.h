#pragma once

#include "picture.h"

#include <QLineF>
#include <QRectF>

#include <functional>

/// How large text is where the picture will be drawn, in its unit of length.
struct PictureMetrics
{
    qreal line = 16;                                        ///< height of a line of text
    qreal letter = 7;                                       ///< usual width of a letter
    std::function<qreal(const QString &)> width = {};       ///< of a text
    std::function<qreal(const QString &)> strongWidth = {}; ///< of a title
};

/// Where everything of a picture lies: the server's box on the left, in it the listening socket and a box for each row,
/// the clients' boxes on the right, and straight lines between them. A value.
struct PictureLayout
{
    enum class Way : quint8 { Up, Down, Left, Right };
    static constexpr quint64 MaxWaiting = 10; ///< who wait are marked one by one, up to these
    static constexpr qreal Padding = 0.4;     ///< between a box's edge and its text, in lines

    struct Row
    {
        QRectF box;
        QLineF wire; ///< from the server's side to the client's
        QLineF way;  ///< the part of it on which spots move: between the boxes, touching neither
        QRectF localLabel;
        QRectF peerLabel;

        QRectF bounds() const;    ///< all that is drawn for it
        QRectF wayBounds() const; ///< of the spots, wherever they are

        friend bool operator==(const Row &, const Row &) = default;
    };

    QSizeF size;
    QRectF server;
    QRectF serverTitle;
    QRectF listener;
    QRectF port; ///< on the server's edge; of no size while it does not listen
    QRectF hint;
    QRectF waiting; ///< who is connected and not accepted; of no size while nobody is
    QLineF rail;    ///< from the listening socket down to the last of those that it made
    QList<Row> rows;
    QList<QRectF> clients;

    static PictureLayout of(const Picture &picture, const PictureMetrics &metrics);

    /// The last socket, or the listening one.
    PictureItem last() const;
    QRectF rectOf(const PictureItem &item) const;
    /// What lies there; a row's line belongs to the row.
    std::optional<PictureItem> itemAt(const QPointF &point) const;
    /// Where an arrow key leads from an item; to itself at the end.
    PictureItem next(const Picture &picture, const PictureItem &from, Way way) const;

    friend bool operator==(const PictureLayout &, const PictureLayout &) = default;
};
