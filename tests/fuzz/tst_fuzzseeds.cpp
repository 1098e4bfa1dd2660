#include "targets.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

/// The fuzz targets without a fuzzer: over their corpus, and over mutations of it that are the same in every run.
class TestFuzzSeeds final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCorpusHolds_data() { targets(); }
    void theCorpusHolds();
    void mutationsHold_data() { targets(); }
    void mutationsHold();

private:
    static void targets();
};

static constexpr int Mutations = 2000; // of each target
static constexpr qsizetype MaxSize = 4096;

/// By name, so that they come in the same order everywhere.
static QByteArrayList corpusOf(const FuzzTarget &target)
{
    QDir folder(u":/corpus/"_s + QLatin1StringView(target.name));
    QByteArrayList inputs{QByteArray()};
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            inputs.append(file.readAll());
    }
    return inputs;
}

static QByteArray piece(const QByteArray &bytes, QRandomGenerator &random)
{
    const qsizetype start = random.bounded(int(bytes.size()) + 1);
    return bytes.mid(start, random.bounded(32));
}

/// One change: a bit turned, a byte replaced or inserted, a piece taken out, doubled, or put in from another input.
static void mutate(QByteArray &bytes, const QByteArray &other, QRandomGenerator &random)
{
    const qsizetype place = random.bounded(int(bytes.size()) + 1);
    const bool inside = place < bytes.size();
    switch (random.bounded(6)) {
    case 0:
        if (inside)
            bytes[place] = char(bytes[place] ^ (1 << random.bounded(8)));
        return;
    case 1:
        if (inside)
            bytes[place] = char(random.bounded(256));
        return;
    case 2: bytes.insert(place, char(random.bounded(256))); return;
    case 3: bytes.remove(place, random.bounded(16)); return;
    case 4: bytes.insert(place, piece(bytes, random)); return;
    default: bytes.insert(place, piece(other, random)); return;
    }
}

void TestFuzzSeeds::targets()
{
    QTest::addColumn<int>("number");

    const QList<FuzzTarget> all = fuzzTargets();
    for (int i = 0; i < all.size(); ++i)
        QTest::newRow(all[i].name) << i;
}

void TestFuzzSeeds::theCorpusHolds()
{
    QFETCH(int, number);
    const FuzzTarget target = fuzzTargets()[number];
    const QByteArrayList corpus = corpusOf(target);
    QVERIFY2(corpus.size() > 1, "there is no corpus");

    for (const QByteArray &input : corpus)
        target.run(input);
}

void TestFuzzSeeds::mutationsHold()
{
    QFETCH(int, number);
    const FuzzTarget target = fuzzTargets()[number];
    QByteArrayList inputs = corpusOf(target);
    QRandomGenerator random(1);

    for (int i = 0; i < Mutations; ++i) {
        QByteArray input = inputs[random.bounded(int(inputs.size()))];
        for (int changes = 1 + random.bounded(4); changes > 0; --changes)
            mutate(input, inputs[random.bounded(int(inputs.size()))], random);
        input.truncate(MaxSize);
        target.run(input);
        inputs[random.bounded(int(inputs.size()))] = input;
    }
}

QTEST_APPLESS_MAIN(TestFuzzSeeds)
#include "tst_fuzzseeds.moc"
