#include "framerreference.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

/// Random framings over random bytes in random reads, always the same ones: the seed is fixed.
class TestFramerProperty final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByteIsInOneMessageOrHeld_data();
    void everyByteIsInOneMessageOrHeld();
    void theReferenceSaysTheSame_data() { everyByteIsInOneMessageOrHeld_data(); }
    void theReferenceSaysTheSame();
};

static constexpr int Streams = 400; // of each framing

static QByteArray randomBytes(QRandomGenerator &random, qsizetype most)
{
    static const QByteArrayList parts{"a", "b", "\n", "\r", "\r\n", "\0"_ba, "\1"_ba, "\2"_ba, ";", "aab", "END", "E",
                                      "\u00e9", "中", "😀", "\xE4\xB8", "\x80", "\xFF", "\0\3"_ba, "\3\0"_ba};
    QByteArray bytes;
    while (bytes.size() < most)
        bytes += parts.at(random.bounded(int(parts.size())));
    return bytes;
}

static QByteArrayList randomReads(QRandomGenerator &random, const QByteArray &bytes)
{
    QByteArrayList reads;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = qMin<qsizetype>(random.bounded(1, random.bounded(1, 40) + 1), bytes.size() - at);
        reads.append(bytes.sliced(at, size));
        at += size;
    }
    return reads;
}

void TestFramerProperty::everyByteIsInOneMessageOrHeld_data()
{
    QTest::addColumn<QString>("word");
    for (const char *word : {"lines", "crlf", "nul", "raw", "delimiter:;", "delimiter:aab", "delimiter:aa",
                             "delimiter:END", "delimiter:\\r\\n\\r\\n", "delimiter:\\u4e2d", "fixed:1", "fixed:7",
                             "fixed:16", "fixed:50", "length:u8", "length:u16be", "length:u16le", "length:u32be",
                             "length:u32le", "idle:20"})
        QTest::addRow("%s", word) << QString::fromLatin1(word);
}

void TestFramerProperty::everyByteIsInOneMessageOrHeld()
{
    QFETCH(QString, word);
    QRandomGenerator random(20'261'123);
    for (int i = 0; i < Streams; ++i) {
        Framer framer(*parseFraming(word), random.bounded(16, 40));
        const QByteArray bytes = randomBytes(random, random.bounded(200));
        QByteArray fed;
        QByteArray delivered;
        qint64 time = 0;
        for (const QByteArray &read : randomReads(random, bytes)) {
            fed += read;
            delivered += wireOf(framer.feed(read, time += random.bounded(30'000'000)));
            if (random.bounded(2))
                delivered += wireOf(framer.advance(time += random.bounded(30'000'000)));
            QCOMPARE(delivered + Framer(framer).takeHeld(), fed);
        }
        QCOMPARE(delivered + wireOf(framer.finish()), bytes);
        QCOMPARE(framer.takeHeld(), QByteArray());
    }
}

void TestFramerProperty::theReferenceSaysTheSame()
{
    QFETCH(QString, word);
    if (word == "raw"_L1)
        return; // its messages are the reads
    QRandomGenerator random(23'112'026);
    for (int i = 0; i < Streams; ++i) {
        const qsizetype limit = random.bounded(16, 40);
        Framer framer(*parseFraming(word), limit);
        const QByteArray bytes = randomBytes(random, random.bounded(200));
        QList<Message> messages;
        for (const QByteArray &read : randomReads(random, bytes))
            messages += framer.feed(read);
        messages += framer.finish();
        QCOMPARE(shapeOf(messages), shapeOf(FramerReference(*parseFraming(word), limit).messages(bytes)));
    }
}

QTEST_APPLESS_MAIN(TestFramerProperty)
#include "tst_framerproperty.moc"
