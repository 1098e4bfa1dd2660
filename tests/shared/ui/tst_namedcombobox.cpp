#include "namedcombobox.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QLineEdit>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

class TestNamedComboBox final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aScreenReaderHearsTheNameAndTheValue();
    void theTextFieldHasTheSameName();
    void theListAndTheTextFieldAreItsChildren();
    void theActionOpensAndClosesTheList();
    void theWheelChangesNothing_data();
    void theWheelChangesNothing();

private:
    QAccessibleInterface *interface() const { return QAccessible::queryAccessibleInterface(m_box.get()); }

    std::unique_ptr<NamedComboBox> m_box;
};

void TestNamedComboBox::init()
{
    m_box = std::make_unique<NamedComboBox>();
    m_box->addItems({u"one"_s, u"two"_s, u"three"_s});
    m_box->setCurrentIndex(1);
    m_box->setName(u"Number"_s);
}

void TestNamedComboBox::aScreenReaderHearsTheNameAndTheValue()
{
    QCOMPARE(interface()->role(), QAccessible::ComboBox);
    QCOMPARE(interface()->text(QAccessible::Name), u"Number"_s);
    QCOMPARE(interface()->text(QAccessible::Value), u"two"_s);
}

void TestNamedComboBox::theTextFieldHasTheSameName()
{
    m_box->setEditable(true);
    m_box->setName(u"Digit"_s);
    m_box->setEditText(u"typed"_s);
    QCOMPARE(interface()->text(QAccessible::Name), u"Digit"_s);
    QCOMPARE(interface()->text(QAccessible::Value), u"typed"_s);
    QCOMPARE(m_box->lineEdit()->accessibleName(), u"Digit"_s);
}

void TestNamedComboBox::theListAndTheTextFieldAreItsChildren()
{
    QCOMPARE(interface()->childCount(), 1);
    m_box->setEditable(true);
    QCOMPARE(interface()->childCount(), 2);
    QCOMPARE(interface()->child(0)->object(), m_box->view());
    QCOMPARE(interface()->child(1)->object(), m_box->lineEdit());
    QCOMPARE(interface()->indexOfChild(interface()->child(1)), 1);
    QVERIFY(!interface()->child(2));
}

void TestNamedComboBox::theActionOpensAndClosesTheList()
{
    m_box->show();
    QAccessibleActionInterface *actions = interface()->actionInterface();
    QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::showMenuAction()));
    actions->doAction(QAccessibleActionInterface::showMenuAction());
    QVERIFY(m_box->view()->isVisible());
    QVERIFY(interface()->state().expanded);
    actions->doAction(QAccessibleActionInterface::showMenuAction());
    QTRY_VERIFY(!m_box->view()->isVisible());
}

void TestNamedComboBox::theWheelChangesNothing_data()
{
    QTest::addColumn<bool>("editable");
    QTest::newRow("a choice") << false;
    QTest::newRow("a text field") << true;
}

void TestNamedComboBox::theWheelChangesNothing()
{
    QFETCH(bool, editable);
    m_box->setEditable(editable);
    m_box->show();
    const QPointF middle = m_box->rect().center();
    QWheelEvent wheel(middle, m_box->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QWidget *target = editable ? static_cast<QWidget *>(m_box->lineEdit()) : m_box.get();
    QCoreApplication::sendEvent(target, &wheel);
    QCOMPARE(m_box->currentIndex(), 1);
    QVERIFY(!wheel.isAccepted());
    QCOMPARE(m_box->focusPolicy(), Qt::StrongFocus);
}

QTEST_MAIN(TestNamedComboBox)
#include "tst_namedcombobox.moc"
