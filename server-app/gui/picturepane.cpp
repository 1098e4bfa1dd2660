#include "picturepane.h"

#include "picturefile.h"
#include "pictureview.h"

#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

PicturePane::PicturePane(const SocketsModel *sockets, const PictureServer &server, OwnerWatch::Find find,
                         ReceiveWatch::Ask unread, QWidget *parent)
    : QWidget(parent)
    , m_source(sockets, server, std::move(find), std::move(unread))
    , m_view(new PictureView(this))
    , m_title(new QLabel(this))
    , m_show(make(u"actionPicture"_s))
    , m_save(make(u"actionSavePicture"_s))
    , m_pause(make(u"actionPausePicture"_s))
    , m_zoomIn(make(u"actionZoomIn"_s))
    , m_zoomOut(make(u"actionZoomOut"_s))
    , m_fit(make(u"actionZoomFit"_s))
{
    setObjectName(u"picturePane"_s);
    m_show->setCheckable(true);
    m_show->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    m_pause->setCheckable(true);
    m_next.setSingleShot(true);
    arrange();
    connectActions();
    retranslate();
    hide();
}

QAction *PicturePane::make(const QString &name)
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    return action;
}

QToolButton *PicturePane::makeButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAutoRaise(true);
    return button;
}

void PicturePane::arrange()
{
    m_title->setBuddy(m_view);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_title);
    bar->addStretch(1);
    for (QAction *action : {m_pause, m_zoomOut, m_zoomIn, m_fit, m_save})
        bar->addWidget(makeButton(action));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    m_view->setMinimumHeight(fontMetrics().height() * 7);
}

void PicturePane::connectActions()
{
    connect(&m_source, &PictureSource::changed, this, &PicturePane::onChanged);
    connect(&m_next, &QTimer::timeout, this, &PicturePane::refresh);
    connect(m_show, &QAction::toggled, this, &PicturePane::setVisible);
    connect(m_save, &QAction::triggered, this, &PicturePane::askToSave);
    connect(m_pause, &QAction::toggled, this, &PicturePane::setPaused);
    connect(m_zoomIn, &QAction::triggered, m_view, &PictureView::zoomIn);
    connect(m_zoomOut, &QAction::triggered, m_view, &PictureView::zoomOut);
    connect(m_fit, &QAction::triggered, m_view, &PictureView::fit);
}

void PicturePane::onChanged()
{
    if (isVisible() && !m_pause->isChecked() && !m_next.isActive())
        m_next.start(m_source.interval());
}

void PicturePane::setPaused(bool paused)
{
    m_pausedAt = QTime::currentTime();
    m_view->setPaused(paused);
    showTitle();
    if (paused)
        rest();
    else
        refresh();
}

void PicturePane::rest()
{
    m_next.stop();
    m_source.rest();
}

/// That it is not of now must be seen.
void PicturePane::showTitle()
{
    const QString time = m_pausedAt.toString(u"HH:mm:ss"_s);
    m_title->setText(m_pause->isChecked() ? tr("P&icture, paused at %1").arg(time) : tr("P&icture"));
}

/// While closed ones fade, the next picture is another one without any change.
void PicturePane::refresh()
{
    const Picture picture = m_source.take(QDateTime::currentMSecsSinceEpoch());
    m_view->setPicture(picture);
    const bool isAnyLeaving = std::any_of(picture.rows.cbegin(), picture.rows.cend(),
                                          [](const PictureRow &row) { return row.count(SocketState::Closed) > 0; });
    if (isAnyLeaving)
        onChanged();
}

void PicturePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_pause->isChecked())
        refresh();
    Q_EMIT shownChanged(true);
}

void PicturePane::hideEvent(QHideEvent *event)
{
    rest();
    QWidget::hideEvent(event);
    Q_EMIT shownChanged(false);
}

void PicturePane::askToSave()
{
    auto *dialog = new QFileDialog(this, tr("Save the picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QStringList filters{tr("Picture (*.png)"), tr("PDF document (*.pdf)")};
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(u"png"_s);
    dialog->selectFile(tr("sockets"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, filters](const QString &filter) {
        dialog->setDefaultSuffix(filter == filters.constLast() ? u"pdf"_s : u"png"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &PicturePane::saveTo);
    dialog->open();
}

void PicturePane::saveTo(const QString &path)
{
    const bool paused = m_pause->isChecked();
    const Picture picture = paused ? m_view->picture() : m_source.take(QDateTime::currentMSecsSinceEpoch());
    if (!isVisible())
        rest();
    const QString problem = PictureFile::save(picture, font(), path);
    const QString shown = QDir::toNativeSeparators(path);
    if (problem.isEmpty())
        Q_EMIT saved(tr("The picture is in %1.").arg(shown));
    else
        Q_EMIT failed(tr("The picture can't be written to %1: %2").arg(shown, problem));
}

void PicturePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PicturePane::retranslate()
{
    showTitle();
    m_show->setText(tr("&Picture of the sockets"));
    m_save->setText(tr("Save &picture…"));
    m_save->setIconText(tr("Save…"));
    m_pause->setText(tr("Pause"));
    m_zoomIn->setText(tr("Zoom in"));
    m_zoomIn->setIconText(u"+"_s);
    m_zoomOut->setText(tr("Zoom out"));
    m_zoomOut->setIconText(u"−"_s);
    m_fit->setText(tr("Fit"));
    retranslateTips();
}

void PicturePane::retranslateTips()
{
    m_show->setToolTip(
        tr("Shows this program, its listening socket, the accepted ones and their clients as a picture that "
           "moves."));
    m_save->setToolTip(tr("Saves the whole picture as PNG or PDF, black on white."));
    const QString pauses = tr("The picture stands still as it is now. The program goes on.");
    m_pause->setToolTip(m_view->isAnimated()
                            ? pauses
                            : pauses + u'\n'
                                + tr("No messages move along the lines: this system asks for no animations."));
    m_zoomIn->setToolTip(tr("Larger (Ctrl and the wheel, or +)"));
    m_zoomOut->setToolTip(tr("Smaller (Ctrl and the wheel, or −)"));
    m_fit->setToolTip(tr("As large as it can be seen whole and read, until you zoom or scroll."));
    for (QAction *action : {m_show, m_save, m_pause, m_zoomIn, m_zoomOut, m_fit})
        action->setWhatsThis(action->toolTip());
}
