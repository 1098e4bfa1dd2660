#include "clientthread.h"
#include "clientwindow.h"
#include "controls.h"
#include "language.h"
#include "sessionplace.h"

#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

/// Shift+F1 on any control of a client window.
class TestClientWhatsThis final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyControlIsExplained();
};

void TestClientWhatsThis::initTestCase()
{
    Language::apply(u"en"_s);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"OnePortTests"_s);
    QCoreApplication::setApplicationName(u"tst_clientwhatsthis"_s);
    QSettings().clear();
}

void TestClientWhatsThis::everyControlIsExplained()
{
    ClientThread thread;
    QString problem;
    ClientWindow window(thread, ClientOptions(), newSession(&problem));
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.show();
    for (const QString &name : {u"showDetails"_s, u"showCalls"_s, u"actionInspector"_s, u"filter"_s, u"find"_s})
        window.findChild<QAction *>(name)->trigger();
    const QStringList silent = Controls::unexplained(&window);
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
    QVERIFY(window.findChild<QWidget *>(u"host"_s)->whatsThis().contains(u"machine"_s));
}

QTEST_MAIN(TestClientWhatsThis)
#include "tst_clientwhatsthis.moc"
