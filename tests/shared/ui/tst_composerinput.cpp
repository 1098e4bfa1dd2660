#include "composerfixture.h"
#include "inputbar.h"
#include "messageedit.h"
#include "messagehistory.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

/// How a message is written, what ends it, and the preview of its bytes.
class TestComposerInput final : public QObject, private ComposerFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { QSettings().clear(); }
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
    void whatAnAlternativeCarriesIsSent();
    void waysWithTheSameBytesDoNotDiffer();
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

private:
    void choose(const QString &combo, int data)
    {
        auto *box = m_composer->findChild<QComboBox *>(combo);
        box->setCurrentIndex(box->findData(data));
    }
    void chooseForm(InputForm form) { choose(u"inputForm"_s, int(form)); }
    void chooseEnding(LineEnding ending) { choose(u"lineEnding"_s, int(ending)); }
    InputForm form() const { return m_composer->findChild<InputBar *>()->form(); }
    QString preview() const { return m_composer->findChild<QLabel *>(u"preview"_s)->text(); }
    QString marked(int problem) const { return m_edit->extraSelections().value(problem).cursor.selectedText(); }
};

void TestComposerInput::initTestCase()
{
    useOwnSettings(u"tst_composerinput"_s);
}

void TestComposerInput::init()
{
    makeComposer();
}

void TestComposerInput::aFormMakesTheBytes_data()
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

void TestComposerInput::aFormMakesTheBytes()
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

void TestComposerInput::whatIsWrongIsMarkedSaidAndNotSent()
{
    chooseForm(InputForm::Hex);
    type(u"48 6 65 xyz"_s);
    QCOMPARE(m_edit->extraSelections().size(), 2);
    QCOMPARE(marked(0), u"6"_s);
    QCOMPARE(marked(1), u"xyz"_s);
    const QString sentence = u"A digit is missing beside 6: write two for each byte, as in 06."_s;
    QCOMPARE(preview(), sentence);
    QCOMPARE(m_button->toolTip(), sentence);
    QCOMPARE(m_edit->accessibleDescription(), sentence);
    QVERIFY(!m_button->isEnabled());
}

void TestComposerInput::enterSaysWhatIsWrongAndShowsThePlace()
{
    chooseForm(InputForm::Escapes);
    type(u"a\\qb"_s);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QCOMPARE(m_composer->outcome(), u"Not sent. No such escape: write \\\\ for a backslash."_s);
    QCOMPARE(m_edit->textCursor().selectedText(), u"\\q"_s);
    QCOMPARE(m_composer->text(), u"a\\qb"_s);
}

void TestComposerInput::whatIsPutRightIsSent()
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

void TestComposerInput::anEndingTakesThePlaceOfTheFramings_data()
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

void TestComposerInput::anEndingTakesThePlaceOfTheFramings()
{
    QFETCH(int, ending);
    chooseEnding(LineEnding(ending));
    type(u"a"_s);
    press(Qt::Key_Return);
    QTEST(m_sent->at(0).at(0).toByteArray(), "bytes");
    QTEST(m_sent->at(0).at(1).toBool(), "asIs");
}

void TestComposerInput::thePreviewShowsWhatGoesOut_data()
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

void TestComposerInput::thePreviewShowsWhatGoesOut()
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

void TestComposerInput::thePreviewFollowsTheFraming()
{
    auto *ending = m_composer->findChild<QComboBox *>(u"lineEnding"_s);
    QCOMPARE(ending->currentText(), u"As framing (LF)"_s);
    type(u"h"_s);
    m_composer->setFraming({Framing::Kind::Raw});
    QVERIFY2(preview().endsWith(u": 68"_s), qPrintable(preview()));
    QCOMPARE(ending->currentText(), u"As framing (nothing)"_s);
}

void TestComposerInput::waysWithTheSameBytesDoNotDiffer()
{
    m_composer->setWays({{}, {{}, *Encoding::parse(u"latin1")}});
    m_composer->setText(u"e"_s);
    QVERIFY2(preview().endsWith(u": 65 0A"_s), qPrintable(preview()));
}

void TestComposerInput::whatAnAlternativeCarriesIsSent()
{
    const Encoding latin1 = *Encoding::parse(u"latin1");
    m_composer->setEncoder([latin1](QStringView text) { return latin1.encode(text); });
    m_composer->setWays({{{}, latin1}, {*parseFraming(u"fixed:9"), {}}, {*parseFraming(u"nul"), {}}});
    QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
    m_composer->setText(u"é"_s);
    QCOMPARE(preview(), u"Differs by target: 2 byte(s) with Lines · ISO-8859-1, nothing with Fixed 9 byte(s) · UTF-8, "
                        "3 byte(s) with NUL · UTF-8"_s);
    m_composer->setText(u"好"_s);
    QVERIFY2(preview().endsWith(u"4 byte(s) with NUL · UTF-8"_s), qPrintable(preview()));
    press(Qt::Key_Return);
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent.constFirst().constFirst().toByteArray(), "好"_ba);
    m_composer->setWays({});
    QVERIFY2(!preview().contains(u"Differs"_s), qPrintable(preview()));
}

void TestComposerInput::aLongPreviewIsCutAndSaysSo()
{
    m_composer->setText(u"x"_s.repeated(70'000));
    press(Qt::Key_End, Qt::ControlModifier);
    QTRY_VERIFY(preview().endsWith(u"78 78 …"_s));
    QVERIFY(preview().startsWith(QLocale().toString(70'001)));
    QVERIFY(preview().size() < 300);
}

void TestComposerInput::thePreviewAndTheProblemMoveNothing()
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

void TestComposerInput::nothingAtAllIsNotSent()
{
    chooseEnding(LineEnding::None);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->size(), 0);
    QCOMPARE(m_button->toolTip(), u"Write a message first."_s);
}

void TestComposerInput::anEndingAloneIsSent()
{
    m_composer->setAllowEmpty(false);
    chooseEnding(LineEnding::CrLf);
    press(Qt::Key_Return);
    QCOMPARE(m_sent->at(0).at(0).toByteArray(), "\r\n");
}

void TestComposerInput::theHistoryBringsBackTheForm()
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

void TestComposerInput::theHistoryIsBoundedInCharacters()
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

void TestComposerInput::choicesAreRemembered()
{
    chooseForm(InputForm::PacketSender);
    chooseEnding(LineEnding::Cr);
    const Composer next;
    QCOMPARE(next.findChild<InputBar *>()->form(), InputForm::PacketSender);
    QCOMPARE(next.findChild<InputBar *>()->ending(), LineEnding::Cr);
}

void TestComposerInput::aRecalledFormIsNotRemembered()
{
    chooseForm(InputForm::Hex);
    sendLine(u"41"_s);
    chooseForm(InputForm::Text);
    press(Qt::Key_Up);
    QCOMPARE(form(), InputForm::Hex);
    const Composer next;
    QCOMPARE(next.findChild<InputBar *>()->form(), InputForm::Text);
}

void TestComposerInput::theEncoderWritesTheText()
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

void TestComposerInput::aLongTextIsReadWhenTypingRestsOrAtEnter()
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

void TestComposerInput::aPasteThatIsTooLongIsRefusedWhole()
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

void TestComposerInput::aLongTextWrapsAnywhereAndAShortOneAtWords()
{
    m_composer->setText(QString(MessageEdit::MaxWordWrapped, u'x'));
    QCOMPARE(m_edit->wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
    type(u"x"_s);
    QCOMPARE(m_edit->wordWrapMode(), QTextOption::WrapAnywhere);
    press(Qt::Key_Backspace);
    QCOMPARE(m_edit->wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
}

QTEST_MAIN(TestComposerInput)
#include "tst_composerinput.moc"
