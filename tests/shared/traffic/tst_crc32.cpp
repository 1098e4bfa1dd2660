#include "crc32.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

/// Bit by bit, as ISO 3309 has it.
static quint32 plainCrc(QByteArrayView bytes)
{
    quint32 crc = ~0U;
    for (const char byte : bytes) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? (crc >> 1) ^ 0xEDB88320U : crc >> 1;
    }
    return ~crc;
}

class TestCrc32 final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCheckValueIsThatOfTheStandard();
    void everyLengthAtEveryAlignmentIsRight();
    void longOnesAreRight();
    void aBitThatIsFlippedIsSeen();
};

void TestCrc32::theCheckValueIsThatOfTheStandard()
{
    QCOMPARE(crc32("123456789"), 0xCBF43926U);
    QCOMPARE(crc32({}), 0U);
}

static QByteArray randomBytes(qsizetype size)
{
    QRandomGenerator random(7);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

void TestCrc32::everyLengthAtEveryAlignmentIsRight()
{
    const QByteArray bytes = randomBytes(400);
    for (qsizetype offset = 0; offset < 17; ++offset) {
        for (qsizetype length = 0; offset + length <= bytes.size(); ++length) {
            const QByteArrayView part = QByteArrayView(bytes).sliced(offset, length);
            if (crc32(part) != plainCrc(part))
                QFAIL(qPrintable(u"%1 bytes from %2 on"_s.arg(length).arg(offset)));
        }
    }
}

void TestCrc32::longOnesAreRight()
{
    const QByteArray bytes = randomBytes(1'000'003);
    QCOMPARE(crc32(bytes), plainCrc(bytes));
    const QByteArray zeros(1'000'003, '\0');
    QCOMPARE(crc32(zeros), plainCrc(zeros));
}

void TestCrc32::aBitThatIsFlippedIsSeen()
{
    QByteArray bytes = randomBytes(200);
    const quint32 before = crc32(bytes);
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(crc32(bytes) != before);
        bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << (bit % 8)));
    }
}

QTEST_APPLESS_MAIN(TestCrc32)
#include "tst_crc32.moc"
