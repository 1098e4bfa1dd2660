#include "clientinterpretation.h"

#include "banner.h"
#include "client.h"
#include "clientmenus.h"
#include "framingtext.h"
#include "transcriptrows.h"

#include <QLabel>
#include <QStatusBar>

#include <utility>

using namespace Qt::StringLiterals;

ClientInterpretation::ClientInterpretation(const Parts &parts, qsizetype messageLimit, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_messageLimit(messageLimit)
{
    connect(parts.menus, &ClientMenus::framingChosen, this,
            [this](const Framing &framing) { choose({framing, m_chosen.encoding}); });
    connect(parts.menus, &ClientMenus::encodingChosen, this,
            [this](const Encoding &encoding) { choose({m_chosen.framing, encoding}); });
    connect(parts.rows, &TranscriptRows::remakeFinished, this, [this](bool cancelled) {
        if (cancelled)
            takeBack();
    });
}

void ClientInterpretation::fillStatusBar(QStatusBar *bar)
{
    m_framing = new QLabel;
    m_encoding = new QLabel;
    m_framing->setObjectName(u"framing"_s);
    m_encoding->setObjectName(u"encoding"_s);
    bar->addPermanentWidget(m_framing);
    bar->addPermanentWidget(m_encoding);
}

void ClientInterpretation::choose(const Interpretation &wanted)
{
    const QString past = std::exchange(m_refusal, wanted.problem());
    if (m_refusal.isEmpty()) {
        m_parts.banner->takeBack(past);
        apply(wanted);
        return;
    }
    show();
    m_parts.banner->tell(m_refusal);
}

/// What was received and sent is shown by the framing and the encoding of now, all of it.
void ClientInterpretation::apply(const Interpretation &chosen)
{
    m_chosen = chosen;
    show();
    Interpretations interpretations;
    interpretations.usual = chosen;
    interpretations.messageLimit = m_messageLimit;
    m_parts.client->setInterpretation(chosen);
    m_parts.rows->setInterpretations(interpretations);
    m_parts.rows->store()->setInterpretations(interpretations);
    Q_EMIT changed(chosen);
}

/// The user did not want to wait: it stays with the framing and the encoding of the rows that are shown.
void ClientInterpretation::takeBack()
{
    choose(m_parts.rows->interpretations().usual);
}

void ClientInterpretation::show()
{
    m_parts.menus->setFraming(m_chosen.framing);
    m_parts.menus->setEncoding(m_chosen.encoding);
    m_framing->setText(framingTitle(m_chosen.framing));
    m_encoding->setText(m_chosen.encoding.name());
}

void ClientInterpretation::retranslate()
{
    m_encoding->setToolTip(tr("What characters the bytes are (View, Encoding)"));
    m_framing->setToolTip(tr("How the stream of bytes is divided into messages (View, Framing)"));
    m_framing->setText(framingTitle(m_chosen.framing));
}
