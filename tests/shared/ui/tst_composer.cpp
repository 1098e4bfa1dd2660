#include "composerfixture.h"

#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
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

class TestComposer final : public QObject, private ComposerFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { QSettings().clear(); }
    void enterSends();
    void theButtonSends();
    void shiftEnterStartsANewLine();
    void enterWhileComposingNeverSends();
    void theTextStaysUntilItWasAccepted();
    void upAndDownWalkTheHistoryAndKeepTheDraft();
    void upInsideALongerTextMovesTheCursor();
    void theSameMessageTwiceIsOnceInTheHistory();
    void nothingIsSentWhileSendingIsOff();
    void anEmptyMessageNeedsTheFramingsLeave();
    void noBreakSpacesArriveAsTheyAre();
    void growsToFiveLinesAndNoFurther();
    void theOutcomeGoesAtTheNextKey();
    void theOutcomeMovesNothing();
    void followsTheLanguage();
};

void TestComposer::initTestCase()
{
    useOwnSettings(u"tst_composer"_s);
}

void TestComposer::init()
{
    makeComposer();
    QCOMPARE(m_edit->accessibleName(), u"Message"_s);
    QCOMPARE(m_button->accessibleName(), u"Send"_s);
}

void TestComposer::enterSends()
{
    type(u"hello"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 1);
    QCOMPARE(m_sent->at(0).at(0).toByteArray(), "hello");
    press(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(m_sent->size(), 2);
}

void TestComposer::theButtonSends()
{
    m_composer->setText(u"grüße"_s);
    QTest::mouseClick(m_button, Qt::LeftButton);
    QCOMPARE(m_sent->at(0).at(0).toByteArray(), "gr\xc3\xbc\xc3\x9f" "e");
}

void TestComposer::shiftEnterStartsANewLine()
{
    type(u"a"_s);
    press(Qt::Key_Return, Qt::ShiftModifier);
    type(u"b"_s);
    QCOMPARE(m_sent->size(), 0);
    QCOMPARE(m_composer->text(), u"a\nb"_s);
}

void TestComposer::enterWhileComposingNeverSends()
{
    type(u"a"_s);
    QInputMethodEvent composing(u"ni"_s, {});
    QCoreApplication::sendEvent(m_edit, &composing);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);

    QInputMethodEvent commit;
    commit.setCommitString(u"你"_s);
    QCoreApplication::sendEvent(m_edit, &commit);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 1);
}

void TestComposer::theTextStaysUntilItWasAccepted()
{
    type(u"hello"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_composer->text(), u"hello"_s);
    m_composer->confirm();
    QCOMPARE(m_composer->text(), QString());
}

void TestComposer::upAndDownWalkTheHistoryAndKeepTheDraft()
{
    sendLine(u"one"_s);
    sendLine(u"two"_s);
    type(u"draft"_s);
    press(Qt::Key_Up);
    QCOMPARE(m_composer->text(), u"two"_s);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    QCOMPARE(m_composer->text(), u"one"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(m_composer->text(), u"draft"_s);
    press(Qt::Key_Down);
    QCOMPARE(m_composer->text(), u"draft"_s);
}

void TestComposer::upInsideALongerTextMovesTheCursor()
{
    sendLine(u"one"_s);
    m_composer->setText(u"a\nb"_s);
    press(Qt::Key_Up);
    QCOMPARE(m_composer->text(), u"a\nb"_s);
    press(Qt::Key_Up);
    QCOMPARE(m_composer->text(), u"one"_s);
}

void TestComposer::theSameMessageTwiceIsOnceInTheHistory()
{
    sendLine(u"one"_s);
    sendLine(u"two"_s);
    sendLine(u"two"_s);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    QCOMPARE(m_composer->text(), u"one"_s);
}

void TestComposer::nothingIsSentWhileSendingIsOff()
{
    m_composer->setSendEnabled(false, u"Connect first."_s);
    type(u"hello"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QCOMPARE(m_composer->text(), u"hello"_s);
    QCOMPARE(m_button->toolTip(), u"Connect first."_s);
    QCOMPARE(m_composer->outcome(), u"Connect first."_s);
}

void TestComposer::anEmptyMessageNeedsTheFramingsLeave()
{
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 1);
    m_composer->setAllowEmpty(false);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 1);
    QVERIFY(!m_button->isEnabled());
}

void TestComposer::noBreakSpacesArriveAsTheyAre()
{
    m_composer->setText(u"a\u00A0b"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->at(0).at(0).toByteArray(), "a\xc2\xa0" "b");
}

void TestComposer::growsToFiveLinesAndNoFurther()
{
    const int one = m_edit->height();
    m_composer->setText(u"1\n2\n3"_s);
    const int three = m_edit->height();
    QVERIFY(three > one);
    m_composer->setText(u"1\n2\n3\n4\n5"_s);
    const int five = m_edit->height();
    QVERIFY(five > three);
    m_composer->setText(u"1\n2\n3\n4\n5\n6\n7"_s);
    QCOMPARE(m_edit->height(), five);
}

void TestComposer::theOutcomeGoesAtTheNextKey()
{
    QSignalSpy edited(m_composer.get(), &Composer::edited);
    type(u"x"_s);
    QCOMPARE(edited.size(), 1);
    m_composer->setOutcome(u"Sent."_s);
    m_composer->confirm();
    QCOMPARE(m_composer->outcome(), u"Sent."_s);
    QCOMPARE(edited.size(), 1);
    type(u"y"_s);
    QCOMPARE(m_composer->outcome(), QString());
    QCOMPARE(edited.size(), 2);
}

void TestComposer::theOutcomeMovesNothing()
{
    const int before = m_composer->sizeHint().height();
    m_composer->setOutcome(u"Sent."_s);
    QCOMPARE(m_composer->sizeHint().height(), before);
    m_composer->setOutcome({});
    QCOMPARE(m_composer->sizeHint().height(), before);
}

void TestComposer::followsTheLanguage()
{
    m_composer->setText(u"draft"_s);
    Capitals capitals;
    QCoreApplication::installTranslator(&capitals);
    QTRY_COMPARE(m_button->text(), u"SEND"_s);
    QCOMPARE(m_edit->accessibleName(), u"MESSAGE"_s);
    QCOMPARE(m_composer->text(), u"draft"_s);
    QCOMPARE(m_composer->findChild<QComboBox *>(u"inputForm"_s)->accessibleName(), u"INPUT FORM"_s);
    QCOMPARE(m_composer->findChild<QComboBox *>(u"lineEnding"_s)->accessibleName(), u"LINE ENDING"_s);
}

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
