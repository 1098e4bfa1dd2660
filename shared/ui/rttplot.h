#pragma once

#include <QList>
#include <QWidget>

#include <chrono>

/// How the round-trip time went lately, newest at the right, with the highest value written at its height.
class RttPlot final : public QWidget
{
    Q_OBJECT
public:
    static constexpr qsizetype MaxSamples = 150; ///< half a minute at five a second

    explicit RttPlot(QWidget *parent = nullptr);

    void add(std::chrono::microseconds rtt);
    void clear();
    const QList<std::chrono::microseconds> &samples() const { return m_samples; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QRectF curveArea() const;
    QPolygonF curve(const QRectF &area, double top) const;
    std::chrono::microseconds highest() const;

    QList<std::chrono::microseconds> m_samples;
};
