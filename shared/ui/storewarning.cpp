#include "storewarning.h"

#include "banner.h"
#include "transcriptrows.h"

StoreWarning::StoreWarning(Banner *banner, const TranscriptRows *rows, QObject *parent)
    : QObject(parent)
    , m_banner(banner)
    , m_rows(rows)
{
    connect(rows, &TranscriptRows::grown, this, &StoreWarning::tell);
    connect(banner, &Banner::dismissed, this, [this] { m_dismissed = m_rows->store()->trouble().text; });
}

void StoreWarning::tell()
{
    const StoreTrouble trouble = m_rows->store()->trouble();
    if (trouble.text.isEmpty())
        m_dismissed.clear();
    if (trouble.text == m_dismissed) {
        m_banner->clear();
        return;
    }
    m_banner->tell(tr("Not kept: %1 (%L2 records, %L3 bytes so far). Connections go on; free some room on the disk.")
                       .arg(trouble.text)
                       .arg(trouble.lostRecords)
                       .arg(trouble.lostBytes));
}
