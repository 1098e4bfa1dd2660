#include "clientmenus.h"

#include "encodingmenu.h"
#include "framingdialog.h"
#include "framingtext.h"
#include "languagemenu.h"
#include "transcriptbrowser.h"

#include <QActionGroup>
#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>

using namespace Qt::StringLiterals;

ClientMenus::ClientMenus(QMainWindow *window, TranscriptBrowser *transcript)
    : QObject(window)
    , m_window(window)
    , m_file(window->menuBar()->addMenu(QString()))
    , m_edit(window->menuBar()->addMenu(QString()))
    , m_view(window->menuBar()->addMenu(QString()))
    , m_framing(new QMenu(m_view))
    , m_encoding(new EncodingMenu(m_view))
    , m_language(new LanguageMenu(m_view))
    , m_connection(window->menuBar()->addMenu(QString()))
    , m_help(window->menuBar()->addMenu(QString()))
{
    m_framing->setObjectName(u"framingMenu"_s);
    m_file->setToolTipsVisible(true);
    makeFileMenu();
    transcript->fillFileMenu(m_file);
    m_file->addSeparator();
    m_file->addActions({m_close, m_quit});
    makeEditMenu(transcript);
    makeViewMenu();
    transcript->fillViewMenu(m_view);
    makeConnectionMenu();
    makeHelpMenu();
    retranslate();
}

void ClientMenus::makeFileMenu()
{
    m_newWindow = m_file->addAction(QString(), this, &ClientMenus::newWindowRequested);
    m_newWindow->setObjectName(u"newWindow"_s);
    m_newWindow->setShortcut(Qt::CTRL | Qt::Key_N);
    m_file->addSeparator();
    m_sendFile = m_file->addAction(QString(), this, &ClientMenus::sendFileRequested);
    m_sendFile->setObjectName(u"sendFile"_s);
    m_file->addSeparator();
    m_close = new QAction(this);
    m_close->setObjectName(u"closeWindow"_s);
    connect(m_close, &QAction::triggered, m_window, &QWidget::close);
    m_close->setShortcut(QKeySequence::Close);
    m_quit = new QAction(this);
    m_quit->setObjectName(u"quit"_s);
    connect(m_quit, &QAction::triggered, qApp, &QApplication::closeAllWindows);
    m_quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    m_quit->setMenuRole(QAction::QuitRole);
}

void ClientMenus::makeEditMenu(TranscriptBrowser *transcript)
{
    transcript->fillEditMenu(m_edit);
}

QAction *ClientMenus::addFraming(const QString &name)
{
    QAction *action = m_framing->addAction(QString());
    action->setObjectName(name);
    action->setCheckable(true);
    return action;
}

QAction *ClientMenus::addPlainFraming(const QString &name, Framing::Kind kind)
{
    QAction *action = addFraming(name);
    connect(action, &QAction::triggered, this, [this, kind] { Q_EMIT framingChosen(Framing{kind}); });
    return action;
}

void ClientMenus::makeFramingMenu()
{
    m_lines = addPlainFraming(u"framingLines"_s, Framing::Kind::Lines);
    m_crLf = addPlainFraming(u"framingCrLf"_s, Framing::Kind::CrLf);
    m_nul = addPlainFraming(u"framingNul"_s, Framing::Kind::Nul);
    m_raw = addPlainFraming(u"framingRaw"_s, Framing::Kind::Raw);
    m_otherFraming = addFraming(u"framingOther"_s);
    connect(m_otherFraming, &QAction::triggered, this, &ClientMenus::askForFraming);
    auto *group = new QActionGroup(this);
    for (QAction *action : m_framing->actions())
        group->addAction(action);
}

void ClientMenus::askForFraming()
{
    setFraming(m_chosen); // until another one is
    auto *dialog = new FramingDialog(m_chosen, m_window);
    connect(dialog, &FramingDialog::chosen, this, &ClientMenus::framingChosen);
    dialog->open();
}

void ClientMenus::setEncoding(const Encoding &encoding)
{
    m_encoding->setEncoding(encoding);
}

void ClientMenus::makeViewMenu()
{
    connect(m_encoding, &EncodingMenu::encodingChosen, this, &ClientMenus::encodingChosen);
    makeFramingMenu();
    m_view->addMenu(m_framing);
    m_view->addMenu(m_encoding);
    m_view->addMenu(m_language);
}

void ClientMenus::makeConnectionMenu()
{
    m_connect = m_connection->addAction(QString(), this, &ClientMenus::connectRequested);
    m_connect->setObjectName(u"connectToServer"_s);
    m_disconnect = m_connection->addAction(QString(), this, &ClientMenus::disconnectRequested);
    m_disconnect->setObjectName(u"disconnect"_s);
    m_connection->addSeparator();
    m_finishWriting = m_connection->addAction(QString(), this, &ClientMenus::finishWritingRequested);
    m_finishWriting->setObjectName(u"finishWriting"_s);
    m_stopReading = m_connection->addAction(QString(), this, [this] { Q_EMIT readingChosen(false); });
    m_stopReading->setObjectName(u"stopReading"_s);
    m_readOn = m_connection->addAction(QString(), this, [this] { Q_EMIT readingChosen(true); });
    m_readOn->setObjectName(u"readOn"_s);
    m_reset = m_connection->addAction(QString(), this, &ClientMenus::resetRequested);
    m_reset->setObjectName(u"reset"_s);
    m_connection->setToolTipsVisible(true);
}

void ClientMenus::makeHelpMenu()
{
    m_showHelp = m_help->addAction(QString(), this, &ClientMenus::helpRequested);
    m_showHelp->setObjectName(u"help"_s);
    m_showHelp->setShortcut(Qt::Key_F1);
    m_about = m_help->addAction(QString(), this, &ClientMenus::aboutRequested);
    m_about->setObjectName(u"about"_s);
    m_about->setMenuRole(QAction::AboutRole);
}

void ClientMenus::setFraming(const Framing &framing)
{
    m_chosen = framing;
    switch (framing.kind) {
    case Framing::Kind::Lines: m_lines->setChecked(true); break;
    case Framing::Kind::CrLf: m_crLf->setChecked(true); break;
    case Framing::Kind::Nul: m_nul->setChecked(true); break;
    case Framing::Kind::Raw: m_raw->setChecked(true); break;
    default: m_otherFraming->setChecked(true);
    }
    retranslateFraming();
}

void ClientMenus::setConnection(bool active, const QString &obstacle)
{
    m_connect->setEnabled(!active);
    m_disconnect->setEnabled(active);
    m_finishWriting->setEnabled(obstacle.isEmpty());
    m_sendFile->setEnabled(obstacle.isEmpty());
    m_sendFile->setToolTip(obstacle);
    m_sendFile->setStatusTip(obstacle);
}

void ClientMenus::setOpen(bool open, bool readingStopped)
{
    m_stopReading->setEnabled(open && !readingStopped);
    m_readOn->setEnabled(open && readingStopped);
    m_reset->setEnabled(open);
}

void ClientMenus::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_newWindow->setText(tr("&New window"));
    m_sendFile->setText(tr("Send &file…"));
    m_close->setText(tr("&Close window"));
    m_quit->setText(tr("&Quit"));
    m_edit->setTitle(tr("&Edit"));
    m_view->setTitle(tr("&View"));
    retranslateFraming();
    m_connection->setTitle(tr("&Connection"));
    m_connect->setText(tr("&Connect"));
    m_disconnect->setText(tr("&Disconnect"));
    m_finishWriting->setText(tr("Shut down &writing"));
    m_finishWriting->setToolTip(tr("Sends FIN after what is queued: we send no more, and still receive."));
    m_stopReading->setText(tr("Stop &reading"));
    m_stopReading->setToolTip(
        tr("Nothing more is read. The buffers fill up, then TCP lets the server wait. Nothing is lost."));
    m_readOn->setText(tr("Read &on"));
    m_readOn->setToolTip(tr("Reads what has waited, and goes on."));
    m_reset->setText(tr("Rese&t"));
    m_reset->setToolTip(tr("Closes with RST, at once. What is queued, and what the server has not read yet, is lost."));
    for (QAction *action : {m_finishWriting, m_stopReading, m_readOn, m_reset})
        action->setWhatsThis(action->toolTip());
    m_help->setTitle(tr("&Help"));
    m_showHelp->setText(tr("&How it works"));
    m_about->setText(tr("&About OnePort Client"));
}

void ClientMenus::retranslateFraming()
{
    m_framing->setTitle(tr("&Framing"));
    m_lines->setText(tr("&Lines: a line feed ends a message"));
    m_crLf->setText(tr("Lines (&CR LF): only both together end a message"));
    m_nul->setText(tr("&NUL: a zero byte ends a message"));
    m_raw->setText(tr("&Raw: what one read gave"));
    QString title = framingTitle(m_chosen);
    m_otherFraming->setText(m_otherFraming->isChecked() ? tr("&Other: %1…").arg(title.replace(u'&', u"&&"_s)) : tr("&Other…"));
}
