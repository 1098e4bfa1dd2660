#include "exporter.h"
#include "exportrows.h"
#include "filesizelimit.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

/// Rows made when they are asked for, by this function.
class MadeRows final : public ExportSource
{
public:
    using Maker = std::function<std::optional<ExportRow>(qint64 number)>;

    MadeRows(qint64 count, Maker make)
        : m_count(count)
        , m_make(std::move(make))
    {
    }

    qint64 count() override { return m_count; }
    std::optional<ExportRow> row(qint64 number) override { return m_make(number); }

private:
    qint64 m_count;
    Maker m_make;
};

std::unique_ptr<ExportSource> rows(const QList<ExportRow> &list)
{
    return std::make_unique<MadeRows>(list.size(), [list](qint64 number) { return list[number]; });
}

std::unique_ptr<ExportSource> rows(qint64 count, MadeRows::Maker make)
{
    return std::make_unique<MadeRows>(count, std::move(make));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

}

class TestExporter final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowIsWritten();
    void rawBytesOfEachDirectionAreThoseOfTheStream();
    void oneDirectionCanBeLeftOut();
    void rowsThatAreGoneAreCounted();
    void aFileIsReplacedAsAWhole();
    void cancellingLeavesWhatWasThere();
    void theLastExporterOutWaitsForItsThread();
    void aFolderThatIsMissingIsAProblem();
    void whatIsNoFileIsNotReplaced();
    void aFullDiskLeavesWhatWasThere_data();
    void aFullDiskLeavesWhatWasThere();
    void twoFilesComeBothOrNotAtAll_data();
    void twoFilesComeBothOrNotAtAll();
    void bothDirectionsCantShareAFile();
    void rowsThatAreWrittenAreNotKept();
    void progressIsToldWhileItRuns();
    void oneExportFollowsAnother();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QStringList files() const;
    static ExportOutcome outcome(Exporter &exporter, const ExportPlan &plan, std::unique_ptr<ExportSource> source);
    static ExportOutcome outcome(const ExportPlan &plan, std::unique_ptr<ExportSource> source);

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

QStringList TestExporter::files() const
{
    return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

ExportOutcome TestExporter::outcome(Exporter &exporter, const ExportPlan &plan, std::unique_ptr<ExportSource> source)
{
    QSignalSpy finished(&exporter, &Exporter::finished);
    exporter.start(plan, std::move(source));
    if (!finished.wait(60'000))
        qWarning("the export did not come to an end");
    return finished.value(0).value(0).value<ExportOutcome>();
}

ExportOutcome TestExporter::outcome(const ExportPlan &plan, std::unique_ptr<ExportSource> source)
{
    Exporter exporter;
    return outcome(exporter, plan, std::move(source));
}

void TestExporter::everyRowIsWritten()
{
    const QList<ExportRow> list{received("a"), sent("b"), happened(u"closed"_s, u"the peer closed"_s)};
    const QByteArray expected = exportHeader(ExportFormat::Csv) + exportedRow(ExportFormat::Csv, list[0])
        + exportedRow(ExportFormat::Csv, list[1]) + exportedRow(ExportFormat::Csv, list[2]);

    const ExportOutcome done = outcome({ExportFormat::Csv, path(u"all.csv"_s)}, rows(list));

    QCOMPARE(done.kind, ExportOutcome::Kind::Done);
    QCOMPARE(done.rows, 3);
    QCOMPARE(done.bytes, expected.size());
    QCOMPARE(contentOf(path(u"all.csv"_s)), expected);
    QCOMPARE(files(), QStringList{u"all.csv"_s});
}

static QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

void TestExporter::rawBytesOfEachDirectionAreThoseOfTheStream()
{
    QRandomGenerator random(4);
    QList<ExportRow> list;
    QByteArray in;
    QByteArray out;
    for (int i = 0; i < 3000; ++i) {
        QByteArray bytes(random.bounded(3000), Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(random.bounded(256));
        const bool isSent = random.bounded(2) == 1;
        list.append(isSent ? sent(bytes, "\r\n") : received(bytes));
        (isSent ? out : in) += list.constLast().message.wire;
    }

    const ExportOutcome done = outcome({ExportFormat::Raw, path(u"rx"_s), path(u"tx"_s)}, rows(list));

    QCOMPARE(done.bytes, in.size() + out.size());
    QCOMPARE(sha256(contentOf(path(u"rx"_s))), sha256(in));
    QCOMPARE(sha256(contentOf(path(u"tx"_s))), sha256(out));
}

void TestExporter::oneDirectionCanBeLeftOut()
{
    const QList<ExportRow> list{received("a"), sent("b"), happened(u"closed"_s, u"closed"_s)};

    QCOMPARE(outcome({ExportFormat::Raw, path(u"rx"_s)}, rows(list)).rows, 1);
    QCOMPARE(outcome({ExportFormat::Raw, {}, path(u"tx"_s)}, rows(list)).rows, 1);

    QCOMPARE(contentOf(path(u"rx"_s)), "a\n"_ba);
    QCOMPARE(contentOf(path(u"tx"_s)), "b\n"_ba);
}

void TestExporter::rowsThatAreGoneAreCounted()
{
    const auto lastTwo = [](qint64 number) { return number < 3 ? std::nullopt : std::optional(received("x")); };

    const ExportOutcome done = outcome({ExportFormat::Text, path(u"t"_s)}, rows(5, lastTwo));

    QCOMPARE(done.kind, ExportOutcome::Kind::Done);
    QCOMPARE(done.goneRows, 3);
    QCOMPARE(done.rows, 2);
}

void TestExporter::aFileIsReplacedAsAWhole()
{
    write(path(u"t"_s), QByteArray(100'000, 'o'));

    QCOMPARE(outcome({ExportFormat::Raw, path(u"t"_s)}, rows({received("new")})).kind, ExportOutcome::Kind::Done);

    QCOMPARE(contentOf(path(u"t"_s)), "new\n"_ba);
}

void TestExporter::cancellingLeavesWhatWasThere()
{
    write(path(u"rx"_s), "old");
    Exporter exporter;
    const auto cancelMidway = [&exporter](qint64 number) {
        if (number == 5000)
            exporter.cancel();
        return std::optional(number % 2 ? received(QByteArray(1000, 'x')) : sent(QByteArray(1000, 'y')));
    };

    const ExportOutcome cancelled = outcome(exporter, {ExportFormat::Raw, path(u"rx"_s), path(u"tx"_s)},
                                            rows(1'000'000'000, cancelMidway));

    QCOMPARE(cancelled.kind, ExportOutcome::Kind::Cancelled);
    QCOMPARE(files(), QStringList{u"rx"_s});
    QCOMPARE(contentOf(path(u"rx"_s)), "old"_ba);
}

void TestExporter::theLastExporterOutWaitsForItsThread()
{
    {
        Exporter exporter;
        exporter.start({ExportFormat::Text, path(u"t"_s)},
                       rows(1'000'000'000, [](qint64) { return std::optional(received("x")); }));
    }
    QCOMPARE(files(), QStringList());
}

void TestExporter::aFolderThatIsMissingIsAProblem()
{
    const QString missing = path(u"missing/t"_s);

    const ExportOutcome failed = outcome({ExportFormat::Text, missing}, rows({received("x")}));

    QCOMPARE(failed.kind, ExportOutcome::Kind::Failed);
    QVERIFY2(failed.problem.contains(QDir::toNativeSeparators(missing)), qPrintable(failed.problem));
    QVERIFY2(failed.problem.endsWith(u'.'), qPrintable(failed.problem));
}

void TestExporter::whatIsNoFileIsNotReplaced()
{
    QVERIFY(QDir().mkpath(path(u"folder"_s)));

    const ExportOutcome failed = outcome({ExportFormat::Text, path(u"folder"_s)}, rows({received("x")}));

    QCOMPARE(failed.kind, ExportOutcome::Kind::Failed);
    QVERIFY(QFileInfo(path(u"folder"_s)).isDir());
    QCOMPARE(files(), QStringList{u"folder"_s});
}

void TestExporter::aFullDiskLeavesWhatWasThere_data()
{
    QTest::addColumn<int>("messages");

    QTest::newRow("it is full midway") << 2000;
    QTest::newRow("it is full at the end") << 101;
}

void TestExporter::aFullDiskLeavesWhatWasThere()
{
    if (!FileSizeLimit::isSupported())
        QSKIP("this system has no limit to the size of a file");
    QFETCH(int, messages);
    write(path(u"rx"_s), "old");
    const auto kilobyte = [](qint64) { return std::optional(received(QByteArray(999, 'x'))); };
    const FileSizeLimit limit(100'000);

    const ExportOutcome failed = outcome({ExportFormat::Raw, path(u"rx"_s)}, rows(messages, kilobyte));

    QCOMPARE(failed.kind, ExportOutcome::Kind::Failed);
    QVERIFY2(failed.rows < 1000, "what waits to be written is less than a megabyte");
    QVERIFY2(failed.problem.contains(QDir::toNativeSeparators(path(u"rx"_s))), qPrintable(failed.problem));
    QVERIFY2(!failed.problem.contains(u"Unknown error"_s), qPrintable(failed.problem));
    QCOMPARE(contentOf(path(u"rx"_s)), "old"_ba);
    QCOMPARE(files(), QStringList{u"rx"_s});
}

void TestExporter::twoFilesComeBothOrNotAtAll_data()
{
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QString>("hindered");

    QTest::newRow("new, the second can't be put in place") << QByteArray() << u"tx"_s;
    QTest::newRow("replaced, the second can't be put in place") << "old"_ba << u"tx"_s;
    QTest::newRow("new, the first can't be put in place") << QByteArray() << u"rx"_s;
}

/// A folder takes the place of one of the files when all is written.
void TestExporter::twoFilesComeBothOrNotAtAll()
{
    QFETCH(QByteArray, old);
    QFETCH(QString, hindered);
    if (!old.isEmpty())
        write(path(u"rx"_s), old);
    const QStringList before = files();
    const auto hinderAtTheEnd = [place = path(hindered)](qint64 number) {
        if (number == 1)
            QDir().mkpath(place + u"/x"_s);
        return std::optional(number == 0 ? received("a") : sent("b"));
    };

    const ExportOutcome failed = outcome({ExportFormat::Raw, path(u"rx"_s), path(u"tx"_s)}, rows(2, hinderAtTheEnd));

    QCOMPARE(failed.kind, ExportOutcome::Kind::Failed);
    QVERIFY(QDir(path(hindered)).removeRecursively());
    QCOMPARE(files(), before);
    QCOMPARE(contentOf(path(u"rx"_s)), old);
}

void TestExporter::bothDirectionsCantShareAFile()
{
    const QString again = path(u"../%1/t"_s.arg(m_folder->path().section(u'/', -1)));

    const ExportOutcome failed = outcome({ExportFormat::Raw, path(u"t"_s), again}, rows({received("x")}));

    QCOMPARE(failed.kind, ExportOutcome::Kind::Failed);
    QCOMPARE(files(), QStringList());
}

void TestExporter::rowsThatAreWrittenAreNotKept()
{
    QByteArray last(1, 'x');
    qint64 keptRows = 0;
    const auto look = [&](qint64) {
        keptRows += last.isDetached() ? 0 : 1;
        last = QByteArray(1000, 'x');
        return std::optional(received(last, {}));
    };

    const ExportOutcome done = outcome({ExportFormat::Raw, path(u"rx"_s)}, rows(100'000, look));

    QCOMPARE(done.rows, 100'000);
    QCOMPARE(keptRows, 0);
}

void TestExporter::progressIsToldWhileItRuns()
{
    Exporter exporter;
    QSignalSpy progressed(&exporter, &Exporter::progressed);
    QSignalSpy finished(&exporter, &Exporter::finished);
    exporter.start({ExportFormat::Raw, path(u"rx"_s)},
                   rows(1'000'000'000, [](qint64) { return std::optional(received({}, {})); }));

    QTRY_VERIFY(progressed.size() >= 2);
    exporter.cancel();

    QVERIFY(progressed[1][0].toLongLong() > progressed[0][0].toLongLong());
    QCOMPARE(progressed[0][1].toLongLong(), 1'000'000'000);
    QTRY_COMPARE(finished.size(), 1);
}

void TestExporter::oneExportFollowsAnother()
{
    Exporter exporter;
    outcome(exporter, {ExportFormat::Raw, path(u"a"_s)}, rows({received("a")}));
    QVERIFY(!exporter.isRunning());

    outcome(exporter, {ExportFormat::Raw, path(u"b"_s)}, rows({received("b")}));

    QCOMPARE(contentOf(path(u"b"_s)), "b\n"_ba);
}

QTEST_GUILESS_MAIN(TestExporter)
#include "tst_exporter.moc"
