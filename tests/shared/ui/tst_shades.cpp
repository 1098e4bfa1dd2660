#include "shades.h"

#include <QTest>

class TestShades final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyShadeCanBeRead_data()
    {
        QTest::addColumn<QColor>("background");
        QTest::addColumn<QColor>("text");
        QTest::newRow("white") << QColor(Qt::white) << QColor(Qt::black);
        QTest::newRow("light grey") << QColor(0xef, 0xef, 0xef) << QColor(Qt::black);
        QTest::newRow("dark grey") << QColor(0x35, 0x35, 0x35) << QColor(Qt::white);
        QTest::newRow("black") << QColor(Qt::black) << QColor(Qt::white);
    }

    void everyShadeCanBeRead()
    {
        QFETCH(QColor, background);
        QFETCH(QColor, text);
        QPalette palette;
        palette.setColor(QPalette::Base, background);
        palette.setColor(QPalette::Window, background);
        palette.setColor(QPalette::Text, text);
        for (const auto shade :
             {Shades::received, Shades::sent, Shades::subdued, Shades::problem, Shades::good, Shades::busy})
            QVERIFY(Shades::contrast(shade(palette), background) >= 4.5);
    }

    void hintsThatAThemeLeavesBlackBecomeReadable()
    {
        QPalette palette;
        palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
        palette.setColor(QPalette::Window, QColor(0x2a, 0x2e, 0x32));
        palette.setColor(QPalette::Text, Qt::white);
        palette.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128));
        const QColor hint = Shades::withReadableHints(palette).color(QPalette::PlaceholderText);
        QVERIFY(Shades::contrast(hint, palette.color(QPalette::Base)) >= 4.5);
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(qRound(Shades::contrast(Qt::black, Qt::white)), 21);
        QCOMPARE(qRound(Shades::contrast(Qt::white, Qt::white)), 1);
    }
};

QTEST_MAIN(TestShades)
#include "tst_shades.moc"
