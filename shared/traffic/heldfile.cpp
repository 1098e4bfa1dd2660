#include "heldfile.h"

#include <QMutexLocker>

HeldFile::HeldFile(const QString &path)
    : m_file(path)
{
}

bool HeldFile::open()
{
    const QMutexLocker lock(&m_mutex);
    return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

const char *HeldFile::map(qint64 at, qint64 size)
{
    const QMutexLocker lock(&m_mutex);
    return m_file.size() < at + size ? nullptr : reinterpret_cast<const char *>(m_file.map(at, size));
}

void HeldFile::unmap(const char *mapped)
{
    const QMutexLocker lock(&m_mutex);
    m_file.unmap(reinterpret_cast<uchar *>(const_cast<char *>(mapped)));
}
