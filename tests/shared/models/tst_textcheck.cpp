#include "textcheck.h"
#include "transcriptfixture.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using Fixture = TranscriptFixture;

/// Whether long messages are text, found out without keeping anybody waiting.
class TestTextCheck final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsBrokenIsToldLater_data();
    void whatIsBrokenIsToldLater();
    void textStaysText();
    void thoseAskedForLastComeFirst();
    void anotherStoreForgetsAll();
};

static QList<quint64> numbersOf(const QSignalSpy &told)
{
    QList<quint64> numbers;
    for (const QList<QVariant> &arguments : told)
        numbers.append(arguments.first().toULongLong());
    return numbers;
}

static QList<Record> manyBroken(int count)
{
    return QList<Record>(count, Fixture::received(QByteArray(5000, 'x') + "\xff\n"));
}

void TestTextCheck::whatIsBrokenIsToldLater_data()
{
    QTest::addColumn<QString>("encoding");
    for (const auto *name : {"UTF-8", "GB18030", "Shift_JIS", "US-ASCII"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestTextCheck::whatIsBrokenIsToldLater()
{
    QFETCH(QString, encoding);
    const auto chosen = Encoding::parse(encoding);
    if (!chosen)
        QSKIP("there is no decoder for it here");
    Fixture transcript;
    QVERIFY(transcript.append({Fixture::received(QByteArray(Framer::DefaultLimit - 1, 'x') + "\xff\n")}));
    TextCheck check;
    check.setStore(transcript.store);
    const QSignalSpy told(&check, &TextCheck::foundBroken);

    const MessageRow row = transcript.rows->view().at(0);
    QVERIFY(check.isText(0, row, *chosen)); // as nobody has looked yet
    QVERIFY(check.isText(0, row, *chosen));

    QTRY_COMPARE(told.size(), 1);
    QVERIFY(!check.isText(0, row, *chosen));
}

void TestTextCheck::textStaysText()
{
    Fixture transcript;
    QVERIFY(transcript.append(QList{Fixture::received(QByteArray(5000, 'x') + '\n')} + manyBroken(1)));
    TextCheck check;
    check.setStore(transcript.store);
    const QSignalSpy told(&check, &TextCheck::foundBroken);
    QVERIFY(check.isText(0, transcript.rows->view().at(0), {}));
    QVERIFY(check.isText(1, transcript.rows->view().at(1), {}));
    QTRY_COMPARE(numbersOf(told), QList<quint64>{1}); // the other one was in hand before
    QVERIFY(check.isText(0, transcript.rows->view().at(0), {}));
}

void TestTextCheck::thoseAskedForLastComeFirst()
{
    constexpr int TooMany = 10;
    constexpr int Asked = 1 + TooMany + TextCheck::Waiting;
    Fixture transcript;
    QVERIFY(transcript.append(manyBroken(Asked)));
    TextCheck check;
    check.setStore(transcript.store);
    const QSignalSpy told(&check, &TextCheck::foundBroken);
    for (quint64 number = 0; number < Asked; ++number)
        QVERIFY(check.isText(number, transcript.rows->view().at(number), {}));

    QList<quint64> expected{0}; // it was in hand at once
    for (quint64 number = Asked - 1; number > TooMany; --number)
        expected.append(number);
    QTRY_COMPARE(numbersOf(told), expected);

    QVERIFY(check.isText(TooMany, transcript.rows->view().at(TooMany), {})); // asked anew
    QTRY_COMPARE(numbersOf(told).last(), quint64(TooMany));
}

void TestTextCheck::anotherStoreForgetsAll()
{
    Fixture broken;
    Fixture text;
    QVERIFY(broken.append(manyBroken(3)));
    QVERIFY(text.append(QList<Record>(2, Fixture::received(QByteArray(5000, 'x') + '\n')) + manyBroken(1)));
    TextCheck check;
    check.setStore(broken.store);
    const QSignalSpy told(&check, &TextCheck::foundBroken);
    QVERIFY(check.isText(2, broken.rows->view().at(2), {}));
    QTRY_COMPARE(numbersOf(told), QList<quint64>{2});
    QVERIFY(check.isText(0, broken.rows->view().at(0), {})); // in hand
    QVERIFY(check.isText(1, broken.rows->view().at(1), {})); // waits

    check.setStore(text.store);
    for (quint64 number = 0; number < 3; ++number)
        QVERIFY(check.isText(number, text.rows->view().at(number), {}));

    QTRY_COMPARE(numbersOf(told), (QList<quint64>{2, 2}));
    QVERIFY(check.isText(0, text.rows->view().at(0), {}));
}

QTEST_GUILESS_MAIN(TestTextCheck)
#include "tst_textcheck.moc"
