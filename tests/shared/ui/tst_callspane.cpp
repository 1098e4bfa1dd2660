#include "callspane.h"
#include "banner.h"
#include "conversationmenu.h"
#include "sessionwindow.h"
#include "transcriptbrowser.h"
#include "transcriptfixture.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// The list of calls in a transcript's browser, and copying a conversation as a program.
class TestCallsPane final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theActionShowsAndHidesTheCalls();
    void nothingIsGoneThroughWhileItIsHidden();
    void rowsComeWhileItIsShown();
    void theSelectedSocketsCallsAreListed();
    void theSelectedCallIsExplained();
    void selectedCallsAreCopied();
    void tooManyAreRefused();
    void theListIsReadable();
    void theStateComesBack();
    void aConversationIsCopiedAsAProgram_data();
    void aConversationIsCopiedAsAProgram();
    void withoutASocketNothingCanBeCopied();
    void theCurrentRowsSocketIsTheOne();
    void theOnlySocketAtATimeNeedsNoSelection();
    void whatIsTooLongIsRefusedInASentence();
    void aSavedSessionsWindowHasItsCalls();

private:
    QAction *action(const QString &name) const { return m_browser->findChild<QAction *>(name); }
    CallsPane *pane() const { return m_browser->findChild<CallsPane *>(); }
    QListView *list() const { return m_browser->findChild<QListView *>(u"calls"_s); }
    ConversationMenu *menu() const { return m_browser->findChild<ConversationMenu *>(); }
    void open()
    {
        action(u"showCalls"_s)->setChecked(true);
        QTRY_VERIFY(!pane()->isBusy());
    }
    /// As the window's own does before it is seen.
    void showEditMenu()
    {
        QMenu edit;
        m_browser->addConversationMenu(&edit);
        Q_EMIT edit.aboutToShow();
    }
    QString copied(const QString &choice)
    {
        showEditMenu();
        QGuiApplication::clipboard()->clear();
        action(choice)->trigger();
        if (!QTest::qWaitFor([] { return !QGuiApplication::clipboard()->text().isEmpty(); }, 20'000))
            return {};
        return QGuiApplication::clipboard()->text();
    }
    QStringList banners() const
    {
        QStringList texts;
        for (const Banner *banner : m_browser->findChildren<Banner *>())
            texts.append(banner->text());
        return texts;
    }

    const Endpoint m_server{QHostAddress(QHostAddress::LocalHost), 8080};
    const Endpoint m_client{QHostAddress(QHostAddress::LocalHost), 53122};
    std::unique_ptr<TranscriptFixture> m_transcript;
    std::unique_ptr<TranscriptBrowser> m_browser;
};

void TestCallsPane::init()
{
    m_browser.reset();
    m_transcript = std::make_unique<TranscriptFixture>();
    m_browser = std::make_unique<TranscriptBrowser>(&m_transcript->model);
    m_browser->resize(700, 500);
    m_browser->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_browser.get()));
    const Record::Details ends{.local = m_server, .peer = m_client};
    QVERIFY(m_transcript->append({Record::of(Record::Kind::Accepted, 1, ends), TranscriptFixture::received("ping\n", 1),
                                  TranscriptFixture::sent("pong\n", 1), Record::of(Record::Kind::Accepted, 2, ends),
                                  TranscriptFixture::received("other\n", 2)}));
}

void TestCallsPane::theActionShowsAndHidesTheCalls()
{
    QVERIFY(!pane()->isVisible());
    open();
    QVERIFY(pane()->isVisible());
    QCOMPARE(list()->model()->rowCount(), 7);
    action(u"showCalls"_s)->trigger();
    QVERIFY(!pane()->isVisible());
}

void TestCallsPane::nothingIsGoneThroughWhileItIsHidden()
{
    QVERIFY(m_transcript->append({TranscriptFixture::received("more\n", 1)}));
    QVERIFY(!pane()->isBusy());
    QCOMPARE(list()->model()->rowCount(), 0);
}

void TestCallsPane::rowsComeWhileItIsShown()
{
    open();
    QVERIFY(m_transcript->append({TranscriptFixture::received("more\n", 1)}));
    QTRY_COMPARE(list()->model()->rowCount(), 8);
}

void TestCallsPane::theSelectedSocketsCallsAreListed()
{
    open();
    m_browser->setSockets({2});
    QTRY_COMPARE(list()->model()->rowCount(), 3);
    m_browser->setSockets({});
    QTRY_COMPARE(list()->model()->rowCount(), 7);
}

void TestCallsPane::theSelectedCallIsExplained()
{
    open();
    list()->setCurrentIndex(list()->model()->index(2, 0));
    const auto *meaning = m_browser->findChild<QLabel *>(u"callMeaning"_s);
    QVERIFY2(meaning->text().startsWith("recv: "_L1), qPrintable(meaning->text()));
}

void TestCallsPane::selectedCallsAreCopied()
{
    open();
    list()->selectAll();
    action(u"copyCalls"_s)->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 7);
    QVERIFY2(lines.at(2).endsWith(u"recv(#1, \"ping\\n\", 65536, 0) → 5"_s), qPrintable(lines.at(2)));
}

void TestCallsPane::tooManyAreRefused()
{
    open();
    QVERIFY(m_transcript->append(TranscriptFixture::manyReceived(CallsPane::MaxCopiedRows, "x")));
    QTRY_COMPARE(list()->model()->rowCount(), 7 + CallsPane::MaxCopiedRows);
    QGuiApplication::clipboard()->setText(u"as before"_s);
    QSignalSpy refused(pane(), &CallsPane::copyRefused);
    list()->selectAll();
    pane()->copy();
    QCOMPARE(refused.size(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"as before"_s);
}

void TestCallsPane::theListIsReadable()
{
    open();
    QAccessibleInterface *calls = QAccessible::queryAccessibleInterface(list());
    QCOMPARE(calls->text(QAccessible::Name), u"Calls"_s);
    QVERIFY(calls->text(QAccessible::Description).contains("Qt makes the real calls"_L1));
    QVERIFY(calls->child(2)->text(QAccessible::Name).contains("recv(#1"_L1));
}

void TestCallsPane::theStateComesBack()
{
    open();
    const QByteArray state = m_browser->saveState();
    TranscriptBrowser other(&m_transcript->model);
    QVERIFY(other.restoreState(state));
    QVERIFY(other.findChild<QAction *>(u"showCalls"_s)->isChecked());
}

void TestCallsPane::aConversationIsCopiedAsAProgram_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("python client") << u"pythonClient"_s
                                   << QStringList{u"send(b\"ping\\n\")"_s, u"receive(b\"pong\\n\")"_s};
    QTest::newRow("python server") << u"pythonServer"_s << QStringList{u"receive(b\"ping\\n\")"_s, u".accept()"_s};
    QTest::newRow("C client") << u"cClient"_s << QStringList{u"SEND(\"ping\\n\");"_s, u"connect("_s};
    QTest::newRow("C server") << u"cServer"_s << QStringList{u"RECEIVE(\"ping\\n\");"_s, u"accept("_s};
}

void TestCallsPane::aConversationIsCopiedAsAProgram()
{
    QFETCH(QString, choice);
    QFETCH(QStringList, parts);
    m_browser->setSockets({1});
    const QString program = copied(choice);
    for (const QString &part : parts)
        QVERIFY2(program.contains(part), qPrintable(program));
    QVERIFY(!program.contains("other"_L1 + u"\\n"_s));
    QVERIFY(banners().contains(u"The program is on the clipboard. How to run it is written at its top."_s));
}

void TestCallsPane::withoutASocketNothingCanBeCopied()
{
    showEditMenu();
    QVERIFY(!menu()->isEnabled());
    m_browser->setSockets({ListenerId});
    showEditMenu();
    QVERIFY(!menu()->isEnabled());
    m_browser->setSockets({2});
    showEditMenu();
    QVERIFY(menu()->isEnabled());
    QVERIFY(menu()->title().contains("#2"_L1));
}

void TestCallsPane::theCurrentRowsSocketIsTheOne()
{
    m_browser->findChild<QListView *>(u"transcript"_s)->setCurrentIndex(m_transcript->model.index(1));
    showEditMenu();
    QVERIFY2(menu()->title().contains("#1"_L1), qPrintable(menu()->title()));
    open();
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(6, 0));
    showEditMenu();
    QVERIFY2(menu()->title().contains("#2"_L1), qPrintable(menu()->title()));
}

void TestCallsPane::theOnlySocketAtATimeNeedsNoSelection()
{
    m_transcript->model.setSocketNumbersShown(false);
    showEditMenu();
    QVERIFY2(menu()->title().contains("#2"_L1), qPrintable(menu()->title()));
}

void TestCallsPane::whatIsTooLongIsRefusedInASentence()
{
    QVERIFY(m_transcript->append({TranscriptFixture::received(QByteArray(Conversation::MaxBytes, 'x'), 1)}));
    m_browser->setSockets({1});
    QGuiApplication::clipboard()->setText(u"as before"_s);
    showEditMenu();
    action(u"pythonClient"_s)->trigger();
    QTRY_VERIFY(!banners().filter(u"too long for a program"_s).isEmpty());
    QCOMPARE(QGuiApplication::clipboard()->text(), u"as before"_s);
}

void TestCallsPane::aSavedSessionsWindowHasItsCalls()
{
    QTemporaryDir dir;
    QString error;
    const QString file = dir.filePath(u"saved.oneport"_s);
    QVERIFY(m_transcript->store->saveAs(file, {}, &error));
    SessionWindow window(TrafficStore::open(file, &error), file);
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.show();
    window.findChild<QAction *>(u"showCalls"_s)->trigger();
    auto *calls = window.findChild<QListView *>(u"calls"_s);
    QTRY_COMPARE(calls->model()->rowCount(), 7);
    calls->setFocus();
    calls->setCurrentIndex(calls->model()->index(0, 0));
    QMenu edit;
    window.findChild<TranscriptBrowser *>()->addConversationMenu(&edit);
    Q_EMIT edit.aboutToShow();
    QVERIFY(window.findChild<ConversationMenu *>()->isEnabled());
}

QTEST_MAIN(TestCallsPane)
#include "tst_callspane.moc"
