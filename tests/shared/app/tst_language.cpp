#include "closereason.h"
#include "language.h"

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

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
