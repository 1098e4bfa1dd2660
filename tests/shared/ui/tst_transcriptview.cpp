#include "transcriptmodel.h"
#include "transcriptview.h"

#include <QAction>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

Record received(const QByteArray &content, SocketId socket = 1)
{
    Message message;
    message.wire = content;
    return Record::of(Record::Kind::Received, socket, message);
}

QList<Record> lines(int from, int count)
{
    QList<Record> records;
    for (int i = from; i < from + count; ++i)
        records.append(received("line " + QByteArray::number(i)));
    return records;
}

class Capitals final : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
};

}

class TestTranscriptView final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theEmptyTextGoesWithTheFirstRow();
    void followsTheNewestRow();
    void scrollingUpStopsFollowingAndCountsWhatIsNew();
    void theButtonFollowsAgain();
    void endFollowsAgain();
    void whatIsReadStaysInSightWhileTheOldestGo();
    void findGoesToTheRowAndCounts();
    void findSaysWhenThereIsNothing();
    void escapeClosesTheFindBar();
    void copiesTheSelectedRows();
    void clearsTheView();
    void ownsNoRowsTwiceWhenTheModelIsReplaced();
    void stillWorksWithNarrowedRows();
    void followsTheLanguage();
    void takesAMillionRowsInBatches();

private:
    bool isInSight(int row) const
    {
        return m_list->viewport()->rect().contains(m_list->visualRect(m_model->index(row)).center());
    }
    QString label(const QString &name) const { return m_view->findChild<QLabel *>(name)->text(); }
    void scrollUp()
    {
        QTest::keyClick(m_list, Qt::Key_Home);
        QVERIFY(!m_view->isFollowing());
    }

    std::unique_ptr<TranscriptModel> m_model;
    std::unique_ptr<TranscriptView> m_view;
    QListView *m_list = nullptr;
    QPushButton *m_new = nullptr;
};

void TestTranscriptView::init()
{
    m_view.reset();
    m_model = std::make_unique<TranscriptModel>(1000, 1'000'000);
    m_view = std::make_unique<TranscriptView>();
    m_view->setModel(m_model.get());
    m_list = m_view->findChild<QListView *>(u"transcript"_s);
    m_new = m_view->findChild<QPushButton *>(u"newRows"_s);
    QCOMPARE(m_list->accessibleName(), u"Transcript"_s);
    m_view->resize(500, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TestTranscriptView::theEmptyTextGoesWithTheFirstRow()
{
    const auto *empty = m_view->findChild<QLabel *>(u"transcriptEmpty"_s);
    m_view->setEmptyText(u"Nothing yet"_s);
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->text(), u"Nothing yet"_s);
    QVERIFY(empty->geometry().contains(m_list->viewport()->geometry().center()));
    m_model->append(lines(0, 1));
    QVERIFY(!empty->isVisible());
}

void TestTranscriptView::followsTheNewestRow()
{
    m_model->append(lines(0, 100));
    QTRY_VERIFY(isInSight(99));
    m_model->append(lines(100, 100));
    QTRY_VERIFY(isInSight(199));
    QVERIFY(!m_new->isVisible());
}

void TestTranscriptView::scrollingUpStopsFollowingAndCountsWhatIsNew()
{
    m_model->append(lines(0, 100));
    QTRY_VERIFY(isInSight(99));
    scrollUp();
    m_model->append(lines(100, 7));
    QVERIFY(m_new->isVisible());
    QCOMPARE(m_view->newCount(), 7);
    QVERIFY(m_new->text().startsWith(u'7'));
    QVERIFY(isInSight(0));
}

void TestTranscriptView::theButtonFollowsAgain()
{
    m_model->append(lines(0, 100));
    QTRY_VERIFY(isInSight(99));
    scrollUp();
    m_model->append(lines(100, 7));
    QTest::mouseClick(m_new, Qt::LeftButton);
    QVERIFY(m_view->isFollowing());
    QVERIFY(!m_new->isVisible());
    QVERIFY(isInSight(106));
}

void TestTranscriptView::endFollowsAgain()
{
    m_model->append(lines(0, 100));
    QTRY_VERIFY(isInSight(99));
    scrollUp();
    m_model->append(lines(100, 7));
    QTest::keyClick(m_list, Qt::Key_End);
    QVERIFY(m_view->isFollowing());
    m_model->append(lines(107, 50));
    QTRY_VERIFY(isInSight(156));
}

void TestTranscriptView::whatIsReadStaysInSightWhileTheOldestGo()
{
    m_model->append(lines(0, 1000));
    QTRY_VERIFY(isInSight(999));
    m_list->verticalScrollBar()->setValue(m_list->verticalScrollBar()->maximum() / 2);
    QVERIFY(!m_view->isFollowing());
    const auto textAtTop = [this] { return m_list->indexAt({5, 5}).data(TranscriptModel::TextRole).toString(); };
    const QString before = textAtTop();
    m_model->append(lines(1000, 50));
    QVERIFY(m_model->droppedRows() > 0);
    QTRY_COMPARE(textAtTop(), before);
}

void TestTranscriptView::findGoesToTheRowAndCounts()
{
    m_model->append(lines(0, 300));
    m_view->openFind();
    auto *edit = m_view->findChild<QLineEdit *>(u"findText"_s);
    QVERIFY(edit->isVisible());
    QTest::keyClicks(edit, u"LINE 25"_s);
    QTRY_COMPARE(label(u"findResult"_s), u"11 row(s)"_s);
    QCOMPARE(m_list->currentIndex().row(), 25);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_list->currentIndex().row(), 250);
    QTRY_VERIFY(isInSight(250));
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(m_list->currentIndex().row(), 25);
}

void TestTranscriptView::findSaysWhenThereIsNothing()
{
    m_model->append(lines(0, 10));
    m_view->openFind();
    QTest::keyClicks(m_view->findChild<QLineEdit *>(u"findText"_s), u"absent"_s);
    QTRY_COMPARE(label(u"findResult"_s), u"Not found"_s);
}

void TestTranscriptView::escapeClosesTheFindBar()
{
    m_view->openFind();
    auto *edit = m_view->findChild<QLineEdit *>(u"findText"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
}

void TestTranscriptView::copiesTheSelectedRows()
{
    m_model->append({received("one"), received(QByteArray(1000, 'x')), received("three")});
    m_view->selectAll();
    QTest::keyClick(m_list, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"one\n"_s + QString(1000, u'x') + u"\nthree"_s);
    m_view->copyWithTimes();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u" #1 RX ← "_s), 3);
}

void TestTranscriptView::clearsTheView()
{
    m_model->append(lines(0, 10));
    QTest::keyClick(m_list, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_view->clearAction()->isEnabled());
}

void TestTranscriptView::ownsNoRowsTwiceWhenTheModelIsReplaced()
{
    TranscriptModel other;
    m_view->setModel(&other);
    m_model->append(lines(0, 100));
    QVERIFY(m_view->findChild<QLabel *>(u"transcriptEmpty"_s)->isVisible());
    m_view->setModel(m_model.get());
    QTRY_VERIFY(isInSight(99));
}

void TestTranscriptView::stillWorksWithNarrowedRows()
{
    m_model->append(lines(0, 100));
    m_model->append({received("other", 2)});
    m_model->setSockets({2});
    m_view->selectAll();
    m_view->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"other"_s);
}

void TestTranscriptView::followsTheLanguage()
{
    m_model->append(lines(0, 3));
    Capitals capitals;
    QCoreApplication::installTranslator(&capitals);
    QTRY_COMPARE(m_list->accessibleName(), u"TRANSCRIPT"_s);
    QCOMPARE(m_model->rowCount(), 3);
}

void TestTranscriptView::takesAMillionRowsInBatches()
{
    m_model = std::make_unique<TranscriptModel>();
    m_view->setModel(m_model.get());
    const QList<Record> batch = lines(0, 10'000);
    qint64 worst = 0;
    for (int i = 0; i < 100; ++i) {
        QElapsedTimer timer;
        timer.start();
        m_model->append(batch);
        m_list->viewport()->repaint();
        QCoreApplication::processEvents();
        worst = qMax(worst, timer.elapsed());
    }
    qInfo("the longest of 100 batches of 10,000 rows took %lld ms", static_cast<long long>(worst));
    QCOMPARE(m_model->rowCount(), 1'000'000);
    QVERIFY(isInSight(999'999));
}

QTEST_MAIN(TestTranscriptView)
#include "tst_transcriptview.moc"
