#include "inspector.h"

#include "bufferbars.h"
#include "factgrid.h"
#include "factstext.h"
#include "rttplot.h"
#include "socketline.h"

#include <QEvent>
#include <QGroupBox>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

static constexpr int VisibleSteps = 6; // of the time line, before it scrolls

static QLabel *wrappedLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

Inspector::Inspector(QWidget *parent)
    : QScrollArea(parent)
    , m_hint(wrappedLabel(u"inspectorHint"_s))
    , m_sections(new QWidget)
    , m_endpoints(new FactGrid)
    , m_protocol(new FactGrid)
    , m_buffers(new BufferBars)
    , m_state(wrappedLabel(u"inspectorState"_s))
    , m_history(new QListWidget)
    , m_operations(new FactGrid)
    , m_operationsNote(wrappedLabel(u"operationsNote"_s))
    , m_tcp(new FactGrid)
    , m_plot(new RttPlot)
{
    setObjectName(u"inspector"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setAlignment(Qt::AlignTop);
    m_history->setObjectName(u"timeLine"_s);
    m_history->setWordWrap(true);
    m_history->setFixedHeight(fontMetrics().lineSpacing() * VisibleSteps + 2 * m_history->frameWidth() + 8);
    new QVBoxLayout(m_sections);
    m_endpointsBox = addSection(u"inspectorEndpoints"_s, m_endpoints);
    m_protocolBox = addSection(u"inspectorProtocol"_s, m_protocol);
    m_buffersBox = addSection(u"inspectorBuffers"_s, m_buffers);
    m_stateBox = addSection(u"inspectorStates"_s, m_state, m_history);
    m_operationsBox = addSection(u"inspectorOperations"_s, m_operations, m_operationsNote);
    m_tcpBox = addSection(u"inspectorTcp"_s, m_tcp, m_plot);
    auto *inside = new QWidget;
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins({});
    layout->addWidget(m_hint);
    layout->addWidget(m_sections);
    layout->addStretch();
    setWidget(inside);
    setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    retranslate();
    clear({});
}

QGroupBox *Inspector::addSection(const QString &name, QWidget *first, QWidget *second)
{
    auto *box = new QGroupBox;
    box->setObjectName(name);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(first);
    if (second)
        layout->addWidget(second);
    m_sections->layout()->addWidget(box);
    return box;
}

void Inspector::setFacts(const SocketFacts &facts)
{
    if (!m_hasFacts || facts.status.id != m_facts.status.id || facts.status.since != m_facts.status.since)
        m_plot->clear();
    if (facts.tcp.rtt)
        m_plot->add(*facts.tcp.rtt);
    const QString before = subject();
    m_facts = facts;
    m_hasFacts = true;
    showFacts();
    if (subject() != before)
        Q_EMIT subjectChanged();
}

QString Inspector::subject() const
{
    return m_hasFacts ? SocketLine::nameOf(m_facts.status.id) : QString();
}

void Inspector::clear(const QString &hint)
{
    m_hasFacts = false;
    m_hint->setText(hint);
    m_hint->show();
    m_sections->hide();
    Q_EMIT subjectChanged();
}

void Inspector::showFacts()
{
    m_hint->hide();
    m_sections->show();
    const auto endpoints = FactsText::endpoints(m_facts);
    m_endpoints->setLines(endpoints);
    m_endpointsBox->setVisible(!endpoints.isEmpty());
    const auto protocol = FactsText::protocol(m_facts);
    m_protocol->setLines(protocol);
    m_protocolBox->setVisible(!protocol.isEmpty());
    const auto buffers = FactsText::buffers(m_facts);
    m_buffers->setBuffers(buffers);
    m_buffersBox->setVisible(!buffers.isEmpty());
    m_operations->setLines(FactsText::operations(m_facts));
    const auto tcp = FactsText::tcp(m_facts);
    m_tcp->setLines(tcp);
    m_tcpBox->setVisible(!tcp.isEmpty());
    m_plot->setVisible(!m_plot->samples().isEmpty());
    showState();
}

/// Why it is closed, too.
static QString stateText(const SocketStatus &status)
{
    const QString state = socketStateText(status);
    const QString reason = status.isOpen() ? QString() : closeReasonText(status);
    return reason.isEmpty() ? state : Inspector::tr("%1: %2", "closed: the peer closed").arg(state, reason);
}

/// The list is filled only when something was added, so that it can be scrolled and read meanwhile.
void Inspector::showState()
{
    m_state->setText(stateText(m_facts.status));
    const auto steps = FactsText::history(m_facts);
    const auto textOf = [](const FactsText::Line &step) { return step.name + u"  "_s + step.value; };
    const bool same = m_history->count() == steps.size()
        && (steps.isEmpty() || m_history->item(0)->text() == textOf(steps.constFirst()))
        && (steps.isEmpty() || m_history->item(m_history->count() - 1)->text() == textOf(steps.constLast()));
    if (same)
        return;
    m_history->clear();
    for (const FactsText::Line &step : steps) {
        auto *item = new QListWidgetItem(textOf(step), m_history);
        item->setToolTip(step.explanation);
    }
    m_history->scrollToBottom();
}

void Inspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

void Inspector::retranslate()
{
    setAccessibleName(tr("Inspector"));
    m_endpointsBox->setTitle(tr("Endpoints"));
    m_protocolBox->setTitle(tr("Protocol"));
    m_buffersBox->setTitle(tr("Buffers"));
    m_stateBox->setTitle(tr("State"));
    m_operationsBox->setTitle(tr("Operations"));
    m_tcpBox->setTitle(tr("TCP, as the system tells"));
    m_history->setAccessibleName(tr("Time line"));
    m_history->setWhatsThis(tr("Every change of this socket's state, with its time."));
    m_operationsNote->setText(
        tr("What was done here, counted as the calls that it stands for. Qt makes the real ones, but for most recv and "
           "send."));
    if (m_hasFacts)
        showFacts();
}
