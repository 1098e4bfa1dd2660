#include "benchmark.h"
#include "measure.h"

#include "transcriptmodel.h"
#include "transcriptview.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int MessagesPerSecond = 50'000;
constexpr auto Period = 5s;
constexpr auto Frame = 16ms;
constexpr double MostAtP99 = 16; // ms, of section "GUI thread" of what is to be reached
constexpr double MostAtWorst = 50;
constexpr int RowsBefore = 1'000'000;

/// A transcript on a screen that is not there, and a timer that ticks once a frame.
class Scene
{
public:
    explicit Scene(QString *problem)
    {
        folder = roomyFolder(Q_INT64_C(1'000'000'000), problem);
        if (!folder)
            return;
        store = TrafficStore::create(folder->path(), TrafficStore::DefaultDiskLimit, problem);
        if (!store)
            return;
        rows = std::make_unique<TranscriptRows>(store);
        model = std::make_unique<TranscriptModel>(rows.get());
        view = std::make_unique<TranscriptView>();
        view->setModel(model.get());
        view->resize(900, 700);
        view->show();
    }

    ~Scene()
    {
        view.reset();
        model.reset();
        rows.reset();
        store.reset();
    }

    bool fill(int messages)
    {
        for (int i = 0; i < messages; ++i)
            store->appendRead(1, line(i), i);
        store->flush();
        rows->poll();
        while (rows->isBusy())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return model->rowCount() == messages;
    }

    static QByteArray line(int number)
    {
        return QByteArray::number(number).rightJustified(62, 'm') + '\n';
    }

    std::unique_ptr<QTemporaryDir> folder;
    std::shared_ptr<TrafficStore> store;
    std::unique_ptr<TranscriptRows> rows;
    std::unique_ptr<TranscriptModel> model;
    std::unique_ptr<TranscriptView> view;
};

/// How late the ticks of a frame's timer are, while `work` is done in each; ms, sorted.
QList<double> delays(std::chrono::milliseconds period, const std::function<void()> &work)
{
    QList<double> late;
    QElapsedTimer sinceTick;
    QElapsedTimer all;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    QEventLoop loop;
    QObject::connect(&timer, &QTimer::timeout, &loop, [&] {
        late.append(std::max(0.0, double(sinceTick.nsecsElapsed()) / 1e6 - double(Frame.count())));
        work();
        sinceTick.restart();
        if (all.hasExpired(period.count()))
            loop.quit();
    });
    all.start();
    sinceTick.start();
    timer.start(Frame);
    loop.exec();
    std::sort(late.begin(), late.end());
    return late;
}

QList<BenchmarkRow> rowsOf(const QString &work, const QList<double> &late)
{
    const double p99 = late.at(qMin(late.size() - 1, late.size() * 99 / 100));
    return {{work + u", p99"_s, p99, u"ms"_s, u"limit"_s, MostAtP99, 1, true},
            {work + u", worst"_s, late.constLast(), u"ms"_s, u"limit"_s, MostAtWorst, 1, true}};
}

}

BenchmarkResult measureFrames()
{
    QString problem;
    Scene scene(&problem);
    if (!scene.view)
        return {{}, problem};
    if (!scene.fill(RowsBefore))
        return {{}, u"the rows are not all there"_s};
    auto *list = scene.view->findChild<QAbstractItemView *>(u"transcript"_s);
    QScrollBar *bar = list->verticalScrollBar();

    int step = 0;
    const auto scrolling = delays(Period, [&] {
        bar->setValue(int(qint64(bar->maximum()) * (++step % 200) / 200));
        list->viewport()->repaint();
    });

    scene.view->follow();
    std::atomic_bool stop = false;
    std::unique_ptr<QThread> sender(QThread::create([&scene, &stop] {
        for (int i = RowsBefore; !stop; ++i) {
            scene.store->appendRead(1, Scene::line(i), i);
            if (i % (MessagesPerSecond / 100) == 0)
                QThread::msleep(10);
        }
    }));
    sender->start();
    const auto arriving = delays(Period, [&] {
        scene.store->flush();
        scene.rows->poll();
    });
    stop = true;
    sender->wait();
    const double rate = (scene.model->rowCount() - RowsBefore) / std::chrono::duration<double>(Period).count();

    QList<BenchmarkRow> rows = rowsOf(u"a frame is late, scrolling 1,000,000 rows"_s, scrolling);
    rows.append(rowsOf(u"a frame is late, messages arriving"_s, arriving));
    rows.append({u"messages that arrived, a second"_s, rate, u""_s});
    return {rows, {}};
}
