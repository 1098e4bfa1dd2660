#pragma once

#include <QObject>
#include <QString>

class Banner;
class TranscriptRows;

/// Tells in a banner while a disk does not keep what goes over the sockets. That is no reason to stop them, but must be
/// seen; dismissed, it is told again only when the disk says something else. GUI thread.
class StoreWarning final : public QObject
{
    Q_OBJECT
public:
    /// Neither is owned; both must outlive it.
    StoreWarning(Banner *banner, const TranscriptRows *rows, QObject *parent);

private:
    void tell();

    Banner *m_banner;
    const TranscriptRows *m_rows;
    QString m_dismissed; // what the disk said then
};
