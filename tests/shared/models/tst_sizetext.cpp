#include "sizetext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSizeText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void bytesAreShort_data();
    void bytesAreShort();
};

void TestSizeText::bytesAreShort_data()
{
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << quint64(0) << u"0 B"_s;
    QTest::newRow("few") << quint64(999) << u"999 B"_s;
    QTest::newRow("a thousand") << quint64(1000) << u"1.0 kB"_s;
    QTest::newRow("millions") << quint64(8'340'000) << u"8.3 MB"_s;
}

void TestSizeText::bytesAreShort()
{
    QFETCH(quint64, bytes);
    QTEST(sizeText(bytes), "text");
}

QTEST_APPLESS_MAIN(TestSizeText)
#include "tst_sizetext.moc"
