#pragma once

#include <QString>

class QAccessibleInterface;
class QObject;

/// Lets a screen reader read a hex view: its value is the row of the cursor, its description what is selected.
QAccessibleInterface *makeHexInterface(const QString &className, QObject *object);
