#include "escapes.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestEscapes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEscapeIsItsByte_data();
    void anEscapeIsItsByte();
    void whatIsNoEscapeIsRefusedWithItsPlace_data();
    void whatIsNoEscapeIsRefusedWithItsPlace();
    void bytesAreWrittenReadably_data();
    void bytesAreWrittenReadably();
    void whatIsWrittenReadsBackTheSame();
};

void TestEscapes::anEscapeIsItsByte_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("nothing") << u""_s << ""_ba;
    QTest::newRow("text") << u"a é 中😀"_s << "a é 中😀"_ba;
    QTest::newRow("letters") << uR"(\n\r\t\a\b\f\v\e)"_s << "\n\r\t\a\b\f\v\x1B"_ba;
    QTest::newRow("signs") << uR"(\\\"\')"_s << "\\\"'"_ba;
    QTest::newRow("NUL") << uR"(a\0b)"_s << "a\0b"_ba;
    QTest::newRow("octal") << uR"(\7\12\012\0123\377)"_s << "\7\n\n\n3\xFF"_ba;
    QTest::newRow("octal ends at an 8") << uR"(\18)"_s << "\1" "8"_ba;
    QTest::newRow("hexadecimal") << uR"(\xA\x0a\xfF\x414)"_s << "\n\n\xFF" "A4"_ba;
    QTest::newRow("one hexadecimal digit") << uR"(\xAg)"_s << "\ng"_ba;
    QTest::newRow("unicode") << uR"(\u4e2d\u00E9A)"_s << "中éA"_ba;
    QTest::newRow("a surrogate pair") << uR"(\ud83d\uDE00)"_s << "😀"_ba;
    QTest::newRow("a backslash before an n") << uR"(\\n)"_s << "\\n"_ba;
}

void TestEscapes::anEscapeIsItsByte()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    QCOMPARE(decodeEscapes(text), std::optional(bytes));
}

void TestEscapes::whatIsNoEscapeIsRefusedWithItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("at");

    QTest::newRow("at the end") << uR"(ab\)"_s << qsizetype(2);
    QTest::newRow("another letter") << uR"(\n\q)"_s << qsizetype(2);
    QTest::newRow("8 is not octal") << uR"(\8)"_s << qsizetype(0);
    QTest::newRow("over a byte") << uR"(a\400)"_s << qsizetype(1);
    QTest::newRow("no digit") << uR"(\xg)"_s << qsizetype(0);
    QTest::newRow("three of four") << uR"(\u4e2)"_s << qsizetype(0);
    QTest::newRow("not hexadecimal") << uR"(\u4e2g)"_s << qsizetype(0);
    QTest::newRow("half a pair") << uR"(a\ud83dx)"_s << qsizetype(0);
    QTest::newRow("half a pair before a byte") << uR"(\n\ud83d\n)"_s << qsizetype(2);
    QTest::newRow("half a pair at the end") << uR"(\n\ud83d)"_s << qsizetype(2);
}

void TestEscapes::whatIsNoEscapeIsRefusedWithItsPlace()
{
    QFETCH(QString, text);
    qsizetype badAt = -1;
    QVERIFY(!decodeEscapes(text, &badAt));
    QTEST(badAt, "at");
}

void TestEscapes::bytesAreWrittenReadably_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");

    QTest::newRow("text") << "a; 中"_ba << u"a; 中"_s;
    QTest::newRow("line ends") << "\r\n\t"_ba << uR"(\r\n\t)"_s;
    QTest::newRow("a backslash") << "\\"_ba << uR"(\\)"_s;
    QTest::newRow("NUL before a digit") << "\0" "1"_ba << uR"(\x001)"_s;
    QTest::newRow("not UTF-8") << "a\xFF\n"_ba << uR"(a\xff\n)"_s;
    QTest::newRow("reorders text") << "\u202e"_ba << uR"(\u202e)"_s;
    QTest::newRow("byte order mark") << "\uFEFFx"_ba << uR"(\ufeffx)"_s;
}

void TestEscapes::bytesAreWrittenReadably()
{
    QFETCH(QByteArray, bytes);
    QTEST(encodeEscapes(bytes), "text");
}

void TestEscapes::whatIsWrittenReadsBackTheSame()
{
    QRandomGenerator random(4711);
    for (int i = 0; i < 3000; ++i) {
        QByteArray bytes;
        for (int left = random.bounded(12); left > 0; --left)
            bytes += random.bounded(4) ? QByteArray(1, char(random.bounded(256))) : QString(QChar(random.bounded(0xD7FF))).toUtf8();
        QCOMPARE(decodeEscapes(encodeEscapes(bytes)), std::optional(bytes));
    }
}

QTEST_APPLESS_MAIN(TestEscapes)
#include "tst_escapes.moc"
