#include "conversationprogram.h"
#include "livesession.h"
#include "program.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Each program that a conversation can be copied as, run against what is live.
class TestConversationPrograms final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aClientsProgramIsTheSameToALiveServer_data() { languages(); }
    void aClientsProgramIsTheSameToALiveServer();
    void aServersProgramIsTheSameToALiveClient_data() { languages(); }
    void aServersProgramIsTheSameToALiveClient();
    void bothSidesCanSendAtOnce_data() { languages(); }
    void bothSidesCanSendAtOnce();
    void aResetIsAResetAgain_data() { languages(); }
    void aResetIsAResetAgain();
    void otherBytesAreTold_data() { languages(); }
    void otherBytesAreTold();
    void aBusyPortIsTold_data() { languages(); }
    void aBusyPortIsTold();
    void anEarlyEndIsTold_data() { languages(); }
    void anEarlyEndIsTold();
    void aHalfMegabyteBuildsAndRuns_data() { languages(); }
    void aHalfMegabyteBuildsAndRuns();

private:
    static void languages();
    /// Null when what runs it is not installed.
    std::unique_ptr<Program> run(const Conversation &conversation, ProgramLanguage language, quint16 port);
    QString written(const Conversation &conversation, ProgramLanguage language);
    static quint16 portOf(Program &program);

    QTemporaryDir m_folder;
    int m_written = 0;
};

void TestConversationPrograms::languages()
{
    QTest::addColumn<ProgramLanguage>("language");
    QTest::newRow("python3") << ProgramLanguage::Python;
    QTest::newRow("cc") << ProgramLanguage::C;
}

QString TestConversationPrograms::written(const Conversation &conversation, ProgramLanguage language)
{
    const auto suffix = language == ProgramLanguage::Python ? u"py"_s : u"c"_s;
    const QString path = m_folder.filePath(u"conversation%1.%2"_s.arg(++m_written).arg(suffix));
    QFile file(path);
    const QByteArray source = conversationProgram(conversation, language).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(source) != source.size())
        qFatal("can't write %s", qPrintable(path));
    return path;
}

std::unique_ptr<Program> TestConversationPrograms::run(const Conversation &conversation, ProgramLanguage language,
                                                       quint16 port)
{
    const QString source = written(conversation, language);
    const QStringList where{u"127.0.0.1"_s, QString::number(port)};
    if (language == ProgramLanguage::Python)
        return Program::system(u"python3"_s, QStringList{source} + where);
    const QString built = source.chopped(2);
    const auto compiler = Program::system(u"cc"_s, {u"-std=c11"_s, u"-O2"_s, u"-Wall"_s, u"-Wextra"_s, u"-Wpedantic"_s,
                                                    u"-Werror"_s, u"-o"_s, built, source});
    if (!compiler)
        return nullptr;
    if (compiler->waitForEnd() != 0)
        qFatal("%s", compiler->errors().constData());
    return std::make_unique<Program>(built, where);
}

/// Where a server's program listens.
quint16 TestConversationPrograms::portOf(Program &program)
{
    const QByteArray line("listening on port ");
    if (!program.waitForOutput("\n") || !program.output().startsWith(line))
        return 0;
    return program.output().sliced(line.size()).trimmed().toUShort();
}

/// What no literal should stumble over.
static QByteArray awkward()
{
    QByteArray bytes("\"quoted\" 'too' \\n %s %d {brace} */ // # @PORT@ ?" "?/ ?" "?= 你好\r\n\t\n");
    for (int i = 0; i < 256; ++i)
        bytes.append(char(i));
    for (int i = 0; i < 256; ++i)
        bytes.append(char(i)).append('7'); // a digit behind each
    return bytes;
}

static QByteArray random(qsizetype size)
{
    QRandomGenerator generator(20'240'607);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(generator.bounded(256));
    return bytes;
}

void TestConversationPrograms::aClientsProgramIsTheSameToALiveServer()
{
    QFETCH(ProgramLanguage, language);
    LiveServer live(ServerMode::Echo);
    QVERIFY(live.isUp());
    LiveClient recorded;
    QVERIFY(recorded.connectTo(live.endpoint.port));
    qsizetype sent = 0;
    for (const QByteArray &bytes : {QByteArray("hello\n"), awkward(), random(30'000)}) {
        recorded.client.sendExactly(bytes);
        QVERIFY(recorded.has(sent += bytes.size()));
    }
    recorded.client.disconnectFrom();
    QVERIFY(recorded.ends());
    QTRY_VERIFY(live.session.hasClosed(1));

    const Conversation own = recorded.session.conversation(1);
    QVERIFY(own.isClient);
    const Conversation mirrored = live.session.conversation(1).mirrored();
    SocketId socket = 1;
    for (const Conversation &conversation : {own, mirrored}) {
        const auto program = run(conversation, language, live.endpoint.port);
        if (!program)
            QSKIP("this program is not installed");
        QVERIFY2(program->waitForEnd() == 0, program->errors().constData());
        ++socket;
        QTRY_VERIFY(live.session.hasClosed(socket));
        QCOMPARE(live.session.kept(socket), live.session.kept(1));
    }
}

void TestConversationPrograms::aServersProgramIsTheSameToALiveClient()
{
    QFETCH(ProgramLanguage, language);
    const auto converse = [](LiveClient &client, quint16 port) {
        if (!client.connectTo(port))
            return false;
        client.client.sendExactly("hello\n");
        if (!client.has(6))
            return false;
        client.client.sendExactly(awkward());
        if (!client.has(6 + awkward().size()))
            return false;
        client.client.finishWriting();
        return client.ends();
    };
    LiveServer live(ServerMode::Echo);
    QVERIFY(live.isUp());
    LiveClient recorded;
    QVERIFY(converse(recorded, live.endpoint.port));
    QTRY_VERIFY(live.session.hasClosed(1));

    const Conversation own = live.session.conversation(1);
    for (const Conversation &conversation : {own, recorded.session.conversation(1).mirrored()}) {
        QVERIFY(!conversation.isClient);
        const auto program = run(conversation, language, 0);
        if (!program)
            QSKIP("this program is not installed");
        LiveClient again;
        QVERIFY2(converse(again, portOf(*program)), program->errors().constData());
        QVERIFY2(program->waitForEnd() == 0, program->errors().constData());
        QCOMPARE(again.session.kept(1), recorded.session.kept(1));
    }
}

/// Each program against the other side's, as nothing else takes so little while it sends.
void TestConversationPrograms::bothSidesCanSendAtOnce()
{
    QFETCH(ProgramLanguage, language);
    Conversation client{true, {}, {QHostAddress(QHostAddress::LocalHost), 0}, {}};
    const QByteArray bytes = random(500'000);
    const QByteArray zeros(500'000, '\0');
    using Kind = ConversationStep::Kind;
    client.steps = {{Kind::Send, bytes}, {Kind::Receive, zeros}, {Kind::Finish}, {Kind::PeerFin}, {Kind::Close}};
    Conversation server = client;
    server.isClient = false;
    server.steps = {{Kind::Send, zeros}, {Kind::Receive, bytes}, {Kind::PeerFin}, {Kind::Finish}, {Kind::Close}};
    const auto listening = run(server, language, 0);
    if (!listening)
        QSKIP("this program is not installed");
    const auto connecting = run(client, language, portOf(*listening));
    QVERIFY2(connecting->waitForEnd() == 0, connecting->errors().constData());
    QVERIFY2(listening->waitForEnd() == 0, listening->errors().constData());
}

void TestConversationPrograms::aResetIsAResetAgain()
{
    QFETCH(ProgramLanguage, language);
    LiveServer live(ServerMode::Show);
    QVERIFY(live.isUp());
    LiveClient recorded;
    QVERIFY(recorded.connectTo(live.endpoint.port));
    recorded.client.sendExactly("last words");
    QTRY_COMPARE(live.session.kept(1).in, "last words");
    recorded.client.reset();
    QTRY_VERIFY(live.session.hasClosed(1));
    QCOMPARE(live.session.kept(1).reason, CloseReason::Reset);

    const auto client = run(recorded.session.conversation(1), language, live.endpoint.port);
    if (!client)
        QSKIP("this program is not installed");
    QVERIFY2(client->waitForEnd() == 0, client->errors().constData());
    QTRY_VERIFY(live.session.hasClosed(2));
    QCOMPARE(live.session.kept(2).reason, CloseReason::Reset);

    const auto server = run(live.session.conversation(1), language, 0);
    LiveClient again;
    QVERIFY(again.connectTo(portOf(*server)));
    again.client.sendExactly("last words");
    QTRY_COMPARE(again.session.kept(1).out, "last words");
    again.client.reset();
    QVERIFY2(server->waitForEnd() == 0, server->errors().constData());
}

static Conversation helloExpected()
{
    using Kind = ConversationStep::Kind;
    return {true, {}, {QHostAddress(QHostAddress::LocalHost), 0}, {{Kind::Receive, "hello"}, {Kind::Close}}};
}

void TestConversationPrograms::otherBytesAreTold()
{
    QFETCH(ProgramLanguage, language);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto program = run(helloExpected(), language, other.serverPort());
    if (!program)
        QSKIP("this program is not installed");
    QTRY_VERIFY(other.hasPendingConnections());
    QTcpSocket *socket = other.nextPendingConnection();
    socket->write("help!");
    socket->flush();
    QCOMPARE(program->waitForEnd(), 1);
    QVERIFY2(program->errors().contains("Different: byte 3 is 0x70, it was 0x6c."), program->errors().constData());
}

void TestConversationPrograms::aBusyPortIsTold()
{
    QFETCH(ProgramLanguage, language);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Conversation server = helloExpected();
    server.isClient = false;
    const auto program = run(server, language, other.serverPort());
    if (!program)
        QSKIP("this program is not installed");
    QCOMPARE(program->waitForEnd(), 1);
    QCOMPARE(program->errors().trimmed().count('\n'), 0);
    QVERIFY2(program->errors().toLower().contains("listen"), program->errors().constData());
}

void TestConversationPrograms::anEarlyEndIsTold()
{
    QFETCH(ProgramLanguage, language);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto program = run(helloExpected(), language, other.serverPort());
    if (!program)
        QSKIP("this program is not installed");
    QTRY_VERIFY(other.hasPendingConnections());
    QTcpSocket *socket = other.nextPendingConnection();
    socket->write("hel");
    socket->disconnectFromHost();
    QCOMPARE(program->waitForEnd(), 1);
    QVERIFY2(program->errors().contains("The other side ended (FIN) after 3 bytes."), program->errors().constData());
}

void TestConversationPrograms::aHalfMegabyteBuildsAndRuns()
{
    QFETCH(ProgramLanguage, language);
    LiveServer live(ServerMode::Echo);
    QVERIFY(live.isUp());
    using Kind = ConversationStep::Kind;
    const QByteArray bytes = random(Conversation::MaxBytes / 2);
    Conversation echoed{true, {}, live.endpoint, {}};
    echoed.steps = {{Kind::Send, bytes}, {Kind::Receive, bytes}, {Kind::Finish}, {Kind::PeerFin}, {Kind::Close}};
    const auto program = run(echoed, language, live.endpoint.port);
    if (!program)
        QSKIP("this program is not installed");
    QVERIFY2(program->waitForEnd() == 0, program->errors().constData());
    QTRY_VERIFY(live.session.hasClosed(1));
    QCOMPARE(live.session.kept(1), (Kept{bytes, bytes, true, CloseReason::PeerClosed}));
}

QTEST_GUILESS_MAIN(TestConversationPrograms)
#include "tst_conversationprograms.moc"
