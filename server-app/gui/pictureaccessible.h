#pragma once

#include <QString>

class QAccessibleInterface;
class QObject;

/// Lets a screen reader read a picture of sockets: a list, in which each socket and each client is an entry with a
/// sentence, that can be selected.
QAccessibleInterface *makePictureInterface(const QString &className, QObject *object);
