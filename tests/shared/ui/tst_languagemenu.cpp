#include "language.h"
#include "languagemenu.h"

#include <QAction>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLanguageMenu final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(u"OnePortTests"_s);
        QCoreApplication::setApplicationName(u"tst_languagemenu"_s);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { QSettings().clear(); }

    void theSystemsLanguageComesFirstAndIsChosenAtFirst()
    {
        const LanguageMenu menu;
        QVERIFY(menu.actions().constFirst()->isChecked());
        QCOMPARE(LanguageMenu::remembered(), QString());
    }

    void everyBuiltInLanguageIsOfferedByItsOwnName()
    {
        const LanguageMenu menu;
        for (const QString &code : Language::available()) {
            const auto *action = menu.findChild<QAction *>(u"language-"_s + code);
            QVERIFY(action);
            QCOMPARE(action->text(), Language::nativeName(code));
        }
    }

    void aChoiceIsAppliedAndRemembered()
    {
        const LanguageMenu menu;
        menu.findChild<QAction *>(u"language-en"_s)->trigger();
        QCOMPARE(Language::current(), u"en"_s);
        QCOMPARE(LanguageMenu::remembered(), u"en"_s);
    }

    void aChoiceInOneWindowShowsInTheOthers()
    {
        const LanguageMenu one;
        LanguageMenu other;
        one.findChild<QAction *>(u"language-en"_s)->trigger();
        Q_EMIT other.aboutToShow();
        QVERIFY(other.findChild<QAction *>(u"language-en"_s)->isChecked());
    }
};

QTEST_MAIN(TestLanguageMenu)
#include "tst_languagemenu.moc"
