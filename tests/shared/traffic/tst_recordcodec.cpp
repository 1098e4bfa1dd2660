#include "crc32.h"
#include "recordcodec.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Record::Kind)
Q_DECLARE_METATYPE(Record::Details)

static bool operator==(const Record::Details &a, const Record::Details &b)
{
    return a.local == b.local && a.peer == b.peer && a.reason == b.reason && a.problem == b.problem && a.text == b.text
        && a.bytesIn == b.bytesIn && a.bytesOut == b.bytesOut && a.unsentMessages == b.unsentMessages
        && a.unsentBytes == b.unsentBytes;
}

static Endpoint endpoint(const char *address, quint16 port)
{
    return {QHostAddress(QString::fromLatin1(address)), port};
}

static Record::Details fullDetails()
{
    return {endpoint("127.0.0.1", 8080), endpoint("fe80::1%eth0", 53122), CloseReason::TooSlow, ConnectProblem::Unreachable,
            u"“naïve”, 网络"_s, 1, 2, 3, ~Q_UINT64_C(0)};
}

class TestRecordCodec final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void crcsAreThoseOfTheStandard_data();
    void crcsAreThoseOfTheStandard();
    void everyKindOfEventComesBack_data();
    void everyKindOfEventComesBack();
    void messagesAreNoEvents();
    void everyFieldComesBack_data();
    void everyFieldComesBack();
    void aLongTextIsCutBeforeACharacter();
    void onlyTheLastEventOfASocketIsClosed();
    void anEventCutAnywhereIsRefused();
    void anEventWithBytesLeftOverIsRefused();
    void aFieldOutOfItsBoundsIsRefused_data();
    void aFieldOutOfItsBoundsIsRefused();
    void randomBytesNeverCrash();
};

void TestRecordCodec::crcsAreThoseOfTheStandard_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint32>("crc");

    QTest::newRow("nothing") << ""_ba << 0U;
    QTest::newRow("a letter") << "a"_ba << 0xE8B7BE43U;
    QTest::newRow("the check value") << "123456789"_ba << 0xCBF43926U;
    QTest::newRow("32 zeros") << QByteArray(32, '\0') << 0x190A55ADU;
    QTest::newRow("a sentence") << "The quick brown fox jumps over the lazy dog"_ba << 0x414FA339U;
}

void TestRecordCodec::crcsAreThoseOfTheStandard()
{
    QFETCH(QByteArray, bytes);
    QTEST(crc32(bytes), "crc");
}

void TestRecordCodec::everyKindOfEventComesBack_data()
{
    QTest::addColumn<Record::Kind>("kind");

    for (int kind = 0; kind <= int(Record::Kind::Stopped); ++kind) {
        if (Record{.kind = Record::Kind(kind), .message = {}, .details = {}}.hasMessage())
            continue;
        QTest::addRow("kind %d", kind) << Record::Kind(kind);
    }
}

void TestRecordCodec::everyKindOfEventComesBack()
{
    QFETCH(Record::Kind, kind);

    const auto back = RecordCodec::decode(RecordCodec::encode(Record::of(kind, 1, fullDetails())), 42, 77);

    QVERIFY(back);
    QCOMPARE(back->kind, kind);
    QCOMPARE(back->socket, SocketId(42));
    QCOMPARE(back->time, 77);
    QVERIFY(back->more() == fullDetails());
}

void TestRecordCodec::messagesAreNoEvents()
{
    QVERIFY(RecordCodec::encode(Record::of(Record::Kind::Received, 1)).isEmpty());
    QVERIFY(RecordCodec::encode(Record::of(Record::Kind::Sent, 1)).isEmpty());
}

void TestRecordCodec::everyFieldComesBack_data()
{
    QTest::addColumn<Record::Details>("details");

    QTest::newRow("nothing") << Record::Details{};
    QTest::newRow("IPv4") << Record::Details{.local = endpoint("192.168.1.2", 1), .peer = endpoint("255.255.255.255", 65535)};
    QTest::newRow("IPv6") << Record::Details{.local = endpoint("::1", 80), .peer = endpoint("2001:db8::ff", 443)};
    QTest::newRow("scope") << Record::Details{.local = endpoint("fe80::1%wlan0", 80)};
    QTest::newRow("every address") << Record::Details{.local = {QHostAddress(QHostAddress::Any), 8080}};
    QTest::newRow("every IPv4 address") << Record::Details{.local = {QHostAddress(QHostAddress::AnyIPv4), 8080}};
    QTest::newRow("text") << Record::Details{.text = u"a\nb\0c"_s};
    QTest::newRow("byte order marks") << Record::Details{.text = u"\ufeff\ufefftext"_s};
    QTest::newRow("counters") << Record::Details{.bytesIn = 1, .bytesOut = ~Q_UINT64_C(0)};
    for (int reason = 0; reason <= int(CloseReason::Error); ++reason)
        QTest::addRow("reason %d", reason) << Record::Details{.reason = CloseReason(reason)};
    for (int problem = 0; problem <= int(ConnectProblem::OutOfDescriptors); ++problem)
        QTest::addRow("problem %d", problem) << Record::Details{.problem = ConnectProblem(problem)};
}

void TestRecordCodec::everyFieldComesBack()
{
    QFETCH(Record::Details, details);
    const auto back = RecordCodec::decode(RecordCodec::encode(Record::of(Record::Kind::Closed, 1, details)), 1, 0);
    QVERIFY(back);
    QVERIFY(back->more() == details);
}

void TestRecordCodec::aLongTextIsCutBeforeACharacter()
{
    const Record record = Record::of(Record::Kind::Error, 1, {.text = QString(30'000, u'网')});
    const auto back = RecordCodec::decode(RecordCodec::encode(record), 1, 0);
    QVERIFY(back);
    QCOMPARE(back->more().text, QString(RecordCodec::MaxText / 3, u'网'));
}

void TestRecordCodec::onlyTheLastEventOfASocketIsClosed()
{
    QVERIFY(RecordCodec::isClosed(RecordCodec::encode(Record::of(Record::Kind::Closed, 1))));
    QVERIFY(!RecordCodec::isClosed(RecordCodec::encode(Record::of(Record::Kind::Stopped, 1))));
    QVERIFY(!RecordCodec::isClosed("\xFF"));
    QVERIFY(!RecordCodec::isClosed({}));
}

void TestRecordCodec::anEventCutAnywhereIsRefused()
{
    const QByteArray whole = RecordCodec::encode(Record::of(Record::Kind::Closed, 1, fullDetails()));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!RecordCodec::decode(whole.first(size), 1, 0), qPrintable(QString::number(size)));
}

void TestRecordCodec::anEventWithBytesLeftOverIsRefused()
{
    QVERIFY(!RecordCodec::decode(RecordCodec::encode(Record::of(Record::Kind::Closed, 1)) + '\0', 1, 0));
}

void TestRecordCodec::aFieldOutOfItsBoundsIsRefused_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("value");

    // Of an event without details: kind, reason, problem, then twice a port (2) and a family, four counters, a text.
    QTest::newRow("kind") << 0 << 10;
    QTest::newRow("reason") << 1 << 11;
    QTest::newRow("problem") << 2 << 4;
    QTest::newRow("family") << 5 << 2;
    QTest::newRow("family of the peer") << 8 << 5;
    QTest::newRow("an address that is not there") << 8 << 6;
    QTest::newRow("length of the text") << 41 << 1;
}

void TestRecordCodec::aFieldOutOfItsBoundsIsRefused()
{
    QFETCH(int, at);
    QFETCH(int, value);
    QByteArray payload = RecordCodec::encode(Record::of(Record::Kind::Listening, 0));
    QCOMPARE(payload.size(), 43);
    QVERIFY(RecordCodec::decode(payload, 0, 0));

    payload[at] = char(value);

    QVERIFY(!RecordCodec::decode(payload, 0, 0));
}

void TestRecordCodec::randomBytesNeverCrash()
{
    QRandomGenerator random(1);
    const QByteArray whole = RecordCodec::encode(Record::of(Record::Kind::Closed, 1, fullDetails()));
    for (int round = 0; round < 20'000; ++round) {
        QByteArray payload = whole;
        for (int change = random.bounded(1, 4); change > 0; --change)
            payload[random.bounded(int(payload.size()))] = char(random.bounded(256));
        if (const auto record = RecordCodec::decode(payload, 1, 0))
            QVERIFY(!RecordCodec::encode(*record).isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestRecordCodec)
#include "tst_recordcodec.moc"
