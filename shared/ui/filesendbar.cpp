#include "filesendbar.h"

#include "filestatustext.h"
#include "ratebox.h"
#include "sendfiledialog.h"
#include "shades.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;
using State = FileProgress::State;

static constexpr int BarSteps = 1000;
static constexpr int MaxNameWidth = 32; // average letters

FileSendBar::FileSendBar(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel)
    , m_bar(new QProgressBar)
    , m_status(new QLabel)
    , m_rateLabel(new QLabel)
    , m_rate(new RateBox)
    , m_pause(new QPushButton)
    , m_end(new QPushButton)
{
    setObjectName(u"fileSendBar"_s);
    m_name->setObjectName(u"fileName"_s);
    m_bar->setObjectName(u"fileBar"_s);
    m_status->setObjectName(u"fileStatus"_s);
    m_pause->setObjectName(u"filePause"_s);
    m_end->setObjectName(u"fileEnd"_s);
    m_bar->setRange(0, BarSteps);
    for (QLabel *label : {m_name, m_status})
        label->setTextFormat(Qt::PlainText);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setWordWrap(true);
    layOut();
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT pauseRequested(m_progress.state == State::Sending); });
    connect(m_end, &QPushButton::clicked, this, &FileSendBar::onEnd);
    connect(m_rate, &RateBox::rateChosen, this, &FileSendBar::rateChosen);
    m_progress.state = State::Done;
    retranslate();
    hide();
}

void FileSendBar::layOut()
{
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_rateLabel->setBuddy(m_rate);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(m_bar, 0, 1, 1, 3);
    layout->addWidget(m_pause, 0, 4);
    layout->addWidget(m_end, 0, 5);
    layout->addWidget(m_status, 1, 0, 1, 2);
    layout->addWidget(m_rateLabel, 1, 2);
    layout->addWidget(m_rate, 1, 3, 1, 3);
    layout->setColumnStretch(1, 1);
}

void FileSendBar::ask(const QString &recipients, const QString &path)
{
    if (m_progress.isActive()) {
        Q_EMIT refused(tr("A file is on its way: %1. Wait until it is sent, or cancel it, then send the next one.")
                           .arg(m_progress.name));
        return;
    }
    if (findChild<SendFileDialog *>())
        return;
    auto *dialog = new SendFileDialog(recipients, path, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT sendRequested(dialog->path(), dialog->rate()); });
    dialog->open();
}

void FileSendBar::onEnd()
{
    if (m_progress.isActive())
        Q_EMIT cancelRequested();
    else
        hide();
}

void FileSendBar::setProgress(const FileProgress &progress)
{
    const bool isNew = progress.ticket != m_progress.ticket;
    if (isNew)
        m_rate->setRate(progress.rate);
    if (isNew || progress.isActive())
        setVisible(true); // an outcome that was dismissed stays away
    m_progress = progress;
    showProgress();
}

void FileSendBar::showProgress()
{
    const FileProgress &progress = m_progress;
    const bool active = progress.isActive();
    const int width = fontMetrics().averageCharWidth() * MaxNameWidth;
    m_name->setText(m_name->fontMetrics().elidedText(progress.name, Qt::ElideMiddle, width));
    m_name->setToolTip(progress.name);
    m_bar->setValue(progress.size > 0 ? int(double(progress.slowest) / double(progress.size) * BarSteps) : 0);
    m_status->setText(fileStatusText(progress));
    QPalette colors = palette();
    if (progress.state == State::Failed || (progress.state == State::Done && progress.failed > 0))
        colors.setColor(QPalette::WindowText, Shades::problem(palette()));
    m_status->setPalette(colors);
    m_pause->setVisible(active);
    m_pause->setText(progress.state == State::Paused ? tr("Continue") : tr("Pause"));
    m_end->setText(active ? tr("Cancel") : tr("Dismiss"));
    m_end->setToolTip(active ? tr("Sends no more of the file; what is queued already still goes out.") : QString());
    m_rate->setVisible(active);
    m_rateLabel->setVisible(active);
}

void FileSendBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showProgress();
}

void FileSendBar::retranslate()
{
    m_name->setAccessibleName(tr("File that is sent"));
    m_bar->setAccessibleName(tr("Progress of the file"));
    m_bar->setToolTip(tr("How much of the file the system has taken, for the slowest of those that get it."));
    m_rateLabel->setText(tr("R&ate"));
    m_pause->setToolTip(tr("Stops reading the file; what is queued already still goes out."));
    showProgress();
}
