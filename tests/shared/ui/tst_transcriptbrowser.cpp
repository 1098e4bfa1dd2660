#include "banner.h"
#include "callspane.h"
#include "filesizelimit.h"
#include "filterbar.h"
#include "hexview.h"
#include "messagedetails.h"
#include "progressline.h"
#include "transcriptbrowser.h"
#include "transcriptexport.h"
#include "transcriptfixture.h"
#include "transcriptview.h"

#include <QAction>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// Filtering, details, time stamps and exporting, as the browser puts them together.
class TestTranscriptBrowser final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFilterNarrowsTheRows();
    void closingTheFilterShowsAllRowsAgain();
    void aFilterThatNothingMatchesSaysSo();
    void rowsOfOtherSocketsAreAskedFor();
    void socketsAndFilterNarrowTogether();
    void aTextThatCannotBeSoughtLeavesTheRows();
    void theDetailsFollowTheCurrentRow();
    void theDetailsOfAnEventAreEmpty();
    void theDetailsOfAMessageThatGrowsStayWhereTheyAre();
    void theContextMenuHasWhatOneDoesWithARow();
    void copyingBytesFollowsTheSelection();
    void theContextMenuNarrowsToASocket();
    void timeStampsAreChosenInTheMenu();
    void theStateComesBack();
    void anExportIsWhatIsShown();
    void anExportFollowsTheSuffixThatIsTyped();
    void anExportOfAChosenKindSaysWhereTheNameIsOdd();
    void anExportThatFailsSaysWhy();
    void aDismissedTroubleStaysAwayUntilItComesAgain();
    void aRefusalToCopyGoesWithTheNextCopy();
    void aSlowExpressionIsGivenUpSoon();
    void givingUpASaveDoesNotEndAnExport();
    void aRemakeThatIsCancelledLeavesWhatWasShown();
    void afterAFilterWasGivenUpTheBarsSayWhatIsShown();
    void aSocketAloneThatWasGivenUpIsNotSaidToBeAlone();
    void socketsThatWereGivenUpAreNotChosenAnyMore();
    void thePanesBelowDoNotTakeEachOthersRoom();
    void anExportSaysWhatWentMeanwhile();

private:
    QStringList told() const
    {
        QStringList told;
        for (const Banner *banner : m_browser->findChildren<Banner *>())
            told.append(banner->text());
        return told;
    }
    /// Types this name into the dialog, having chosen this kind first (-1: none), and waits for the file.
    void exportAs(const QString &name, int kind = -1);
    QByteArray contentOf(const QString &name) const
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "no such file"_ba;
    }
    QMenu *menuOn(int row);
    QAction *action(const QString &name) const { return m_browser->findChild<QAction *>(name); }
    QStringList texts() const
    {
        QStringList texts;
        for (int row = 0; row < m_transcript->model.rowCount(); ++row)
            texts.append(m_transcript->text(row));
        return texts;
    }
    void giveUp();
    void select(int row)
    {
        m_browser->findChild<QListView *>(u"transcript"_s)->setCurrentIndex(m_transcript->model.index(row));
    }
    void type(const QString &text)
    {
        action(u"filter"_s)->trigger();
        m_browser->findChild<QLineEdit *>(u"filterText"_s)->setText(text);
        QVERIFY(m_transcript->settle());
    }

    std::unique_ptr<TranscriptFixture> m_transcript;
    std::unique_ptr<TranscriptBrowser> m_browser;
    QTemporaryDir m_dir;
};

void TestTranscriptBrowser::init()
{
    m_browser.reset();
    m_transcript = std::make_unique<TranscriptFixture>();
    m_browser = std::make_unique<TranscriptBrowser>(&m_transcript->model);
    m_browser->resize(700, 500);
    m_browser->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_browser.get()));
    QVERIFY(m_transcript->append({TranscriptFixture::received("apple\n", 1), TranscriptFixture::sent("pear\n", 1),
                                  TranscriptFixture::received("apple tart\n", 2),
                                  Record::of(Record::Kind::PeerFinished, 2)}));
}

void TestTranscriptBrowser::theFilterNarrowsTheRows()
{
    type(u"APPLE"_s);
    QCOMPARE(texts(), QStringList({u"apple"_s, u"apple tart"_s}));
    m_browser->findChild<QCheckBox *>(u"filterReceived"_s)->click();
    QVERIFY(m_transcript->settle());
    QCOMPARE(texts(), QStringList());
    QVERIFY(m_transcript->append({TranscriptFixture::sent("more apple\n")}));
    QCOMPARE(texts(), QStringList({u"more apple"_s}));
}

void TestTranscriptBrowser::closingTheFilterShowsAllRowsAgain()
{
    type(u"pear"_s);
    QCOMPARE(m_transcript->model.rowCount(), 1);
    QTest::keyClick(m_browser->findChild<QLineEdit *>(u"filterText"_s), Qt::Key_Escape);
    QVERIFY(m_transcript->settle());
    QVERIFY(m_browser->findChild<FilterBar *>()->isHidden());
    QCOMPARE(m_transcript->model.rowCount(), 4);

    action(u"filter"_s)->trigger();
    QVERIFY(m_transcript->settle());
    QCOMPARE(texts(), QStringList{u"pear"_s});
}

void TestTranscriptBrowser::aFilterThatNothingMatchesSaysSo()
{
    m_browser->view()->setEmptyText(u"Nothing yet"_s);
    type(u"melon"_s);
    const auto *empty = m_browser->findChild<QLabel *>(u"transcriptEmpty"_s);
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->text(), u"No row matches the filter."_s);

    QTest::mouseClick(m_browser->findChild<QPushButton *>(u"transcriptShow"_s), Qt::LeftButton);
    QVERIFY(m_transcript->settle());

    QVERIFY(m_browser->findChild<FilterBar *>()->isHidden());
    QCOMPARE(m_transcript->model.rowCount(), 4);
    QVERIFY(!empty->isVisible());
}

void TestTranscriptBrowser::rowsOfOtherSocketsAreAskedFor()
{
    QSignalSpy asked(m_browser.get(), &TranscriptBrowser::allSocketsRequested);
    m_browser->setSockets({7});
    QVERIFY(m_transcript->settle());
    QCOMPARE(m_browser->findChild<QLabel *>(u"transcriptEmpty"_s)->text(), u"There is no row of these sockets."_s);
    QTest::mouseClick(m_browser->findChild<QPushButton *>(u"transcriptShow"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void TestTranscriptBrowser::socketsAndFilterNarrowTogether()
{
    type(u"apple"_s);
    m_browser->setSockets({2});
    QVERIFY(m_transcript->settle());
    QCOMPARE(texts(), QStringList{u"apple tart"_s});
    const auto *count = m_browser->findChild<QLabel *>(u"filterCount"_s);
    QVERIFY2(count->text().startsWith(u"1 row"_s), qPrintable(count->text())); // not of the rows of all sockets
    QVERIFY2(!count->text().contains(u" of 4"_s), qPrintable(count->text()));
    m_browser->setSockets({});
    QVERIFY(m_transcript->settle());
    QCOMPARE(m_transcript->model.rowCount(), 2);
}

void TestTranscriptBrowser::aTextThatCannotBeSoughtLeavesTheRows()
{
    type(u"pear"_s);
    auto *edit = m_browser->findChild<QLineEdit *>(u"filterText"_s);
    QTest::keyClick(m_browser->findChild<QWidget *>(u"searchKind"_s), Qt::Key_Down);
    edit->setText(u"pear("_s);
    QVERIFY(m_transcript->settle());
    QCOMPARE(texts(), QStringList{u"pear"_s});
}

void TestTranscriptBrowser::theDetailsFollowTheCurrentRow()
{
    action(u"showDetails"_s)->setChecked(true);
    auto *details = m_browser->findChild<MessageDetails *>();
    const auto facts = [details] { return details->findChild<QLabel *>(u"detailsFacts"_s)->text(); };
    QVERIFY(details->isVisible());
    select(0);
    QTRY_VERIFY2(facts().contains(u"5 byte"_s), qPrintable(facts()));
    select(2);
    QTRY_VERIFY2(facts().contains(u"#2"_s), qPrintable(facts()));
    QVERIFY2(facts().contains(u"10 byte"_s), qPrintable(facts()));
}

void TestTranscriptBrowser::theDetailsOfAnEventAreEmpty()
{
    action(u"showDetails"_s)->setChecked(true);
    select(0);
    const auto *empty = m_browser->findChild<QLabel *>(u"detailsEmpty"_s);
    QTRY_VERIFY(!empty->isVisible());
    select(3);
    QTRY_VERIFY(empty->isVisible());
}

void TestTranscriptBrowser::theDetailsOfAMessageThatGrowsStayWhereTheyAre()
{
    action(u"showDetails"_s)->setChecked(true);
    QVERIFY(m_transcript->append({TranscriptFixture::received(QByteArray(5000, '.'))}));
    QTRY_COMPARE(m_transcript->model.rowCount(), 5);
    select(4);
    auto *hex = m_browser->findChild<HexView *>();
    QCOMPARE(hex->size(), 5000);
    hex->verticalScrollBar()->setValue(100);
    hex->select({2000, 3});
    const int inSight = hex->verticalScrollBar()->value();

    QVERIFY(m_transcript->append({TranscriptFixture::received("more"), TranscriptFixture::received(" and the end\n")}));

    QTRY_COMPARE(hex->size(), 5016);
    QCOMPARE(hex->verticalScrollBar()->value(), inSight);
    QCOMPARE(hex->selection(), (ByteRange{2000, 3}));
}

QMenu *TestTranscriptBrowser::menuOn(int row)
{
    auto *list = m_browser->findChild<QListView *>(u"transcript"_s);
    list->setCurrentIndex(m_transcript->model.index(row));
    const QPoint place = list->visualRect(m_transcript->model.index(row)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, list->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(list->viewport(), &event);
    return m_browser->findChild<QMenu *>(u"transcriptMenu"_s);
}

void TestTranscriptBrowser::theContextMenuHasWhatOneDoesWithARow()
{
    const std::unique_ptr<QMenu> menu(menuOn(2));
    QVERIFY(menu && menu->isVisible());
    for (const QString &name : {u"copy"_s, u"copyWithTimes"_s, u"selectAll"_s, u"showDetails"_s, u"onlySocket"_s, u"find"_s,
                                u"filter"_s, u"clear"_s, u"export"_s})
        QVERIFY2(menu->actions().contains(action(name)), qPrintable(name));
    QVERIFY(menu->actions().contains(m_browser->findChild<QMenu *>(u"copyBytes"_s)->menuAction()));
    for (const QAction *entry : menu->actions())
        QVERIFY(entry->isShortcutVisibleInContextMenu());
}

void TestTranscriptBrowser::copyingBytesFollowsTheSelection()
{
    QMenu menu;
    m_browser->fillEditMenu(&menu);
    const QAction *copyBytes = m_browser->findChild<QMenu *>(u"copyBytes"_s)->menuAction();
    QVERIFY(!copyBytes->isEnabled());
    select(0);
    QVERIFY(copyBytes->isEnabled());
    m_browser->findChild<QListView *>(u"transcript"_s)->clearSelection();
    QVERIFY(!copyBytes->isEnabled());
}

void TestTranscriptBrowser::theContextMenuNarrowsToASocket()
{
    const std::unique_ptr<QMenu> menu(menuOn(2));
    QCOMPARE(action(u"onlySocket"_s)->text(), u"&Only the rows of socket #2"_s);
    action(u"onlySocket"_s)->trigger();
    QVERIFY(m_transcript->settle());
    QCOMPARE(m_transcript->model.rowCount(), 2);
    const auto *text = m_browser->findChild<QLabel *>(u"onlySocketText"_s);
    QVERIFY(text->isVisible());
    QCOMPARE(text->text(), u"Only socket #2"_s);

    QTest::mouseClick(m_browser->findChild<QToolButton *>(u"allSockets"_s), Qt::LeftButton);
    QVERIFY(m_transcript->settle());
    QVERIFY(!text->isVisible());
    QCOMPARE(m_transcript->model.rowCount(), 4);
}

void TestTranscriptBrowser::timeStampsAreChosenInTheMenu()
{
    QMenu menu;
    m_browser->fillViewMenu(&menu);
    action(u"timeDelta"_s)->trigger();
    QCOMPARE(m_transcript->model.timeStamp(), TranscriptModel::TimeStamp::Delta);
    QVERIFY(!action(u"timeAbsolute"_s)->isChecked());
    action(u"timeRelative"_s)->trigger();
    QCOMPARE(m_transcript->model.timeStamp(), TranscriptModel::TimeStamp::Relative);
}

void TestTranscriptBrowser::theStateComesBack()
{
    action(u"showDetails"_s)->setChecked(true);
    action(u"timeDelta"_s)->trigger();
    const QByteArray state = m_browser->saveState();
    TranscriptFixture other;
    TranscriptBrowser browser(&other.model);

    QVERIFY(!browser.restoreState("no state"));
    QVERIFY(browser.restoreState(state));

    QVERIFY(browser.findChild<QAction *>(u"showDetails"_s)->isChecked());
    QCOMPARE(other.model.timeStamp(), TranscriptModel::TimeStamp::Delta);
}

void TestTranscriptBrowser::anExportIsWhatIsShown()
{
    type(u"apple"_s);
    auto *exporter = m_browser->findChild<TranscriptExport *>();
    QSignalSpy changed(exporter, &TranscriptExport::runningChanged);
    const QString path = m_dir.filePath(u"shown.bin"_s);
    exporter->start(m_transcript->model, {ExportFormat::Raw, path, {}});
    QVERIFY(!action(u"export"_s)->isEnabled());
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(action(u"export"_s)->isEnabled());

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "apple\napple tart\n"_ba);
    const QString sentence = u"Exported 2 rows, 17 bytes, to %1."_s.arg(QDir::toNativeSeparators(path));
    QVERIFY2(told().contains(sentence), qPrintable(told().join(u'|')));
}

void TestTranscriptBrowser::exportAs(const QString &name, int kind)
{
    action(u"export"_s)->trigger();
    auto *dialog = m_browser->findChild<QFileDialog *>();
    QVERIFY(dialog);
    auto *kinds = dialog->findChild<QComboBox *>(u"fileTypeCombo"_s);
    if (kind >= 0) {
        kinds->setCurrentIndex(kind);
        Q_EMIT kinds->activated(kind);
        Q_EMIT kinds->textActivated(kinds->itemText(kind));
    }
    dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(m_dir.filePath(name));
    static_cast<QDialog *>(dialog)->accept();
    QTRY_VERIFY(action(u"export"_s)->isEnabled());
}

void TestTranscriptBrowser::anExportFollowsTheSuffixThatIsTyped()
{
    exportAs(u"typed.csv"_s);
    QVERIFY2(contentOf(u"typed.csv"_s).contains("time,socket,direction"), contentOf(u"typed.csv"_s).constData());
    QVERIFY2(told().join(u'|').endsWith(u"typed.csv."_s), qPrintable(told().join(u'|')));
}

void TestTranscriptBrowser::anExportOfAChosenKindSaysWhereTheNameIsOdd()
{
    exportAs(u"odd.csv"_s, 2);
    QVERIFY2(contentOf(u"odd.csv"_s).startsWith("{\"event\":"), contentOf(u"odd.csv"_s).constData());
    QVERIFY2(told().join(u'|').contains(u"written as “JSON lines”"_s), qPrintable(told().join(u'|')));
    exportAs(u"plain"_s, 2);
    QVERIFY(QFile::exists(m_dir.filePath(u"plain.jsonl"_s)));
}

void TestTranscriptBrowser::anExportThatFailsSaysWhy()
{
    auto *exporter = m_browser->findChild<TranscriptExport *>();
    const QString path = m_dir.filePath(u"not there/file.txt"_s);
    exporter->start(m_transcript->model, {ExportFormat::Text, path, {}});
    QTRY_VERIFY(!exporter->isRunning());
    QVERIFY2(told().join(u'|').contains(u"file.txt"_s), qPrintable(told().join(u'|')));
}

void TestTranscriptBrowser::aDismissedTroubleStaysAwayUntilItComesAgain()
{
    if (!FileSizeLimit::isSupported())
        QSKIP("No way to make writing fail here");
    const auto *trouble = m_browser->findChild<Banner *>(u"storeTrouble"_s);
    const QList<Record> more{TranscriptFixture::received("more\n")};
    {
        const FileSizeLimit full(0);
        QVERIFY(m_transcript->append(more));
        QTRY_VERIFY(trouble->isVisible());
        trouble->findChild<QToolButton *>(u"bannerClose"_s)->click();
        QVERIFY(m_transcript->append(more));
        QVERIFY(!trouble->isVisible());
    }
    QTRY_VERIFY(m_transcript->append(more) && m_transcript->store->trouble().text.isEmpty());
    QVERIFY(!trouble->isVisible());
    {
        const FileSizeLimit full(0);
        QVERIFY(m_transcript->append(more));
        QTRY_VERIFY(trouble->isVisible());
    }
    QTRY_VERIFY(m_transcript->append(more) && !trouble->isVisible());
}

void TestTranscriptBrowser::aRefusalToCopyGoesWithTheNextCopy()
{
    QVERIFY(m_transcript->append(TranscriptFixture::manyReceived(SelectedRows::Most + 1, "row ")));
    m_browser->view()->selectAll();
    m_browser->view()->copy();
    QVERIFY2(told().join(u'|').contains(u"more than the clipboard"_s), qPrintable(told().join(u'|')));
    select(0);
    m_browser->view()->copy();
    QVERIFY2(!told().join(u'|').contains(u"more than the clipboard"_s), qPrintable(told().join(u'|')));
}

void TestTranscriptBrowser::aSlowExpressionIsGivenUpSoon()
{
    QVERIFY(m_transcript->append(TranscriptFixture::manyReceived(8000, QByteArray(40, 'a') + '-')));
    QSignalSpy progressed(m_transcript->rows.get(), &TranscriptRows::remakeProgressed);
    QSignalSpy finished(m_transcript->rows.get(), &TranscriptRows::remakeFinished);
    RowQuery query;
    query.text = {SearchText::Kind::Regex, u"^(a+)+$"_s, false};

    m_transcript->rows->setQuery(query);
    QVERIFY(progressed.wait());
    m_transcript->rows->cancel();

    QVERIFY(finished.wait(5000));
    QCOMPARE(finished[0][0].toBool(), true);
}

void TestTranscriptBrowser::givingUpASaveDoesNotEndAnExport()
{
    auto *exporter = m_browser->findChild<TranscriptExport *>();
    const QString path = m_dir.filePath(u"whole.bin"_s);
    exporter->start(m_transcript->model, {ExportFormat::Raw, path, {}});
    Q_EMIT m_browser->findChild<ProgressLine *>(u"sessionProgress"_s)->cancelRequested();
    QTRY_VERIFY(!exporter->isRunning());
    QVERIFY(QFile::exists(path));
}

void TestTranscriptBrowser::aRemakeThatIsCancelledLeavesWhatWasShown()
{
    QVERIFY(m_transcript->append(TranscriptFixture::manyReceived(100'000, "pear ")));
    const int rows = m_transcript->model.rowCount();
    QSignalSpy finished(m_transcript->rows.get(), &TranscriptRows::remakeFinished);
    RowQuery query;
    query.text.text = u"apple"_s;

    m_transcript->rows->setQuery(query);
    Q_EMIT m_browser->findChild<ProgressLine *>(u"progressLine"_s)->cancelRequested();
    QVERIFY(finished.wait());

    QCOMPARE(finished[0][0].toBool(), true);
    QVERIFY(m_transcript->rows->query().isAll());
    QVERIFY(m_transcript->settle());
    QCOMPARE(m_transcript->model.rowCount(), rows);
}

void TestTranscriptBrowser::giveUp()
{
    Q_EMIT m_browser->findChild<ProgressLine *>(u"progressLine"_s)->cancelRequested();
    QVERIFY(m_transcript->settle());
}

void TestTranscriptBrowser::afterAFilterWasGivenUpTheBarsSayWhatIsShown()
{
    const auto *bar = m_browser->findChild<FilterBar *>();
    auto *text = m_browser->findChild<QLineEdit *>(u"filterText"_s);
    type(u"pear"_s);
    m_browser->findChild<QCheckBox *>(u"filterReceived"_s)->click();
    QVERIFY(m_transcript->settle());

    text->setText(u"apple"_s);
    giveUp();
    QCOMPARE(texts(), QStringList{u"pear"_s});
    QVERIFY(bar->isVisible());
    QCOMPARE(text->text(), u"pear"_s);
    QVERIFY(!bar->query().received);

    Q_EMIT m_browser->findChild<FilterBar *>()->closed();
    QVERIFY(m_transcript->settle());
    action(u"filter"_s)->trigger();
    giveUp();
    QCOMPARE(m_transcript->model.rowCount(), 4);
    QVERIFY(bar->isHidden());
}

void TestTranscriptBrowser::aSocketAloneThatWasGivenUpIsNotSaidToBeAlone()
{
    const std::unique_ptr<QMenu> menu(menuOn(2));
    action(u"onlySocket"_s)->trigger();
    giveUp();
    QCOMPARE(m_transcript->model.rowCount(), 4);
    QVERIFY(!m_browser->findChild<QLabel *>(u"onlySocketText"_s)->isVisible());

    action(u"onlySocket"_s)->trigger();
    QVERIFY(m_transcript->settle());
    m_browser->findChild<QToolButton *>(u"allSockets"_s)->click();
    giveUp();
    QCOMPARE(m_transcript->model.rowCount(), 2);
    QVERIFY(m_browser->findChild<QLabel *>(u"onlySocketText"_s)->isVisible());
}

void TestTranscriptBrowser::socketsThatWereGivenUpAreNotChosenAnyMore()
{
    QSignalSpy asked(m_browser.get(), &TranscriptBrowser::allSocketsRequested);
    m_browser->setSockets({1});
    giveUp();
    QCOMPARE(asked.size(), 1);
    type(u"tart"_s);
    QCOMPARE(texts(), QStringList{u"apple tart"_s}); // of all sockets
}

void TestTranscriptBrowser::thePanesBelowDoNotTakeEachOthersRoom()
{
    m_browser->resize(700, 900);
    action(u"showCalls"_s)->setChecked(true);
    const auto *calls = m_browser->findChild<CallsPane *>();
    QTRY_VERIFY(calls->height() > m_browser->height() / 3);
    const int before = calls->height();
    action(u"showDetails"_s)->setChecked(true);
    QTRY_VERIFY(m_browser->findChild<MessageDetails *>()->height() > 0);
    QVERIFY2(calls->height() > before * 3 / 4, qPrintable(u"%1 of %2"_s.arg(calls->height()).arg(before)));
}

void TestTranscriptBrowser::anExportSaysWhatWentMeanwhile()
{
    TranscriptFixture transcript(256 * 1024);
    QVERIFY(transcript.append(TranscriptFixture::manyReceived(10, QByteArray(100, 'm'))));
    for (int i = 0; i < 4000; ++i)
        transcript.store->appendRead(1, QByteArray(100, 'm') + '\n', i);
    transcript.store->flush(); // and nobody looked
    QVERIFY(transcript.store->goneRecords() > 10);

    auto *exporter = m_browser->findChild<TranscriptExport *>();
    exporter->start(transcript.model, {ExportFormat::Raw, m_dir.filePath(u"late.bin"_s), {}});
    QTRY_VERIFY(!exporter->isRunning());

    const QString sentence = u"10 older row(s) went while it was written, and are missing."_s;
    QTRY_VERIFY2(told().join(u'|').contains(sentence), qPrintable(told().join(u'|')));
}

QTEST_MAIN(TestTranscriptBrowser)
#include "tst_transcriptbrowser.moc"
