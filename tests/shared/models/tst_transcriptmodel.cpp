#include "transcriptmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

using Kind = Record::Kind;

namespace {

Message messageOf(const QByteArray &content)
{
    Message message;
    message.wire = content + '\n';
    message.trailerSize = 1;
    return message;
}

Record received(const QByteArray &content, SocketId socket = 1)
{
    return Record::of(Kind::Received, socket, messageOf(content));
}

QList<Record> manyReceived(int count, const QByteArray &content, SocketId socket = 1)
{
    QList<Record> records;
    for (int i = 0; i < count; ++i)
        records.append(received(content + QByteArray::number(i), socket));
    return records;
}

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

    QString text(const TranscriptModel &model, int row)
    {
        return model.index(row).data(TranscriptModel::TextRole).toString();
    }
    QString marks(const TranscriptModel &model, int row)
    {
        return model.index(row).data(TranscriptModel::MarksRole).toString();
    }

private Q_SLOTS:
    void aBatchIsOneInsertion();
    void anEmptyBatchIsNone();
    void hasNoRowsBelowARow();
    void theLineNamesSocketDirectionAndText();
    void socketNumbersCanBeLeftOut();
    void controlCharactersArePictures();
    void aLongMessageIsShortenedAndSaysItsLength();
    void aPieceSaysThatItGoesOn();
    void brokenBytesAreMarked();
    void aCharacterSplitOverReadsIsNotMarked();
    void narrowingShowsOnlyTheseSockets();
    void whatComesWhileNarrowedIsNarrowedToo();
    void theFullModelDropsTheOldestAndSaysSo();
    void theBytesAreBoundedToo();
    void droppingWhileNarrowedKeepsTheRightRows();
    void clearingForgetsWhatWasDropped();
    void copyGivesTheWholeMessage();
    void copyKeepsLinesAndTabsButNoOtherControls();
    void copyWithTimesSaysDateSocketAndDirection();
    void findsForwardsAndBackwardsWhateverTheCase();
    void findsBehindTheShortenedText();
    void sentencesFollowTheLanguage();
};

void TestTranscriptModel::aBatchIsOneInsertion()
{
    TranscriptModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.append(manyReceived(1000, "m"));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.rowCount(), 1000);
}

void TestTranscriptModel::anEmptyBatchIsNone()
{
    TranscriptModel model;
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.append({});
    QCOMPARE(inserted.size(), 0);
}

void TestTranscriptModel::hasNoRowsBelowARow()
{
    TranscriptModel model;
    model.append({received("a")});
    QCOMPARE(model.rowCount(model.index(0)), 0);
}

void TestTranscriptModel::theLineNamesSocketDirectionAndText()
{
    TranscriptModel model;
    model.append({received("hello", 7)});
    const QString line = model.index(0).data().toString();
    QVERIFY2(line.endsWith(u" #7 RX ← hello"_s), qPrintable(line));
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), line);
}

void TestTranscriptModel::socketNumbersCanBeLeftOut()
{
    TranscriptModel model;
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.append({Record::of(Kind::Sent, 7, messageOf("hello"))});
    model.setSocketNumbersShown(false);
    QVERIFY(model.index(0).data().toString().endsWith(u" TX → hello"_s));
    QVERIFY(!model.index(0).data().toString().contains(u'#'));
    QCOMPARE(changed.size(), 1);
}

void TestTranscriptModel::controlCharactersArePictures()
{
    TranscriptModel model;
    model.append({received(QByteArrayLiteral("a\0b\x1b"))});
    QCOMPARE(text(model, 0), u"a␀b␛"_s);
}

void TestTranscriptModel::aLongMessageIsShortenedAndSaysItsLength()
{
    TranscriptModel model;
    model.append({received(QByteArray(5000, 'x'))});
    QCOMPARE(text(model, 0), QString(TranscriptModel::ShownLength, u'x') + u'…');
    QCOMPARE(marks(model, 0), u"5,000 bytes"_s);
}

void TestTranscriptModel::aPieceSaysThatItGoesOn()
{
    Record first = received("first");
    first.message.more = true;
    Record last = received("last");
    last.message.continues = true;
    TranscriptModel model;
    model.append({first, last});
    QCOMPARE(marks(model, 0), u"goes on…"_s);
    QCOMPARE(marks(model, 1), u"…continued"_s);
    QVERIFY(model.index(0).data().toString().contains(u"goes on…"_s));
}

void TestTranscriptModel::brokenBytesAreMarked()
{
    TranscriptModel model;
    model.append({received("a\xff" "b"), received(QByteArray(100'000, 'x') + '\xff'), received("fine")});
    QCOMPARE(text(model, 0), u"a\uFFFDb"_s);
    QCOMPARE(marks(model, 0), u"not UTF-8"_s);
    QVERIFY(marks(model, 1).startsWith(u"not UTF-8"_s));
    QCOMPARE(marks(model, 2), QString());
}

void TestTranscriptModel::aCharacterSplitOverReadsIsNotMarked()
{
    Record first = received({});
    first.message.wire = "a\xc3";
    first.message.trailerSize = 0;
    first.message.openEnd = true;
    Record second = received({});
    second.message.wire = "\xa4" "b";
    second.message.trailerSize = 0;
    second.message.carriedSize = 1;
    second.message.carried[0] = '\xc3';
    TranscriptModel model;
    model.append({first, second});
    QCOMPARE(text(model, 0), u"a"_s);
    QCOMPARE(text(model, 1), u"äb"_s);
    QCOMPARE(marks(model, 0) + marks(model, 1), QString());
}

void TestTranscriptModel::narrowingShowsOnlyTheseSockets()
{
    TranscriptModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append({received("a", 1), received("b", 2), received("c", 3), received("d", 2)});
    model.setSockets({2});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 0) + text(model, 1), u"bd"_s);
    QCOMPARE(model.recordCount(), 4);
    model.setSockets({});
    QCOMPARE(model.rowCount(), 4);
}

void TestTranscriptModel::whatComesWhileNarrowedIsNarrowedToo()
{
    TranscriptModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSockets({1, 3});
    model.append({received("a", 1), received("b", 2), received("c", 3)});
    model.append({received("d", 2)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 1), u"c"_s);
}

void TestTranscriptModel::theFullModelDropsTheOldestAndSaysSo()
{
    TranscriptModel model(100, 1'000'000);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(manyReceived(100, "m"));
    QCOMPARE(model.rowCount(), 100);
    model.append({received("over")});
    QCOMPARE(model.droppedRows(), 11U);
    QCOMPARE(model.rowCount(), 91);
    QCOMPARE(text(model, 0), u"11 older row(s) with 34 bytes are gone: the transcript is full."_s);
    QCOMPARE(model.index(0).data(TranscriptModel::KindRole).toInt(), -1);
    QCOMPARE(text(model, 1), u"m11"_s);
    QCOMPARE(text(model, 90), u"over"_s);
}

void TestTranscriptModel::theBytesAreBoundedToo()
{
    TranscriptModel model(1'000'000, 10'000);
    model.append({received(QByteArray(6000, 'a')), received(QByteArray(6000, 'b'))});
    QCOMPARE(model.recordCount(), 1);
    QCOMPARE(model.droppedBytes(), 6001U);
    QVERIFY(text(model, 0).contains(u"6,001"_s));
}

void TestTranscriptModel::droppingWhileNarrowedKeepsTheRightRows()
{
    TranscriptModel model(10, 1'000'000);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setSockets({2});
    model.append({received("old", 2)});
    model.append(manyReceived(9, "x", 1));
    model.append({received("new", 2)});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(text(model, 1), u"new"_s);
}

void TestTranscriptModel::clearingForgetsWhatWasDropped()
{
    TranscriptModel model(10, 1'000'000);
    model.append(manyReceived(20, "x"));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.droppedRows(), 0U);
    model.append({received("a")});
    QCOMPARE(text(model, 0), u"a"_s);
}

void TestTranscriptModel::copyGivesTheWholeMessage()
{
    TranscriptModel model;
    model.append({received(QByteArray(5000, 'x')), received("second")});
    QCOMPARE(model.copyText(0, 1, false), QString(5000, u'x') + u"\nsecond"_s);
}

void TestTranscriptModel::copyKeepsLinesAndTabsButNoOtherControls()
{
    TranscriptModel model;
    model.append({received("a\tb\r\nc\x1b[0m")});
    QCOMPARE(model.copyText(0, 0, false), u"a\tb\nc␛[0m"_s);
}

void TestTranscriptModel::copyWithTimesSaysDateSocketAndDirection()
{
    TranscriptModel model;
    model.append({received("hello", 3)});
    const QRegularExpression form(uR"(^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} #3 RX ← hello$)"_s);
    QVERIFY2(form.match(model.copyText(0, 0, true)).hasMatch(), qPrintable(model.copyText(0, 0, true)));
}

void TestTranscriptModel::findsForwardsAndBackwardsWhateverTheCase()
{
    TranscriptModel model;
    model.append({received("one"), received("Two"), received("three"), received("two")});
    QCOMPARE(model.findNext(u"TWO"_s, 0), 1);
    QCOMPARE(model.findNext(u"TWO"_s, 2), 3);
    QCOMPARE(model.findNext(u"two"_s, 2, true), 1);
    QCOMPARE(model.findNext(u"four"_s, 0), -1);
    QCOMPARE(model.findNext({}, 0), -1);
}

void TestTranscriptModel::findsBehindTheShortenedText()
{
    TranscriptModel model;
    model.append({received(QByteArray(5000, 'x') + "needle")});
    QCOMPARE(model.findNext(u"needle"_s, 0), 0);
}

void TestTranscriptModel::sentencesFollowTheLanguage()
{
    TranscriptModel model;
    model.append({Record::of(Kind::PeerFinished, 1)});
    const QString before = text(model, 0);
    Capitals capitals;
    QCoreApplication::installTranslator(&capitals);
    QCOMPARE(text(model, 0), before.toUpper());
    QVERIFY(text(model, 0) != before);
}

QTEST_GUILESS_MAIN(TestTranscriptModel)
#include "tst_transcriptmodel.moc"
