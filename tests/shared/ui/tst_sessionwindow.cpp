#include "banner.h"
#include "crashedsessionsmenu.h"
#include "encodingbox.h"
#include "framingbox.h"
#include "progressline.h"
#include "sessionactions.h"
#include "sessionplace.h"
#include "sessionwindow.h"
#include "trafficstore.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Saving a session, opening it again, and the window in which it is read.
class TestSessionWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aSavedSessionOpensInAWindow();
    void savingWhereItCannotBeSaysWhy();
    void whatIsNoSessionGivesASentence();
    void aDamagedEndIsTold();
    void theSessionsOfCrashesAreInTheMenu();
    void theSessionOfACrashIsOffered();
    void anOfferedSessionIsDiscardedOnceThatIsConfirmed();
    void noCrashOffersNothing();
    void framingAndEncodingChangeWhatIsShown();
    void whatDoesNotGoTogetherIsRefused();
    void whatWasChosenComesBack();
    void theSocketsAreListedAndNarrowTheRows();
    void aSocketOfTheSessionIsReadInItsOwnWay();
    void whatWasGivenUpIsNotSaidOfTheRows();
    void allRowsAreThoseOfAllSockets();
    void manySocketsDoNotHideThatTheEndIsTorn();
    void theWindowGoesWhenItIsClosed();
    void itIsReadFromTheTranscriptAndHasHelp();
    void aNameIsProposedForAFile();
    void savingOverAnOpenSessionLeavesWhatItShows();
    void aFileThatIsCutWhileItIsShownIsTold();

private:
    /// As a program leaves it that ends without closing it.
    static void crash(const QByteArray &bytes);
    Banner *offer();
    const SessionWindow *openedBy(QAction *action);
    static QMessageBox *question();
    QString pathOf(const QString &name) const { return m_dir.filePath(name); }
    QString saved(const QString &name);
    SessionWindow *opened(const QString &path);
    static bool settle(const SessionWindow &window)
    {
        const auto *rows = window.transcript().rows();
        return QTest::qWaitFor([rows] { return !rows->isBusy(); });
    }
    static QStringList textsOf(const SessionWindow &window)
    {
        QStringList texts;
        for (int row = 0; row < window.transcript().rowCount(); ++row)
            texts.append(window.transcript().index(row).data(TranscriptModel::TextRole).toString());
        return texts;
    }

    QTemporaryDir m_dir;
    std::shared_ptr<TrafficStore> m_store;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<SessionActions> m_actions; // a child of the window: goes first
    ProgressLine *m_progress = nullptr;
    Banner *m_banner = nullptr;
};

void TestSessionWindow::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(u"tst_sessionwindow"_s);
    QDir(sessionsFolder()).removeRecursively();
}

void TestSessionWindow::init()
{
    m_actions.reset();
    m_window.reset();
    QDir(sessionsFolder()).removeRecursively();
    m_window = std::make_unique<QWidget>();
    m_progress = new ProgressLine(m_window.get());
    m_banner = new Banner(m_window.get());
    QString problem;
    m_store = TrafficStore::create(m_dir.path(), TrafficStore::DefaultDiskLimit, &problem);
    QVERIFY2(m_store, qPrintable(problem));
    m_store->appendRead(1, "one\ntwo\0\xD6\xD0\n"_ba, 1'700'000'000'000'000'000);
    m_actions = std::make_unique<SessionActions>(m_store, m_progress, m_banner, m_window.get());
}

/// Saves the session; its file.
QString TestSessionWindow::saved(const QString &name)
{
    m_actions->save(pathOf(name));
    if (!QTest::qWaitFor([this] { return !m_banner->text().isEmpty(); }))
        qFatal("Nothing came of saving");
    return pathOf(name);
}

/// The window with all of its rows; null when none comes.
SessionWindow *TestSessionWindow::opened(const QString &path)
{
    QSignalSpy spy(m_actions.get(), &SessionActions::opened);
    m_actions->open(path);
    if (!QTest::qWaitFor([&] { return !spy.isEmpty() || !m_banner->text().isEmpty(); }) || spy.isEmpty())
        return nullptr;
    auto *window = qobject_cast<SessionWindow *>(spy[0][0].value<QWidget *>());
    return settle(*window) ? window : nullptr;
}

void TestSessionWindow::aSavedSessionOpensInAWindow()
{
    const QString path = saved(u"good.oneport"_s);
    QVERIFY2(m_banner->text().contains(QDir::toNativeSeparators(path)), qPrintable(m_banner->text()));

    const SessionWindow *window = opened(path);

    QVERIFY(window);
    QVERIFY(window->isVisible());
    QVERIFY2(window->windowTitle().startsWith(u"good.oneport"_s), qPrintable(window->windowTitle()));
    QCOMPARE(window->transcript().rowCount(), 2);
    QCOMPARE(textsOf(*window).constFirst(), u"one"_s);
}

void TestSessionWindow::savingWhereItCannotBeSaysWhy()
{
    saved(u"not there/file.oneport"_s);
    QVERIFY2(m_banner->text().contains(u"file.oneport"_s), qPrintable(m_banner->text()));
    QVERIFY(!QFile::exists(pathOf(u"not there/file.oneport"_s)));
}

void TestSessionWindow::whatIsNoSessionGivesASentence()
{
    QFile file(pathOf(u"letter.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Dear reader") > 0);
    file.close();
    QVERIFY(!opened(file.fileName()));
    QVERIFY2(m_banner->text().contains(u"letter.txt"_s), qPrintable(m_banner->text()));
    QVERIFY(!opened(pathOf(u"absent.oneport"_s)));
    QVERIFY2(m_banner->text().contains(u"absent.oneport"_s), qPrintable(m_banner->text()));
}

void TestSessionWindow::aDamagedEndIsTold()
{
    QFile file(saved(u"torn.oneport"_s));
    QVERIFY(file.resize(file.size() - 1));
    const SessionWindow *window = opened(file.fileName());
    QVERIFY(window);
    const auto banners = window->findChildren<Banner *>();
    const bool isTold = std::any_of(banners.cbegin(), banners.cend(),
                                    [](const Banner *banner) { return banner->text().contains(u"not whole"_s); });
    QVERIFY(isTold);
}

void TestSessionWindow::crash(const QByteArray &bytes)
{
    QString problem;
    const auto store = TrafficStore::create(sessionsFolder(), TrafficStore::DefaultDiskLimit, &problem);
    store->appendRead(1, bytes, 1'700'000'000'000'000'000);
    store->keepOnClose();
}

/// The banner in which a session is offered, once that was looked for.
Banner *TestSessionWindow::offer()
{
    auto *banner = new Banner(m_window.get());
    QSignalSpy searched(m_window->findChild<CrashedSessionsMenu *>(), &CrashedSessionsMenu::searched);
    m_actions->offerCrashedSessions(banner);
    return searched.wait() ? banner : nullptr;
}

const SessionWindow *TestSessionWindow::openedBy(QAction *action)
{
    QSignalSpy spy(m_actions.get(), &SessionActions::opened);
    action->trigger();
    if (!spy.wait())
        return nullptr;
    const auto *window = qobject_cast<SessionWindow *>(spy[0][0].value<QWidget *>());
    return settle(*window) ? window : nullptr;
}

QMessageBox *TestSessionWindow::question()
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == u"discardQuestion"_s && widget->isVisible())
            return qobject_cast<QMessageBox *>(widget);
    }
    return nullptr;
}

void TestSessionWindow::theSessionsOfCrashesAreInTheMenu()
{
    QMenu menu;
    m_actions->fillFileMenu(&menu);
    auto *crashes = m_window->findChild<CrashedSessionsMenu *>();
    QSignalSpy searched(crashes, &CrashedSessionsMenu::searched);
    Q_EMIT menu.aboutToShow();
    QVERIFY(searched.wait());
    QVERIFY(!crashes->menuAction()->isVisible());

    crash("the one crash\n");
    crash("the other crash\n");
    Q_EMIT menu.aboutToShow();
    QVERIFY(searched.wait());
    QVERIFY(crashes->menuAction()->isVisible());
    QCOMPARE(crashes->sessions().size(), 2);
    const CrashedSession oldest = crashes->sessions().constLast();
    QCOMPARE(crashes->actions().at(1)->text(), oldest.name());

    const SessionWindow *window = openedBy(crashes->actions().at(1));
    QVERIFY(window);
    QVERIFY2(textsOf(*window).constFirst().endsWith(u"crash"_s), qPrintable(textsOf(*window).join(u'|')));
    QCOMPARE(window->windowTitle(), u"Session of %1 (recovered) – OnePort"_s.arg(sessionTime(oldest.started)));
}

void TestSessionWindow::theSessionOfACrashIsOffered()
{
    crash("before the crash\n");
    const Banner *banner = offer();
    QVERIFY(banner);
    const QString ended = sessionTime(m_window->findChild<CrashedSessionsMenu *>()->sessions().constFirst().ended);
    QVERIFY2(banner->text().startsWith(u"OnePort ended unexpectedly after %1: "_s.arg(ended)), qPrintable(banner->text()));
    QVERIFY2(banner->text().endsWith(u" is kept."_s), qPrintable(banner->text()));

    const SessionWindow *window = openedBy(m_actions->findChild<QAction *>(u"openCrashed"_s));
    QVERIFY(window);
    QCOMPARE(textsOf(*window), QStringList{u"before the crash"_s});
    QVERIFY(banner->isHidden());
}

void TestSessionWindow::anOfferedSessionIsDiscardedOnceThatIsConfirmed()
{
    crash("before the crash\n");
    const Banner *banner = offer();
    QVERIFY(banner);
    const QString folder = m_window->findChild<CrashedSessionsMenu *>()->sessions().constFirst().folder;
    auto *discard = m_actions->findChild<QAction *>(u"discardCrashed"_s);
    discard->trigger();
    QTRY_VERIFY(question());
    question()->reject();
    QTRY_VERIFY(!question());
    QVERIFY(QDir(folder).exists() && !banner->text().isEmpty());

    discard->trigger();
    QTRY_VERIFY(question());
    for (QAbstractButton *button : question()->buttons()) {
        if (question()->buttonRole(button) == QMessageBox::DestructiveRole) {
            button->click();
            break;
        }
    }
    QTRY_VERIFY(banner->text().isEmpty());
    QVERIFY(!QDir(folder).exists());
}

void TestSessionWindow::noCrashOffersNothing()
{
    const Banner *banner = offer();
    QVERIFY(banner);
    QVERIFY(banner->isHidden());
}

void TestSessionWindow::framingAndEncodingChangeWhatIsShown()
{
    const SessionWindow *window = opened(saved(u"read.oneport"_s));
    QVERIFY(window);
    auto *encoding = window->findChild<EncodingBox *>();
    encoding->setEncoding(Encoding::parse(u"GBK").value());
    Q_EMIT encoding->encodingChosen(encoding->encoding());
    QVERIFY(settle(*window));
    QVERIFY2(textsOf(*window).constLast().endsWith(u"中"_s), qPrintable(textsOf(*window).constLast()));

    auto *framing = window->findChild<FramingBox *>();
    framing->setFraming(*parseFraming(u"nul"));
    Q_EMIT framing->framingChosen(framing->framing());
    QVERIFY(settle(*window));
    QCOMPARE(window->transcript().shownCount(), 1);
}

void TestSessionWindow::whatDoesNotGoTogetherIsRefused()
{
    const SessionWindow *window = opened(saved(u"wide.oneport"_s));
    QVERIFY(window);
    const QStringList before = textsOf(*window);
    auto *encoding = window->findChild<EncodingBox *>(u"encoding"_s);
    encoding->setEncoding(*Encoding::parse(u"UTF-16LE"));
    Q_EMIT encoding->encodingChosen(encoding->encoding());
    QVERIFY(settle(*window));
    QVERIFY(window->findChild<QLabel *>(u"interpretationProblem"_s)->isVisible());
    QCOMPARE(encoding->encoding(), Encoding());
    QCOMPARE(textsOf(*window), before);
    auto *framing = window->findChild<FramingBox *>(u"framing"_s);
    framing->setCurrentIndex(framing->findText(u"Raw"_s));
    QVERIFY(!window->findChild<QLabel *>(u"interpretationProblem"_s)->isVisible());
}

void TestSessionWindow::whatWasChosenComesBack()
{
    m_store->appendRead(2, "a;b;"_ba, 1'700'000'000'000'000'001);
    Interpretations chosen;
    chosen.usual = {*parseFraming(u"nul"), *Encoding::parse(u"gbk")};
    chosen.own.insert(2, {*parseFraming(u"delimiter:;"), {}});
    m_store->setInterpretations(chosen);

    const SessionWindow *window = opened(saved(u"chosen.oneport"_s));

    QVERIFY(window);
    QCOMPARE(window->findChild<FramingBox *>(u"framing"_s)->framing(), *parseFraming(u"nul"));
    QCOMPARE(window->findChild<EncodingBox *>(u"encoding"_s)->encoding(), *Encoding::parse(u"gbk"));
    const QStringList texts = textsOf(*window);
    QVERIFY(texts.contains(u"a"_s) && texts.contains(u"b"_s));
    QVERIFY(!texts.contains(u"two"_s)); // not lines any more
}

void TestSessionWindow::theSocketsAreListedAndNarrowTheRows()
{
    const Endpoint peer{QHostAddress(QHostAddress::LocalHost), 53122};
    m_store->appendEvent(Record::of(Record::Kind::Accepted, 7, {.peer = peer}));
    m_store->appendRead(7, "seven\n"_ba, 1'700'000'000'000'000'001);
    SessionWindow *window = opened(saved(u"sockets.oneport"_s));
    QVERIFY(window);
    auto *socket = window->findChild<QComboBox *>(u"socket"_s);
    QTRY_COMPARE(socket->count(), 3);
    QCOMPARE(socket->itemText(0), u"All sockets"_s);
    QCOMPARE(socket->itemText(1), u"#1"_s);
    QCOMPARE(socket->itemText(2), u"#7  127.0.0.1:53122"_s);

    socket->setCurrentIndex(2);
    QTRY_VERIFY(!textsOf(*window).contains(u"one"_s));
    QVERIFY(textsOf(*window).contains(u"seven"_s));

    socket->setCurrentIndex(0);
    QTRY_VERIFY(textsOf(*window).contains(u"one"_s));
}

void TestSessionWindow::aSocketOfTheSessionIsReadInItsOwnWay()
{
    m_store->appendRead(2, "a\nb;"_ba, 1'700'000'000'000'000'001);
    SessionWindow *window = opened(saved(u"own.oneport"_s));
    QVERIFY(window);
    auto *socket = window->findChild<QComboBox *>(u"socket"_s);
    auto *framing = window->findChild<FramingBox *>(u"framing"_s);
    QTRY_COMPARE(socket->count(), 3);
    socket->setCurrentIndex(2);
    framing->setFraming(*parseFraming(u"raw"));
    Q_EMIT framing->framingChosen(framing->framing());
    socket->setCurrentIndex(0);
    QCOMPARE(framing->framing(), Framing());
    QVERIFY(settle(*window));
    const QStringList texts = textsOf(*window);
    QVERIFY(texts.contains(u"one"_s));
    QVERIFY2(texts.contains(u"a\u240Ab;"_s), qPrintable(texts.join(u" | "_s)));
    socket->setCurrentIndex(2);
    QCOMPARE(framing->framing(), *parseFraming(u"raw"));
}

void TestSessionWindow::whatWasGivenUpIsNotSaidOfTheRows()
{
    SessionWindow *window = opened(saved(u"given.oneport"_s));
    QVERIFY(window);
    auto *framing = window->findChild<FramingBox *>();
    const Framing before = framing->framing();
    framing->setFraming(*parseFraming(u"raw"));
    Q_EMIT framing->framingChosen(framing->framing());
    window->transcript().rows()->cancel();
    QVERIFY(settle(*window));
    QVERIFY(textsOf(*window).contains(u"one"_s));
    QCOMPARE(framing->framing(), before);
    QCOMPARE(window->transcript().rows()->store()->interpretations()->usual.framing, before);
}

void TestSessionWindow::allRowsAreThoseOfAllSockets()
{
    m_store->appendEvent(Record::of(Record::Kind::PeerFinished, 2));
    SessionWindow *window = opened(saved(u"all.oneport"_s));
    QVERIFY(window);
    auto *socket = window->findChild<QComboBox *>(u"socket"_s);
    QTRY_COMPARE(socket->count(), 3);
    socket->setCurrentIndex(2);
    QVERIFY(settle(*window));
    QCOMPARE(window->transcript().rowCount(), 1);
    window->findChild<QAction *>(u"filter"_s)->trigger();
    window->findChild<QLineEdit *>(u"filterText"_s)->setText(u"melon"_s);
    QVERIFY(settle(*window));

    QTest::mouseClick(window->findChild<QPushButton *>(u"transcriptShow"_s), Qt::LeftButton);

    QVERIFY(settle(*window));
    QCOMPARE(window->transcript().rowCount(), 3);
    QCOMPARE(socket->currentIndex(), 0);
}

void TestSessionWindow::manySocketsDoNotHideThatTheEndIsTorn()
{
    for (int i = 2; i <= SessionWindow::MaxListed + 2; ++i)
        m_store->appendEvent(Record::of(Record::Kind::PeerFinished, SocketId(i)));
    QFile file(saved(u"many.oneport"_s));
    QVERIFY(file.resize(file.size() - 1));
    const SessionWindow *window = opened(file.fileName());
    QVERIFY(window);
    const auto *banner = window->centralWidget()->findChild<Banner *>(QString(), Qt::FindDirectChildrenOnly);
    QTRY_VERIFY2(banner->text().contains(u"10,000 are listed"_s), qPrintable(banner->text()));
    QVERIFY2(banner->text().contains(u"not whole"_s), qPrintable(banner->text()));
}

void TestSessionWindow::itIsReadFromTheTranscriptAndHasHelp()
{
    const SessionWindow *window = opened(saved(u"read.oneport"_s));
    QVERIFY(window);
    QVERIFY(window->focusWidget());
    QCOMPARE(window->focusWidget()->objectName(), u"transcript"_s);
    const auto *help = window->findChild<QAction *>(u"sessionHelp"_s);
    QVERIFY(help);
    QCOMPARE(help->shortcut(), QKeySequence(QKeySequence::HelpContents));
}

void TestSessionWindow::aNameIsProposedForAFile()
{
    const QString name = m_actions->proposedName();
    const QDate day = QDateTime::fromMSecsSinceEpoch(m_store->startTime() / 1'000'000).date();
    QVERIFY2(name.startsWith(u"tst_sessionwindow "_s + day.toString(Qt::ISODate)), qPrintable(name));
    QVERIFY2(name.endsWith(u".oneport"_s) && !name.contains(u':'), qPrintable(name));
    m_actions->findChild<QAction *>(u"saveSession"_s)->trigger();
    auto *dialog = m_window->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), name);
    dialog->reject();
}

void TestSessionWindow::theWindowGoesWhenItIsClosed()
{
    const QPointer<SessionWindow> window = opened(saved(u"closed.oneport"_s));
    QVERIFY(window);
    window->close();
    QTRY_VERIFY(!window);
}

void TestSessionWindow::savingOverAnOpenSessionLeavesWhatItShows()
{
    const SessionWindow *window = opened(saved(u"again.oneport"_s));
    QVERIFY(window);
    const QStringList before = textsOf(*window);

    m_store->appendRead(2, "later\n", 1'700'000'000'000'000'001);
    saved(u"again.oneport"_s);
    MessageReader reader(window->transcript().view().store);
    const Record record = reader.record(window->transcript().view().at(0));

    QCOMPARE(record.message.wire, "one\n"_ba);
    QCOMPARE(textsOf(*window), before);
}

void TestSessionWindow::aFileThatIsCutWhileItIsShownIsTold()
{
#ifdef Q_OS_WIN
    QSKIP("Windows lets nobody cut a file that is mapped");
#endif
    m_store->appendRead(1, QByteArray(200'000, 'x'), 1'700'000'000'000'000'001);
    m_store->appendRead(1, "\nlast\n"_ba, 1'700'000'000'000'000'002);
    const SessionWindow *window = opened(saved(u"cut.oneport"_s));
    QVERIFY(window);
    const auto *banner = window->centralWidget()->findChild<Banner *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(banner && banner->text().isEmpty());

    QVERIFY(QFile::resize(pathOf(u"cut.oneport"_s), 0));
    MessageReader(window->transcript().view().store).record(window->transcript().view().at(0));

    QTRY_VERIFY2(banner->text().contains(u"shorter"_s), qPrintable(banner->text()));
    QVERIFY(banner->isVisibleTo(window));
}

QTEST_MAIN(TestSessionWindow)
#include "tst_sessionwindow.moc"
