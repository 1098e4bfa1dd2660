#include "sendpanel.h"

#include "composer.h"
#include "namedcombobox.h"
#include "outcomeline.h"
#include "outcomemodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

enum Target { All, Selected };

static constexpr qsizetype MaxNamed = 4; // sockets that are named one by one

SendPanel::SendPanel(OutcomeModel *outcomes, QWidget *parent)
    : QWidget(parent)
    , m_outcomes(outcomes)
    , m_composer(new Composer(this))
    , m_to(new NamedComboBox)
    , m_toLabel(new QLabel)
{
    m_composer->addLeadingWidget(makeTargets());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_composer);
    auto *outcome = new OutcomeLine(outcomes, this);
    layout->addWidget(outcome);
    m_composer->setOutcomeShown(false);
    connect(m_composer, &Composer::outcomeChanged, outcome, &OutcomeLine::setNotice);
    connect(m_composer, &Composer::edited, this, &SendPanel::edited);
    connect(m_composer, &Composer::sendRequested, this, &SendPanel::request);
    connect(m_to, &QComboBox::currentIndexChanged, this, &SendPanel::updateTargets);
    connect(outcomes, &OutcomeModel::countsChanged, this, &SendPanel::putBackWhatFailed);
    retranslate();
}

QWidget *SendPanel::makeTargets()
{
    auto *targets = new QWidget;
    m_to->setObjectName(u"sendTo"_s);
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_to->addItems({QString(), QString()});
    m_toLabel->setBuddy(m_to);
    auto *layout = new QHBoxLayout(targets);
    layout->setContentsMargins({});
    layout->addWidget(m_toLabel);
    layout->addWidget(m_to);
    return targets;
}

void SendPanel::setTargets(ServerPhase phase, const SendTargets &targets)
{
    if (phase == m_phase && targets == m_targets)
        return;
    m_phase = phase;
    m_targets = targets;
    updateTargets();
}

void SendPanel::setWriting(const Interpretations &writing)
{
    if (writing == m_writing)
        return;
    m_writing = writing;
    updateWays();
}

/// The usual one first, for which there are mostly the most.
QList<Interpretation> SendPanel::waysOfTargets() const
{
    QList<Interpretation> ways;
    const bool all = sendsToAll() || m_targets.selected.isEmpty();
    QList<SocketId> ids = all ? m_writing.own.keys() : m_targets.selected;
    std::sort(ids.begin(), ids.end());
    if (all && (ids.isEmpty() || m_targets.takers > ids.size()))
        ways.append(m_writing.usual);
    for (const SocketId id : std::as_const(ids)) {
        if (!ways.contains(m_writing.of(id)))
            ways.append(m_writing.of(id));
    }
    return ways;
}

void SendPanel::updateWays()
{
    const QList<Interpretation> ways = waysOfTargets();
    if (ways == m_ways)
        return;
    m_ways = ways;
    const Interpretation &first = ways.constFirst();
    m_composer->setFraming(first.framing);
    m_composer->setAllowEmpty(first.framing.allowsEmpty());
    m_composer->setEncoder([encoding = first.encoding](QStringView text) { return encoding.encode(text); });
    m_composer->setWays(ways);
}

bool SendPanel::sendsToAll() const
{
    return m_to->currentIndex() == All;
}

void SendPanel::request()
{
    if (!obstacle().isEmpty())
        return;
    m_composer->setOutcome({});
    const TypedText typed = m_composer->typed();
    m_sent = typed.text;
    Q_EMIT sendRequested(typed, targets());
}

/// What reached nobody need not be typed again.
void SendPanel::putBackWhatFailed()
{
    const OutcomeModel::Counts &counts = m_outcomes->counts();
    if (m_sent.isEmpty() || counts.failed + counts.sent + counts.queued == 0)
        return;
    const QString text = std::exchange(m_sent, {});
    if (counts.sent + counts.queued == 0 && m_composer->text().isEmpty())
        m_composer->putBack(text);
}

QString SendPanel::obstacle() const
{
    if (m_targets.open == 0)
        return m_phase == ServerPhase::Listening ? tr("No client is connected yet.")
                                                 : tr("Press Start listening first. Then clients can connect.");
    if (!sendsToAll() && m_targets.selectedOpen == 0)
        return tr("Select open sockets in the table, or send to all.");
    return shutDownText();
}

/// Nothing while one is left that takes something.
QString SendPanel::shutDownText() const
{
    if (sendsToAll())
        return m_targets.takers == 0 ? tr("We shut down writing: no open socket can be sent to any more.") : QString();
    return m_targets.selected.isEmpty() ? tr("We shut down writing: the selected sockets can't be sent to any more.")
                                        : QString();
}

/// Says to whom it goes: a selection in the table alone does not change that.
QString SendPanel::invitation() const
{
    if (m_targets.open == 0)
        return tr("Message to clients");
    if (const QString why = obstacle(); !why.isEmpty())
        return why;
    if (sendsToAll()) {
        const bool mayMislead = !m_targets.selected.isEmpty() && m_targets.selected.size() < m_targets.takers;
        return mayMislead ? tr("Message to all %Ln client(s), not only the selected", nullptr, int(m_targets.takers))
                          : tr("Message to all %Ln client(s)", nullptr, int(m_targets.takers));
    }
    if (m_targets.selected.size() > MaxNamed)
        return tr("Message to %Ln selected client(s)", nullptr, int(m_targets.selected.size()));
    return tr("Message to %1").arg(namesOfSelected());
}

QString SendPanel::namesOfSelected() const
{
    QStringList names;
    for (const SocketId id : m_targets.selected)
        names.append(u"#%1"_s.arg(id));
    return names.join(tr(", "));
}

QList<SocketId> SendPanel::targets() const
{
    return sendsToAll() ? QList<SocketId>() : m_targets.selected;
}

QString SendPanel::recipients() const
{
    if (sendsToAll())
        return tr("all %Ln client(s)", nullptr, int(m_targets.takers));
    if (m_targets.selected.size() > MaxNamed)
        return tr("%Ln selected client(s)", nullptr, int(m_targets.selected.size()));
    return namesOfSelected();
}

void SendPanel::writeToSelected()
{
    m_to->setCurrentIndex(Selected);
    m_composer->focusMessage();
}

void SendPanel::updateTargets()
{
    m_to->setItemText(All, tr("All (%1)").arg(QLocale().toString(m_targets.takers)));
    m_to->setItemText(Selected, tr("Selected (%1)").arg(QLocale().toString(m_targets.selected.size())));
    updateWays();
    m_composer->setPlaceholder(invitation());
    const QString why = obstacle();
    m_composer->setSendEnabled(why.isEmpty(), why);
    if (why.isEmpty())
        m_composer->setOutcome({});
    Q_EMIT obstacleChanged();
}

void SendPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SendPanel::retranslate()
{
    m_toLabel->setText(tr("Send &to"));
    m_to->setName(tr("Send to"));
    m_to->setToolTip(tr("Who gets the message: every client, or the sockets that are selected in the table."));
    updateTargets();
}
