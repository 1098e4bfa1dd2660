#include "program.h"

#include <QCryptographicHash>
#include <QMap>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

/// No byte is lost, doubled or changed: what clients sent is what was recorded and what came back, by SHA-256.
class TestConservation final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasSentIsWhatWasRecordedAndEchoed_data();
    void whatWasSentIsWhatWasRecordedAndEchoed();
};

static QByteArray randomBytes(QRandomGenerator &random, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

/// What the record says of the bytes of one event: the hex where there is one, else the text.
static QByteArray recordedBytes(const QJsonObject &event)
{
    if (event.contains("hex"_L1))
        return QByteArray::fromHex(event.value("hex"_L1).toString().toLatin1());
    return event.value("text"_L1).toString().toUtf8();
}

/// What the record says that each socket received.
static QMap<int, QByteArray> recordedStreams(JsonProgram &server, bool lines)
{
    QMap<int, QByteArray> streams;
    const QList<QJsonObject> events = server.eventsNamed(u"received"_s);
    for (const QJsonObject &event : events) {
        QByteArray &stream = streams[event.value("socket"_L1).toInt()];
        stream.append(recordedBytes(event));
        if (lines)
            stream.append('\n');
    }
    return streams;
}

static qsizetype sizeOf(const QMap<int, QByteArray> &streams)
{
    qsizetype size = 0;
    for (const QByteArray &stream : streams)
        size += stream.size();
    return size;
}

void TestConservation::whatWasSentIsWhatWasRecordedAndEchoed_data()
{
    QTest::addColumn<QString>("framing");
    QTest::newRow("raw") << u"raw"_s;
    QTest::newRow("lines") << u"lines"_s;
}

void TestConservation::whatWasSentIsWhatWasRecordedAndEchoed()
{
    QFETCH(QString, framing);
    constexpr int Clients = 8;
    constexpr qsizetype Size = 300'000;
    HeadlessServerProgram server({u"--mode"_s, u"echo"_s, u"--framing"_s, framing});
    QRandomGenerator random(20261123);
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    QList<QByteArray> sent;
    QList<QByteArray> echoed(Clients);
    for (int i = 0; i < Clients; ++i) {
        clients.push_back(server.connectClient());
        QVERIFY(!server->next(u"accepted"_s).isEmpty());
        sent.append(randomBytes(random, Size) + '\n');
        if (framing == "lines"_L1)
            sent.last().replace('\r', '.'); // the CR of a CRLF is left out of the record, as documented
    }
    for (int i = 0; i < Clients; ++i) {
        for (qsizetype at = 0; at < sent.at(i).size(); at += 997)
            clients[i]->write(sent.at(i).sliced(at, qMin<qsizetype>(997, sent.at(i).size() - at)));
    }
    for (int i = 0; i < Clients; ++i)
        QVERIFY(readAll(*clients[i], sent.at(i).size(), echoed[i]));

    QMap<int, QByteArray> recorded;
    QTRY_COMPARE_WITH_TIMEOUT((recorded = recordedStreams(*server, framing == "lines"_L1), sizeOf(recorded)),
                              Clients * (Size + 1), Program::Patience);
    for (int i = 0; i < Clients; ++i) {
        const auto sum = [](const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); };
        QCOMPARE(sum(echoed.at(i)), sum(sent.at(i)));
        QCOMPARE(sum(recorded.value(i + 1)), sum(sent.at(i)));
    }
}

QTEST_GUILESS_MAIN(TestConservation)
#include "tst_conservation.moc"
