#include "rowsexport.h"
#include "transcriptfixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// What an export of a transcript's rows takes with it.
class TestRowsExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rawExportsHoldWhatIsUnfinished();
    void anUnfinishedMessageGoesOn();
    void whatWasClearedIsLeftOut();
    void goneRowsAreSkipped();

private:
    /// The bytes of one direction, as Raw writes them.
    static QByteArray rawOf(RowsExport &source, ExportRow::Direction direction);
};

QByteArray TestRowsExport::rawOf(RowsExport &source, ExportRow::Direction direction)
{
    QByteArray bytes;
    for (qint64 number = 0; number < source.count(); ++number) {
        const auto row = source.row(number);
        if (row && row->direction == direction)
            bytes += exportedRow(ExportFormat::Raw, *row);
    }
    return bytes;
}

void TestRowsExport::rawExportsHoldWhatIsUnfinished()
{
    TranscriptFixture transcript;
    QVERIFY(transcript.append({TranscriptFixture::received("one\ntw"), TranscriptFixture::sent("three")}));
    RowsExport source(transcript.model);
    QCOMPARE(rawOf(source, ExportRow::Direction::Received), "one\ntw"_ba);
    QCOMPARE(rawOf(source, ExportRow::Direction::Sent), "three"_ba);
}

void TestRowsExport::anUnfinishedMessageGoesOn()
{
    TranscriptFixture transcript;
    QVERIFY(transcript.append({TranscriptFixture::received("half")}));
    RowsExport source(transcript.model);
    QCOMPARE(source.count(), 1);
    const auto row = source.row(0);
    QVERIFY(row);
    QVERIFY(exportedRow(ExportFormat::JsonLines, *row).contains("\"more\":true"));
}

void TestRowsExport::whatWasClearedIsLeftOut()
{
    TranscriptFixture transcript;
    QVERIFY(transcript.append({TranscriptFixture::received("old\nhalf")}));
    transcript.model.clear();
    QVERIFY(transcript.append({TranscriptFixture::received("new\n", 2)}));
    RowsExport source(transcript.model);
    QCOMPARE(rawOf(source, ExportRow::Direction::Received), "new\n"_ba);
}

void TestRowsExport::goneRowsAreSkipped()
{
    TranscriptFixture transcript(256 * 1024);
    QVERIFY(transcript.append(TranscriptFixture::manyReceived(1000, QByteArray(100, 'm'))));
    RowsExport source(transcript.model);
    QVERIFY(transcript.append(TranscriptFixture::manyReceived(4000, QByteArray(100, 'm'))));
    QCOMPARE(source.count(), 1000);
    QVERIFY(!source.row(0));
}

QTEST_GUILESS_MAIN(TestRowsExport)
#include "tst_rowsexport.moc"
