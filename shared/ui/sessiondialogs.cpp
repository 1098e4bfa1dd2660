#include "sessiondialogs.h"

#include "sessionplace.h"

#include <QMessageBox>

std::shared_ptr<TrafficStore> sessionForWindow()
{
    QString problem;
    auto store = newSession(&problem);
    if (!store)
        QMessageBox::critical(nullptr, QStringLiteral("OnePort"), problem);
    return store;
}
