#include "framerreference.h"
#include "messageindex.h"
#include "messagereader.h"
#include "sessionfixture.h"

#include <QDateTime>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace {

using Store = SessionFixture::StorePointer;

constexpr qint64 StartTime = 1'700'000'000'000'000'000;

bool always(RecordNumber)
{
    return true;
}

Interpretations interpretationsOf(const QString &framing, qsizetype limit = Framer::DefaultLimit)
{
    Interpretations interpretations;
    interpretations.usual.framing = *parseFraming(framing);
    interpretations.messageLimit = limit;
    return interpretations;
}

QList<MessageRow> rowsOf(const MessageIndex &index)
{
    QList<MessageRow> rows;
    for (quint64 number = index.rows().first(); number < index.rows().end(); ++number)
        rows.append(index.rows().at(number));
    return rows;
}

QList<Message> messagesOf(const Store &store, const MessageIndex &index, SocketId socket = 1, bool sent = false)
{
    MessageReader reader(store);
    QList<Message> messages;
    for (const MessageRow &row : rowsOf(index)) {
        if (row.isMessage() && row.socket == socket && row.isSent() == sent)
            messages.append(reader.message(row));
    }
    return messages;
}

/// Messages of each kind, and the start of one.
QByteArray streamFor(const QString &word)
{
    const Framing framing = *parseFraming(word);
    if (framing.kind != Framing::Kind::Length)
        return "one\r\ntwo\n中文\0four;END\r\n\r\ncut"_ba;
    return framing.compose("one")->wire + framing.compose("")->wire + framing.compose("中文")->wire
        + framing.compose("cut")->wire.chopped(1);
}

QByteArray someBytes(QRandomGenerator &random, qsizetype size)
{
    static const QByteArrayList parts{"a", "\n", "\r\n", "\0"_ba, "\0\3"_ba, "\3"_ba, ";", "END", "中", "\xE4\xB8", "\xFF"};
    QByteArray bytes;
    while (bytes.size() < size)
        bytes += parts.at(random.bounded(int(parts.size())));
    return bytes;
}

void addFramings()
{
    QTest::addColumn<QString>("framing");
    for (const char *framing : {"lines", "crlf", "nul", "raw", "delimiter:;", "delimiter:END", "fixed:1", "fixed:7",
                                "length:u8", "length:u16be", "length:u16le", "length:u32be", "length:u32le", "idle:20"})
        QTest::newRow(framing) << QString::fromLatin1(framing);
}

}

/// Framings over what a store has kept: the rows are what the framer makes of the streams, wherever reads were cut.
class TestMessageIndex final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aStreamCutAnywhereHasTheMessagesOfTheWhole_data() { addFramings(); }
    void aStreamCutAnywhereHasTheMessagesOfTheWhole();
    void theRowsOfEachStreamAreItsBytes_data() { addFramings(); }
    void theRowsOfEachStreamAreItsBytes();
    void behindAProtocolErrorTheRestIsRawAndMarked();
    void aSilenceEndsAMessage();
    void aSilenceThatLastsEndsTheLastMessage();
    void aFinishedStreamDeliversItsLastMessage();
    void aMessageInManyReadsTellsThem();
    void theFrontOfALongMessageCanBeReadAlone();
    void whereTheFrontIsGoneTheRestIsRead();
    void catchingUpInPiecesIsTheSame();
    void rowsAndWhatIsUnfinishedAreAllBytes_data() { addFramings(); }
    void rowsAndWhatIsUnfinishedAreAllBytes();
    void whatIsUnfinishedHasItsPrefixOnceThatIsWhole();
    void whatIsUnfinishedStaysTheSameWhileItGrows();
    void aMessageThatEndedBelowNewerRowsSaysSo();
    void rowsGoWithTheirRecords();
    void theOldestRowsGiveWay();
    void rowsThatGaveWayAreCountedUntilTheirRecordsGo();

private:
    SessionFixture m_sessions;
};

void TestMessageIndex::aStreamCutAnywhereHasTheMessagesOfTheWhole()
{
    QFETCH(QString, framing);
    const QByteArray stream = streamFor(framing);
    const bool isRaw = framing == u"raw"_s;
    for (qsizetype cut = 1; cut < stream.size(); ++cut) {
        const auto store = m_sessions.create();
        store->appendRead(1, stream.first(cut), StartTime);
        store->appendRead(1, stream.sliced(cut), StartTime);
        store->appendEvent(Record::of(Record::Kind::Closed, 1), StartTime);
        store->flush();
        MessageIndex index(store, interpretationsOf(framing), store->folder());
        QVERIFY(index.catchUp(always));

        const Framer framer(*parseFraming(framing));
        const QList<Message> expected = feedInTwo(framer, stream, isRaw ? cut : stream.size());
        QCOMPARE(shapeOf(messagesOf(store, index)), shapeOf(expected));
    }
}

void TestMessageIndex::theRowsOfEachStreamAreItsBytes()
{
    QFETCH(QString, framing);
    QRandomGenerator random(23'112'026);
    for (int round = 0; round < 10; ++round) {
        const auto store = m_sessions.create();
        QHash<QPair<SocketId, bool>, QByteArray> streams;
        qint64 time = StartTime;
        for (int i = 0; i < 300; ++i) {
            const SocketId socket = 1 + random.bounded(3);
            const bool sent = random.bounded(2);
            const QByteArray bytes = someBytes(random, 1 + random.bounded(60));
            time += random.bounded(30'000'000);
            sent ? store->appendWrite(socket, bytes, time) : store->appendRead(socket, bytes, time);
            streams[{socket, sent}] += bytes;
        }
        for (SocketId socket = 1; socket <= 3; ++socket)
            store->appendEvent(Record::of(Record::Kind::Closed, socket), time);
        store->flush();
        MessageIndex index(store, interpretationsOf(framing, 16 + random.bounded(30)), store->folder());
        QVERIFY(index.catchUp(always));

        for (auto it = streams.cbegin(); it != streams.cend(); ++it)
            QCOMPARE(wireOf(messagesOf(store, index, it.key().first, it.key().second)), it.value());
    }
}

void TestMessageIndex::behindAProtocolErrorTheRestIsRawAndMarked()
{
    const auto store = m_sessions.create();
    store->appendRead(1, "\0\2hi\xFF"_ba, StartTime);
    store->appendRead(1, "\xFFno length", StartTime);
    store->appendRead(1, "\0\2raw"_ba, StartTime);
    store->flush();
    MessageIndex index(store, interpretationsOf(u"length:u16be"_s, 100), store->folder());
    QVERIFY(index.catchUp(always));

    const QList<MessageRow> rows = rowsOf(index);
    const QList<Message> messages = messagesOf(store, index);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(messages[0].content(), "hi"_ba);
    QVERIFY(!rows[0].has(MessageRow::Unframed));
    QCOMPARE(messages[1].wire, "\xFF\xFFno length"_ba);
    QVERIFY(rows[1].has(MessageRow::Unframed));
    QCOMPARE(messages[2].content(), "\0\2raw"_ba);
    QVERIFY(rows[2].has(MessageRow::Unframed));
}

void TestMessageIndex::aSilenceEndsAMessage()
{
    const auto store = m_sessions.create();
    store->appendRead(1, "one ", StartTime);
    store->appendRead(1, "message", StartTime + 19'000'000);
    store->appendRead(1, "another", StartTime + 40'000'000);
    store->flush();
    MessageIndex index(store, interpretationsOf(u"idle:20"_s), store->folder());
    QVERIFY(index.catchUp(always));

    QCOMPARE(shapeOf(messagesOf(store, index)), QByteArrayList({"one message|0", "another|0"}));
    QCOMPARE(rowsOf(index)[0].record, RecordNumber(1));
    QCOMPARE(rowsOf(index)[0].end, 7U);
}

void TestMessageIndex::aSilenceThatLastsEndsTheLastMessage()
{
    const auto store = m_sessions.create();
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    store->appendRead(1, "waiting", now);
    store->flush();
    MessageIndex index(store, interpretationsOf(u"idle:60000"_s), store->folder());
    QVERIFY(index.catchUp(always));

    QCOMPARE(index.messages(), 0U);
    QCOMPARE(index.deadline(), std::optional(now + 60'000'000'000));
}

void TestMessageIndex::aFinishedStreamDeliversItsLastMessage()
{
    const auto store = m_sessions.create();
    store->appendRead(1, "unfinished", StartTime);
    store->appendEvent(Record::of(Record::Kind::PeerFinished, 1), StartTime);
    store->appendWrite(1, "also", StartTime);
    store->flush();
    MessageIndex index(store, interpretationsOf(u"lines"_s), store->folder());
    QVERIFY(index.catchUp(always));
    QCOMPARE(shapeOf(messagesOf(store, index)), QByteArrayList({"unfinished|0"}));
    QVERIFY(messagesOf(store, index, 1, true).isEmpty());

    store->appendEvent(Record::of(Record::Kind::Closed, 1), StartTime);
    store->flush();
    QVERIFY(index.catchUp(always));
    QCOMPARE(shapeOf(messagesOf(store, index, 1, true)), QByteArrayList({"also|0"}));
}

void TestMessageIndex::aMessageInManyReadsTellsThem()
{
    const auto store = m_sessions.create();
    for (const char *read : {"whole\n", "in ", "three ", "reads\nnext\n"})
        store->appendRead(1, read, StartTime);
    store->flush();
    MessageIndex index(store, interpretationsOf(u"lines"_s), store->folder());
    QVERIFY(index.catchUp(always));
    MessageReader reader(store);

    const QList<MessageRow> rows = rowsOf(index);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(reader.reads(rows[1]).first, 2U);
    QCOMPARE(reader.reads(rows[1]).last, 4U);
    QCOMPARE(reader.wire(rows[1]), "in three reads\n"_ba);
    QCOMPARE(reader.reads(rows[2]).first, 4U);
}

void TestMessageIndex::theFrontOfALongMessageCanBeReadAlone()
{
    const auto store = m_sessions.create();
    for (const char *read : {"x\na", "bc", "def", "ghij\nnext\n"})
        store->appendRead(1, read, StartTime);
    store->flush();
    MessageIndex index(store, interpretationsOf(u"lines"_s), store->folder());
    QVERIFY(index.catchUp(always));
    MessageReader reader(store);
    const MessageRow row = rowsOf(index).at(1);
    const QByteArray whole = "abcdefghij\n";
    for (quint32 most = 1; most <= 12; ++most) {
        const Message message = reader.message(row, most);
        QCOMPARE(message.wire, whole.first(qMin<qsizetype>(most, whole.size())));
        QCOMPARE(message.trailerSize, most < whole.size() ? 0U : 1U);
        QCOMPARE(message.openEnd, most < whole.size());
    }
}

void TestMessageIndex::whereTheFrontIsGoneTheRestIsRead()
{
    const auto store = m_sessions.create(64 * 1024);
    MessageIndex index(store, interpretationsOf(u"lines"_s), store->folder());
    for (int i = 0; i < 40; ++i) {
        store->appendRead(1, QByteArray(4096, char('a' + i % 26)), StartTime);
        store->flush();
        QVERIFY(index.catchUp(always));
    }
    store->appendRead(1, "\n", StartTime);
    store->flush();
    QVERIFY(index.catchUp(always));
    QVERIFY(store->goneRecords() > 0);
    const QList<MessageRow> rows = rowsOf(index);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].length, quint32(40 * 4096 + 1));

    const QByteArray kept = MessageReader(store).message(rows[0]).wire;
    QVERIFY(!kept.isEmpty() && kept.size() < 40 * 4096);
    QCOMPARE(MessageReader(store).message(rows[0], 100).wire, kept);
}

void TestMessageIndex::catchingUpInPiecesIsTheSame()
{
    const auto store = m_sessions.create();
    for (int i = 0; i < 20'000; ++i)
        store->appendRead(1, i % 3 == 0 ? "x\n" : "y", StartTime + i);
    store->flush();
    MessageIndex whole(store, interpretationsOf(u"lines"_s), store->folder());
    QVERIFY(whole.catchUp(always));
    MessageIndex inPieces(store, interpretationsOf(u"lines"_s), store->folder());

    int given = 0;
    while (!inPieces.catchUp([asked = 0](RecordNumber) mutable { return ++asked < 2; }))
        ++given;

    QVERIFY(given > 2);
    QCOMPARE(shapeOf(messagesOf(store, inPieces)), shapeOf(messagesOf(store, whole)));
}

void TestMessageIndex::rowsAndWhatIsUnfinishedAreAllBytes()
{
    QFETCH(QString, framing);
    QRandomGenerator random(2311);
    const auto store = m_sessions.create();
    MessageIndex index(store, interpretationsOf(framing, 40), store->folder());
    MessageReader reader(store);
    QHash<QPair<quint32, bool>, QByteArray> streams;
    for (int round = 0; round < 100; ++round) {
        const SocketId socket = 1 + random.bounded(3);
        const bool sent = random.bounded(2);
        const QByteArray bytes = someBytes(random, 1 + random.bounded(30));
        const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
        sent ? store->appendWrite(socket, bytes, now) : store->appendRead(socket, bytes, now);
        streams[{quint32(socket), sent}] += bytes;
        store->flush();
        QVERIFY(index.catchUp(always));

        QHash<QPair<quint32, bool>, QByteArray> seen;
        for (const MessageRow &row : rowsOf(index))
            seen[{row.socket, row.isSent()}] += reader.message(row).wire;
        for (const UnfinishedMessage &message : index.unfinished().messages)
            seen[{message.row.socket, message.row.isSent()}] += reader.message(message.row).wire;
        QCOMPARE(seen, streams);
        QCOMPARE(index.unfinished().end, index.rows().end());
    }
}

void TestMessageIndex::whatIsUnfinishedHasItsPrefixOnceThatIsWhole()
{
    const auto store = m_sessions.create();
    store->appendRead(1, "\0"_ba, StartTime);
    store->appendRead(2, "\0\5he"_ba, StartTime);
    store->flush();
    MessageIndex index(store, interpretationsOf(u"length:u16be"_s), store->folder());
    QVERIFY(index.catchUp(always));
    MessageReader reader(store);
    const auto messages = index.unfinished().messages;
    QCOMPARE(messages.size(), 2);
    QCOMPARE(reader.message(messages[0].row).content(), "\0"_ba);
    QCOMPARE(reader.message(messages[1].row).content(), "he"_ba);
    QVERIFY(messages[1].row.has(MessageRow::Unfinished));
}

void TestMessageIndex::whatIsUnfinishedStaysTheSameWhileItGrows()
{
    const auto store = m_sessions.create();
    MessageIndex index(store, interpretationsOf(u"lines"_s), store->folder());
    const auto unfinishedAfter = [&](const char *bytes) {
        store->appendRead(1, bytes, StartTime);
        store->flush();
        index.catchUp(always);
        return index.unfinished().messages.value(0);
    };
    const UnfinishedMessage first = unfinishedAfter("one");
    const UnfinishedMessage grown = unfinishedAfter(" more");
    const UnfinishedMessage next = unfinishedAfter("\ntwo");
    QCOMPARE(grown.row.length, 8U);
    QVERIFY(grown.identity() == first.identity());
    QVERIFY(next.identity() != first.identity());
}

void TestMessageIndex::aMessageThatEndedBelowNewerRowsSaysSo()
{
    const auto store = m_sessions.create();
    store->appendRead(1, "no end", StartTime);
    store->appendRead(2, "newer\n", StartTime + 1);
    store->appendRead(3, "no end either", StartTime + 2);
    store->appendEvent(Record::of(Record::Kind::Closed, 3), StartTime + 3);
    store->appendEvent(Record::of(Record::Kind::Closed, 1), StartTime + 4);
    store->flush();
    MessageIndex index(store, interpretationsOf(u"lines"_s), store->folder());
    QVERIFY(index.catchUp(always));
    QList<bool> late;
    for (const MessageRow &row : rowsOf(index))
        late.append(row.has(MessageRow::Late));
    QCOMPARE(late, QList<bool>({false, false, false, true, false}));
}

void TestMessageIndex::rowsGoWithTheirRecords()
{
    const auto store = m_sessions.create(64 * 1024);
    MessageIndex index(store, interpretationsOf(u"lines"_s), store->folder());
    for (int i = 0; i < 3000; ++i) {
        store->appendRead(1, QByteArray::number(i) + QByteArray(100, '.') + '\n', StartTime + i);
        if (i % 100 == 0) {
            store->flush();
            QVERIFY(index.catchUp(always));
        }
    }
    store->flush();
    QVERIFY(index.catchUp(always));
    QVERIFY(store->goneRecords() > 0);

    index.dropBefore(store->firstNumber());

    QCOMPARE(index.rows().at(index.rows().first()).record, store->firstNumber());
    QCOMPARE(index.rows().end(), 3000U);
    QVERIFY(messagesOf(store, index).constLast().wire.startsWith("2999."));
}

void TestMessageIndex::theOldestRowsGiveWay()
{
    const auto store = m_sessions.create();
    MessageIndex index(store, interpretationsOf(u"fixed:1"_s), store->folder(), 100'000);
    for (int read = 0; read < 40; ++read)
        store->appendRead(1, QByteArray(10'000, char('A' + read)), StartTime + read);
    store->flush();
    QVERIFY(index.catchUp(always));

    QCOMPARE(index.rows().end() - index.rows().first(), quint64(100'000));
    QCOMPARE(index.unlisted(), quint64(300'000));
    MessageReader reader(store);
    QCOMPARE(reader.wire(index.rows().at(index.rows().first())), QByteArrayView("_"));
}

void TestMessageIndex::rowsThatGaveWayAreCountedUntilTheirRecordsGo()
{
    constexpr int lines = 60'000;
    const auto store = m_sessions.create(1024 * 1024);
    MessageIndex index(store, interpretationsOf(u"lines"_s), store->folder(), 1000);
    for (int i = 0; i < lines; ++i) {
        store->appendRead(1, QByteArray(20, '.') + '\n', StartTime + i);
        if (i % 1000 != 0)
            continue;
        store->flush();
        QVERIFY(index.catchUp(always));
        index.dropBefore(store->firstNumber());
    }
    const quint64 recycled = store->firstNumber();
    const quint64 kept = lines - 1000 - recycled; // a line is a record
    QVERIFY(recycled > 10'000 && kept > 10'000);
    QVERIFY2(qAbs(qint64(index.unlisted()) - qint64(kept)) <= 6000, qPrintable(QString::number(index.unlisted())));
}

QTEST_GUILESS_MAIN(TestMessageIndex)
#include "tst_messageindex.moc"
