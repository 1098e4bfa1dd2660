#include "iothread.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// Notes in which threads it was made and destroyed.
class Probe final : public QObject
{
    Q_OBJECT
public:
    Probe(QThread **made, QThread **destroyed, QObject *parent)
        : QObject(parent)
        , m_destroyed(destroyed)
    {
        *made = QThread::currentThread();
    }
    ~Probe() override { *m_destroyed = QThread::currentThread(); }

private:
    QThread **m_destroyed;
};

class TestIoThread final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void objectsAreMadeAndDieInTheThread();
    void objectsWorkInTheThread();
};

void TestIoThread::objectsAreMadeAndDieInTheThread()
{
    QThread *made = nullptr;
    QThread *destroyed = nullptr;
    {
        IoThread thread(u"io"_s);
        const auto *probe = thread.make<Probe>(&made, &destroyed);
        QCOMPARE(probe->thread(), made);
        QVERIFY(made != QThread::currentThread());
    }
    QVERIFY(destroyed);
    QCOMPARE(destroyed, made);
}

void TestIoThread::objectsWorkInTheThread()
{
    QThread *made = nullptr;
    QThread *destroyed = nullptr;
    QThread *worked = nullptr;
    IoThread thread(u"io"_s);
    auto *probe = thread.make<Probe>(&made, &destroyed);

    QMetaObject::invokeMethod(
        probe, [&worked] { worked = QThread::currentThread(); }, Qt::BlockingQueuedConnection);

    QCOMPARE(worked, made);
}

QTEST_GUILESS_MAIN(TestIoThread)
#include "tst_iothread.moc"
