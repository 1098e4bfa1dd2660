#pragma once

#include <QByteArray>
#include <QString>

/// Standard output and standard error as UTF-8. Writes wait until the reader takes what is written.
class StandardOutput final
{
public:
    /// False: the reader is gone, or the disk is full; nothing more can be written.
    bool write(const QByteArray &bytes);

    /// A line on standard error, for the person at the terminal.
    static void notice(const QString &line);
};

/// What to say when standard output takes no more. Translated.
QString outputLostText();
