#pragma once

#include <QByteArrayView>

/// The CRC-32 of Ethernet, zip and PNG (ISO 3309; polynomial EDB88320, reflected). Pure; any thread.
quint32 crc32(QByteArrayView bytes);
