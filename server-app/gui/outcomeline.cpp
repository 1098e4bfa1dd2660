#include "outcomeline.h"

#include "outcomemodel.h"
#include "outcomepopup.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

static constexpr qsizetype MaxNamed = 3; // targets that are named one by one

OutcomeLine::OutcomeLine(OutcomeModel *outcomes, QWidget *parent)
    : QWidget(parent)
    , m_outcomes(outcomes)
    , m_summary(new QLabel(this))
    , m_details(new QToolButton(this))
{
    m_summary->setObjectName(u"sendOutcome"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_details->setObjectName(u"outcomeDetails"_s);
    m_details->setAutoRaise(true);
    m_details->setFocusPolicy(Qt::StrongFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_details);
    connect(m_details, &QToolButton::clicked, this, &OutcomeLine::openDetails);
    connect(outcomes, &OutcomeModel::countsChanged, this, &OutcomeLine::updateSummary);
    QSizePolicy kept = m_details->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // the window must not jump with the first message
    m_details->setSizePolicy(kept);
    retranslate();
}

static QString number(qsizetype value)
{
    return QLocale().toString(value);
}

/// A single target is named rather than counted.
static QString ofOne(const OutcomeModel &outcomes)
{
    const QModelIndex only = outcomes.index(0);
    const auto id = only.data(OutcomeModel::IdRole).value<SocketId>();
    const bool isSent = outcomes.counts().sent == 1;
    return isSent ? OutcomeLine::tr("Sent to #%1").arg(id) : only.data().toString().simplified();
}

QString OutcomeLine::summary(const OutcomeModel &outcomes)
{
    const auto &counts = outcomes.counts();
    if (counts.targets() == 0)
        return {};
    if (counts.targets() == 1)
        return ofOne(outcomes);
    QStringList parts{tr("Sent to %1 of %2").arg(number(counts.sent), number(counts.targets()))};
    if (counts.queued + counts.failed <= MaxNamed) {
        for (const SendOutcome &outcome : outcomes.unfinished(MaxNamed))
            parts.append(u"#%1 %2"_s.arg(outcome.socket).arg(OutcomeModel::stateText(outcome)));
        return parts.join(u" · "_s);
    }
    if (counts.queued > 0)
        parts.append(tr("queued: %1").arg(number(counts.queued)));
    if (counts.failed > 0)
        parts.append(tr("failed: %1").arg(number(counts.failed)));
    return parts.join(u" · "_s);
}

void OutcomeLine::updateSummary()
{
    const QString text = m_notice.isEmpty() ? summary(*m_outcomes) : m_notice;
    m_summary->setText(text);
    m_summary->setToolTip(text);
    m_details->setVisible(m_notice.isEmpty() && !text.isEmpty());
}

void OutcomeLine::setNotice(const QString &notice)
{
    m_notice = notice;
    updateSummary();
}

void OutcomeLine::openDetails()
{
    auto *popup = new OutcomePopup(m_outcomes, this);
    popup->openAbove(m_details);
}

void OutcomeLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void OutcomeLine::retranslate()
{
    m_details->setText(tr("Details"));
    m_details->setAccessibleName(tr("Outcome for each socket"));
    m_details->setToolTip(tr("Lists what became of the last message at each socket."));
    updateSummary();
}
