#pragma once

#include "picturepainter.h"
#include "socketid.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QTimer>

/// Shows a picture of a port and its sockets, as large as wanted. Sockets are chosen by mouse and keyboard; what goes
/// over them moves along their lines, unless it is paused or the system wants nothing to move. Repaints only what
/// changed, and nothing while it is hidden.
class PictureView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    static constexpr double MinZoom = 0.2;
    static constexpr double MaxZoom = 4;

    explicit PictureView(QWidget *parent = nullptr);

    void setPicture(const Picture &picture);
    const Picture &picture() const { return m_scene.picture; }
    const PictureLayout &places() const { return m_scene.layout; }

    /// These are selected, wherever that was done.
    void setSelected(const QList<SocketId> &ids);
    bool isSelected(const PictureItem &item) const;

    /// What the keyboard is on.
    PictureItem current() const { return m_current; }
    void setCurrent(const PictureItem &item);
    /// Asks for the sockets of an item to be selected. `adding`: beside those that are, or not any more.
    void choose(const PictureItem &item, bool adding);

    double zoom() const { return m_zoom; }
    /// Whether messages move: not when paused, nor when the system wants no animations.
    bool isMoving() const { return m_isAnimated && !m_dots.isPaused(); }
    bool isAnimated() const { return m_isAnimated; }
    qsizetype dotCount() const { return m_scene.dots.size(); }

    QRect viewRectOf(const PictureItem &item) const; ///< in the viewport
    std::optional<PictureItem> itemAt(const QPoint &point) const;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    /// As large as it can be seen whole and read, now and when it changes; until one zooms or scrolls.
    void fit();
    void setPaused(bool paused); ///< nothing moves and nothing fades

Q_SIGNALS:
    void chosen(const QList<SocketId> &ids);
    void zoomChanged();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void lay();
    void place(const Picture &before);
    void updateChanged(const Picture &before);
    void updateRect(const QRectF &rect, int margin = 4); ///< in pixels, for borders
    void updateSelectedKeys();
    void keepCurrent(const QString &key);
    void frame();
    void updateDotLines();
    void setZoom(double zoom, const QPointF &fixed);
    void keepPlace();
    void setUpBars();
    void reachCurrent();
    void updateFocus();
    qint64 timeShown() const;
    void walk(PictureLayout::Way way);
    bool takeKey(QKeyEvent *event);
    void showToolTip(const QPoint &at, const QPoint &global);
    bool systemWantsMotion() const;
    qint64 moment() const { return m_clock.elapsed() + 1; } ///< never 0
    QPointF origin() const;
    QPointF toPicture(const QPointF &point) const { return (point - origin()) / m_zoom; }
    void retranslate();

    PictureScene m_scene;
    PicturePainter m_painter;
    PictureDots m_dots;
    QHash<QString, int> m_rowOf; // by key
    QList<SocketId> m_selected;
    PictureItem m_current;
    QElapsedTimer m_clock; // of what moves
    QTimer m_frame;
    double m_zoom = 1;
    QPointF m_place; // of the picture in the viewport, where there is room around it; not while it is fitted
    qint64 m_pausedAt = 0; // ms since 1970; 0: not paused
    bool m_isFitting = true;
    bool m_isAnimated = true;
};
