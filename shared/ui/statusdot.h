#pragma once

#include <QWidget>

/// A round spot of one colour, as high as the text beside it. Says nothing to a screen reader: words stand beside it.
class StatusDot final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusDot(QWidget *parent = nullptr);

    void setColor(const QColor &color);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_color = Qt::gray;
};
