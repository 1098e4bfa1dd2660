#include "tourcard.h"

#include "elidedlabel.h"
#include "shades.h"
#include "tour.h"
#include "tourtext.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

TourCard::TourCard(Tour *tour, QWidget *parent)
    : QFrame(parent)
    , m_tour(tour)
    , m_title(new ElidedLabel(this))
    , m_place(new QLabel(this))
    , m_text(new TourText(TourText::Room::Scrolls, this))
    , m_task(new TourText(TourText::Room::Whole, this))
    , m_go(new QPushButton(this))
    , m_back(new QPushButton(this))
    , m_next(new QPushButton(this))
    , m_leave(new QPushButton(this))
{
    setObjectName(u"tourCard"_s);
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    layOut();
    connect(m_go, &QPushButton::clicked, this, &TourCard::targetRequested);
    connect(m_back, &QPushButton::clicked, tour, &Tour::back);
    connect(m_next, &QPushButton::clicked, tour, &Tour::next);
    connect(m_leave, &QPushButton::clicked, tour, &Tour::leave);
    connect(tour, &Tour::stepped, this, &TourCard::showStep);
    connect(tour, &Tour::changed, this, &TourCard::showStanding);
    paintBackground();
    retranslate();
}

void TourCard::layOut()
{
    m_title->setObjectName(u"tourTitle"_s);
    m_place->setObjectName(u"tourPlace"_s);
    m_text->setObjectName(u"tourText"_s);
    m_task->setObjectName(u"tourTask"_s);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_go->setObjectName(u"tourGo"_s);
    m_back->setObjectName(u"tourBack"_s);
    m_next->setObjectName(u"tourNext"_s);
    m_leave->setObjectName(u"tourLeave"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_place);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_leave);
    buttons->addStretch();
    for (QPushButton *button : {m_go, m_back, m_next})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(head);
    layout->addWidget(m_text);
    layout->addWidget(m_task);
    layout->addLayout(buttons);
}

void TourCard::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

void TourCard::showStep()
{
    const TourStep &step = m_tour->step();
    m_title->setWholeText(tourText(step.title, m_tour->facts()));
    m_place->setText(tr("%1 of %2").arg(m_tour->index() + 1).arg(tourSteps().size()));
    m_text->setAccessibleName(tourText(step.title, m_tour->facts()));
    if (m_tour->index() == 0 && m_back->hasFocus())
        m_next->setFocus(Qt::OtherFocusReason);
    m_back->setEnabled(m_tour->index() > 0);
    m_next->setText(m_tour->isLast() ? tr("F&inish") : tr("&Next"));
    m_text->tell(tourText(step.text, m_tour->facts()));
    m_told.clear();
    showStanding();
}

void TourCard::showStanding()
{
    const QString standing = standingText();
    if (m_told == standing)
        return;
    const bool anew = std::exchange(m_told, standing).isEmpty();
    QTextCharFormat marked;
    marked.setForeground(standingColor());
    marked.setFontWeight(QFont::Bold);
    m_task->tell(standing, marked);
    if (anew)
        return;
    QAccessibleEvent happened(m_task, QAccessible::Alert); // while the keyboard is elsewhere
    QAccessible::updateAccessibility(&happened);
}

QString TourCard::standingText() const
{
    const TourStep &step = m_tour->step();
    const TourFacts &facts = m_tour->facts();
    switch (m_tour->standing()) {
    case Tour::Standing::Reading:
    case Tour::Standing::Waiting: return u"▸ "_s + tourText(step.task, facts);
    case Tour::Standing::Missing: return u"▸ "_s + tourNeedText(*m_tour->missing(), facts);
    case Tour::Standing::Done: return u"✓ "_s + tourText(step.outcome, m_tour->told());
    case Tour::Standing::AlreadySo: return u"✓ "_s + tr("Already so.") + u' ' + tourText(step.outcome, facts);
    }
    Q_UNREACHABLE();
    return {};
}

QColor TourCard::standingColor() const
{
    const Tour::Standing standing = m_tour->standing();
    const bool passed = standing == Tour::Standing::Done || standing == Tour::Standing::AlreadySo;
    return passed ? Shades::good(palette()) : Shades::received(palette());
}

void TourCard::paintBackground()
{
    const QPalette around = parentWidget() ? parentWidget()->palette() : QPalette();
    QPalette own = around;
    own.setColor(QPalette::Window, Shades::banner(around, Shades::received(around)));
    setPalette(own);
}

void TourCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::ApplicationPaletteChange)
        paintBackground();
}

void TourCard::retranslate()
{
    setAccessibleName(tr("Tour"));
    m_go->setText(tr("&Go there"));
    m_go->setToolTip(tr("Moves the keyboard to the control in the frame."));
    m_back->setText(tr("&Back"));
    m_leave->setText(tr("&Leave the tour"));
    m_leave->setToolTip(tr("Esc does the same."));
    m_text->setWhatsThis(tr("What this step is about."));
    m_task->setWhatsThis(tr("What you do in this step, and then what has happened."));
    m_task->setAccessibleName(tr("What to do"));
    m_go->setWhatsThis(m_go->toolTip());
    m_back->setWhatsThis(tr("Shows the step before."));
    m_next->setWhatsThis(tr("Shows the next step, also if what this one waits for has not happened."));
    m_leave->setWhatsThis(tr("Ends the tour. What you did in the window stays as it is."));
    showStep();
}
