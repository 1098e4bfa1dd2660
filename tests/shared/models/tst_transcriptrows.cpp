#include "trafficstore.h"
#include "transcriptrows.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class TestTranscriptRows final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatComesIsARowSoon();
    void aLongGrowthIsSeenNowAndThen();
};

static std::shared_ptr<TrafficStore> emptyStore(const QTemporaryDir &folder)
{
    QString error;
    return TrafficStore::create(folder.path(), TrafficStore::DefaultDiskLimit, &error);
}

void TestTranscriptRows::whatComesIsARowSoon()
{
    const QTemporaryDir folder;
    const auto store = emptyStore(folder);
    QVERIFY(store);
    TranscriptRows rows(store);
    for (quint64 i = 1; i <= 3; ++i) {
        store->appendRead(1, "one\n", qint64(i));
        store->flush();
        rows.poll();
        QTRY_COMPARE(rows.view().end(), i);
    }
}

/// Whoever shows them does not paint for every part of a growth.
void TestTranscriptRows::aLongGrowthIsSeenNowAndThen()
{
    constexpr int Records = 2'000;
    const QTemporaryDir folder;
    const auto store = emptyStore(folder);
    QVERIFY(store);
    TranscriptRows rows(store);
    for (int i = 0; i < Records; ++i)
        store->appendRead(1, QByteArray(20'000, 'm') + '\n', i + 1);
    store->flush();
    QSignalSpy grown(&rows, &TranscriptRows::grown);
    QElapsedTimer time;
    time.start();
    rows.poll();
    QTRY_COMPARE(rows.view().end(), quint64(Records));
    QTRY_VERIFY(!rows.isBusy());
    const auto most = 3 + time.elapsed() / TranscriptRows::LongInterval.count();
    QVERIFY2(grown.size() <= most, qPrintable(QString::number(grown.size())));
    QVERIFY(!grown.isEmpty());
}

QTEST_GUILESS_MAIN(TestTranscriptRows)
#include "tst_transcriptrows.moc"
