#include "program.h"

#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

/// `--framing`, with the programs as they are.
class TestFramings final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatArrivesIsDivided_data();
    void whatArrivesIsDivided();
    void ncatSendsABinaryMessageWithALengthPrefix();
    void sendingAddsWhatTheFramingNeeds_data();
    void sendingAddsWhatTheFramingNeeds();
    void whatGoesOnIsAsItCame();
    void aPrefixOverTheLimitClosesBeforeMemoryIsTaken();
    void whatTheFramingCanNotCarryIsAnErrorAndNotSent();
    void plainInputThatTheFramingCanNotCarryIsToldAndNotSent();
    void aClientThatCouldNotSendAllEndsWith1();
    void aServerThatBreaksTheFramingIsToldInASentence();
};

void TestFramings::whatArrivesIsDivided_data()
{
    QTest::addColumn<QString>("framing");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("texts");

    QTest::newRow("crlf") << u"crlf"_s << "a\nb\r\nc\r\n"_ba << QStringList{u"a\nb"_s, u"c"_s};
    QTest::newRow("nul") << u"nul"_s << "a\nb\0c\0"_ba << QStringList{u"a\nb"_s, u"c"_s};
    QTest::newRow("delimiter") << uR"(delimiter:\x03\u4e2d)"_s << "a\3b\3中c\3中"_ba << QStringList{u"a\x03" "b"_s, u"c"_s};
    QTest::newRow("fixed") << u"fixed:3"_s << "abcdef"_ba << QStringList{u"abc"_s, u"def"_s};
    QTest::newRow("u16le") << u"length:u16le"_s << "\2\0ab\0\0\1\0c"_ba << QStringList{u"ab"_s, u""_s, u"c"_s};
    QTest::newRow("idle") << u"idle:100"_s << "a\r\nb\n"_ba << QStringList{u"a\r\nb\n"_s};
}

void TestFramings::whatArrivesIsDivided()
{
    QFETCH(QString, framing);
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, texts);
    HeadlessServerProgram server({u"--framing"_s, framing});
    const auto client = server.connectClient();
    QVERIFY(client);
    client->write(bytes);
    for (const QString &text : texts) {
        const QJsonObject received = server->next(u"received"_s);
        QCOMPARE(received.value("text"_L1), text);
        QCOMPARE(received.value("bytes"_L1), text.toUtf8().size());
    }
    client->disconnectFromHost();
    QVERIFY(!server->next(u"closed"_s).isEmpty());
    QCOMPARE(server->eventsNamed(u"received"_s).size(), texts.size());
}

void TestFramings::ncatSendsABinaryMessageWithALengthPrefix()
{
    HeadlessServerProgram server({u"--framing"_s, u"length:u32be"_s});
    const auto peer = Program::system(u"ncat"_s, {u"127.0.0.1"_s, server.portText()});
    if (!peer)
        QSKIP("ncat is not installed");
    peer->write("\0\0\0\4\0\n\xFF\xFE"_ba);
    const QJsonObject received = server->next(u"received"_s);
    QCOMPARE(received.value("bytes"_L1), 4);
    QCOMPARE(received.value("hex"_L1), u"000afffe"_s);
    peer->endInput();
    QCOMPARE(server->next(u"closed"_s).value("bytesIn"_L1), 8);
}

void TestFramings::sendingAddsWhatTheFramingNeeds_data()
{
    QTest::addColumn<QString>("framing");
    QTest::addColumn<QByteArray>("wire");

    QTest::newRow("crlf") << u"crlf"_s << "hi\r\n"_ba;
    QTest::newRow("nul") << u"nul"_s << "hi\0"_ba;
    QTest::newRow("delimiter") << u"delimiter:END"_s << "hiEND"_ba;
    QTest::newRow("fixed") << u"fixed:2"_s << "hi"_ba;
    QTest::newRow("u8") << u"length:u8"_s << "\2hi"_ba;
    QTest::newRow("u32le") << u"length:u32le"_s << "\2\0\0\0hi"_ba;
    QTest::newRow("idle") << u"idle:100"_s << "hi"_ba;
}

void TestFramings::sendingAddsWhatTheFramingNeeds()
{
    QFETCH(QString, framing);
    QFETCH(QByteArray, wire);
    HeadlessServerProgram server({u"--framing"_s, framing});
    const auto client = server.connectClient();
    QVERIFY(!server->next(u"accepted"_s).isEmpty());
    server->command({{u"send"_s, u"hi"_s}});
    QCOMPARE(server->next(u"sent"_s).value("bytes"_L1), 2);
    server->command({{u"close"_s, 1}});
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client->readAll(), wire);
}

void TestFramings::whatGoesOnIsAsItCame()
{
    HeadlessServerProgram server({u"--mode"_s, u"echo"_s, u"--framing"_s, u"length:u16be"_s});
    const auto client = server.connectClient();
    const QByteArray sent = "\0\3abc\0\0\0\1\n"_ba;
    client->write(sent);
    QByteArray back;
    QVERIFY(readAll(*client, sent.size(), back));
    QCOMPARE(back, sent);
}

void TestFramings::aPrefixOverTheLimitClosesBeforeMemoryIsTaken()
{
    HeadlessServerProgram server({u"--framing"_s, u"length:u32be"_s});
    const auto client = server.connectClient();
    client->write("\xFF\xFF\xFF\xF0"_ba);
    const QJsonObject error = server->next(u"error"_s);
    QCOMPARE(error.value("socket"_L1), 1);
    QVERIFY2(error.value("message"_L1).toString().contains(u"4,294,967,280"_s), qPrintable(error.value("message"_L1).toString()));
    const QJsonObject closed = server->next(u"closed"_s);
    QCOMPARE(closed.value("reason"_L1), u"protocol-error"_s);
    QCOMPARE(closed.value("bytesIn"_L1), 4);
    QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
}

void TestFramings::whatTheFramingCanNotCarryIsAnErrorAndNotSent()
{
    HeadlessServerProgram server({u"--framing"_s, u"fixed:8"_s});
    const auto client = server.connectClient();
    QVERIFY(!server->next(u"accepted"_s).isEmpty());
    server->command({{u"send"_s, u"hello"_s}});
    const QString message = server->next(u"error"_s).value("message"_L1).toString();
    QVERIFY2(message.contains(u"exactly 8 byte"_s) && message.contains(u"has 5"_s), qPrintable(message));
    server->command({{u"send"_s, u"12345678"_s}});
    QByteArray arrived;
    QVERIFY(readAll(*client, 8, arrived));
    QCOMPARE(arrived, "12345678"_ba);
}

void TestFramings::plainInputThatTheFramingCanNotCarryIsToldAndNotSent()
{
    HeadlessServerProgram server({u"--framing"_s, u"fixed:3"_s});
    const auto client = Program::ours(u"oneport-client"_s, {u"--headless"_s, u"--framing"_s, u"fixed:3"_s, u"127.0.0.1"_s, server.portText()});
    client->write("hello\nabc\n");
    QCOMPARE(server->next(u"received"_s).value("text"_L1), u"abc"_s);
    QTRY_VERIFY(client->errors().contains("this one has 5"));
}

void TestFramings::aClientThatCouldNotSendAllEndsWith1()
{
    HeadlessServerProgram server;
    const auto client = Program::ours(u"oneport-client"_s, {u"--headless"_s, u"--framing"_s, u"length:u8"_s, u"127.0.0.1"_s, server.portText()});
    client->write(QByteArray(256, 'x') + '\n');
    client->endInput();
    QCOMPARE(client->waitForEnd(), 1);
    QCOMPARE(server->next(u"closed"_s).value("bytesIn"_L1), 0);
}

void TestFramings::aServerThatBreaksTheFramingIsToldInASentence()
{
    HeadlessServerProgram server;
    const auto client = Program::ours(u"oneport-client"_s, {u"--headless"_s, u"--framing"_s, u"length:u32be"_s, u"127.0.0.1"_s, server.portText()});
    QVERIFY(!server->next(u"accepted"_s).isEmpty());
    server->command({{u"send"_s, u"hello"_s}});
    QCOMPARE(client->waitForEnd(), 1);
    QVERIFY2(client->errors().contains("breaks the framing; the connection was closed. A length prefix says 1,751,477,356 bytes"),
             client->errors().constData());
}

QTEST_GUILESS_MAIN(TestFramings)
#include "tst_framings.moc"
