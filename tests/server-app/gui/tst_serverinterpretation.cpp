#include "listenbar.h"
#include "serverinterpretation.h"
#include "serversession.h"

#include <QTemporaryDir>
#include <QTest>

/// How the bytes of a server's sockets are read, as its bar says.
class TestServerInterpretation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasGivenUpIsNotSaidOfTheRows();
};

void TestServerInterpretation::whatWasGivenUpIsNotSaidOfTheRows()
{
    QTemporaryDir folder;
    QString problem;
    const auto store = TrafficStore::create(folder.path(), TrafficStore::DefaultDiskLimit, &problem);
    QVERIFY2(store, qPrintable(problem));
    store->appendRead(1, "one\ntwo\n", 1);
    QWidget window;
    ServerSession session(store);
    ListenBar bar;
    ServerInterpretation interpretation(&session, &bar, Framer::DefaultLimit, &window);
    interpretation.applyUsual();
    TranscriptRows *rows = session.transcript()->rows();
    QTRY_VERIFY(!rows->isBusy());

    bar.setFraming(*parseFraming(u"nul"));
    interpretation.applyUsual();
    rows->cancel();

    QTRY_VERIFY(!rows->isBusy());
    QCOMPARE(bar.framing(), Framing());
    QCOMPARE(session.interpretations().usual.framing, Framing());
    QCOMPARE(store->interpretations()->usual.framing, Framing());
}

QTEST_MAIN(TestServerInterpretation)
#include "tst_serverinterpretation.moc"
