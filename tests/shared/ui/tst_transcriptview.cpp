#include "findbar.h"
#include "namedcombobox.h"
#include "transcriptfixture.h"
#include "transcriptsearch.h"
#include "transcriptview.h"

#include <QAction>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

QList<Record> lines(int from, int count)
{
    return TranscriptFixture::manyReceived(count, "line ", 1, from);
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
    void aClearedViewSaysWhatIsKept();
    void followsTheNewestRow();
    void scrollingUpStopsFollowingAndCountsWhatIsNew();
    void whatIsUnfinishedIsInSightButNotNew();
    void theButtonFollowsAgain();
    void endFollowsAgain();
    void whatIsReadStaysInSightWhileTheOldestGo();
    void findGoesToTheRowAndCounts();
    void enterRightAfterTypingStaysAtTheFirstMatch();
    void findSaysWhenThereIsNothing();
    void aPatternThatIsWrongIsNotNotFound();
    void findLooksIntoWhatIsUnfinished();
    void theRowThatTellsOfTheOldestIsNotNew();
    void escapeClosesTheFindBar();
    void theToolTipIsInTheEncodingOfTheSocket();
    void copiesTheSelectedRows();
    void clearsTheView();
    void ownsNoRowsTwiceWhenTheModelIsReplaced();
    void stillWorksWithNarrowedRows();
    void followsTheLanguage();
    void takesAMillionRowsInBatches();

private:
    bool show();
    bool isInSight(int row) const
    {
        return m_list->viewport()->rect().contains(m_list->visualRect(m_transcript->model.index(row)).center());
    }
    QString label(const QString &name) const { return m_view->findChild<QLabel *>(name)->text(); }
    void scrollUp()
    {
        QTest::keyClick(m_list, Qt::Key_Home);
        QVERIFY(!m_view->isFollowing());
    }

    std::unique_ptr<TranscriptFixture> m_transcript;
    std::unique_ptr<TranscriptView> m_view;
    QListView *m_list = nullptr;
    QPushButton *m_new = nullptr;
};

void TestTranscriptView::init()
{
    m_view.reset();
    m_transcript = std::make_unique<TranscriptFixture>(256 * 1024);
    QVERIFY(show());
}

bool TestTranscriptView::show()
{
    m_view = std::make_unique<TranscriptView>();
    m_view->setModel(&m_transcript->model);
    m_list = m_view->findChild<QListView *>(u"transcript"_s);
    m_new = m_view->findChild<QPushButton *>(u"newRows"_s);
    m_view->resize(500, 300);
    m_view->show();
    return m_list->accessibleName() == u"Transcript"_s && QTest::qWaitForWindowExposed(m_view.get());
}

void TestTranscriptView::theEmptyTextGoesWithTheFirstRow()
{
    const auto *empty = m_view->findChild<QLabel *>(u"transcriptEmpty"_s);
    m_view->setEmptyText(u"Nothing yet"_s);
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->text(), u"Nothing yet"_s);
    const QRect place(empty->mapTo(m_list, QPoint()), empty->size());
    QVERIFY(place.contains(m_list->viewport()->geometry().center()));
    QVERIFY(!m_view->findChild<QPushButton *>(u"transcriptShow"_s)->isVisible());
    QVERIFY(m_transcript->append(lines(0, 1)));
    QVERIFY(!empty->isVisible());
}

void TestTranscriptView::aClearedViewSaysWhatIsKept()
{
    m_view->setEmptyText(u"Nothing yet"_s);
    m_view->clear();
    QCOMPARE(label(u"transcriptEmpty"_s), u"Nothing yet"_s);
    QVERIFY(m_transcript->append(lines(0, 3)));
    m_view->clear();
    QCOMPARE(label(u"transcriptEmpty"_s), u"The view was cleared; 3 row(s) from before are kept."_s);
    QTest::mouseClick(m_view->findChild<QPushButton *>(u"transcriptShow"_s), Qt::LeftButton);
    QCOMPARE(m_transcript->model.rowCount(), 3);
    QVERIFY(!m_view->findChild<QLabel *>(u"transcriptEmpty"_s)->isVisible());
}

void TestTranscriptView::followsTheNewestRow()
{
    QVERIFY(m_transcript->append(lines(0, 100)));
    QTRY_VERIFY(isInSight(99));
    QVERIFY(m_transcript->append(lines(100, 100)));
    QTRY_VERIFY(isInSight(199));
    QVERIFY(!m_new->isVisible());
}

void TestTranscriptView::scrollingUpStopsFollowingAndCountsWhatIsNew()
{
    QVERIFY(m_transcript->append(lines(0, 100)));
    QTRY_VERIFY(isInSight(99));
    scrollUp();
    QVERIFY(m_transcript->append(lines(100, 7)));
    QVERIFY(m_new->isVisible());
    QCOMPARE(m_view->newCount(), 7);
    QVERIFY(m_new->text().startsWith(u'7'));
    QVERIFY(isInSight(0));
}

void TestTranscriptView::whatIsUnfinishedIsInSightButNotNew()
{
    QVERIFY(m_transcript->append(lines(0, 100) + QList{TranscriptFixture::received("no end")}));
    QTRY_COMPARE(m_transcript->model.rowCount(), 101);
    QTRY_VERIFY(isInSight(100));
    QVERIFY(m_transcript->append({TranscriptFixture::received("neither", 2)}));
    QTRY_COMPARE(m_transcript->model.rowCount(), 102);
    QVERIFY(m_view->isFollowing());
    scrollUp();
    QVERIFY(m_transcript->append({TranscriptFixture::received("nor this", 3)}));
    QTRY_COMPARE(m_transcript->model.rowCount(), 103);
    QCOMPARE(m_view->newCount(), 0);
    QVERIFY(isInSight(0));
    QVERIFY(m_transcript->append({TranscriptFixture::received("\n", 3)}));
    QCOMPARE(m_view->newCount(), 1);
}

void TestTranscriptView::theButtonFollowsAgain()
{
    QVERIFY(m_transcript->append(lines(0, 100)));
    QTRY_VERIFY(isInSight(99));
    scrollUp();
    QVERIFY(m_transcript->append(lines(100, 7)));
    QTest::mouseClick(m_new, Qt::LeftButton);
    QVERIFY(m_view->isFollowing());
    QVERIFY(!m_new->isVisible());
    QVERIFY(isInSight(106));
}

void TestTranscriptView::endFollowsAgain()
{
    QVERIFY(m_transcript->append(lines(0, 100)));
    QTRY_VERIFY(isInSight(99));
    scrollUp();
    QVERIFY(m_transcript->append(lines(100, 7)));
    QTest::keyClick(m_list, Qt::Key_End);
    QVERIFY(m_view->isFollowing());
    QVERIFY(m_transcript->append(lines(107, 50)));
    QTRY_VERIFY(isInSight(156));
}

void TestTranscriptView::whatIsReadStaysInSightWhileTheOldestGo()
{
    QVERIFY(m_transcript->append(lines(0, 4000)));
    QTRY_VERIFY(isInSight(3999));
    m_list->verticalScrollBar()->setValue(m_list->verticalScrollBar()->maximum() / 2);
    QVERIFY(!m_view->isFollowing());
    const auto textAtTop = [this] { return m_list->indexAt({5, 5}).data(TranscriptModel::TextRole).toString(); };
    const QString before = textAtTop();
    QVERIFY(m_transcript->append(lines(4000, 1000)));
    QVERIFY(m_transcript->model.goneRecords() > 0);
    QTRY_COMPARE(textAtTop(), before);
}

void TestTranscriptView::findGoesToTheRowAndCounts()
{
    QVERIFY(m_transcript->append(lines(0, 300)));
    m_view->openFind();
    auto *edit = m_view->findChild<QLineEdit *>(u"findText"_s);
    QVERIFY(edit->isVisible());
    QTest::keyClicks(edit, u"LINE 25"_s);
    QTRY_COMPARE(label(u"findResult"_s), u"1 of 11"_s);
    QCOMPARE(m_list->currentIndex().row(), 25);
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_list->currentIndex().row(), 250);
    QTRY_VERIFY(isInSight(250));
    QTRY_COMPARE(label(u"findResult"_s), u"2 of 11"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QTRY_COMPARE(m_list->currentIndex().row(), 25);
    QTRY_COMPARE(label(u"findResult"_s), u"1 of 11"_s);
    m_list->setCurrentIndex(m_transcript->model.index(7));
    QCOMPARE(label(u"findResult"_s), u"11 found"_s);
}

void TestTranscriptView::enterRightAfterTypingStaysAtTheFirstMatch()
{
    QVERIFY(m_transcript->append(lines(0, 300)));
    m_list->setCurrentIndex(m_transcript->model.index(24));
    m_view->openFind();
    auto *edit = m_view->findChild<QLineEdit *>(u"findText"_s);
    QTest::keyClicks(edit, u"line 25"_s);
    QTest::keyClick(edit, Qt::Key_Return); // before there was time to look
    QTRY_COMPARE(label(u"findResult"_s), u"1 of 11"_s);
    QCOMPARE(m_list->currentIndex().row(), 25);
    edit->clear();
    QTest::keyClicks(edit, u"line 26"_s);
    QTRY_COMPARE(label(u"findResult"_s), u"1 of 11"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(label(u"findResult"_s), u"1 of 11"_s);
    QCOMPARE(m_list->currentIndex().row(), 26);
}

void TestTranscriptView::findSaysWhenThereIsNothing()
{
    QVERIFY(m_transcript->append(lines(0, 10)));
    m_view->openFind();
    QTest::keyClicks(m_view->findChild<QLineEdit *>(u"findText"_s), u"absent"_s);
    QTRY_COMPARE(label(u"findResult"_s), u"Not found"_s);
}

void TestTranscriptView::aPatternThatIsWrongIsNotNotFound()
{
    QVERIFY(m_transcript->append(lines(0, 10)));
    m_view->openFind();
    m_view->findChild<NamedComboBox *>(u"searchKind"_s)->setCurrentIndex(int(SearchText::Kind::Regex));
    auto *edit = m_view->findChild<QLineEdit *>(u"findText"_s);
    edit->setText(u"line"_s);
    QTRY_COMPARE(label(u"findResult"_s), u"1 of 10"_s);

    QTest::keyClicks(edit, u"("_s);
    QTest::keyClick(edit, Qt::Key_Return);

    QCOMPARE(label(u"findResult"_s), QString());
    QVERIFY(!m_view->findChild<TranscriptSearch *>()->isSearching());
    QTest::keyClick(edit, Qt::Key_Backspace);
    QTRY_COMPARE(label(u"findResult"_s), u"1 of 10"_s);
}

void TestTranscriptView::findLooksIntoWhatIsUnfinished()
{
    QVERIFY(m_transcript->append(lines(0, 3) + QList{TranscriptFixture::received("line without an end")}));
    QTRY_COMPARE(m_transcript->model.rowCount(), 4);
    m_view->openFind();
    m_view->findChild<QLineEdit *>(u"findText"_s)->setText(u"line"_s);
    QTRY_COMPARE(label(u"findResult"_s), u"1 of 4"_s);
    Q_EMIT m_view->findChild<FindBar *>()->previousRequested();
    QTRY_COMPARE(label(u"findResult"_s), u"4 of 4"_s);
    QCOMPARE(m_list->currentIndex().row(), 3);
}

void TestTranscriptView::theRowThatTellsOfTheOldestIsNotNew()
{
    QVERIFY(m_transcript->append(lines(0, 100)));
    QTRY_VERIFY(isInSight(99));
    scrollUp();
    int count = 0;
    for (; m_transcript->model.goneRecords() == 0; count += 100)
        QVERIFY(m_transcript->append(TranscriptFixture::manyReceived(100, QByteArray(100, '.'), 1, count)));
    QCOMPARE(m_view->newCount(), count);
}

void TestTranscriptView::escapeClosesTheFindBar()
{
    m_view->openFind();
    auto *edit = m_view->findChild<QLineEdit *>(u"findText"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!edit->isVisible());
}

void TestTranscriptView::theToolTipIsInTheEncodingOfTheSocket()
{
    Interpretations interpretations;
    interpretations.usual.encoding = *Encoding::parse(u"GBK");
    m_transcript->rows->setInterpretations(interpretations);
    QVERIFY(m_transcript->append({TranscriptFixture::received("\xD6\xD0\n")}));
    const QPoint place = m_list->visualRect(m_transcript->model.index(0)).center();
    QHelpEvent help(QEvent::ToolTip, place, m_list->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(m_list->viewport(), &help);
    QVERIFY2(QToolTip::text().contains(u"中"_s), qPrintable(QToolTip::text()));
}

void TestTranscriptView::copiesTheSelectedRows()
{
    QVERIFY(m_transcript->append({TranscriptFixture::received("one\n" + QByteArray(1000, 'x') + "\nthree\n")}));
    m_view->selectAll();
    QTest::keyClick(m_list, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"one\n"_s + QString(1000, u'x') + u"\nthree"_s);
    m_view->copyWithTimes();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u" #1 RX ← "_s), 3);
}

void TestTranscriptView::clearsTheView()
{
    QVERIFY(m_transcript->append(lines(0, 10)));
    QTest::keyClick(m_list, Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(m_transcript->model.rowCount(), 0);
    QVERIFY(!m_view->clearAction()->isEnabled());
}

void TestTranscriptView::ownsNoRowsTwiceWhenTheModelIsReplaced()
{
    TranscriptModel other;
    m_view->setModel(&other);
    QVERIFY(m_transcript->append(lines(0, 100)));
    QVERIFY(m_view->findChild<QLabel *>(u"transcriptEmpty"_s)->isVisible());
    m_view->setModel(&m_transcript->model);
    QTRY_VERIFY(isInSight(99));
}

void TestTranscriptView::stillWorksWithNarrowedRows()
{
    QVERIFY(m_transcript->append(lines(0, 100)));
    QVERIFY(m_transcript->append({TranscriptFixture::received("other\n", 2)}));
    QVERIFY(m_transcript->setSockets({2}));
    m_view->selectAll();
    m_view->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"other"_s);
}

void TestTranscriptView::followsTheLanguage()
{
    QVERIFY(m_transcript->append(lines(0, 3)));
    Capitals capitals;
    QCoreApplication::installTranslator(&capitals);
    QTRY_COMPARE(m_list->accessibleName(), u"TRANSCRIPT"_s);
    QCOMPARE(m_transcript->model.rowCount(), 3);
}

void TestTranscriptView::takesAMillionRowsInBatches()
{
    m_view.reset();
    m_transcript = std::make_unique<TranscriptFixture>();
    QVERIFY(show());
    const QList<Record> batch = lines(0, 10'000);
    qint64 worst = 0;
    for (int i = 0; i < 100; ++i) {
        QVERIFY(m_transcript->append(batch));
        QElapsedTimer timer;
        timer.start();
        m_list->viewport()->repaint();
        QCoreApplication::processEvents();
        worst = qMax(worst, timer.elapsed());
    }
    qInfo("the longest repaint after 100 batches of 10,000 rows took %lld ms", static_cast<long long>(worst));
    QCOMPARE(m_transcript->model.rowCount(), 1'000'000);
    QVERIFY(isInSight(999'999));
}

QTEST_MAIN(TestTranscriptView)
#include "tst_transcriptview.moc"
