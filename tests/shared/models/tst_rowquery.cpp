#include "transcriptfixture.h"

#include "text.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

/// Looking through all bytes at once finds the rows that looking at each row alone finds.
class TestRowQuery final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheRowsThatHoldIt_data();
    void findsTheRowsThatHoldIt();
    void askedBackwardsItFindsTheSame();

private:
    static QList<Record> traffic();
    /// The numbers of the rows that match, each read and compared by itself.
    static QList<int> oneByOne(const TranscriptFixture &transcript, const RowQuery &query);
    static RowQuery queryFor(int kind, const QString &text, bool matchCase);
};

RowQuery TestRowQuery::queryFor(int kind, const QString &text, bool matchCase)
{
    RowQuery query;
    query.text = {SearchText::Kind(kind), text, matchCase};
    return query;
}

/// Lines of three sockets, cut into reads anywhere, with events between.
QList<Record> TestRowQuery::traffic()
{
    QRandomGenerator random(3);
    QList<Record> records;
    for (int i = 0; i < 4000; ++i) {
        QByteArray bytes;
        for (int length = random.bounded(30); length >= 0; --length)
            bytes.append("abAB \n\xe4\xbd\xa0"[random.bounded(9)]);
        const SocketId socket = 1 + random.bounded(3U);
        records.append(i % 3 ? TranscriptFixture::received(bytes, socket) : TranscriptFixture::sent(bytes, socket));
        if (i % 500 == 0)
            records.append(Record::of(Record::Kind::Error, socket, {.text = u"an error with ab in it"_s}));
    }
    return records;
}

QList<int> TestRowQuery::oneByOne(const TranscriptFixture &transcript, const RowQuery &query)
{
    const RowsView &view = transcript.rows->view();
    QList<int> rows;
    MessageReader reader(view.store);
    for (quint64 row = 0; row < view.end(); ++row) {
        const Record record = reader.record(view.at(row));
        QString problem;
        const auto pattern = SearchPattern::compile(query.text, &problem);
        const QString text = record.hasMessage() ? decodeMessage(record.message).text : record.more().text;
        const bool holds = record.hasMessage() && pattern->isHex()
            ? record.message.wire.contains(QByteArray::fromHex(query.text.text.toLatin1()))
            : text.contains(query.text.text, query.text.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
        if (holds)
            rows.append(int(row));
    }
    return rows;
}

void TestRowQuery::findsTheRowsThatHoldIt_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matchCase");
    QTest::newRow("with the case") << 0 << u"aB"_s << true;
    QTest::newRow("whatever the case") << 0 << u"aB"_s << false;
    QTest::newRow("rare") << 0 << u"abAB"_s << true;
    QTest::newRow("a character of three bytes") << 0 << u"你"_s << true;
    QTest::newRow("bytes with the line's end") << 2 << u"610a"_s << false;
    QTest::newRow("nowhere") << 0 << u"z"_s << true;
}

void TestRowQuery::findsTheRowsThatHoldIt()
{
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    QFETCH(const bool, matchCase);
    TranscriptFixture transcript;
    QVERIFY(transcript.append(traffic()));
    const RowQuery query = queryFor(kind, text, matchCase);
    const RowsView &view = transcript.rows->view();
    RowMatcher matcher(view.store, view.index->interpretations(), query);
    QList<int> found;
    for (quint64 row = 0; row < view.end(); ++row) {
        if (matcher.matches(view.at(row)))
            found.append(int(row));
    }
    QCOMPARE(found, oneByOne(transcript, query));
    QCOMPARE(found.isEmpty(), text == u"z"_s);
}

void TestRowQuery::askedBackwardsItFindsTheSame()
{
    TranscriptFixture transcript;
    QVERIFY(transcript.append(traffic()));
    const RowQuery query = queryFor(0, u"abA"_s, true);
    const RowsView &view = transcript.rows->view();
    RowMatcher matcher(view.store, view.index->interpretations(), query);
    QList<int> found;
    for (quint64 row = view.end(); row > 0; --row) {
        if (matcher.matches(view.at(row - 1)))
            found.prepend(int(row - 1));
    }
    QCOMPARE(found, oneByOne(transcript, query));
}

QTEST_GUILESS_MAIN(TestRowQuery)
#include "tst_rowquery.moc"
