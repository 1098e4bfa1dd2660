#include "benchmark.h"
#include "measure.h"

#include "transcriptmodel.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Gigabyte = 1'000'000'000;
constexpr qint64 Mebibyte = 1024 * 1024;
constexpr int LineSize = 64;
constexpr int NeedleEvery = 10'000; // lines
constexpr int Runs = 5;

QByteArray lineOf(qint64 number)
{
    QByteArray line = QByteArray::number(number).rightJustified(12, '0') + (number % NeedleEvery == 0 ? " needle " : " straw  ");
    line = line.leftJustified(LineSize - 1, 'x', true);
    return line + '\n';
}

/// What went over a socket, as the store keeps it, and the same bytes as a plain file.
struct Recorded
{
    std::unique_ptr<QTemporaryDir> folder;
    std::shared_ptr<TrafficStore> store;
    qint64 lines = 0;

    ~Recorded() { store.reset(); }
    QString plainFile() const { return folder->filePath(u"plain"_s); }
};

std::unique_ptr<Recorded> prepare(qint64 bytes, QString *problem)
{
    auto recorded = std::make_unique<Recorded>();
    recorded->folder = roomyFolder(bytes * 4, problem);
    if (!recorded->folder)
        return {};
    recorded->store = TrafficStore::create(recorded->folder->path(), TrafficStore::DefaultDiskLimit, problem);
    return recorded->store ? std::move(recorded) : nullptr;
}

/// Reads of 64 KiB, as a flood comes.
bool fill(Recorded &recorded, qint64 bytes, QString *problem)
{
    QFile plain(recorded.plainFile());
    if (!plain.open(QIODevice::WriteOnly)) {
        *problem = plain.errorString();
        return false;
    }
    QByteArray read;
    const auto pass = [&](qsizetype count) {
        recorded.store->appendRead(1, QByteArrayView(read).first(count), recorded.lines);
        plain.write(read.constData(), count);
        read.remove(0, count);
    };
    for (; recorded.lines * LineSize < bytes; ++recorded.lines) {
        read += lineOf(recorded.lines);
        if (read.size() > 65536)
            pass(65536);
    }
    pass(read.size());
    recorded.store->flush();
    return plain.flush();
}

double secondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

bool always(quint64)
{
    return true;
}

}

BenchmarkResult measureRecording()
{
    constexpr int Messages = 1'000'000;
    QString problem;
    const auto recorded = prepare(qint64(Messages) * LineSize, &problem);
    const auto before = recorded ? anonymousMemory() : std::nullopt;
    if (!before)
        return {{}, recorded ? u"the system does not tell how much memory is anonymous"_s : problem};
    const double append = secondsOf([&] {
        const QByteArray line = lineOf(1);
        for (int i = 0; i < Messages; ++i)
            recorded->store->appendRead(1, line, i);
        recorded->store->flush();
    });
    TranscriptRows rows(recorded->store);
    TranscriptModel model;
    model.setRows(&rows);
    const double index = secondsOf([&] {
        rows.poll();
        while (rows.isBusy())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    });
    if (model.rowCount() != Messages)
        return {{}, u"%1 rows instead of a million"_s.arg(model.rowCount())};
    const double grown = double(anonymousMemory().value_or(0) - *before) / Mebibyte;
    return {{{u"a million messages of 64 B appended"_s, append, u"s"_s},
             {u"the same made into rows"_s, index, u"s"_s},
             {u"anonymous memory of both"_s, grown, u"MiB"_s, u"section limit"_s, 120, 1, true}},
            {}};
}

BenchmarkResult measureFinding()
{
    QString problem;
    const auto recorded = prepare(Gigabyte, &problem);
    if (!recorded || !fill(*recorded, Gigabyte, &problem))
        return {{}, problem};
    const GrepResult grep = timeGrep(u"needle"_s, recorded->plainFile(), Runs);
    if (!grep.problem.isEmpty())
        return {{}, grep.problem};
    const Interpretations lines;
    MessageIndex index(recorded->store, lines, recorded->folder->path());
    const double framed = secondsOf([&] { index.catchUp(always); });
    RowQuery query;
    query.text = {SearchText::Kind::Plain, u"needle"_s, true};
    qint64 found = 0;
    const double filter = medianSeconds(Runs, [&] {
        RowFilter rows(recorded->store, lines, query, recorded->folder->path());
        rows.catchUp(index, always);
        found = qint64(rows.numbers().end());
    });
    if (found != grep.lines)
        return {{}, u"%1 rows found, grep found %2"_s.arg(found).arg(grep.lines)};
    query.text.matchCase = false;
    const double caseless = medianSeconds(Runs, [&] {
        RowFilter rows(recorded->store, lines, query, recorded->folder->path());
        rows.catchUp(index, always);
    });
    const double mega = double(recorded->lines) * LineSize / 1e6;
    const QString grepName = u"grep -cF"_s;
    return {{{u"1 GB of lines framed anew"_s, mega / framed, u"MB/s"_s},
             {u"found in 1 GB, with the case"_s, mega / filter, u"MB/s"_s, grepName, mega / grep.seconds, 0.5},
             {u"found in 1 GB, whatever the case"_s, mega / caseless, u"MB/s"_s, grepName, mega / grep.seconds}},
            {}};
}
