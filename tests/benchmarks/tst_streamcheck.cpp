#include "streamcheck.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Whether the load would notice what a server does wrong.
class TestStreamCheck final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aStreamIsChecked_data();
    void aStreamIsChecked();
    void piecesMakeNoDifference();
    void messagesOfSomebodyElseAreNoticed();
    void aSpoiltMessageIsNoticed_data();
    void aSpoiltMessageIsNoticed();
};

static constexpr std::uint32_t Source = 0xabc;
static constexpr std::size_t Size = 32;

static std::string messages(const QList<std::uint32_t> &numbers)
{
    std::string bytes;
    for (const std::uint32_t number : numbers)
        appendMessage(bytes, Source, number, Size);
    return bytes;
}

void TestStreamCheck::aStreamIsChecked_data()
{
    QTest::addColumn<QList<std::uint32_t>>("numbers");
    QTest::addColumn<std::uint64_t>("lost");
    QTest::addColumn<std::uint64_t>("disordered");

    using Count = std::uint64_t;
    const auto row = [](const char *name, const QList<std::uint32_t> &numbers, Count lost, Count disordered) {
        QTest::newRow(name) << numbers << lost << disordered;
    };
    row("in order", {0, 1, 2, 3}, 0, 0);
    row("joined late", {7, 8, 9}, 0, 0);
    row("one lost", {0, 1, 3}, 1, 0);
    row("many lost", {0, 101}, 100, 0);
    row("twice", {0, 1, 1, 2}, 0, 1);
    row("changed about", {0, 2, 1, 3}, 1, 1);
}

void TestStreamCheck::aStreamIsChecked()
{
    QFETCH(const QList<std::uint32_t>, numbers);
    StreamCheck check(Source, Size);

    const int whole = check.take(messages(numbers));

    QCOMPARE(whole, int(numbers.size()));
    QTEST(check.lost(), "lost");
    QTEST(check.disordered(), "disordered");
}

void TestStreamCheck::piecesMakeNoDifference()
{
    const std::string bytes = messages({0, 1, 2, 3, 4});
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
        StreamCheck check(Source, Size);
        int whole = 0;
        for (std::size_t at = 0; at < bytes.size(); at += piece)
            whole += check.take(std::string_view(bytes).substr(at, piece));
        QCOMPARE(whole, 5);
        QCOMPARE(check.next(), 5u);
        QCOMPARE(check.lost() + check.disordered(), 0u);
    }
}

void TestStreamCheck::messagesOfSomebodyElseAreNoticed()
{
    StreamCheck check(Source + 1, Size);

    check.take(messages({0}));

    QVERIFY(!check.hasBegun());
    QCOMPARE(check.disordered(), 1u);
}

void TestStreamCheck::aSpoiltMessageIsNoticed_data()
{
    QTest::addColumn<std::size_t>("place");

    QTest::newRow("source") << std::size_t(3);
    QTest::newRow("number") << std::size_t(12);
    QTest::newRow("filling") << std::size_t(20);
    QTest::newRow("end") << Size - 1;
}

void TestStreamCheck::aSpoiltMessageIsNoticed()
{
    QFETCH(std::size_t, place);
    std::string bytes = messages({5});
    bytes[place] = '?';
    StreamCheck check(Source, Size);

    check.take(bytes);

    QCOMPARE(check.disordered(), 1u);
}

QTEST_GUILESS_MAIN(TestStreamCheck)
#include "tst_streamcheck.moc"
