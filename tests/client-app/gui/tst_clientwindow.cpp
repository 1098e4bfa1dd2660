#include "clienthelp.h"
#include "clientwindowfixture.h"
#include "hexview.h"
#include "language.h"

#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

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

/// The window as a whole: names, rows, help, language.
class TestClientWindow final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { ClientWindowFixture::useOwnSettings(u"tst_clientwindow"_s); }
    void init();
    void cleanup() { m_fixture.reset(); }
    void cleanupTestCase() { QSettings().clear(); }
    void hasTheAgreedNames();
    void aScreenReaderHearsTheName_data();
    void aScreenReaderHearsTheName();
    void showsWhatArrives();
    void detailsHaveSixteenBytesOnALine();
    void theHelpListsEveryShortcut();
    void switchingTheLanguageKeepsTheSession();
    void whatWasGivenUpIsNotTheFramingOfTheWindow();

private:
    std::unique_ptr<ClientWindowFixture> m_fixture;
};

void TestClientWindow::init()
{
    m_fixture = std::make_unique<ClientWindowFixture>();
    QVERIFY(m_fixture->isReady());
}

void TestClientWindow::hasTheAgreedNames()
{
    QCOMPARE(m_fixture->find<QComboBox>(u"host"_s)->accessibleName(), u"Host"_s);
    QCOMPARE(m_fixture->find<QLineEdit>(u"port"_s)->accessibleName(), u"Port"_s);
    QCOMPARE(m_fixture->find<QPushButton>(u"connect"_s)->accessibleName(), u"Connect"_s);
    QCOMPARE(m_fixture->find<QWidget>(u"transcript"_s)->accessibleName(), u"Transcript"_s);
    QCOMPARE(m_fixture->find<QWidget>(u"message"_s)->accessibleName(), u"Message"_s);
    QCOMPARE(m_fixture->find<QWidget>(u"send"_s)->accessibleName(), u"Send"_s);
}

void TestClientWindow::aScreenReaderHearsTheName_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    QTest::newRow("Chinese") << u"zh_CN"_s << u"主机"_s;
    QTest::newRow("English") << u"en"_s << u"Host"_s;
}

void TestClientWindow::aScreenReaderHearsTheName()
{
    QFETCH(QString, language);
    QFETCH(QString, name);
    QVERIFY(Language::apply(language));
    QTRY_COMPARE(QAccessible::queryAccessibleInterface(m_fixture->find<QComboBox>(u"host"_s))->text(QAccessible::Name), name);
}

void TestClientWindow::showsWhatArrives()
{
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->peer->write("你好\nsecond\n");
    QTRY_COMPARE(m_fixture->lastRow(), u"second"_s);
    QCOMPARE(m_fixture->rowText(m_fixture->window->transcript().rowCount() - 2), u"你好"_s);
}

void TestClientWindow::detailsHaveSixteenBytesOnALine()
{
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->peer->write("a message of some length\n");
    QTRY_COMPARE(m_fixture->lastRow(), u"a message of some length"_s);
    m_fixture->find<QAction>(u"showDetails"_s)->trigger();
    auto *list = m_fixture->find<QListView>(u"transcript"_s);
    list->setCurrentIndex(m_fixture->window->transcript().index(m_fixture->window->transcript().rowCount() - 1));
    const auto *hex = m_fixture->window->findChild<HexView *>();
    QTRY_COMPARE(hex->size(), 24);
    QTRY_COMPARE(hex->bytesPerRow(), 16);
    QVERIFY2(hex->viewport()->height() >= 2 * hex->cellRect(0).height(), "not even two lines");
}

void TestClientWindow::theHelpListsEveryShortcut()
{
    QStringList listed;
    for (const HelpText::Key &key : clientHelp().keys)
        listed.append(key.keys);
    for (const QAction *action : m_fixture->window->findChildren<QAction *>()) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        QVERIFY2(keys.isEmpty() || listed.contains(keys), qPrintable(keys + u" of "_s + action->text()));
    }
    QVERIFY(!listed.contains(QString()));
    QCOMPARE(QSet<QString>(listed.cbegin(), listed.cend()).size(), listed.size());
}

void TestClientWindow::switchingTheLanguageKeepsTheSession()
{
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->peer->write("before\n");
    QTRY_COMPARE(m_fixture->lastRow(), u"before"_s);
    m_fixture->write(u"draft"_s);
    Capitals capitals;
    QCoreApplication::installTranslator(&capitals);
    QTRY_COMPARE(m_fixture->find<QPushButton>(u"connect"_s)->text(), u"DISCONNECT"_s);
    QVERIFY(m_fixture->label(u"state"_s).startsWith(u"CONNECTED"_s));
    QCOMPARE(m_fixture->find<QWidget>(u"transcript"_s)->accessibleName(), u"TRANSCRIPT"_s);
    QVERIFY(m_fixture->window->isConnected());
    QCOMPARE(m_fixture->lastRow(), u"before"_s);
    QCOMPARE(m_fixture->find<QPlainTextEdit>(u"message"_s)->toPlainText(), u"draft"_s);
    m_fixture->peer->write("after\n");
    QTRY_COMPARE(m_fixture->lastRow(), u"after"_s);
}

void TestClientWindow::whatWasGivenUpIsNotTheFramingOfTheWindow()
{
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->peer->write("one\ntwo\n");
    QTRY_COMPARE(m_fixture->lastRow(), u"two"_s);
    m_fixture->find<QAction>(u"framingNul"_s)->trigger();
    m_fixture->window->transcript().rows()->cancel();
    QTRY_VERIFY(!m_fixture->window->transcript().rows()->isBusy());
    QCOMPARE(m_fixture->lastRow(), u"two"_s);
    QCOMPARE(m_fixture->label(u"framing"_s), u"Lines"_s);
    QVERIFY(m_fixture->find<QAction>(u"framingLines"_s)->isChecked());
    QCOMPARE(m_fixture->window->options().framing, Framing());
}

QTEST_MAIN(TestClientWindow)
#include "tst_clientwindow.moc"
