#include "demofolder.h"

#include <QDir>
#include <QPixmap>
#include <QSaveFile>
#include <QWidget>

DemoFolder::DemoFolder(const QString &path)
    : m_path(path)
{
    QDir().mkpath(path);
}

bool DemoFolder::saveWindow(QWidget &window, const QString &name) const
{
    QSaveFile file(QDir(m_path).filePath(name));
    return file.open(QIODevice::WriteOnly) && window.grab().save(&file, "PNG") && file.commit();
}

bool DemoFolder::saveText(const QString &text, const QString &name) const
{
    QSaveFile file(QDir(m_path).filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) >= 0 && file.commit();
}

bool DemoFolder::has(const QString &name) const
{
    return QFile::exists(QDir(m_path).filePath(name));
}
