#include "rowfacts.h"
#include "transcriptfixture.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the details of a message say of the reads that it came in.
class TestRowFacts final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageInOneRead();
    void aMessageInTwoReads();
    void messagesThatShareARead();
    void messagesThatAFilterHidesCountToo();
    void readsOfOtherSocketsDoNotCount();
    void writesAreCountedOnTheirOwn();
    void theTimeIsThatOfTheLastByte();
    void bytesLeaveOutTheFraming();
    void anEventHasNoBytes();
};

static MessageFacts factsAfter(const QList<Record> &records, qsizetype row)
{
    TranscriptFixture transcript;
    if (!transcript.append(records))
        qFatal("The rows did not come");
    return rowFacts(transcript.model, row);
}

static Record received(const QByteArray &bytes, SocketId socket = 1)
{
    return TranscriptFixture::received(bytes, socket);
}

static Record sent(const QByteArray &bytes, SocketId socket = 1)
{
    return TranscriptFixture::sent(bytes, socket);
}

void TestRowFacts::aMessageInOneRead()
{
    const QString text = factsText(factsAfter({received("one\n"), received("two\n")}, 1));
    QVERIFY2(text.contains(u"in read 2"_s), qPrintable(text));
}

void TestRowFacts::aMessageInTwoReads()
{
    const QString text = factsText(factsAfter({received("a\n"), received("b\n"), received("c "), received("d\n")}, 2));
    QVERIFY2(text.contains(u"in reads 3 and 4"_s), qPrintable(text));
}

void TestRowFacts::messagesThatShareARead()
{
    const QList<Record> records{received("1\n"), received("2\n"), received("3\n"), received("4\n"), received("a\nb\nc\n")};
    for (const qsizetype row : {4, 5, 6}) {
        const MessageFacts facts = factsAfter(records, row);
        QCOMPARE(facts.messagesInRead, 3);
        QVERIFY2(factsText(facts).contains(u"in read 5"_s), qPrintable(factsText(facts)));
    }
}

void TestRowFacts::messagesThatAFilterHidesCountToo()
{
    TranscriptFixture transcript;
    QVERIFY(transcript.append({received("x\n"), received("apple\npear\nplum\nand")}));
    RowQuery query;
    query.text.text = u"pear"_s;
    QVERIFY(transcript.setQuery(query));
    QCOMPARE(rowFacts(transcript.model, 0).messagesInRead, 3);
    QVERIFY(transcript.setQuery({}));
    QTRY_COMPARE(transcript.model.rowCount(), 5);
    QCOMPARE(rowFacts(transcript.model, 4).messagesInRead, 4); // with the one whose end has not come
}

void TestRowFacts::readsOfOtherSocketsDoNotCount()
{
    const MessageFacts facts = factsAfter({received("x\n", 2), received("x\n", 2), received("one\n", 1)}, 2);
    QCOMPARE(facts.socket, SocketId(1));
    QCOMPARE(facts.firstRead, 1U);
}

void TestRowFacts::writesAreCountedOnTheirOwn()
{
    const MessageFacts facts = factsAfter({received("in\n"), received("in\n"), sent("out\n")}, 2);
    QCOMPARE(facts.direction, TranscriptModel::Direction::Out);
    QCOMPARE(facts.firstRead, 1U);
    QCOMPARE(facts.lastRead, 1U);
}

void TestRowFacts::theTimeIsThatOfTheLastByte()
{
    const MessageFacts facts = factsAfter({received("one\n"), received("t"), received("wo\n")}, 1);
    QVERIFY(facts.delta);
    QCOMPARE(facts.delta->count(), std::chrono::nanoseconds(2ms).count());
}

void TestRowFacts::bytesLeaveOutTheFraming()
{
    QCOMPARE(factsAfter({received("four\r\n")}, 0).bytes, 4);
}

void TestRowFacts::anEventHasNoBytes()
{
    QCOMPARE(factsAfter({Record::of(Record::Kind::PeerFinished, 1)}, 0).messagesInRead, 1);
    QCOMPARE(factsAfter({}, 0).bytes, 0);
}

QTEST_GUILESS_MAIN(TestRowFacts)
#include "tst_rowfacts.moc"
