#include "transcriptfixture.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

using Kind = Record::Kind;
using Fixture = TranscriptFixture;

/// Which rows a transcript lists: not what is gone or was cleared, and below all what has no end yet.
class TestTranscriptModelRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDiskLimitTakesTheOldestAndSaysSo();
    void theDiskLimitTakesNoRowOfAMessageThatEndedLate();
    void aRowThatIsNoLongerKeptSaysSo();
    void theOldestRowsGiveWayAndTheFirstSaysSo();
    void ofManyRowsAtOnceOnlyTheNewestAreListed();
    void aFilterShowsNoRowThatGaveWay();
    void whatHasNoEndIsListedAfterAWhile();
    void whatEndsWithItsStreamIsMarked();
    void anUnfinishedMessageGrowsInItsRow();
    void aLongUnfinishedMessageGrowsToo();
    void whoHoldsAnUnfinishedRowGetsTheWholeOne();
    void newRowsComeAboveWhatIsUnfinished();
    void manyUnfinishedMessagesAreSummedUp();
    void whatIsUnfinishedIsFilteredAndClearedToo();
    void anUnfinishedMessageIsNoLongerOneWhenItsStreamEnds();
    void clearingTakesOutOfSightAndForgetsNothing();
    void clearingTakesMessagesThatEndedInAnyOrder();
    void clearingTakesTheNoticeToo();
    void aSilenceIsNoneUntilAllBeforeItCanBeRead();
    void aSilenceEndsAMessageThoughOthersGoOn();
    void whatCouldNotBeKeptIsARow();
};

void TestTranscriptModelRows::theDiskLimitTakesTheOldestAndSaysSo()
{
    Fixture transcript(256 * 1024);
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(transcript.append(Fixture::manyReceived(1000, QByteArray(100, 'm'))));
    QCOMPARE(transcript.model.rowCount(), 1000);
    QVERIFY(transcript.append(Fixture::manyReceived(3000, QByteArray(100, 'm'), 1, 1000)));
    QVERIFY(transcript.store->goneRecords() > 0);
    QCOMPARE(transcript.model.goneRecords(), transcript.store->goneRecords());
    QCOMPARE(transcript.model.index(0).data(TranscriptModel::KindRole).toInt(), -1);
    QVERIFY2(transcript.text(0).contains(u"are gone: the disk limit was reached"_s), qPrintable(transcript.text(0)));
    const int left = transcript.model.rowCount() - 1;
    QCOMPARE(quint64(left), 4000 - transcript.store->goneRecords());
    QVERIFY(transcript.text(1).endsWith(QString::number(4000 - left)));
    QVERIFY(transcript.text(left).endsWith(u"3999"_s));
}

void TestTranscriptModelRows::theDiskLimitTakesNoRowOfAMessageThatEndedLate()
{
    constexpr int sockets = 700;
    constexpr int lines = 1001;
    Fixture transcript(256 * 1024);
    QList<Record> records;
    for (SocketId socket = 2; socket < 2 + sockets; ++socket)
        records.append(Fixture::received("no end", socket));
    records += Fixture::manyReceived(lines, "early ");
    for (SocketId socket = 2; socket < 2 + sockets; ++socket)
        records.append(Record::of(Kind::Closed, socket));
    QVERIFY(transcript.append(records));
    QCOMPARE(transcript.store->goneRecords(), quint64(0));
    QVERIFY(transcript.append(Fixture::manyReceived(2500, "late ")));
    const auto gone = int(transcript.store->goneRecords());
    QVERIFY(gone > 0 && gone < sockets + lines);
    QCOMPARE(transcript.model.rowCount() - 1, sockets + lines - qMax(sockets, gone) + 2 * sockets + 2500);
}

void TestTranscriptModelRows::aRowThatIsNoLongerKeptSaysSo()
{
    Fixture transcript(256 * 1024);
    QVERIFY(transcript.append({Fixture::received("gone\n"), Record::of(Kind::PeerFinished, 1)}));
    for (int i = 0; i < 3000; ++i)
        transcript.store->appendRead(2, QByteArray(100, 'm') + '\n', 1'700'000'000'000'000'000);
    transcript.store->flush(); // and the rows do not know yet
    QVERIFY(transcript.store->goneRecords() > 2);
    for (const int row : {0, 1}) {
        QCOMPARE(transcript.text(row), u"No longer kept"_s);
        QCOMPARE(transcript.model.index(row).data(TranscriptModel::TimeTextRole).toString(), QString());
        QVERIFY(!transcript.model.index(row).data(TranscriptModel::TimeRole).isValid());
        QCOMPARE(transcript.model.copyText(row, row, true), u"#1 · No longer kept"_s);
    }
}

void TestTranscriptModelRows::theOldestRowsGiveWayAndTheFirstSaysSo()
{
    Fixture transcript(TrafficStore::DefaultDiskLimit, 1000);
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(transcript.append(Fixture::manyReceived(900, "m")));
    QCOMPARE(transcript.model.rowCount(), 900);
    QVERIFY(transcript.append(Fixture::manyReceived(200, "m", 1, 900)));
    QCOMPARE(transcript.model.rowCount(), 1001);
    QCOMPARE(transcript.model.index(0).data(TranscriptModel::KindRole).toInt(), -1);
    const QString sentence = transcript.text(0);
    QVERIFY2(sentence.startsWith(u"Only the newest 1,000 rows are listed: 100 older row(s) are not"_s), qPrintable(sentence));
    QCOMPARE(transcript.text(1), u"m100"_s);
    QCOMPARE(transcript.text(1000), u"m1099"_s);
}

void TestTranscriptModelRows::ofManyRowsAtOnceOnlyTheNewestAreListed()
{
    Fixture transcript(TrafficStore::DefaultDiskLimit, 100);
    QVERIFY(transcript.append(Fixture::manyReceived(50, "m")));
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int most = 0;
    connect(&transcript.model, &QAbstractItemModel::rowsInserted, &transcript.model,
            [&] { most = qMax(most, transcript.model.rowCount()); });
    QVERIFY(transcript.append(Fixture::manyReceived(30'000, "m", 1, 50)));
    QVERIFY2(most < 10'000, qPrintable(QString::number(most))); // now and then some are there that will give way
    QCOMPARE(transcript.text(1), u"m29950"_s);
    QVERIFY(transcript.setFraming({Framing::Kind::CrLf})); // not one end
    QCOMPARE(transcript.model.shownCount(), 0);
    QVERIFY(!transcript.text(0).contains(u"listed"_s));
}

void TestTranscriptModelRows::aFilterShowsNoRowThatGaveWay()
{
    Fixture transcript(TrafficStore::DefaultDiskLimit, 100);
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RowQuery query;
    query.text = {SearchText::Kind::Plain, u"9"_s, true};
    QVERIFY(transcript.setQuery(query));
    QVERIFY(transcript.append(Fixture::manyReceived(100, "m")));
    QCOMPARE(transcript.model.rowCount(), 19);
    QVERIFY(transcript.append(Fixture::manyReceived(100, "m", 1, 100)));
    QCOMPARE(transcript.model.rowCount(), 20);
    QCOMPARE(transcript.text(1), u"m109"_s);
    QVERIFY(transcript.append(Fixture::manyReceived(80, "x", 1, 200)));
    QCOMPARE(transcript.text(1), u"m189"_s);
    QVERIFY(transcript.text(0).contains(u"180 older"_s));
}

void TestTranscriptModelRows::whatEndsWithItsStreamIsMarked()
{
    Fixture transcript;
    const QByteArray large(3'000'000, 'l'); // in pieces, of which only the last can lack its end
    QVERIFY(transcript.append({Fixture::received("whole\n" + large + "\nhal"),
                               Record::of(Record::Kind::PeerFinished, 1),
                               Record::of(Record::Kind::Closed, 1, {.reason = CloseReason::PeerClosed})}));
    int row = 0;
    for (; transcript.text(row) != u"hal"_s; ++row)
        QVERIFY2(!transcript.marks(row).contains(u"unfinished"_s), qPrintable(transcript.marks(row)));
    QVERIFY(row > 1);
    QCOMPARE(transcript.marks(row), u"unfinished"_s);
}

void TestTranscriptModelRows::whatHasNoEndIsListedAfterAWhile()
{
    Fixture transcript;
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(transcript.append({Fixture::received("whole\nhel")}));
    QTRY_COMPARE(transcript.model.rowCount(), 2);
    QCOMPARE(transcript.model.shownCount(), 1);
    QCOMPARE(transcript.text(1), u"hel"_s);
    QCOMPARE(transcript.marks(1), u"unfinished, 3 byte(s) so far"_s);
    QVERIFY(transcript.append({Fixture::received("lo\n")}));
    QCOMPARE(transcript.model.rowCount(), 2);
    QCOMPARE(transcript.text(1), u"hello"_s);
    QCOMPARE(transcript.marks(1), QString());
}

void TestTranscriptModelRows::anUnfinishedMessageGrowsInItsRow()
{
    Fixture transcript;
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(transcript.append({Fixture::sent("he")}));
    QTRY_COMPARE(transcript.model.rowCount(), 1);
    QCOMPARE(transcript.text(0), u"he"_s);
    const QPersistentModelIndex row = transcript.model.index(0);
    const QSignalSpy changed(&transcript.model, &QAbstractItemModel::dataChanged);
    QVERIFY(transcript.append({Fixture::sent("llo")}));
    QCOMPARE(changed.size(), 1);
    QVERIFY(row.isValid());
    QCOMPARE(transcript.text(0), u"hello"_s);
    QVERIFY(transcript.model.index(0).data().toString().endsWith(u"TX → hello unfinished, 5 byte(s) so far"_s));
}

void TestTranscriptModelRows::aLongUnfinishedMessageGrowsToo()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received(QByteArray(5000, 'a'))}));
    QTRY_COMPARE(transcript.model.rowCount(), 1);
    qint64 before = 0;
    for (int size = 5000; size <= 20'000; size += 5000) {
        QVERIFY2(transcript.marks(0).contains(QLocale().toString(size)), qPrintable(transcript.marks(0)));
        QVERIFY(transcript.text(0).startsWith(u"aaaa"_s));
        const qint64 time = transcript.model.index(0).data(TranscriptModel::TimeRole).toLongLong();
        QVERIFY(time > before);
        before = time;
        QVERIFY(transcript.append({Fixture::received(QByteArray(5000, 'b'))}));
    }
    QVERIFY(transcript.append({Fixture::received("\n")}));
    QTRY_VERIFY(!transcript.model.isUnfinished(0));
    QCOMPARE(transcript.model.wholeText(0), QString(5000, u'a') + QString(20'000, u'b'));
}

void TestTranscriptModelRows::whoHoldsAnUnfinishedRowGetsTheWholeOne()
{
    Fixture transcript;
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(transcript.append({Fixture::sent("other", 1), Fixture::received("wai", 2)}));
    QTRY_COMPARE(transcript.model.rowCount(), 2);
    QItemSelectionModel selection(&transcript.model);
    selection.setCurrentIndex(transcript.model.index(1), QItemSelectionModel::SelectCurrent);
    QVERIFY(transcript.append(Fixture::manyReceived(9, "m", 3) + QList{Fixture::received("ted\nnext\n", 2)}));
    QCOMPARE(selection.currentIndex().row(), 9);
    QCOMPARE(transcript.text(9), u"waited"_s);
    QCOMPARE(selection.selectedRows(), QModelIndexList{transcript.model.index(9)});
    QCOMPARE(transcript.model.rowCount(), 12);
}

void TestTranscriptModelRows::newRowsComeAboveWhatIsUnfinished()
{
    Fixture transcript;
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(transcript.append({Fixture::received("waits", 1)}));
    QTRY_COMPARE(transcript.model.rowCount(), 1);
    const QPersistentModelIndex row = transcript.model.index(0);
    QVERIFY(transcript.append(Fixture::manyReceived(100, "m", 2)));
    QCOMPARE(transcript.model.rowCount(), 101);
    QCOMPARE(row.row(), 100);
    QCOMPARE(transcript.text(100), u"waits"_s);
    QCOMPARE(transcript.text(99), u"m99"_s);
    QCOMPARE(transcript.model.copyText(99, 100, false), u"m99\nwaits"_s);
}

void TestTranscriptModelRows::manyUnfinishedMessagesAreSummedUp()
{
    Fixture transcript;
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QList<Record> records;
    for (SocketId socket = 1; socket <= 20; ++socket)
        records.append(Fixture::received("ab", socket));
    QVERIFY(transcript.append(records));
    QTRY_COMPARE(transcript.model.rowCount(), 20);
    QVERIFY(transcript.append({Fixture::received("abc", 21)}));
    QTRY_COMPARE(transcript.model.rowCount(), 1);
    QCOMPARE(transcript.text(0), u"21 unfinished message(s), 43 bytes so far: the end has not come."_s);
    QCOMPARE(transcript.model.index(0).data(TranscriptModel::KindRole).toInt(), -1);
    QVERIFY(!transcript.model.recordAt(0));
    QVERIFY(transcript.append({Fixture::received("\n", 7)}));
    QCOMPARE(transcript.model.rowCount(), 21);
    QCOMPARE(transcript.marks(20), u"unfinished, 3 byte(s) so far"_s);
}

void TestTranscriptModelRows::whatIsUnfinishedIsFilteredAndClearedToo()
{
    Fixture transcript;
    QVERIFY(
        transcript.append({Fixture::received("apple", 1), Fixture::received("pear", 2), Fixture::sent("apple", 2)}));
    QTRY_COMPARE(transcript.model.rowCount(), 3);
    RowQuery query;
    query.sent = false;
    query.text = {SearchText::Kind::Plain, u"ppl"_s, true};
    QVERIFY(transcript.setQuery(query));
    QCOMPARE(transcript.model.rowCount(), 1);
    QCOMPARE(transcript.text(0), u"apple"_s);
    QVERIFY(transcript.setQuery({}));
    QCOMPARE(transcript.model.rowCount(), 3);
    transcript.model.clear();
    QCOMPARE(transcript.model.rowCount(), 0);
    QVERIFY(transcript.append({Fixture::received(" pie\n", 1)}));
    QCOMPARE(transcript.text(0), u"apple pie"_s);
}

void TestTranscriptModelRows::anUnfinishedMessageIsNoLongerOneWhenItsStreamEnds()
{
    Fixture transcript;
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(transcript.append({Fixture::received("no end", 1)}));
    QTRY_COMPARE(transcript.model.rowCount(), 1);
    QVERIFY(transcript.append({Fixture::received("newer\n", 2), Record::of(Kind::Closed, 1)}));
    QCOMPARE(transcript.model.rowCount(), 3);
    QCOMPARE(transcript.text(1), u"no end"_s);
    QCOMPARE(transcript.marks(1), u"unfinished · waited for its end until here"_s);
}

void TestTranscriptModelRows::clearingTakesOutOfSightAndForgetsNothing()
{
    Fixture transcript;
    QVERIFY(transcript.append(Fixture::manyReceived(20, "x")));
    transcript.model.clear();
    QCOMPARE(transcript.model.rowCount(), 0);
    QVERIFY(transcript.append({Fixture::received("a\n")}));
    QCOMPARE(transcript.text(0), u"a"_s);
    transcript.model.showCleared();
    QCOMPARE(transcript.model.rowCount(), 21);
}

void TestTranscriptModelRows::clearingTakesMessagesThatEndedInAnyOrder()
{
    Fixture transcript;
    Framing idle;
    idle.kind = Framing::Kind::Idle;
    idle.gap = std::chrono::milliseconds(5);
    QVERIFY(transcript.setFraming(idle));
    QList<Record> records;
    for (SocketId socket = 1; socket <= 50; ++socket)
        records.append(Fixture::received("x", socket));
    QVERIFY(transcript.append(records));
    QCOMPARE(transcript.model.rowCount(), 50);
    transcript.model.clear();
    QCOMPARE(transcript.model.rowCount(), 0);
}

void TestTranscriptModelRows::clearingTakesTheNoticeToo()
{
    Fixture transcript(256 * 1024);
    QVERIFY(transcript.append(Fixture::manyReceived(4000, QByteArray(100, 'm'))));
    QCOMPARE(transcript.model.index(0).data(TranscriptModel::KindRole).toInt(), -1);
    transcript.model.clear();
    QVERIFY(transcript.append({Fixture::received("after\n")}));
    QCOMPARE(transcript.model.rowCount(), 1);
    QCOMPARE(transcript.text(0), u"after"_s);
}

void TestTranscriptModelRows::aSilenceIsNoneUntilAllBeforeItCanBeRead()
{
    Fixture transcript;
    Framing idle;
    idle.kind = Framing::Kind::Idle;
    idle.gap = std::chrono::milliseconds(100);
    QVERIFY(transcript.setFraming(idle));
    transcript.store->appendRead(1, "be", 1'000'000'000);
    transcript.store->flush();
    transcript.store->appendRead(1, "fore", 1'050'000'000);
    transcript.rows->poll();
    QVERIFY(transcript.settle());
    QCOMPARE(transcript.model.rowCount(), 0);
    QVERIFY(transcript.append({}));
    QCOMPARE(transcript.model.rowCount(), 1);
    QCOMPARE(transcript.text(0), u"before"_s);
}

void TestTranscriptModelRows::aSilenceEndsAMessageThoughOthersGoOn()
{
    Fixture transcript;
    Framing idle;
    idle.kind = Framing::Kind::Idle;
    idle.gap = std::chrono::milliseconds(100);
    QVERIFY(transcript.setFraming(idle));
    transcript.store->appendRead(1, "silent", 1'000'000'000);
    transcript.store->appendRead(2, "go", 2'000'000'000);
    transcript.store->flush();
    transcript.store->appendRead(2, "es on", 2'050'000'000);
    transcript.rows->poll();
    QVERIFY(transcript.settle());
    QCOMPARE(transcript.model.rowCount(), 1);
    QCOMPARE(transcript.text(0), u"silent"_s);
}

void TestTranscriptModelRows::whatCouldNotBeKeptIsARow()
{
    Fixture transcript;
    transcript.store->appendRead(SessionFormat::MaxSocket + 1, "lost", 1'000'000'000);
    QVERIFY(transcript.append({Fixture::received("kept\n")}));
    QCOMPARE(transcript.text(0), u"1 record(s) with 4 bytes are missing here: they could not be kept."_s);
    QCOMPARE(transcript.text(1), u"kept"_s);
}

QTEST_GUILESS_MAIN(TestTranscriptModelRows)
#include "tst_transcriptmodel_rows.moc"
