#include "filepieces.h"

#include "fileobstacle.h"

#include <QCoreApplication>
#include <QLocale>

static QString translated(const char *text)
{
    return QCoreApplication::translate("FilePieces", text);
}

bool FilePieces::open(const QString &path)
{
    m_name = fileNameText(path);
    m_problem = fileObstacle(path);
    if (!m_problem.isEmpty())
        return false;
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        m_problem = translated(QT_TRANSLATE_NOOP("FilePieces", "The file %1 can't be opened: %2."))
                        .arg(m_name, m_file.errorString());
        return false;
    }
    m_size = quint64(m_file.size());
    return true;
}

QByteArray FilePieces::read(quint64 offset, qint64 length)
{
    if (offset == m_keptOffset && length == m_kept.size())
        return m_kept;
    const QByteArray bytes = m_file.seek(qint64(offset)) ? m_file.read(length) : QByteArray();
    if (bytes.size() == length) {
        m_keptOffset = offset;
        m_kept = bytes;
        return bytes;
    }
    if (m_file.error() == QFileDevice::ReadError)
        m_problem = translated(QT_TRANSLATE_NOOP("FilePieces", "The file %1 can't be read on: %2."))
                        .arg(m_name, m_file.errorString());
    else
        m_problem = translated(QT_TRANSLATE_NOOP("FilePieces", "The file %1 became shorter while it was sent: it has "
                                                               "%2 bytes now, and had %3 at the start."))
                        .arg(m_name, QLocale().toString(m_file.size()), QLocale().toString(m_size));
    return {};
}
