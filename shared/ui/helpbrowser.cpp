#include "helpbrowser.h"

#include <QFile>
#include <QImage>
#include <QResizeEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

static constexpr int Margin = 16;       // pixels around the page
static constexpr int FewestPixels = 64; // of a picture's width

HelpBrowser::HelpBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(u"helpText"_s);
    setOpenExternalLinks(true);
    document()->setDocumentMargin(Margin);
    m_fitLater.setSingleShot(true);
    connect(&m_fitLater, &QTimer::timeout, this, &HelpBrowser::fit);
}

QVariant HelpBrowser::loadResource(int type, const QUrl &name)
{
    const QVariant loaded = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
        return loaded;
    const QImage image = QImage::fromData(loaded.toByteArray());
    const int room = qMax(viewport()->width() - 2 * Margin - verticalScrollBar()->sizeHint().width(), FewestPixels);
    return image.width() > room ? image.scaledToWidth(room, Qt::SmoothTransformation) : image;
}

void HelpBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (event->size().width() != m_width)
        m_fitLater.start();
}

void HelpBrowser::fit()
{
    m_width = viewport()->width();
    const int before = verticalScrollBar()->value();
    reload();
    verticalScrollBar()->setValue(before);
}
