#pragma once

#include <QTextEdit>

/// A text of the tour, to be read and copied, reached by the keyboard. As high as it is; one that may scroll does so
/// where the window has not so much room.
class TourText final : public QTextEdit
{
    Q_OBJECT
public:
    enum class Room : quint8 { Whole, Scrolls };
    static constexpr int FewestLines = 3; ///< of one that scrolls, in the smallest window

    explicit TourText(Room room, QWidget *parent = nullptr);

    void tell(const QString &text, const QTextCharFormat &format = {}); ///< plain text

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int heightFor(int width) const;
    int wholeHeight() const;

    const Room m_room;
    int m_width = 0; // that the height was told for
};
