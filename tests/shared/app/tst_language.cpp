#include "closereason.h"
#include "commonoptions.h"
#include "language.h"

#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLanguage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { Language::apply(u"en"_s); }
    void chineseIsBuiltIn();
    void switchingChangesWhatIsSaid();
    void anUnknownLanguageChangesNothing();
    void withoutAWindowTheMenusChoiceDoesNotCount();
};

void TestLanguage::chineseIsBuiltIn()
{
    QVERIFY(Language::available().contains(u"zh_CN"_s));
    QCOMPARE(Language::nativeName(u"zh_CN"_s), u"简体中文"_s);
}

void TestLanguage::switchingChangesWhatIsSaid()
{
    QCOMPARE(closeReasonText(CloseReason::PeerClosed), u"the peer closed"_s);
    QVERIFY(Language::apply(u"zh_CN"_s));
    QCOMPARE(Language::current(), u"zh_CN"_s);
    QVERIFY(closeReasonText(CloseReason::PeerClosed) != u"the peer closed"_s);
    QVERIFY(Language::apply(u"en"_s));
    QCOMPARE(closeReasonText(CloseReason::PeerClosed), u"the peer closed"_s);
}

void TestLanguage::anUnknownLanguageChangesNothing()
{
    QVERIFY(Language::apply(u"zh_CN"_s));
    QVERIFY(!Language::apply(u"tlh"_s));
    QCOMPARE(Language::current(), u"zh_CN"_s);
}

void TestLanguage::withoutAWindowTheMenusChoiceDoesNotCount()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"OnePortTests"_s);
    Language::apply({});
    const QString ofTheSystem = Language::current();
    const QString chosen = ofTheSystem == "en"_L1 ? u"zh_CN"_s : u"en"_s;
    QSettings().setValue(u"language"_s, chosen);
    QString error;
    QVERIFY(applyLanguageArgument({u"oneport-server"_s}, &error));
    QCOMPARE(Language::current(), chosen);
    QVERIFY(applyLanguageArgument({u"oneport-server"_s, u"--headless"_s}, &error));
    QCOMPARE(Language::current(), ofTheSystem);
    QVERIFY(applyLanguageArgument({u"oneport-server"_s, u"--headless"_s, u"--language"_s, chosen}, &error));
    QCOMPARE(Language::current(), chosen);
    QSettings().clear();
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
