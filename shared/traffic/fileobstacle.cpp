#include "fileobstacle.h"

#include "text.h"

#include <QCoreApplication>
#include <QFileInfo>

static QString translated(const char *text)
{
    return QCoreApplication::translate("FileObstacle", text);
}

QString fileNameText(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    return visibleText(name.isEmpty() ? path : name);
}

QString fileObstacle(const QString &path)
{
    const QFileInfo info(path);
    const QString name = fileNameText(path);
    if (!info.exists())
        return translated(QT_TRANSLATE_NOOP("FileObstacle", "There is no file %1.")).arg(name);
    if (info.isDir())
        return translated(QT_TRANSLATE_NOOP("FileObstacle", "%1 is a folder. Choose a file.")).arg(name);
    if (!info.isFile())
        return translated(QT_TRANSLATE_NOOP("FileObstacle", "%1 is not a regular file, but a device or a pipe, and has no "
                                                     "size. Choose a file."))
            .arg(name);
    if (!info.isReadable())
        return translated(QT_TRANSLATE_NOOP("FileObstacle", "The file %1 can't be read: the system does not permit it."))
            .arg(name);
    if (info.size() == 0)
        return translated(QT_TRANSLATE_NOOP("FileObstacle", "The file %1 is empty: there is nothing to send.")).arg(name);
    return {};
}
