#include "callsfixture.h"
#include "conversationprogram.h"

using namespace Qt::StringLiterals;
using Kind = ConversationStep::Kind;

/// A conversation as it is read from the records, and what its programs say. Whether they run is tested end to end.
class TestConversation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anAcceptedSocketIsTheServersSide();
    void theOtherSideDoesTheOppositeInTheSameOrder();
    void whatAnOtherSocketDidIsLeftOut();
    void receivesInARowAreOne();
    void aConnectionThatIsStillOpenHasNoClose();
    void anEndIsKeptAsItWas_data();
    void anEndIsKeptAsItWas();
    void aCloseWithoutAFinIsTheOtherSidesFin();
    void whatIsTooLongIsRefused();
    void manyStepsAreRefused();
    void whatHasNoConnectionIsRefused();
    void whatHasLostItsBeginningIsRefused();
    void givingUpGivesNeitherConversationNorSentence();
    void bytesAreWrittenSafely_data();
    void bytesAreWrittenSafely();
    void aScopeIsNoWayIntoTheProgram();

private:
    std::optional<Conversation> conversation(SocketId socket = 1)
    {
        m_calls->store->flush();
        return readConversation(m_calls->store, socket, {}, &m_problem);
    }
    QList<Kind> kinds(SocketId socket = 1)
    {
        QList<Kind> kinds;
        for (const ConversationStep &step : conversation(socket).value_or(Conversation()).steps)
            kinds.append(step.kind);
        return kinds;
    }

    std::unique_ptr<CallsFixture> m_calls;
    QString m_problem;
};

void TestConversation::init()
{
    m_calls = std::make_unique<CallsFixture>();
    m_problem.clear();
}

void TestConversation::anAcceptedSocketIsTheServersSide()
{
    m_calls->accepted(1);
    m_calls->read(1, "ping\n");
    m_calls->write(1, "pong\n");
    m_calls->event(Record::Kind::PeerFinished, 1);
    m_calls->event(Record::Kind::WeFinished, 1);
    m_calls->closed(1, CloseReason::PeerClosed, 5, 5);
    const auto read = conversation();
    QVERIFY2(read, qPrintable(m_problem));
    QVERIFY(!read->isClient);
    QVERIFY(!read->isOpen());
    QCOMPARE(read->server, m_calls->server);
    QCOMPARE(read->client, m_calls->client);
    QCOMPARE(read->steps, (QList<ConversationStep>{{Kind::Receive, "ping\n"}, {Kind::Send, "pong\n"}, {Kind::PeerFin},
                                                   {Kind::Finish}, {Kind::Close}}));
}

void TestConversation::theOtherSideDoesTheOppositeInTheSameOrder()
{
    m_calls->connected(1);
    m_calls->write(1, "a");
    m_calls->write(1, "b");
    m_calls->read(1, "c");
    m_calls->event(Record::Kind::WeFinished, 1);
    m_calls->event(Record::Kind::PeerFinished, 1);
    m_calls->closed(1, CloseReason::ClosedByUs, 1, 2);
    const Conversation other = conversation().value_or(Conversation()).mirrored();
    QVERIFY(!other.isClient);
    QCOMPARE(other.server, m_calls->server);
    QCOMPARE(other.steps, (QList<ConversationStep>{{Kind::Receive, "ab"}, {Kind::Send, "c"}, {Kind::PeerFin},
                                                   {Kind::Finish}, {Kind::Close}}));
}

void TestConversation::whatAnOtherSocketDidIsLeftOut()
{
    m_calls->accepted(1);
    m_calls->accepted(2);
    m_calls->read(2, "other");
    m_calls->read(1, "own");
    QCOMPARE(conversation()->steps, QList<ConversationStep>({{Kind::Receive, "own"}}));
}

void TestConversation::receivesInARowAreOne()
{
    m_calls->accepted(1);
    m_calls->read(1, "a");
    m_calls->read(1, "b");
    m_calls->write(1, "c");
    m_calls->write(1, "d");
    const QList<ConversationStep> expected{{Kind::Receive, "ab"}, {Kind::Send, "c"}, {Kind::Send, "d"}};
    QCOMPARE(conversation()->steps, expected);
}

void TestConversation::aConnectionThatIsStillOpenHasNoClose()
{
    m_calls->accepted(1);
    m_calls->read(1, "a");
    QVERIFY(conversation()->isOpen());
    QVERIFY(conversationProgram(*conversation(), ProgramLanguage::Python).contains("was still open"_L1));
}

void TestConversation::anEndIsKeptAsItWas_data()
{
    QTest::addColumn<CloseReason>("reason");
    QTest::addColumn<QList<Kind>>("expected");
    QTest::newRow("the peer resets") << CloseReason::Reset << QList{Kind::PeerRst, Kind::Close};
    QTest::newRow("we reset") << CloseReason::ClosedByUs << QList{Kind::Reset, Kind::Close};
    QTest::newRow("too slow") << CloseReason::TooSlow << QList{Kind::Reset, Kind::Close};
    QTest::newRow("turned away") << CloseReason::Limit << QList{Kind::Close};
}

void TestConversation::anEndIsKeptAsItWas()
{
    QFETCH(CloseReason, reason);
    QFETCH(QList<Kind>, expected);
    m_calls->accepted(1);
    m_calls->closed(1, reason);
    QCOMPARE(kinds(), expected);
}

void TestConversation::aCloseWithoutAFinIsTheOtherSidesFin()
{
    m_calls->accepted(1);
    m_calls->closed(1, CloseReason::Limit);
    QCOMPARE(conversation()->mirrored().steps, (QList<ConversationStep>{{Kind::PeerFin}, {Kind::Close}}));
}

void TestConversation::whatIsTooLongIsRefused()
{
    m_calls->accepted(1);
    m_calls->read(1, QByteArray(Conversation::MaxBytes, 'x'));
    QVERIFY(conversation());
    m_calls->write(1, "y");
    QVERIFY(!conversation());
    QVERIFY2(m_problem.contains("1,048,576"_L1), qPrintable(m_problem));
}

void TestConversation::manyStepsAreRefused()
{
    m_calls->accepted(1);
    for (qsizetype i = 0; i <= Conversation::MaxSteps; ++i)
        m_calls->write(1, "x");
    QVERIFY(!conversation());
    QVERIFY2(m_problem.contains("20,000"_L1), qPrintable(m_problem));
}

void TestConversation::whatHasNoConnectionIsRefused()
{
    m_calls->connecting(1, u"127.0.0.1:9"_s);
    m_calls->notConnected(1, CloseReason::Refused);
    QVERIFY(!conversation());
    QVERIFY(!m_problem.isEmpty());
}

void TestConversation::whatHasLostItsBeginningIsRefused()
{
    m_calls = std::make_unique<CallsFixture>(16 * 1024 * 1024);
    m_calls->accepted(1);
    for (int i = 0; i < 500; ++i)
        m_calls->read(1, QByteArray(64 * 1024, 'x'));
    m_calls->store->flush();
    QVERIFY(m_calls->store->firstNumber() > 0);
    QVERIFY(!conversation());
    QVERIFY(!m_problem.isEmpty());
}

void TestConversation::givingUpGivesNeitherConversationNorSentence()
{
    m_calls->accepted(1);
    for (int i = 0; i < 1000; ++i)
        m_calls->read(2, "x");
    m_calls->store->flush();
    m_problem = u"old"_s;
    QVERIFY(!readConversation(m_calls->store, 1, [](int) { return false; }, &m_problem));
    QVERIFY(m_problem.isEmpty());
}

void TestConversation::bytesAreWrittenSafely_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("python");
    QTest::addColumn<QString>("c");
    QTest::newRow("quotes") << QByteArray("\"\\") << u"send(b\"\\\"\\\\\")"_s << u"SEND(\"\\\"\\\\\");"_s;
    QTest::newRow("a digit behind an escape") << QByteArray("\xff" "1")
                                              << u"send(b\"\\xff1\")"_s << u"SEND(\"\\3771\");"_s;
    QTest::newRow("a zero") << QByteArray("\0" "1", 2) << u"send(b\"\\x001\")"_s << u"SEND(\"\\0001\");"_s;
    QTest::newRow("trigraph") << QByteArray("?" "?/") << u"send(b\"?" "?/\")"_s << u"SEND(\"\\?\\?/\");"_s;
    QTest::newRow("lines") << QByteArray("a\r\nb") << u"send(b\"a\\r\\n\"\n     b\"b\")"_s
                           << u"SEND(\"a\\r\\n\"\n         \"b\");"_s;
    QTest::newRow("a place holder") << QByteArray("@PORT@@") << u"send(b\"@PORT@@\")"_s << u"SEND(\"@PORT@@\");"_s;
}

void TestConversation::bytesAreWrittenSafely()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, python);
    QFETCH(QString, c);
    m_calls->accepted(1);
    m_calls->write(1, bytes);
    const QString inPython = conversationProgram(*conversation(), ProgramLanguage::Python);
    const QString inC = conversationProgram(*conversation(), ProgramLanguage::C);
    QVERIFY2(inPython.contains(python), qPrintable(inPython));
    QVERIFY2(inC.contains(c), qPrintable(inC));
}

void TestConversation::aScopeIsNoWayIntoTheProgram()
{
    QHostAddress address(u"fe80::1"_s);
    address.setScopeId(u"*/ \"); evil("_s);
    Conversation made;
    made.server = made.client = {address, 80};
    for (const ProgramLanguage language : {ProgramLanguage::Python, ProgramLanguage::C})
        QVERIFY(!conversationProgram(made, language).contains("evil"_L1));
}

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
