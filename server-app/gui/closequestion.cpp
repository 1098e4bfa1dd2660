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

bool mayCloseWithSockets(QWidget *window, qsizetype open)
{
    if (open == 0 || !ServerSettings::asksBeforeClosing())
        return true;
    QMessageBox box(window);
    box.setObjectName(u"closeQuestion"_s);
    box.setIcon(QMessageBox::Question);
    box.setWindowTitle(translated(QT_TRANSLATE_NOOP("CloseQuestion", "Close the server?")));
    box.setText(translated(QT_TRANSLATE_NOOP("CloseQuestion", "Clients are connected: %1. Closing the server closes their "
                                                      "connections."))
                    .arg(QLocale().toString(open)));
    auto *quit = box.addButton(translated(QT_TRANSLATE_NOOP("CloseQuestion", "Close server")), QMessageBox::AcceptRole);
    auto *stay = box.addButton(translated(QT_TRANSLATE_NOOP("CloseQuestion", "Keep running")), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    auto *never = new QCheckBox(translated(QT_TRANSLATE_NOOP("CloseQuestion", "Don't ask again")), &box);
    box.setCheckBox(never);
    box.exec();
    if (box.clickedButton() != quit)
        return false;
    ServerSettings::setAsksBeforeClosing(!never->isChecked());
    return true;
}
