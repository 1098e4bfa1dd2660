#include "rttplot.h"

#include "factstext.h"
#include "shades.h"

#include <QEvent>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>

static constexpr int Gap = 3; // pixels, around what is written

RttPlot::RttPlot(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("rttPlot"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    retranslate();
}

void RttPlot::add(std::chrono::microseconds rtt)
{
    if (m_samples.size() >= MaxSamples)
        m_samples.removeFirst();
    m_samples.append(rtt);
    retranslate();
    update();
}

void RttPlot::clear()
{
    m_samples.clear();
    retranslate();
    update();
}

QSize RttPlot::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 5};
}

std::chrono::microseconds RttPlot::highest() const
{
    const auto found = std::max_element(m_samples.cbegin(), m_samples.cend());
    return found == m_samples.cend() ? std::chrono::microseconds(0) : *found;
}

QPolygonF RttPlot::curve(const QRectF &area, double top) const
{
    QPolygonF points;
    const double step = area.width() / double(MaxSamples - 1);
    double x = area.right() - step * double(m_samples.size() - 1);
    for (const auto sample : m_samples) {
        points.append({x, area.bottom() - area.height() * double(sample.count()) / top});
        x += step;
    }
    return points;
}

/// Below the number, apart from it.
QRectF RttPlot::curveArea() const
{
    return QRectF(rect()).adjusted(2, fontMetrics().height() + 2 * Gap, -2, -3);
}

void RttPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.setPen(Shades::subdued(palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_samples.isEmpty())
        return;
    const QRectF area = curveArea();
    painter.drawText(QRectF(rect()).adjusted(4, Gap, -4, 0), int(Qt::AlignTop | Qt::AlignLeft),
                     tr("Round trip, at most %1").arg(FactsText::milliseconds(highest())));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Shades::received(palette()), 1.5));
    painter.drawPolyline(curve(area, qMax(1.0, double(highest().count()))));
}

void RttPlot::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RttPlot::retranslate()
{
    setAccessibleName(tr("Round-trip time, lately"));
    const QString now = m_samples.isEmpty() ? QString() : FactsText::milliseconds(m_samples.constLast());
    setAccessibleDescription(now.isEmpty() ? QString()
                                           : tr("now %1, at most %2").arg(now, FactsText::milliseconds(highest())));
    setToolTip(tr("The round-trip time of the last half minute; the number is the highest."));
    setWhatsThis(toolTip());
}
