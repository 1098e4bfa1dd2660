#include "callsfixture.h"
#include "callmeaning.h"
#include "filesizelimit.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// The calls that records stand for: which, in what order, with which values.
class TestCalls final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aServerSocketBindsListensAndAccepts();
    void aSocketForBothFamiliesSaysSo();
    void aConversationIsReceivesAndSends();
    void longBytesAreShortened();
    void longBytesAreCutBetweenCharacters();
    void aConnectIsASocketAndWhereTo();
    void aNameIsLookedUpFirst();
    void aFailedConnectSaysWhy_data();
    void aFailedConnectSaysWhy();
    void anEndIsTheCallsThatMadeIt_data();
    void anEndIsTheCallsThatMadeIt();
    void aSocketsCallsAreItsOwnAndItsAccept();
    void theListenerHasEveryAccept();
    void givingUpLeavesWhatWasListed();
    void rowsComeAsRecordsCome();
    void aMillionCallsAreListed();
    void whatIsRecycledLeavesTheList();
    void whatCouldNotBeKeptIsARow();
    void aSavedSessionHasItsCalls();
    void everyCallHasAMeaning();

private:
    std::unique_ptr<CallsFixture> m_calls;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestCalls::init()
{
    m_tester.reset();
    m_calls = std::make_unique<CallsFixture>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_calls->model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestCalls::aServerSocketBindsListensAndAccepts()
{
    m_calls->listening();
    m_calls->accepted(1);
    m_calls->event(Record::Kind::Stopped, ListenerId, {.local = m_calls->server});
    QCOMPARE(m_calls->texts(), (QStringList{u"socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) → listener"_s,
                                            u"setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, 1) → 0"_s,
                                            u"bind(listener, 127.0.0.1:8080) → 0"_s, u"listen(listener, 1024) → 0"_s,
                                            u"accept(listener) → #1, from 127.0.0.1:53122"_s,
                                            u"setsockopt(#1, IPPROTO_TCP, TCP_NODELAY, 1) → 0"_s,
                                            u"close(listener) → 0"_s}));
}

void TestCalls::aSocketForBothFamiliesSaysSo()
{
    m_calls->event(Record::Kind::Listening, ListenerId, {.local = {QHostAddress(QHostAddress::Any), 80}});
    const QStringList texts = m_calls->texts();
    QCOMPARE(texts.value(0), u"socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP) → listener"_s);
    QCOMPARE(texts.value(2), u"setsockopt(listener, IPPROTO_IPV6, IPV6_V6ONLY, 0) → 0"_s);
    QCOMPARE(texts.value(3), u"bind(listener, [::]:80) → 0"_s);
    QCOMPARE(texts.value(4), u"listen(listener, …) → 0"_s); // a session that does not tell
}

void TestCalls::aConversationIsReceivesAndSends()
{
    m_calls->read(1, "hello\n");
    m_calls->write(1, QByteArray("\x00\"\xff", 3));
    QCOMPARE(m_calls->texts(), (QStringList{u"recv(#1, \"hello\\n\", 65536, 0) → 6"_s,
                                            u"send(#1, \"\\x00\\\"\\xff\", 3, 0) → 3"_s}));
    const QModelIndex first = m_calls->model->index(0);
    QCOMPARE(first.data(TranscriptModel::TextRole).toString(), u"recv(#1, \"hello\\n\", 65536, 0)"_s);
    QCOMPARE(first.data(TranscriptModel::MarksRole).toString(), u"→ 6"_s);
    const auto direction = [this](int row) {
        return m_calls->model->index(row).data(TranscriptModel::DirectionRole).toInt();
    };
    QCOMPARE(direction(0), int(TranscriptModel::Direction::In));
    QCOMPARE(direction(1), int(TranscriptModel::Direction::Out));
}

void TestCalls::longBytesAreShortened()
{
    m_calls->write(1, QByteArray(1000, 'x'));
    QCOMPARE(m_calls->texts(), QStringList(u"send(#1, \"%1\"…, 1000, 0) → 1000"_s.arg(QString(32, u'x'))));
}

void TestCalls::longBytesAreCutBetweenCharacters()
{
    m_calls->write(1, QByteArray("好").repeated(20));
    QCOMPARE(m_calls->texts(), QStringList(u"send(#1, \"%1\"…, 60, 0) → 60"_s.arg(QString(10, u'好'))));
}

void TestCalls::aConnectIsASocketAndWhereTo()
{
    m_calls->connecting(1, u"127.0.0.1:8080"_s);
    m_calls->connected(1);
    QCOMPARE(m_calls->texts(), (QStringList{u"socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) → #1"_s,
                                            u"connect(#1, 127.0.0.1:8080) → 0, from 127.0.0.1:53122"_s,
                                            u"setsockopt(#1, IPPROTO_TCP, TCP_NODELAY, 1) → 0"_s}));
}

void TestCalls::aNameIsLookedUpFirst()
{
    m_calls->connecting(1, u"localhost:8080"_s);
    m_calls->connected(1);
    QCOMPARE(m_calls->texts().sliced(0, 3), (QStringList{u"getaddrinfo(\"localhost\", \"8080\")"_s,
                                                         u"socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) → #1"_s,
                                                         u"connect(#1, 127.0.0.1:8080) → 0, from 127.0.0.1:53122"_s}));
}

void TestCalls::aFailedConnectSaysWhy_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<CloseReason>("reason");
    QTest::addColumn<ConnectProblem>("problem");
    QTest::addColumn<QStringList>("expected");
    const auto v4 = u"socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) → #1"_s;
    const auto v6 = u"socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP) → #1"_s;
    const auto closes = u"close(#1) → 0"_s;
    QTest::newRow("refused") << u"127.0.0.1:9"_s << CloseReason::Refused << ConnectProblem::None
                             << QStringList{v4, u"connect(#1, 127.0.0.1:9) → -1, ECONNREFUSED"_s, closes};
    QTest::newRow("no answer") << u"[::1]:9"_s << CloseReason::TimedOut << ConnectProblem::None
                               << QStringList{v6, u"connect(#1, [::1]:9) → no answer in time"_s, closes};
    QTest::newRow("given up") << u"127.0.0.1:9"_s << CloseReason::ClosedByUs << ConnectProblem::None
                              << QStringList{v4, u"connect(#1, 127.0.0.1:9) → given up"_s, closes};
    QTest::newRow("unreachable") << u"127.0.0.1:9"_s << CloseReason::Error << ConnectProblem::Unreachable
                                 << QStringList{v4, u"connect(#1, 127.0.0.1:9) → -1, what the system said"_s, closes};
    QTest::newRow("no such host") << u"nohost:9"_s << CloseReason::Error << ConnectProblem::HostNotFound
                                  << QStringList{u"getaddrinfo(\"nohost\", \"9\")"_s, u"getaddrinfo(…) → EAI_NONAME"_s};
    QTest::newRow("what no program writes") << u"[:9"_s << CloseReason::Refused << ConnectProblem::None
                                            << QStringList{u"getaddrinfo(\"[\", \"9\")"_s, v6,
                                                           u"connect(#1, [:9) → -1, ECONNREFUSED"_s, closes};
    QTest::newRow("refused by a name") << u"a\"b:9"_s << CloseReason::Refused << ConnectProblem::None
                                       << QStringList{u"getaddrinfo(\"a\\\"b\", \"9\")"_s, v4,
                                                      u"connect(#1, a\"b:9) → -1, ECONNREFUSED"_s, closes};
}

void TestCalls::aFailedConnectSaysWhy()
{
    QFETCH(QString, target);
    QFETCH(CloseReason, reason);
    QFETCH(ConnectProblem, problem);
    QFETCH(QStringList, expected);
    m_calls->connecting(1, target);
    m_calls->notConnected(1, reason, problem, u"what the system said"_s);
    QCOMPARE(m_calls->texts(), expected);
}

void TestCalls::anEndIsTheCallsThatMadeIt_data()
{
    QTest::addColumn<QList<Record::Kind>>("before");
    QTest::addColumn<CloseReason>("reason");
    QTest::addColumn<QStringList>("expected");
    const auto fin = u"recv(#1, 65536, 0) → 0, the peer's FIN"_s;
    const auto shuts = u"shutdown(#1, SHUT_WR) → 0"_s;
    const auto lingers = u"setsockopt(#1, SOL_SOCKET, SO_LINGER, {1, 0}) → 0"_s;
    const auto closes = u"close(#1) → 0"_s;
    const QList both{Record::Kind::PeerFinished, Record::Kind::WeFinished};
    QTest::newRow("the peer closes") << both << CloseReason::PeerClosed << QStringList{fin, shuts, closes};
    QTest::newRow("we close") << QList{Record::Kind::WeFinished} << CloseReason::ClosedByUs
                              << QStringList{shuts, closes};
    QTest::newRow("we reset") << QList<Record::Kind>{} << CloseReason::ClosedByUs << QStringList{lingers, closes};
    QTest::newRow("too slow") << QList<Record::Kind>{} << CloseReason::TooSlow << QStringList{lingers, closes};
    QTest::newRow("turned away") << QList<Record::Kind>{} << CloseReason::Limit << QStringList{closes};
    QTest::newRow("the peer resets") << QList<Record::Kind>{} << CloseReason::Reset
                                     << QStringList{u"recv(#1, 65536, 0) → -1, ECONNRESET"_s, closes};
    QTest::newRow("the line is dead") << QList<Record::Kind>{} << CloseReason::TimedOut
                                      << QStringList{u"recv(#1, 65536, 0) → -1, ETIMEDOUT"_s, closes};
}

void TestCalls::anEndIsTheCallsThatMadeIt()
{
    QFETCH(QList<Record::Kind>, before);
    QFETCH(CloseReason, reason);
    QFETCH(QStringList, expected);
    for (const Record::Kind kind : before)
        m_calls->event(kind, 1);
    m_calls->closed(1, reason);
    QCOMPARE(m_calls->texts(), expected);
}

void TestCalls::aSocketsCallsAreItsOwnAndItsAccept()
{
    m_calls->listening();
    m_calls->accepted(1);
    m_calls->accepted(2);
    m_calls->read(1, "one");
    m_calls->read(2, "two");
    QVERIFY(m_calls->settle());
    QVERIFY(m_calls->setSockets({2}));
    QCOMPARE(m_calls->texts(), (QStringList{u"accept(listener) → #2, from 127.0.0.1:53122"_s,
                                            u"setsockopt(#2, IPPROTO_TCP, TCP_NODELAY, 1) → 0"_s,
                                            u"recv(#2, \"two\", 65536, 0) → 3"_s}));
    QVERIFY(m_calls->setSockets({}));
    QCOMPARE(m_calls->texts().size(), 10);
}

void TestCalls::theListenerHasEveryAccept()
{
    m_calls->listening();
    m_calls->accepted(1);
    m_calls->read(1, "one");
    m_calls->accepted(2);
    QVERIFY(m_calls->setSockets({ListenerId}));
    const QStringList texts = m_calls->texts();
    QCOMPARE(texts.size(), 6);
    QVERIFY(texts.at(4).startsWith(u"accept(listener) → #1"_s));
    QVERIFY(texts.at(5).startsWith(u"accept(listener) → #2"_s));
}

void TestCalls::givingUpLeavesWhatWasListed()
{
    m_calls->read(1, "one");
    m_calls->read(2, "two");
    const QStringList before = m_calls->texts();
    QSignalSpy ended(m_calls->rows.get(), &CallRows::remakeFinished);
    m_calls->rows->setSockets({2});
    m_calls->rows->cancel();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(m_calls->rows->sockets().isEmpty());
    QCOMPARE(m_calls->texts(), before);
}

void TestCalls::rowsComeAsRecordsCome()
{
    m_calls->read(1, "a");
    QVERIFY(m_calls->settle());
    QSignalSpy inserted(m_calls->model.get(), &QAbstractItemModel::rowsInserted);
    m_calls->read(1, "b");
    m_calls->write(1, "c");
    QCOMPARE(m_calls->texts().size(), 3);
    QCOMPARE(inserted.size(), 1);
}

void TestCalls::aMillionCallsAreListed()
{
    constexpr int count = 1'000'000;
    m_tester.reset(); // it would look at each
    for (int i = 0; i < count; ++i)
        m_calls->read(1 + i % 4, QByteArray::number(i));
    QVERIFY(m_calls->settle());
    QCOMPARE(m_calls->model->rowCount(), count);
    QCOMPARE(m_calls->text(count - 1), u"recv(#4, \"999999\", 65536, 0) → 6"_s);
    QVERIFY(m_calls->setSockets({4}));
    QCOMPARE(m_calls->model->rowCount(), count / 4);
    QCOMPARE(m_calls->text(0), u"recv(#4, \"3\", 65536, 0) → 1"_s);
}

void TestCalls::whatIsRecycledLeavesTheList()
{
    m_tester.reset();
    m_calls = std::make_unique<CallsFixture>(16 * 1024 * 1024);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_calls->model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QByteArray bytes(64 * 1024, 'x');
    for (int i = 0; i < 500; ++i) {
        m_calls->read(1, bytes);
        if (i % 50 == 0)
            QVERIFY(m_calls->settle());
    }
    QVERIFY(m_calls->settle());
    QVERIFY(m_calls->store->firstNumber() > 0);
    QVERIFY(m_calls->model->hasLost());
    QCOMPARE(quint64(m_calls->model->rowCount()), 500 - m_calls->store->firstNumber());
    QVERIFY(m_calls->text(0).startsWith("recv(#1"_L1));
}

void TestCalls::whatCouldNotBeKeptIsARow()
{
    if (!FileSizeLimit::isSupported())
        QSKIP("this system does not limit files");
    {
        const FileSizeLimit limit(300'000);
        for (int i = 0; i < 3000; ++i)
            m_calls->read(1, QByteArray(1000, 'x'));
    }
    QTRY_VERIFY(m_calls->store->isFlushed() || (m_calls->read(1, "after"), m_calls->store->trouble().text.isEmpty()));
    m_calls->read(1, "after");
    const QStringList texts = m_calls->texts();
    QCOMPARE(texts.filter(u"are missing here: they could not be kept"_s).size(), 1);
    QVERIFY(m_calls->setSockets({1}));
    QCOMPARE(m_calls->texts(), texts);
}

void TestCalls::aSavedSessionHasItsCalls()
{
    m_calls->listening();
    m_calls->accepted(1);
    m_calls->read(1, "kept");
    const QStringList texts = m_calls->texts();
    QTemporaryDir dir;
    const QString file = dir.filePath(u"saved.oneport"_s);
    QString error;
    QVERIFY(m_calls->store->saveAs(file, {}, &error));
    CallRows rows(TrafficStore::open(file, &error));
    CallsModel model(&rows);
    rows.poll();
    QTRY_VERIFY(!rows.isBusy());
    QStringList opened;
    for (int row = 0; row < model.rowCount(); ++row)
        opened.append(model.line(row).section(u' ', 1));
    QCOMPARE(opened, texts);
}

void TestCalls::everyCallHasAMeaning()
{
    for (int call = int(Call::Socket); call <= int(Call::Close); ++call) {
        QVERIFY2(!callMeaning(Call(call)).isEmpty(), qPrintable(QString::number(call)));
        QVERIFY2(!callName(Call(call)).isEmpty(), qPrintable(QString::number(call)));
    }
}

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
