#include "transcriptfixture.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

using Kind = Record::Kind;
using Fixture = TranscriptFixture;

namespace {

/// Answers every text in capitals, as a translation would in other words.
class Capitals final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
};

}

class TestTranscriptModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBatchIsOneInsertion();
    void pollingForNothingChangesNothing();
    void hasNoRowsBelowARow();
    void theLineNamesSocketDirectionAndText();
    void socketNumbersCanBeLeftOut();
    void timeStampsCanBeRelative();
    void controlCharactersArePictures();
    void aLongMessageIsShortenedAndSaysItsLength();
    void aPieceSaysThatItGoesOn();
    void brokenBytesAreMarked();
    void aCharacterSplitOverReadsIsNotMarked();
    void aMessageInManyReadsIsOneRow();
    void anotherFramingDividesThePast();
    void narrowingShowsOnlyTheseSockets();
    void whatComesWhileNarrowedIsNarrowedToo();
    void filtersByDirectionAndText();
    void filtersByKindOfEvent_data();
    void filtersByKindOfEvent();
    void countsTheRowsThatAFilterHides();
    void copyGivesTheWholeMessage();
    void copyKeepsLinesAndTabsButNoOtherControls();
    void copyWithTimesSaysDateSocketAndDirection();
    void sentencesFollowTheLanguage();
};

void TestTranscriptModel::aBatchIsOneInsertion()
{
    Fixture transcript;
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy inserted(&transcript.model, &QAbstractItemModel::rowsInserted);
    QVERIFY(transcript.append(Fixture::manyReceived(1000, "m")));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(transcript.model.rowCount(), 1000);
}

void TestTranscriptModel::pollingForNothingChangesNothing()
{
    Fixture transcript;
    const QSignalSpy inserted(&transcript.model, &QAbstractItemModel::rowsInserted);
    QVERIFY(transcript.append({}));
    QCOMPARE(inserted.size(), 0);
}

void TestTranscriptModel::hasNoRowsBelowARow()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received("a\n")}));
    QCOMPARE(transcript.model.rowCount(transcript.model.index(0)), 0);
}

void TestTranscriptModel::theLineNamesSocketDirectionAndText()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received("hello\n", 7)}));
    const QString line = transcript.model.index(0).data().toString();
    QVERIFY2(line.endsWith(u" #7 RX ← hello"_s), qPrintable(line));
    QCOMPARE(transcript.model.index(0).data(Qt::AccessibleTextRole).toString(), line);
}

void TestTranscriptModel::socketNumbersCanBeLeftOut()
{
    Fixture transcript;
    const QSignalSpy changed(&transcript.model, &QAbstractItemModel::dataChanged);
    QVERIFY(transcript.append({Fixture::sent("hello\n", 7)}));
    transcript.model.setSocketNumbersShown(false);
    QVERIFY(transcript.model.index(0).data().toString().endsWith(u" TX → hello"_s));
    QVERIFY(!transcript.model.index(0).data().toString().contains(u'#'));
    QCOMPARE(changed.size(), 1);
}

void TestTranscriptModel::timeStampsCanBeRelative()
{
    Fixture transcript;
    QVERIFY(transcript.append(Fixture::manyReceived(3, "m")));
    const auto time = [&transcript](int row) {
        return transcript.model.index(row).data(TranscriptModel::TimeTextRole).toString();
    };
    transcript.model.setTimeStamp(TranscriptModel::TimeStamp::Relative);
    QCOMPARE(time(0) + time(1) + time(2), u"+0.000+0.001+0.002"_s);
    transcript.model.setTimeStamp(TranscriptModel::TimeStamp::Delta);
    QCOMPARE(time(0) + time(1) + time(2), u"+0.000+0.001+0.001"_s);
}

void TestTranscriptModel::controlCharactersArePictures()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received(QByteArrayLiteral("a\0b\x1b\n"))}));
    QCOMPARE(transcript.text(0), u"a␀b␛"_s);
}

void TestTranscriptModel::aLongMessageIsShortenedAndSaysItsLength()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received(QByteArray(5000, 'x') + '\n')}));
    QCOMPARE(transcript.text(0), QString(TranscriptModel::ShownLength, u'x') + u'…');
    QCOMPARE(transcript.marks(0), u"5,000 bytes"_s);
}

void TestTranscriptModel::aPieceSaysThatItGoesOn()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received(QByteArray(Framer::DefaultLimit + 10, 'x') + '\n')}));
    QCOMPARE(transcript.model.rowCount(), 2);
    QVERIFY(transcript.marks(0).startsWith(u"goes on…"_s));
    QCOMPARE(transcript.marks(1), u"…continued"_s);
    QVERIFY(transcript.model.index(0).data().toString().contains(u"goes on…"_s));
}

void TestTranscriptModel::brokenBytesAreMarked()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received("a\xff" "b\n"), Fixture::received(QByteArray(100'000, 'x') + "\xff\n"),
                               Fixture::received("fine\n")}));
    QCOMPARE(transcript.text(0), u"a\uFFFDb"_s);
    QCOMPARE(transcript.marks(0), u"not UTF-8"_s);
    QVERIFY(transcript.marks(1).startsWith(u"not UTF-8"_s));
    QCOMPARE(transcript.marks(2), QString());
}

void TestTranscriptModel::aCharacterSplitOverReadsIsNotMarked()
{
    Fixture transcript;
    QVERIFY(transcript.setFraming({Framing::Kind::Raw}));
    QVERIFY(transcript.append({Fixture::received("a\xc3"), Fixture::received("\xa4" "b")}));
    QCOMPARE(transcript.text(0), u"a"_s);
    QCOMPARE(transcript.text(1), u"äb"_s);
    QCOMPARE(transcript.marks(0) + transcript.marks(1), QString());
}

void TestTranscriptModel::aMessageInManyReadsIsOneRow()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received("he"), Fixture::received("x", 2), Fixture::received("ll"),
                               Fixture::received("o\nnext\n")}));
    QCOMPARE(transcript.model.rowCount(), 2);
    QCOMPARE(transcript.text(0), u"hello"_s);
    QCOMPARE(transcript.text(1), u"next"_s);
}

void TestTranscriptModel::anotherFramingDividesThePast()
{
    Fixture transcript;
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(transcript.append({Fixture::received("one\ntwo\nth"), Fixture::received("ree\n")}));
    QCOMPARE(transcript.model.rowCount(), 3);
    QVERIFY(transcript.setFraming({Framing::Kind::Raw}));
    QCOMPARE(transcript.model.rowCount(), 2);
    QCOMPARE(transcript.text(0), u"one␊two␊th"_s);
    QVERIFY(transcript.append({Fixture::received("more")}));
    QCOMPARE(transcript.model.rowCount(), 3);
    QVERIFY(transcript.setFraming({Framing::Kind::Lines}));
    QCOMPARE(transcript.text(2), u"three"_s);
}

void TestTranscriptModel::narrowingShowsOnlyTheseSockets()
{
    Fixture transcript;
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(transcript.append({Fixture::received("a\n", 1), Fixture::received("b\n", 2), Fixture::received("c\n", 3),
                               Fixture::received("d\n", 2)}));
    QVERIFY(transcript.setSockets({2}));
    QCOMPARE(transcript.model.rowCount(), 2);
    QCOMPARE(transcript.text(0) + transcript.text(1), u"bd"_s);
    QVERIFY(transcript.setSockets({}));
    QCOMPARE(transcript.model.rowCount(), 4);
}

void TestTranscriptModel::whatComesWhileNarrowedIsNarrowedToo()
{
    Fixture transcript;
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(transcript.setSockets({1, 3}));
    QVERIFY(transcript.append({Fixture::received("a\n", 1), Fixture::received("b\n", 2), Fixture::received("c\n", 3)}));
    QVERIFY(transcript.append({Fixture::received("d\n", 2)}));
    QCOMPARE(transcript.model.rowCount(), 2);
    QCOMPARE(transcript.text(1), u"c"_s);
}

void TestTranscriptModel::filtersByDirectionAndText()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received("one\n"), Fixture::sent("one\n"), Fixture::received("two\n"),
                               Record::of(Kind::PeerFinished, 1)}));
    RowQuery query;
    query.sent = false;
    query.events = {};
    QVERIFY(transcript.setQuery(query));
    QCOMPARE(transcript.model.rowCount(), 2);
    query.text = {SearchText::Kind::Regex, u"^T.O$"_s, false};
    QVERIFY(transcript.setQuery(query));
    QCOMPARE(transcript.model.rowCount(), 1);
    QCOMPARE(transcript.text(0), u"two"_s);
}

void TestTranscriptModel::filtersByKindOfEvent_data()
{
    QTest::addColumn<int>("group");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("opened") << int(EventGroup::Opened) << QStringList{u"accepted from "_s, u"connecting to "_s};
    QTest::newRow("half-closed") << int(EventGroup::HalfClosed) << QStringList{u"the peer sends no more (FIN)"_s};
    QTest::newRow("closed") << int(EventGroup::Closed) << QStringList{u"stopped listening on "_s};
    QTest::newRow("not sent") << int(EventGroup::Unsent)
                              << QStringList{u"not sent: 0 message(s), 0 bytes were still waiting"_s};
    QTest::newRow("errors") << int(EventGroup::Error) << QStringList{u"broken"_s};
    QTest::newRow("gaps") << int(EventGroup::Gap)
                          << QStringList{u"1 record(s) with 4 bytes are missing here: they could not be kept."_s};
    QTest::newRow("none") << 0 << QStringList{};
}

void TestTranscriptModel::filtersByKindOfEvent()
{
    QFETCH(const int, group);
    QFETCH(const QStringList, rows);
    Fixture transcript;
    transcript.store->appendRead(SessionFormat::MaxSocket + 1, "lost", 1'000'000'000);
    QList<Record> records{Record::of(Kind::Error, 1, {.text = u"broken"_s}), Fixture::received("hidden\n")};
    for (const Kind kind : {Kind::Accepted, Kind::Connecting, Kind::PeerFinished, Kind::Stopped, Kind::Unsent})
        records.append(Record::of(kind, 1));
    QVERIFY(transcript.append(records));
    RowQuery query;
    query.received = false;
    query.events = EventGroups(group);
    QVERIFY(transcript.setQuery(query));
    QStringList texts;
    for (int row = 0; row < transcript.model.rowCount(); ++row)
        texts.append(transcript.text(row));
    QCOMPARE(texts, rows);
}

void TestTranscriptModel::countsTheRowsThatAFilterHides()
{
    Fixture transcript;
    QVERIFY(transcript.append(Fixture::manyReceived(5, "hidden")));
    transcript.model.clear();
    QVERIFY(transcript.append(Fixture::manyReceived(20, "m")));
    RowQuery query;
    query.text = {SearchText::Kind::Plain, u"m1"_s, true};
    QVERIFY(transcript.setQuery(query));
    QCOMPARE(transcript.model.shownCount(), 11);
    QCOMPARE(transcript.model.unfilteredCount(), quint64(20));
}

<<<<<<< HEAD
=======
void TestTranscriptModel::theDiskLimitTakesTheOldestAndSaysSo()
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

void TestTranscriptModel::aRowThatIsNoLongerKeptSaysSo()
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

void TestTranscriptModel::theOldestRowsGiveWayAndTheFirstSaysSo()
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

void TestTranscriptModel::ofManyRowsAtOnceOnlyTheNewestAreListed()
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

void TestTranscriptModel::aFilterShowsNoRowThatGaveWay()
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

void TestTranscriptModel::whatHasNoEndIsListedAfterAWhile()
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

void TestTranscriptModel::whatEndsWithItsStreamIsMarked()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received("whole\nhal"), Record::of(Record::Kind::PeerFinished, 1),
                               Record::of(Record::Kind::Closed, 1, {.reason = CloseReason::PeerClosed})}));
    QCOMPARE(transcript.text(1), u"hal"_s);
    QCOMPARE(transcript.marks(0), QString());
    QCOMPARE(transcript.marks(1), u"unfinished"_s);
}

void TestTranscriptModel::anUnfinishedMessageGrowsInItsRow()
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

void TestTranscriptModel::whoHoldsAnUnfinishedRowGetsTheWholeOne()
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

void TestTranscriptModel::newRowsComeAboveWhatIsUnfinished()
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

void TestTranscriptModel::manyUnfinishedMessagesAreSummedUp()
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

void TestTranscriptModel::whatIsUnfinishedIsFilteredAndClearedToo()
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

void TestTranscriptModel::anUnfinishedMessageIsNoLongerOneWhenItsStreamEnds()
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

void TestTranscriptModel::clearingTakesOutOfSightAndForgetsNothing()
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

void TestTranscriptModel::theDiskLimitTakesNoRowOfAMessageThatEndedLate()
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

void TestTranscriptModel::clearingTakesMessagesThatEndedInAnyOrder()
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

void TestTranscriptModel::clearingTakesTheNoticeToo()
{
    Fixture transcript(256 * 1024);
    QVERIFY(transcript.append(Fixture::manyReceived(4000, QByteArray(100, 'm'))));
    QCOMPARE(transcript.model.index(0).data(TranscriptModel::KindRole).toInt(), -1);
    transcript.model.clear();
    QVERIFY(transcript.append({Fixture::received("after\n")}));
    QCOMPARE(transcript.model.rowCount(), 1);
    QCOMPARE(transcript.text(0), u"after"_s);
}

void TestTranscriptModel::aSilenceIsNoneUntilAllBeforeItCanBeRead()
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

void TestTranscriptModel::aSilenceEndsAMessageThoughOthersGoOn()
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

void TestTranscriptModel::whatCouldNotBeKeptIsARow()
{
    Fixture transcript;
    transcript.store->appendRead(SessionFormat::MaxSocket + 1, "lost", 1'000'000'000);
    QVERIFY(transcript.append({Fixture::received("kept\n")}));
    QCOMPARE(transcript.text(0), u"1 record(s) with 4 bytes are missing here: they could not be kept."_s);
    QCOMPARE(transcript.text(1), u"kept"_s);
}

>>>>>>> mend
void TestTranscriptModel::copyGivesTheWholeMessage()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received(QByteArray(5000, 'x') + "\nsecond\n")}));
    QCOMPARE(transcript.model.copyText(0, 1, false), QString(5000, u'x') + u"\nsecond"_s);
}

void TestTranscriptModel::copyKeepsLinesAndTabsButNoOtherControls()
{
    Fixture transcript;
    QVERIFY(transcript.setFraming({Framing::Kind::Raw}));
    QVERIFY(transcript.append({Fixture::received("a\tb\r\nc\x1b[0m")}));
    QCOMPARE(transcript.model.copyText(0, 0, false), u"a\tb\nc␛[0m"_s);
}

void TestTranscriptModel::copyWithTimesSaysDateSocketAndDirection()
{
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received("hello\n", 3)}));
    const QRegularExpression form(uR"(^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} #3 RX ← hello$)"_s);
    const QString copied = transcript.model.copyText(0, 0, true);
    QVERIFY2(form.match(copied).hasMatch(), qPrintable(copied));
}

void TestTranscriptModel::sentencesFollowTheLanguage()
{
    Fixture transcript;
    QVERIFY(transcript.append({Record::of(Kind::PeerFinished, 1)}));
    const QString before = transcript.text(0);
    Capitals capitals;
    QCoreApplication::installTranslator(&capitals);
    QCOMPARE(transcript.text(0), before.toUpper());
    QVERIFY(transcript.text(0) != before);
}

QTEST_GUILESS_MAIN(TestTranscriptModel)
#include "tst_transcriptmodel.moc"
