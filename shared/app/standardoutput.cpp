#include "standardoutput.h"

#include <QCoreApplication>

#include <cstdio>

bool StandardOutput::write(const QByteArray &bytes)
{
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size())
        && std::fflush(stdout) == 0;
}

void StandardOutput::notice(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

QString outputLostText()
{
    return QCoreApplication::translate("CommandLine", "Standard output can't be written any more; ending.");
}
