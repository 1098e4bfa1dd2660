#include "transcriptpane.h"

#include "quietlabel.h"
#include "transcriptbrowser.h"
#include "transcriptview.h"

#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>

using namespace Qt::StringLiterals;

static constexpr int MaxNamed = 4; // sockets that are named one by one

TranscriptPane::TranscriptPane(TranscriptModel *transcript, QWidget *parent)
    : QWidget(parent)
    , m_all(makeChoice(u"showAll"_s))
    , m_selected(makeChoice(u"showSelected"_s))
    , m_scope(new QuietLabel(this))
    , m_browser(new TranscriptBrowser(transcript, this))
{
    m_scope->setObjectName(u"scope"_s);
    m_scope->setWordWrap(false);
    m_scope->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_all, 0, 0);
    layout->addWidget(m_selected, 0, 1);
    layout->addWidget(m_scope, 0, 2);
    layout->addWidget(m_browser, 1, 0, 1, 3);
    layout->setColumnStretch(2, 1);
    layout->setRowMinimumHeight(0, QLineEdit().sizeHint().height()); // level with the table beside it
    connect(m_all, &QRadioButton::clicked, this, &TranscriptPane::showAll);
    connect(m_selected, &QRadioButton::clicked, this, [this] { narrow(true); });
    connect(m_browser, &TranscriptBrowser::allSocketsRequested, this, &TranscriptPane::showAll);
    retranslate();
    narrow(false);
}

QRadioButton *TranscriptPane::makeChoice(const QString &name)
{
    auto *button = new QRadioButton(this);
    button->setObjectName(name);
    return button;
}

void TranscriptPane::setSelected(const QList<SocketId> &ids)
{
    m_ids = ids;
    m_selected->setEnabled(!ids.isEmpty());
    narrow(!ids.isEmpty());
}

void TranscriptPane::showAll()
{
    narrow(false);
}

void TranscriptPane::narrow(bool narrowed)
{
    m_narrowed = narrowed && !m_ids.isEmpty();
    m_all->setChecked(!m_narrowed);
    m_selected->setChecked(m_narrowed);
    m_selected->setEnabled(!m_ids.isEmpty());
    m_scope->setText(scopeText());
    m_browser->setSockets(m_narrowed ? QSet<SocketId>(m_ids.cbegin(), m_ids.cend()) : QSet<SocketId>());
}

QString TranscriptPane::scopeText() const
{
    if (!m_narrowed)
        return {};
    if (m_ids.size() > MaxNamed)
        return tr("Only the selected sockets: %1").arg(QLocale().toString(m_ids.size()));
    QStringList names;
    for (const SocketId id : m_ids)
        names.append(id == ListenerId ? tr("the listening socket") : u"#%1"_s.arg(id));
    return tr("Only %1").arg(names.join(tr(", ")));
}

void TranscriptPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TranscriptPane::retranslate()
{
    m_all->setText(tr("All"));
    m_all->setToolTip(tr("Show what happened on every socket."));
    m_all->setAccessibleName(tr("Show all sockets"));
    m_selected->setText(tr("Selected"));
    m_selected->setToolTip(tr("Show only what happened on the sockets that are selected in the table."));
    m_selected->setAccessibleName(tr("Show selected sockets"));
    m_scope->setText(scopeText());
    m_browser->view()->setEmptyText(tr("What is received and sent appears here, with each connect and close."));
}
