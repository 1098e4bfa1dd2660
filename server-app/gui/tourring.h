#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

/// A frame around a control, to find it by. It lies over the control's window, lets all clicks through and follows the
/// control; while that can't be seen, neither can the frame.
class TourRing final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int Gap = 3;   ///< pixels between the control and the frame
    static constexpr int Width = 3; ///< of the frame, in pixels

    explicit TourRing(QWidget *window);

    void surround(QWidget *target); ///< null: nothing
    QWidget *target() const { return m_target; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
    void unfollow();
    void place();

    QPointer<QWidget> m_target;
    QList<QPointer<QWidget>> m_followed; // the target and all that it lies in
};
