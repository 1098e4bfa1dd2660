#include "composer.h"

#include "inputbar.h"
#include "messageedit.h"
#include "messagehistory.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
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

class TestComposer final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
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
    void aFormMakesTheBytes_data();
    void aFormMakesTheBytes();
    void whatIsWrongIsMarkedSaidAndNotSent();
    void enterSaysWhatIsWrongAndShowsThePlace();
    void whatIsPutRightIsSent();
    void anEndingTakesThePlaceOfTheFramings_data();
    void anEndingTakesThePlaceOfTheFramings();
    void thePreviewShowsWhatGoesOut_data();
    void thePreviewShowsWhatGoesOut();
    void thePreviewFollowsTheFraming();
    void aLongPreviewIsCutAndSaysSo();
    void thePreviewAndTheProblemMoveNothing();
    void nothingAtAllIsNotSent();
    void anEndingAloneIsSent();
    void theHistoryBringsBackTheForm();
    void theHistoryIsBoundedInCharacters();
    void choicesAreRemembered();
    void aRecalledFormIsNotRemembered();
    void theEncoderWritesTheText();
    void aLongTextIsReadWhenTypingRestsOrAtEnter();
    void aPasteThatIsTooLongIsRefusedWhole();
    void aLongTextWrapsAnywhereAndAShortOneAtWords();
    void followsTheLanguage();

private:
    void type(const QString &text) { QTest::keyClicks(m_edit, text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(m_edit, key, modifiers); }
    void sendLine(const QString &text)
    {
        type(text);
        press(Qt::Key_Return);
        m_composer->confirm();
    }

    std::unique_ptr<Composer> m_composer;
    std::unique_ptr<QSignalSpy> m_sent;
    void choose(const QString &combo, int data)
    {
        auto *box = m_composer->findChild<QComboBox *>(combo);
        box->setCurrentIndex(box->findData(data));
        Q_EMIT box->activated(box->currentIndex());
    }
    void chooseForm(InputForm form) { choose(u"inputForm"_s, int(form)); }
    void chooseEnding(LineEnding ending) { choose(u"lineEnding"_s, int(ending)); }
    InputForm form() const { return m_composer->findChild<InputBar *>()->form(); }
    QString preview() const { return m_composer->findChild<QLabel *>(u"preview"_s)->text(); }
    QString marked(int problem) const { return m_edit->extraSelections().value(problem).cursor.selectedText(); }

    QPlainTextEdit *m_edit = nullptr;
    QPushButton *m_button = nullptr;
};

void TestComposer::initTestCase()
{
    QCoreApplication::setOrganizationName(u"oneport-tests"_s);
    QCoreApplication::setApplicationName(u"tst_composer"_s);
}

void TestComposer::init()
{
    QSettings().clear();
    m_composer = std::make_unique<Composer>();
    m_sent = std::make_unique<QSignalSpy>(m_composer.get(), &Composer::sendRequested);
    m_edit = m_composer->findChild<QPlainTextEdit *>(u"message"_s);
    m_button = m_composer->findChild<QPushButton *>(u"send"_s);
    QCOMPARE(m_edit->accessibleName(), u"Message"_s);
    QCOMPARE(m_button->accessibleName(), u"Send"_s);
    m_composer->resize(400, 200);
    m_composer->show();
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

void TestComposer::aFormMakesTheBytes_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << int(InputForm::Text) << u"a\\n"_s << QByteArray("a\\n");
    QTest::newRow("escapes") << int(InputForm::Escapes) << u"a\\n\\x00"_s << QByteArray("a\n\0", 3);
    QTest::newRow("Packet Sender") << int(InputForm::PacketSender) << u"a\\0D"_s << QByteArray("a\r");
    QTest::newRow("hex") << int(InputForm::Hex) << u"61, 0x62:63"_s << QByteArray("abc");
    QTest::newRow("hex on two lines") << int(InputForm::Hex) << u"61\n62"_s << QByteArray("ab");
}

void TestComposer::aFormMakesTheBytes()
{
    QFETCH(int, form);
    QFETCH(QString, text);
    chooseForm(InputForm(form));
    m_composer->setText(text);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 1);
    QTEST(m_sent->at(0).at(0).toByteArray(), "bytes");
    QCOMPARE(m_sent->at(0).at(1).toBool(), false);
}

void TestComposer::whatIsWrongIsMarkedSaidAndNotSent()
{
    chooseForm(InputForm::Hex);
    type(u"48 6 65 xyz"_s);
    QCOMPARE(m_edit->extraSelections().size(), 2);
    QCOMPARE(marked(0), u"6"_s);
    QCOMPARE(marked(1), u"xyz"_s);
    const QString sentence = u"Odd digit: write two for each byte, as in 0A."_s;
    QCOMPARE(preview(), sentence);
    QCOMPARE(m_button->toolTip(), sentence);
    QCOMPARE(m_edit->accessibleDescription(), sentence);
    QVERIFY(!m_button->isEnabled());
}

void TestComposer::enterSaysWhatIsWrongAndShowsThePlace()
{
    chooseForm(InputForm::Escapes);
    type(u"a\\qb"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QCOMPARE(m_composer->outcome(), u"Not sent. No such escape: write \\\\ for a backslash."_s);
    QCOMPARE(m_edit->textCursor().selectedText(), u"\\q"_s);
    QCOMPARE(m_composer->text(), u"a\\qb"_s);
}

void TestComposer::whatIsPutRightIsSent()
{
    chooseForm(InputForm::Hex);
    type(u"4"_s);
    QVERIFY(!m_button->isEnabled());
    type(u"8"_s);
    QCOMPARE(m_edit->extraSelections().size(), 0);
    QCOMPARE(m_edit->accessibleDescription(), QString());
    press(Qt::Key_Return);
    QCOMPARE(m_sent->at(0).at(0).toByteArray(), "H");
}

void TestComposer::anEndingTakesThePlaceOfTheFramings_data()
{
    QTest::addColumn<int>("ending");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("asIs");
    QTest::newRow("framing") << int(LineEnding::Framing) << QByteArray("a") << false;
    QTest::newRow("none") << int(LineEnding::None) << QByteArray("a") << true;
    QTest::newRow("LF") << int(LineEnding::Lf) << QByteArray("a\n") << true;
    QTest::newRow("CR LF") << int(LineEnding::CrLf) << QByteArray("a\r\n") << true;
    QTest::newRow("CR") << int(LineEnding::Cr) << QByteArray("a\r") << true;
    QTest::newRow("NUL") << int(LineEnding::Nul) << QByteArray("a\0", 2) << true;
}

void TestComposer::anEndingTakesThePlaceOfTheFramings()
{
    QFETCH(int, ending);
    chooseEnding(LineEnding(ending));
    type(u"a"_s);
    press(Qt::Key_Return);
    QTEST(m_sent->at(0).at(0).toByteArray(), "bytes");
    QTEST(m_sent->at(0).at(1).toBool(), "asIs");
}

void TestComposer::thePreviewShowsWhatGoesOut_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("ending");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("hex");
    const auto row = [](const char *name, InputForm form, LineEnding ending, const QString &text, const QString &hex) {
        QTest::newRow(name) << int(form) << int(ending) << text << hex;
    };
    row("framed", InputForm::Text, LineEnding::Framing, u"hé"_s, u"68 C3 A9 0A"_s);
    row("without ending", InputForm::Text, LineEnding::None, u"hé"_s, u"68 C3 A9"_s);
    row("with its own", InputForm::Hex, LineEnding::CrLf, u"ff"_s, u"FF 0D 0A"_s);
    row("empty, framed", InputForm::Text, LineEnding::Framing, {}, u"0A"_s);
}

void TestComposer::thePreviewShowsWhatGoesOut()
{
    QFETCH(int, form);
    QFETCH(int, ending);
    QFETCH(QString, text);
    QFETCH(QString, hex);
    chooseForm(InputForm(form));
    chooseEnding(LineEnding(ending));
    m_composer->setText(text);
    QVERIFY2(preview().endsWith(u": "_s + hex), qPrintable(preview()));
    QVERIFY2(preview().startsWith(QString::number((hex.size() + 1) / 3)), qPrintable(preview()));
}

void TestComposer::thePreviewFollowsTheFraming()
{
    auto *ending = m_composer->findChild<QComboBox *>(u"lineEnding"_s);
    QCOMPARE(ending->currentText(), u"As framing (LF)"_s);
    type(u"h"_s);
    m_composer->setFraming({Framing::Kind::Raw});
    QVERIFY2(preview().endsWith(u": 68"_s), qPrintable(preview()));
    QCOMPARE(ending->currentText(), u"As framing (nothing)"_s);
}

void TestComposer::aLongPreviewIsCutAndSaysSo()
{
    m_composer->setText(u"x"_s.repeated(70'000));
    press(Qt::Key_End, Qt::ControlModifier);
    QTRY_VERIFY(preview().endsWith(u"78 78 …"_s));
    QVERIFY(preview().startsWith(QLocale().toString(70'001)));
    QVERIFY(preview().size() < 300);
}

void TestComposer::thePreviewAndTheProblemMoveNothing()
{
    chooseForm(InputForm::Hex);
    m_composer->setAllowEmpty(false);
    const QSize before = m_composer->sizeHint();
    const QRect place = m_composer->findChild<QLabel *>(u"preview"_s)->geometry();
    QCOMPARE(preview(), QString());
    for (const QString &text : {u"48 65 6c"_s, u"x"_s, u"4"_s, u"4865"_s.repeated(8)}) {
        m_composer->setText(text);
        m_composer->layout()->activate();
        QCOMPARE(m_composer->findChild<QLabel *>(u"preview"_s)->geometry(), place);
        QCOMPARE(m_composer->sizeHint(), before);
    }
}

void TestComposer::nothingAtAllIsNotSent()
{
    chooseEnding(LineEnding::None);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QCOMPARE(m_button->toolTip(), u"Write a message first."_s);
}

void TestComposer::anEndingAloneIsSent()
{
    m_composer->setAllowEmpty(false);
    chooseEnding(LineEnding::CrLf);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->at(0).at(0).toByteArray(), "\r\n");
}

void TestComposer::theHistoryBringsBackTheForm()
{
    chooseForm(InputForm::Hex);
    sendLine(u"41"_s);
    chooseForm(InputForm::Text);
    sendLine(u"41"_s);
    type(u"draft"_s);
    press(Qt::Key_Up);
    QCOMPARE(form(), InputForm::Text);
    press(Qt::Key_Up);
    QCOMPARE(form(), InputForm::Hex);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->constLast().at(0).toByteArray(), "A");
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(form(), InputForm::Text);
    QCOMPARE(m_composer->text(), u"draft"_s);
}

void TestComposer::theHistoryIsBoundedInCharacters()
{
    MessageHistory history;
    const QString half(MessageHistory::MaxCharacters / 2, u'x');
    for (const QChar last : {u'a', u'b', u'c'})
        history.append({half + last, InputForm::Text});
    QVERIFY(history.older({})->text.endsWith(u'c'));
    QVERIFY(!history.older({}));
    history.append({half + half + half, InputForm::Text});
    QCOMPARE(history.older({})->text.size(), 3 * half.size());
    QVERIFY(!history.older({}));
}

void TestComposer::choicesAreRemembered()
{
    chooseForm(InputForm::PacketSender);
    chooseEnding(LineEnding::Cr);
    const Composer next;
    QCOMPARE(next.findChild<InputBar *>()->form(), InputForm::PacketSender);
    QCOMPARE(next.findChild<InputBar *>()->ending(), LineEnding::Cr);
}

void TestComposer::aRecalledFormIsNotRemembered()
{
    chooseForm(InputForm::Hex);
    sendLine(u"41"_s);
    chooseForm(InputForm::Text);
    press(Qt::Key_Up);
    QCOMPARE(form(), InputForm::Hex);
    const Composer next;
    QCOMPARE(next.findChild<InputBar *>()->form(), InputForm::Text);
}

void TestComposer::theEncoderWritesTheText()
{
    m_composer->setEncoder([](QStringView text) -> std::optional<QByteArray> {
        return text.contains(u'é') ? std::optional<QByteArray>() : text.toLatin1();
    });
    m_composer->setText(u"ü"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->at(0).at(0).toByteArray(), "\xfc");
    m_composer->setText(u"é"_s);
    QCOMPARE(marked(0), u"é"_s);
}

void TestComposer::aLongTextIsReadWhenTypingRestsOrAtEnter()
{
    chooseForm(InputForm::Hex);
    m_composer->setText(u"41 "_s.repeated(Composer::AtOnceLength / 2));
    QCOMPARE(preview(), QString());
    QTRY_VERIFY(!preview().isEmpty());
    type(u"4"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QVERIFY(!m_composer->outcome().isEmpty());
    type(u"41"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->at(0).at(0).toByteArray().size(), Composer::AtOnceLength / 2 + 1);
}

void TestComposer::aPasteThatIsTooLongIsRefusedWhole()
{
    type(u"kept"_s);
    QGuiApplication::clipboard()->setText(QString(MessageEdit::MaxPastedLength - 4, u'x'));
    m_edit->paste();
    QCOMPARE(m_composer->text().size(), MessageEdit::MaxPastedLength);
    m_composer->setText(u"kept"_s);
    QGuiApplication::clipboard()->setText(QString(MessageEdit::MaxPastedLength - 3, u'x'));
    m_edit->paste();
    QCOMPARE(m_composer->text(), u"kept"_s);
    QVERIFY(m_composer->outcome().startsWith(u"Not pasted"_s));
    m_edit->selectAll();
    m_edit->paste();
    QCOMPARE(m_composer->text().size(), MessageEdit::MaxPastedLength - 3);
}

void TestComposer::aLongTextWrapsAnywhereAndAShortOneAtWords()
{
    m_composer->setText(QString(MessageEdit::MaxWordWrapped, u'x'));
    QCOMPARE(m_edit->wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
    type(u"x"_s);
    QCOMPARE(m_edit->wordWrapMode(), QTextOption::WrapAnywhere);
    press(Qt::Key_Backspace);
    QCOMPARE(m_edit->wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
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
