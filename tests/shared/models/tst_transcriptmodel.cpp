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
    void aBatchIsNotAnInsertionPerRow();
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

void TestTranscriptModel::aBatchIsNotAnInsertionPerRow()
{
    Fixture transcript;
    const QAbstractItemModelTester tester(&transcript.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy inserted(&transcript.model, &QAbstractItemModel::rowsInserted);
    QVERIFY(transcript.append(Fixture::manyReceived(10'000, "m")));
    QVERIFY(inserted.size() <= 101); // one for each percent that the work is told of, and the last
    QCOMPARE(transcript.model.rowCount(), 10'000);
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
    QCOMPARE(transcript.marks(2), QString());
    const QSignalSpy changed(&transcript.model, &QAbstractItemModel::dataChanged);
    QVERIFY2(!transcript.marks(1).contains(u"not"_s), "a long one was looked at while its row was asked for");
    QTRY_VERIFY(transcript.marks(1).startsWith(u"not UTF-8"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
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
