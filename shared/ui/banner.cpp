#include "banner.h"

#include "lateicons.h"
#include "shades.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_offers(new QHBoxLayout)
    , m_label(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"banner"_s);
    setAutoFillBackground(true);
    setFrameShape(QFrame::NoFrame);
    m_label->setObjectName(u"bannerText"_s);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoRaise(true);
    LateIcons::giveCross(m_close);
    m_close->setObjectName(u"bannerClose"_s);
    m_close->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });

    auto *layout = new QHBoxLayout(this);
    layout->addWidget(m_label, 1);
    layout->addLayout(m_offers);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    retranslate();
    hide();
}

void Banner::tell(const QString &sentence, Tone tone)
{
    m_tone = tone;
    while (QLayoutItem *item = m_offers->takeAt(0)) {
        item->widget()->deleteLater(); // it may be the one that was pressed
        item->widget()->hide();
        delete item;
    }
    m_label->setText(sentence);
    setAccessibleName(sentence);
    paintTone();
    setVisible(!sentence.isEmpty());
}

void Banner::offer(const QString &sentence, const QList<QAction *> &actions)
{
    tell(sentence, Tone::Information);
    for (QAction *action : actions)
        addOffer(action);
}

void Banner::addOffer(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    m_offers->addWidget(button);
}

void Banner::clear()
{
    tell({});
}

void Banner::takeBack(const QString &sentence)
{
    if (text() == sentence)
        clear();
}

QString Banner::text() const
{
    return m_label->text();
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ApplicationPaletteChange)
        paintTone();
}

void Banner::retranslate()
{
    m_close->setText(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
}

void Banner::paintTone()
{
    const QPalette around = parentWidget() ? parentWidget()->palette() : QPalette();
    const QColor tint = m_tone == Tone::Problem ? Shades::problem(around) : Shades::received(around);
    QPalette own = around;
    own.setColor(QPalette::Window, Shades::banner(around, tint));
    setPalette(own);
}
