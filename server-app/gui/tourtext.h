#pragma once

#include <QTextEdit>

/// Some paragraphs to read, as high as they are; where the window has not so much room, they scroll. Reached by the
/// keyboard.
class TourText final : public QTextEdit
{
    Q_OBJECT
public:
    static constexpr int FewestLines = 3; ///< that can be seen in the smallest window

    explicit TourText(QWidget *parent = nullptr);

    /// Plain texts; the last in this colour. `anew`: to be read from its start, else the last one is what is new.
    void tell(const QString &text, const QString &last, const QColor &color, bool anew);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int heightFor(int width) const;

    int m_width = 0; // that the height was told for
};
