#pragma once

#include <QtGlobal>

/// While it lives this process can't make a file longer: writing fails, as on a full disk.
class FileSizeLimit final
{
public:
    explicit FileSizeLimit(qint64 bytes);
    ~FileSizeLimit();
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

    /// Whether the system has such a limit.
    static bool isSupported();
};
