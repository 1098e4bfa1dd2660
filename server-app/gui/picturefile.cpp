#include "picturefile.h"

#include "picturepainter.h"

#include <QCoreApplication>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

static constexpr double PixelsPerUnit = 2;     // of an image
static constexpr double MaxImageSide = 16'000; // pixels
static constexpr double PointsPerUnit = 0.75;  // of a page: a unit is a pixel of 96 to the inch
static constexpr int PageResolution = 300;     // dots per inch
static constexpr double PointsPerInch = 72;

static QPalette paper()
{
    QPalette palette(Qt::lightGray);
    palette.setColor(QPalette::Window, QColor(0xf6, 0xf6, 0xf6));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::Text, Qt::black);
    return palette;
}

namespace {

/// A picture with nothing selected, nothing moving and nothing faded.
class Sheet
{
public:
    Sheet(const Picture &picture, const QFont &font)
        : m_painter(font, paper())
    {
        m_scene.picture = picture;
        m_scene.layout = PictureLayout::of(picture, m_painter.metrics());
    }

    QSizeF size() const { return m_scene.layout.size; }

    void draw(QPainter *painter, double scale) const
    {
        painter->scale(scale, scale);
        m_painter.draw(painter, m_scene, [](const QRectF &) { return true; });
    }

private:
    PicturePainter m_painter;
    PictureScene m_scene;
};

}

static bool writeImage(const Sheet &sheet, QIODevice *device)
{
    const double longest = std::max(sheet.size().width(), sheet.size().height());
    const double scale = std::min(PixelsPerUnit, MaxImageSide / longest);
    const QSizeF size = sheet.size() * scale;
    QImage image(int(std::ceil(size.width())), int(std::ceil(size.height())), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    sheet.draw(&painter, scale);
    painter.end();
    return image.save(device, "PNG");
}

static bool writePage(const Sheet &sheet, QIODevice *device)
{
    QPdfWriter writer(device);
    writer.setCreator(u"OnePort"_s);
    writer.setTitle(QCoreApplication::applicationName());
    writer.setResolution(PageResolution);
    writer.setPageSize(QPageSize(sheet.size() * PointsPerUnit, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    sheet.draw(&painter, PointsPerUnit * PageResolution / PointsPerInch);
    return painter.end();
}

QString PictureFile::save(const Picture &picture, const QFont &font, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    QFont pixels = font; // the unit of length is the same on paper and on screens of any density
    pixels.setPixelSize(13);
    const Sheet sheet(picture, pixels);
    const bool isPage = path.endsWith(u".pdf"_s, Qt::CaseInsensitive);
    const bool isWritten = isPage ? writePage(sheet, &file) : writeImage(sheet, &file);
    if (isWritten && file.commit())
        return {};
    return file.errorString();
}
