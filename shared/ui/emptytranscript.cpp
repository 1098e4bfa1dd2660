#include "emptytranscript.h"

#include "shades.h"
#include "transcriptmodel.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <climits>

using namespace Qt::StringLiterals;

EmptyTranscript::EmptyTranscript(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_show(new QPushButton(this))
{
    m_text->setObjectName(u"transcriptEmpty"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_show->setObjectName(u"transcriptShow"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addStretch();
    layout->addWidget(m_text);
    layout->addWidget(m_show, 0, Qt::AlignHCenter);
    layout->addStretch();
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (m_reason == Reason::Cleared)
            Q_EMIT clearedRowsRequested();
        else
            Q_EMIT allRowsRequested();
    });
    shade();
}

void EmptyTranscript::setFirstText(const QString &text)
{
    m_firstText = text;
    if (m_reason == Reason::NothingYet)
        m_text->setText(text);
}

EmptyTranscript::Reason EmptyTranscript::reasonOf(const TranscriptModel *model)
{
    if (!model || !model->view().index || model->view().index->rows().first() == model->view().index->rows().end())
        return Reason::NothingYet;
    if (model->view().first() < model->view().end())
        return Reason::Cleared;
    RowQuery others = model->view().query;
    others.sockets.clear();
    return others.isAll() ? Reason::OtherSockets : Reason::Filtered;
}

QString EmptyTranscript::textOf(const TranscriptModel *model) const
{
    switch (m_reason) {
    case Reason::NothingYet: break;
    case Reason::Filtered: return tr("No row matches the filter.");
    case Reason::OtherSockets: return tr("There is no row of these sockets.");
    case Reason::Cleared: {
        const quint64 kept = model->view().end() - model->view().first();
        return tr("The view was cleared; %Ln row(s) from before are kept.", nullptr, int(qMin<quint64>(kept, INT_MAX)));
    }
    }
    return m_firstText;
}

void EmptyTranscript::tell(const TranscriptModel *model)
{
    const bool empty = !model || model->rowCount() == 0;
    setVisible(empty);
    if (!empty)
        return;
    m_reason = reasonOf(model);
    m_text->setText(textOf(model));
    m_show->setVisible(m_reason != Reason::NothingYet);
    m_show->setText(m_reason == Reason::Cleared ? tr("Show cleared &rows again") : tr("&Show all rows"));
}

void EmptyTranscript::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        shade();
}

void EmptyTranscript::shade()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Shades::subdued(colors));
    m_text->setPalette(colors);
}
