#include "ratetext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

class TestRateText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void ratesAreShortAndReadBack_data();
    void ratesAreShortAndReadBack();
    void whatPeopleTypeIsRead_data();
    void whatPeopleTypeIsRead();
    void whatIsNoRateIsRefused_data();
    void whatIsNoRateIsRefused();
    void numbersAreAsTheLocaleWritesThem();
    void durationsAreShort_data();
    void durationsAreShort();
};

void TestRateText::ratesAreShortAndReadBack_data()
{
    QTest::addColumn<quint64>("rate");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << quint64(0) << u"as fast as the peer reads"_s;
    QTest::newRow("bytes") << quint64(999) << u"999 B/s"_s;
    QTest::newRow("thousand") << quint64(1000) << u"1 kB/s"_s;
    QTest::newRow("between") << quint64(1234) << u"1.234 kB/s"_s;
    QTest::newRow("millions") << quint64(2'500'000) << u"2.5 MB/s"_s;
    QTest::newRow("all digits") << quint64(12'345'678'901) << u"12.345678901 GB/s"_s;
}

void TestRateText::ratesAreShortAndReadBack()
{
    QFETCH(quint64, rate);
    QFETCH(QString, text);
    QCOMPARE(rateText(rate), text);
    QCOMPARE(parseRate(text), std::optional(rate));
}

void TestRateText::whatPeopleTypeIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint64>("rate");
    QTest::newRow("a number") << u"500"_s << quint64(500);
    QTest::newRow("zero") << u"0"_s << quint64(0);
    QTest::newRow("a letter") << u"1.5m"_s << quint64(1'500'000);
    QTest::newRow("no blank") << u"64KB/s"_s << quint64(64'000);
    QTest::newRow("blanks") << u"  10 MB / s "_s << quint64(10'000'000);
    QTest::newRow("groups") << u"1,000 kB"_s << quint64(1'000'000);
    QTest::newRow("capital words") << u"As fast as the peer reads"_s << quint64(0);
}

void TestRateText::whatPeopleTypeIsRead()
{
    QFETCH(QString, text);
    QFETCH(quint64, rate);
    QCOMPARE(parseRate(text), std::optional(rate));
}

void TestRateText::whatIsNoRateIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", " ", "fast", "-5", "1 kB/h", "5 TB", "kB", "1e30 GB", "0.2", "200 GB/s", "nan", "inf"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestRateText::whatIsNoRateIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!parseRate(text));
}

void TestRateText::numbersAreAsTheLocaleWritesThem()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(rateText(1500), u"1,5 kB/s"_s);
    QCOMPARE(parseRate(u"1,5 kB/s"_s), std::optional(quint64(1500)));
}

void TestRateText::durationsAreShort_data()
{
    QTest::addColumn<quint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << quint64(0) << u"0:00"_s;
    QTest::newRow("seconds") << quint64(16) << u"0:16"_s;
    QTest::newRow("minutes") << quint64(3599) << u"59:59"_s;
    QTest::newRow("hours") << quint64(3723) << u"1:02:03"_s;
}

void TestRateText::durationsAreShort()
{
    QFETCH(quint64, seconds);
    QTEST(durationText(seconds), "text");
}

QTEST_APPLESS_MAIN(TestRateText)
#include "tst_ratetext.moc"
