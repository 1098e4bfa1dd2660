#include "disklimitdialog.h"
#include "sessionplace.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

class TestDiskLimitDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theLimitIsKept();
    void whatIsTooLittleIsNotTakenAndTheRangeSaid();
    void anUnchangedLimitStaysToTheByte();
    void aLimitFromTheSettingsIsBounded();

private:
    void type(const QString &number);
    QPushButton *ok() const { return m_dialog->findChild<QPushButton *>(); }

    std::unique_ptr<DiskLimitDialog> m_dialog;
    QSpinBox *m_number = nullptr;
};

void TestDiskLimitDialog::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"OnePort tests"_s);
    QCoreApplication::setApplicationName(u"tst_disklimitdialog"_s);
}

void TestDiskLimitDialog::init()
{
    QSettings().clear();
    m_dialog = std::make_unique<DiskLimitDialog>(nullptr);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_number = m_dialog->findChild<QSpinBox *>(u"diskLimit"_s);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void TestDiskLimitDialog::type(const QString &number)
{
    m_number->setFocus();
    m_number->selectAll();
    QTest::keyClicks(m_number, number);
}

void TestDiskLimitDialog::theLimitIsKept()
{
    type(u"250"_s);
    ok()->click();
    QCOMPARE(sessionDiskLimit(), 250'000'000);
    QVERIFY(!m_dialog->isVisible());
}

void TestDiskLimitDialog::whatIsTooLittleIsNotTakenAndTheRangeSaid()
{
    const auto *range = m_dialog->findChild<QLabel *>(u"diskLimitRange"_s);
    QVERIFY(range->isVisible());
    QVERIFY2(range->text().contains(u"16.0 MB"_s), qPrintable(range->text()));
    const QColor usual = range->palette().color(QPalette::WindowText);
    type(u"8"_s);
    QVERIFY(range->palette().color(QPalette::WindowText) != usual);
    QVERIFY(!ok()->isEnabled());
    QTest::keyClick(m_number, Qt::Key_Return);
    QVERIFY(m_dialog->isVisible());

    type(u"16"_s);
    QCOMPARE(range->palette().color(QPalette::WindowText), usual);
    QVERIFY(ok()->isEnabled());
}

void TestDiskLimitDialog::anUnchangedLimitStaysToTheByte()
{
    m_dialog->accept();
    QCOMPARE(sessionDiskLimit(), TrafficStore::DefaultDiskLimit);
}

void TestDiskLimitDialog::aLimitFromTheSettingsIsBounded()
{
    setSessionDiskLimit(1);
    QCOMPARE(sessionDiskLimit(), MinDiskLimit);
    setSessionDiskLimit(-1);
    QCOMPARE(sessionDiskLimit(), TrafficStore::DefaultDiskLimit);
}

QTEST_MAIN(TestDiskLimitDialog)
#include "tst_disklimitdialog.moc"
