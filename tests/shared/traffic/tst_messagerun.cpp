#include "framer.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Messages as a framer hands them on: lent, some at a time, one behind the other.
class TestMessageRun final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theMessagesOfARunLieOneBehindTheOther();
    void moreThanARunTakesComeInSeveral();
    void aBlockOwnsItsBytes();
    void aBlockKeepsTheShapeOfItsMessages();
};

static QByteArray numberedLines(int count)
{
    QByteArray lines;
    for (int i = 0; i < count; ++i)
        lines += QByteArray::number(i) + '\n';
    return lines;
}

void TestMessageRun::theMessagesOfARunLieOneBehindTheOther()
{
    Framer framer;
    framer.feed("be"_ba, 0, [](MessageRun) { QFAIL("there is no whole message yet"); });
    QByteArrayList runs;
    framer.feed("gun\nsecond\nthird", 0, [&](MessageRun run) { runs.append(wireOf(run).toByteArray()); });
    QCOMPARE(runs, QByteArrayList{"begun\nsecond\n"});
}

void TestMessageRun::moreThanARunTakesComeInSeveral()
{
    const QByteArray lines = numberedLines(1000);
    Framer framer;
    QByteArray all;
    std::size_t messages = 0;
    int runs = 0;
    framer.feed(lines, 0, [&](MessageRun run) {
        all += wireOf(run);
        messages += run.size();
        ++runs;
    });
    QVERIFY(runs > 1);
    QCOMPARE(messages, std::size_t(1000));
    QCOMPARE(all, lines);
}

void TestMessageRun::aBlockOwnsItsBytes()
{
    QByteArray lines = numberedLines(3);
    Framer framer;
    std::unique_ptr<MessageBlock> block;
    framer.feed(lines, 0, [&](MessageRun run) { block = std::make_unique<MessageBlock>(run); });
    lines.fill('x');
    QCOMPARE(block->size(), lines.size());
    QCOMPARE(wireOf(block->run()).toByteArray(), "0\n1\n2\n"_ba);
    QCOMPARE(block->run()[1].toMessage().wire, "1\n"_ba);
}

void TestMessageRun::aBlockKeepsTheShapeOfItsMessages()
{
    Framer framer({Framing::Kind::Lines});
    std::unique_ptr<MessageBlock> block;
    framer.feed("a\r\nbc\n", 0, [&](MessageRun run) { block = std::make_unique<MessageBlock>(run); });
    QCOMPARE(block->run().size(), std::size_t(2));
    QCOMPARE(block->run()[0].toMessage().content().toByteArray(), "a"_ba);
    QCOMPARE(block->run()[1].toMessage().content().toByteArray(), "bc"_ba);
}

QTEST_GUILESS_MAIN(TestMessageRun)
#include "tst_messagerun.moc"
