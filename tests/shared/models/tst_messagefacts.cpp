#include "messagefacts.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Direction = TranscriptModel::Direction;

MessageFacts facts(Direction direction = Direction::In)
{
    MessageFacts some;
    some.socket = 2;
    some.direction = direction;
    some.bytes = 17;
    some.time = std::chrono::milliseconds(QDateTime({2026, 11, 23}, {11, 2, 7, 113}).toMSecsSinceEpoch()) + 999us;
    return some;
}

}

class TestMessageFacts final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysSocketDirectionLengthAndTime_data();
    void saysSocketDirectionLengthAndTime();
    void saysHowMuchLaterItCame_data();
    void saysHowMuchLaterItCame();
    void saysWhichReadsItCameIn_data();
    void saysWhichReadsItCameIn();
};

void TestMessageFacts::saysSocketDirectionLengthAndTime_data()
{
    QTest::addColumn<SocketId>("socket");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QString>("text");

    QTest::newRow("received") << SocketId(2) << Direction::In << u"#2 RX ← · 17 byte(s) · 11:02:07.113"_s;
    QTest::newRow("sent") << SocketId(12) << Direction::Out << u"#12 TX → · 17 byte(s) · 11:02:07.113"_s;
    QTest::newRow("no number") << ListenerId << Direction::In << u"RX ← · 17 byte(s) · 11:02:07.113"_s;
}

void TestMessageFacts::saysSocketDirectionLengthAndTime()
{
    QFETCH(SocketId, socket);
    QFETCH(Direction, direction);
    MessageFacts some = facts(direction);
    some.socket = socket;
    QTEST(factsText(some), "text");
}

void TestMessageFacts::saysHowMuchLaterItCame_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::addColumn<QString>("end");

    QTest::newRow("none") << qint64(0) << u" · +0.000 s after the one before"_s;
    QTest::newRow("µs") << qint64(12'345) << u" · +12 µs after the one before"_s;
    QTest::newRow("ms") << qint64(1'000'000) << u" · +0.001 s after the one before"_s;
    QTest::newRow("s") << qint64(870'400'000) << u" · +0.870 s after the one before"_s;
    QTest::newRow("an hour") << qint64(3'600'000'000'000) << u" · +3,600.000 s after the one before"_s;
    QTest::newRow("the clock was set back") << qint64(-1'500'000'000) << u" · −1.500 s after the one before"_s;
}

void TestMessageFacts::saysHowMuchLaterItCame()
{
    QFETCH(qint64, nanoseconds);
    QFETCH(QString, end);
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    MessageFacts some = facts();
    some.delta = std::chrono::nanoseconds(nanoseconds);
    const QString text = factsText(some);
    QLocale::setDefault(before);
    QVERIFY2(text.endsWith(u"11:02:07.113"_s + end), qPrintable(text));
}

void TestMessageFacts::saysWhichReadsItCameIn_data()
{
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<quint64>("first");
    QTest::addColumn<quint64>("last");
    QTest::addColumn<int>("messages");
    QTest::addColumn<QString>("end");

    using Number = quint64;
    QTest::newRow("unknown") << Direction::In << Number(0) << Number(0) << 1 << u"11:02:07.113"_s;
    QTest::newRow("one") << Direction::In << Number(3) << Number(3) << 1 << u" · in read 3"_s;
    QTest::newRow("two") << Direction::In << Number(3) << Number(4) << 1 << u" · in reads 3 and 4"_s;
    QTest::newRow("seven") << Direction::In << Number(3) << Number(9) << 1 << u" · in reads 3 to 9 (7 read(s))"_s;
    QTest::newRow("shared") << Direction::In << Number(5) << Number(5) << 3 << u" · one of 3 message(s) in read 5"_s;
    QTest::newRow("written") << Direction::Out << Number(3) << Number(3) << 1 << u" · in write 3"_s;
    QTest::newRow("in two writes") << Direction::Out << Number(3) << Number(4) << 1 << u" · in writes 3 and 4"_s;
    QTest::newRow("in three") << Direction::Out << Number(3) << Number(5) << 1 << u" · in writes 3 to 5 (3 write(s))"_s;
    QTest::newRow("shared write") << Direction::Out << Number(5) << Number(5) << 2
                                  << u" · one of 2 message(s) in write 5"_s;
}

void TestMessageFacts::saysWhichReadsItCameIn()
{
    QFETCH(Direction, direction);
    QFETCH(quint64, first);
    QFETCH(quint64, last);
    QFETCH(int, messages);
    QFETCH(QString, end);
    MessageFacts some = facts(direction);
    some.firstRead = first;
    some.lastRead = last;
    some.messagesInRead = messages;
    const QString text = factsText(some);
    QVERIFY2(text.endsWith(end), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestMessageFacts)
#include "tst_messagefacts.moc"
