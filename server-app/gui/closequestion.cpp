#include "closequestion.h"

#include "serversettings.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

static QString translated(const char *text)
{
    return QCoreApplication::translate("CloseQuestion", text);
}

/// `consequence` has a place for how many are open.
static bool ask(QWidget *window, qsizetype open, const QString &title, const QString &consequence, const QString &accept)
{
    if (open == 0 || !ServerSettings::asksBeforeClosing())
        return true;
    QMessageBox box(window);
    box.setObjectName(u"closeQuestion"_s);
    box.setIcon(QMessageBox::Question);
    box.setWindowTitle(title);
    box.setText(consequence.arg(QLocale().toString(open)));
    auto *close = box.addButton(accept, QMessageBox::AcceptRole);
    auto *stay = box.addButton(translated(QT_TRANSLATE_NOOP("CloseQuestion", "Keep running")), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    auto *never = new QCheckBox(translated(QT_TRANSLATE_NOOP("CloseQuestion", "Don't ask again")), &box);
    box.setCheckBox(never);
    box.exec();
    if (box.clickedButton() != close)
        return false;
    ServerSettings::setAsksBeforeClosing(!never->isChecked());
    return true;
}

bool mayCloseWithSockets(QWidget *window, qsizetype open)
{
    return ask(window, open, translated(QT_TRANSLATE_NOOP("CloseQuestion", "Close the server?")),
               translated(QT_TRANSLATE_NOOP("CloseQuestion", "Clients are connected: %1. Closing the server closes their "
                                                             "connections.")),
               translated(QT_TRANSLATE_NOOP("CloseQuestion", "Close server")));
}

bool mayCloseService(QWidget *window, qsizetype open)
{
    return ask(window, open, translated(QT_TRANSLATE_NOOP("CloseQuestion", "Close the service?")),
               translated(QT_TRANSLATE_NOOP("CloseQuestion", "Clients of this service are connected: %1. Closing it closes "
                                                             "their connections; the other services go on.")),
               translated(QT_TRANSLATE_NOOP("CloseQuestion", "Close service")));
}
