#include "helpbrowser.h"
#include "helpwindow.h"
#include "language.h"

#include <QFile>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QTextBlock>

using namespace Qt::StringLiterals;

/// The manual inside the programs.
class TestHelpWindow final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { Language::apply(u"en"_s); }
    void cleanupTestCase() { Language::apply(u"en"_s); }
    void everyPageIsThere_data() { addPages(); }
    void everyPageIsThere();
    void itsPicturesAndLinksAreThere_data() { addPages(); }
    void itsPicturesAndLinksAreThere();
    void aPictureIsNeverWiderThanThePage();
    void aPageFitsWhereTheKeyboardIs();
    void thereIsOneForEachWindow();
    void aLinkLeadsToAnotherPage();
    void thePageIsTheSameInTheOtherLanguage();

private:
    static void addPages();
};

void TestHelpWindow::addPages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<HelpPage>("page");
    for (const QString &language : Language::available()) {
        for (const HelpPage page : helpPages())
            QTest::addRow("%s %d", qPrintable(language), int(page)) << language << page;
    }
}

static QString read(const QUrl &url)
{
    QFile file(u':' + url.path());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestHelpWindow::everyPageIsThere()
{
    QFETCH(QString, language);
    QFETCH(HelpPage, page);
    QVERIFY(Language::apply(language));
    const QString text = read(helpUrl(page));
    QVERIFY(text.startsWith(u"# "_s));
    QVERIFY2(text.size() > 400, "a page has something to say");
    QCOMPARE(helpPageOf(helpUrl(page)), page);
    static const QRegularExpression chinese(u"\\p{Han}{8}"_s, QRegularExpression::UseUnicodePropertiesOption);
    QCOMPARE(text.contains(chinese), language == "zh_CN"_L1);
}

void TestHelpWindow::itsPicturesAndLinksAreThere()
{
    QFETCH(QString, language);
    QFETCH(HelpPage, page);
    QVERIFY(Language::apply(language));
    const QUrl url = helpUrl(page);
    static const QRegularExpression target(u"\\]\\(([^)]+)\\)"_s);
    int pictures = 0;
    for (auto matches = target.globalMatch(read(url)); matches.hasNext();) {
        const QString found = matches.next().captured(1);
        QVERIFY2(QFile::exists(u':' + url.resolved(QUrl(found)).path()), qPrintable(found));
        pictures += found.endsWith(".png"_L1) ? 1 : 0;
        QCOMPARE(found.contains("zh_CN.png"_L1), found.endsWith(".png"_L1) && language == "zh_CN"_L1);
    }
    QVERIFY(pictures > 0);
}

void TestHelpWindow::aPictureIsNeverWiderThanThePage()
{
    QWidget window;
    HelpWindow *help = HelpWindow::open(HelpPage::ServerWindow, &window);
    auto *text = help->findChild<HelpBrowser *>();
    help->resize(600, 500);
    QTRY_VERIFY(text->document()->size().width() <= text->viewport()->width());
    QVERIFY(text->document()->blockCount() > 5);
}

void TestHelpWindow::aPageFitsWhereTheKeyboardIs()
{
    QWidget window;
    auto *pane = new QWidget(&window);
    pane->setObjectName(u"callsPane"_s);
    auto *list = new QWidget(pane);
    list->setObjectName(u"calls"_s);
    QCOMPARE(helpPageFor(list, HelpPage::ClientWindow), HelpPage::Inspector);
    QCOMPARE(helpPageFor(&window, HelpPage::ClientWindow), HelpPage::ClientWindow);
    QCOMPARE(helpPageFor(nullptr, HelpPage::ServerWindow), HelpPage::ServerWindow);
}

void TestHelpWindow::thereIsOneForEachWindow()
{
    QWidget window;
    HelpWindow *help = HelpWindow::open(HelpPage::ServerWindow, &window);
    QVERIFY(help->isVisible());
    QCOMPARE(HelpWindow::open(HelpPage::Framing, &window), help);
    QCOMPARE(help->page(), HelpPage::Framing);
    QCOMPARE(help->findChild<HelpBrowser *>()->source(), helpUrl(HelpPage::Framing));
}

void TestHelpWindow::aLinkLeadsToAnotherPage()
{
    QWidget window;
    HelpWindow *help = HelpWindow::open(HelpPage::WhySockets, &window);
    help->findChild<HelpBrowser *>()->setSource(QUrl(u"server-window.md"_s));
    QCOMPARE(help->page(), HelpPage::ServerWindow);
    QVERIFY(help->findChild<HelpBrowser *>()->toPlainText().contains(u"Start listening"_s));
}

void TestHelpWindow::thePageIsTheSameInTheOtherLanguage()
{
    QWidget window;
    HelpWindow *help = HelpWindow::open(HelpPage::CloseLab, &window);
    auto *text = help->findChild<HelpBrowser *>();
    const QString english = text->toPlainText();
    const QString title = help->findChild<QListWidget *>()->currentItem()->text();
    QVERIFY(Language::apply(u"zh_CN"_s));
    QCoreApplication::processEvents();
    QCOMPARE(help->page(), HelpPage::CloseLab);
    QVERIFY(text->toPlainText() != english);
    QVERIFY(help->findChild<QListWidget *>()->currentItem()->text() != title);
}

QTEST_MAIN(TestHelpWindow)
#include "tst_helpwindow.moc"
