#include "relayinbox.h"

#include "serverloop.h"

#include <QTest>

#include <thread>

using Letter = RelayInbox::Letter;

static Letter letterOf(const QByteArray &wire)
{
    MessageView message;
    message.wire = wire;
    return {std::make_shared<const MessageBlock>(MessageRun(&message, 1)), 1};
}

static QByteArray bytesOf(const Letter &letter)
{
    return wireOf(letter.block->run()).toByteArray();
}

/// Messages that wait for one loop.
class TestRelayInbox final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOwnerIsToldOfTheFirstAlone();
    void aMessageIsNotCopied();
    void aSliceIsTakenAtATime();
    void noMoreAreTakenThanAreAskedFor();
    void whoPostsTooMuchWaitsAndIsRelieved();
    void aMessageLongerThanTheLimitGoesThrough();
    void whenItIsClearedWhoWaitedIsTold();
    void eachPostersOrderIsKept();

private:
    const std::shared_ptr<BatchBacklog> m_backlog = std::make_shared<BatchBacklog>();
    const std::shared_ptr<LoopDirectory> m_directory = std::make_shared<LoopDirectory>();
    ServerLoop m_poster{m_backlog, m_directory};
};

void TestRelayInbox::theOwnerIsToldOfTheFirstAlone()
{
    RelayInbox inbox;
    QVERIFY(inbox.post(letterOf("a"), &m_poster).wasEmpty);
    QVERIFY(!inbox.post(letterOf("b"), &m_poster).wasEmpty);
    inbox.take();
    QVERIFY(inbox.post(letterOf("c"), &m_poster).wasEmpty);
}

void TestRelayInbox::aMessageIsNotCopied()
{
    RelayInbox inbox;
    const Letter letter = letterOf("shared bytes");
    inbox.post(letter, &m_poster);
    QCOMPARE(inbox.take().letters.constFirst().block, letter.block);
}

void TestRelayInbox::aSliceIsTakenAtATime()
{
    RelayInbox inbox;
    const QByteArray half(RelayInbox::Slice / 2, 'h');
    for (int i = 0; i < 3; ++i)
        inbox.post(letterOf(half), &m_poster);
    const RelayInbox::Taken first = inbox.take();
    QCOMPARE(first.letters.size(), 2);
    QVERIFY(first.more);
    const RelayInbox::Taken second = inbox.take();
    QCOMPARE(second.letters.size(), 1);
    QVERIFY(!second.more);
}

void TestRelayInbox::noMoreAreTakenThanAreAskedFor()
{
    RelayInbox inbox;
    for (int i = 0; i < 5; ++i)
        inbox.post(letterOf("short"), &m_poster);
    const RelayInbox::Taken taken = inbox.take(2);
    QCOMPARE(taken.letters.size(), 2);
    QVERIFY(taken.more);
    QVERIFY(!inbox.isEmpty());
    QCOMPARE(inbox.take().letters.size(), 3);
    QVERIFY(inbox.isEmpty());
}

void TestRelayInbox::whoPostsTooMuchWaitsAndIsRelieved()
{
    RelayInbox inbox;
    const QByteArray slice(RelayInbox::Slice, 's');
    int posted = 0;
    while (!inbox.post(letterOf(slice), &m_poster).mustWait)
        ++posted;
    QCOMPARE(posted, 3); // what is counted for each message comes on top
    QVERIFY(!inbox.post(letterOf(slice), &m_poster).mustWait); // it was told
    QList<ServerLoop *> relieved;
    int taken = 0;
    while (relieved.isEmpty()) {
        relieved = inbox.take().relieved;
        ++taken;
    }
    QCOMPARE(relieved, QList<ServerLoop *>{&m_poster});
    QCOMPARE(taken, 4); // of five
}

void TestRelayInbox::aMessageLongerThanTheLimitGoesThrough()
{
    RelayInbox inbox;
    const QByteArray longOne(2 * RelayInbox::Limit, 'l');
    QVERIFY(inbox.post(letterOf(longOne), &m_poster).mustWait);
    const RelayInbox::Taken taken = inbox.take();
    QCOMPARE(bytesOf(taken.letters.constFirst()), longOne);
    QCOMPARE(taken.relieved.size(), 1);
}

void TestRelayInbox::whenItIsClearedWhoWaitedIsTold()
{
    RelayInbox inbox;
    inbox.post(letterOf(QByteArray(2 * RelayInbox::Limit, 'l')), &m_poster);
    QCOMPARE(inbox.clear(), QList<ServerLoop *>{&m_poster});
    QVERIFY(inbox.take().letters.isEmpty());
    QVERIFY(inbox.clear().isEmpty());
}

void TestRelayInbox::eachPostersOrderIsKept()
{
    constexpr int Posters = 3;
    constexpr int Each = 10'000;
    RelayInbox inbox;
    std::vector<std::thread> posters;
    for (int poster = 0; poster < Posters; ++poster) {
        posters.emplace_back([&inbox, this, poster] {
            for (int i = 0; i < Each; ++i)
                inbox.post(letterOf(QByteArray::number(poster) + ' ' + QByteArray::number(i)), &m_poster);
        });
    }
    std::array<int, Posters> next{};
    int taken = 0;
    bool inOrder = true;
    while (taken < Posters * Each) {
        const QList<Letter> letters = inbox.take().letters;
        for (const Letter &letter : letters) {
            const QList<QByteArray> words = bytesOf(letter).split(' ');
            inOrder &= next[words[0].toUInt()]++ == words[1].toInt();
        }
        taken += int(letters.size());
    }
    for (std::thread &poster : posters)
        poster.join();
    QVERIFY(inOrder);
}

QTEST_GUILESS_MAIN(TestRelayInbox)
#include "tst_relayinbox.moc"
