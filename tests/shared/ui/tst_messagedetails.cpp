#include "messagedetails.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

MessageFacts factsOf(const QByteArray &bytes)
{
    MessageFacts facts;
    facts.socket = 2;
    facts.direction = TranscriptModel::Direction::In;
    facts.bytes = bytes.size();
    return facts;
}

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

class TestMessageDetails final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void saysWhatToDoWhileThereIsNoMessage();
    void tellsTheFacts();
    void showsTextWithNamedControls();
    void selectedTextIsMarkedInTheBytes_data();
    void selectedTextIsMarkedInTheBytes();
    void selectedBytesAreMarkedInTheText_data();
    void selectedBytesAreMarkedInTheText();
    void theKeyboardLinksToo();
    void theCursorInTheTextLeadsToItsByte();
    void copiesTheTextItself();
    void copiesBytesAsText();
    void sameBytesKeepTheSelection();
    void moreBytesKeepWhatIsSelectedAndInSight();
    void anotherDecoderShowsTheTextAnew();
    void longTextComesInPages();
    void aByteElsewhereTurnsThePage();
    void standsBesideWhereThereIsRoom();
    void longTextFitsIntoANarrowWindowToo();
    void keepsHowTheRoomWasShared();
    void followsTheLanguage();
    void followsThePalette();

private:
    void show(const QByteArray &bytes) { m_details->setMessage(factsOf(bytes), bytes); }
    QString label(const QString &name) const { return m_details->findChild<QLabel *>(name)->text(); }
    QToolButton *button(const QString &name) const { return m_details->findChild<QToolButton *>(name); }
    QString selectedText() const { return m_text->textCursor().selectedText(); }
    void selectText(const QString &text)
    {
        m_text->moveCursor(QTextCursor::Start);
        QVERIFY(m_text->find(text));
    }
    void clickByte(qint64 first, qint64 last)
    {
        QTest::mouseClick(m_hex->viewport(), Qt::LeftButton, {}, m_hex->cellRect(first).center());
        QTest::mouseClick(m_hex->viewport(), Qt::LeftButton, Qt::ShiftModifier, m_hex->cellRect(last).center());
    }

    std::unique_ptr<MessageDetails> m_details;
    HexView *m_hex = nullptr;
    QPlainTextEdit *m_text = nullptr;
};

void TestMessageDetails::init()
{
    m_details = std::make_unique<MessageDetails>();
    m_hex = m_details->findChild<HexView *>(u"hexView"_s);
    m_text = m_details->findChild<QPlainTextEdit *>(u"messageText"_s);
    m_details->resize(1100, 300);
    m_details->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_details.get()));
}

void TestMessageDetails::saysWhatToDoWhileThereIsNoMessage()
{
    QCOMPARE(label(u"detailsEmpty"_s), u"Select a message to see its bytes."_s);
    QVERIFY(m_details->findChild<QLabel *>(u"detailsEmpty"_s)->isVisible());
    QVERIFY(!m_hex->isVisible());
    show("x");
    QVERIFY(m_hex->isVisible());
    m_details->clear();
    QVERIFY(!m_hex->isVisible());
    QCOMPARE(m_hex->size(), 0);
}

void TestMessageDetails::tellsTheFacts()
{
    show("hello");
    const auto *line = m_details->findChild<QLabel *>(u"detailsFacts"_s);
    QCOMPARE(line->text(), factsText(factsOf("hello")));
    QCOMPARE(line->toolTip(), line->text());
    m_hex->setFocus();
    QTest::keyClick(m_hex, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(label(u"detailsSelected"_s), u"5 byte(s) from 0x0000"_s);
}

void TestMessageDetails::showsTextWithNamedControls()
{
    show("a\tb\x1B[m\r\nc\xFF"_ba);
    QString shown = m_text->toPlainText();
    shown.remove(QChar(0x200A)); // what keeps the names apart
    QCOMPARE(shown, u"aTABbESC[mCRLF\nc\uFFFD"_s);
}

void TestMessageDetails::selectedTextIsMarkedInTheBytes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("length");

    QTest::newRow("ASCII") << u"bc"_s << qint64(1) << qint64(2);
    QTest::newRow("two bytes") << u"é"_s << qint64(3) << qint64(2);
    QTest::newRow("astral") << u"😀"_s << qint64(5) << qint64(4);
    QTest::newRow("a name") << u"ESC"_s << qint64(9) << qint64(1);
    QTest::newRow("a part of a name") << u"SC"_s << qint64(9) << qint64(1);
    QTest::newRow("a bad byte") << u"\uFFFD"_s << qint64(10) << qint64(1);
    QTest::newRow("in the next line") << u"z"_s << qint64(12) << qint64(1);
}

void TestMessageDetails::selectedTextIsMarkedInTheBytes()
{
    QFETCH(QString, text);
    QFETCH(qint64, start);
    QFETCH(qint64, length);
    show("abcé😀\x1B\xFF\nz"_ba);
    selectText(text);
    QCOMPARE(m_hex->selection(), (ByteRange{start, length}));
}

void TestMessageDetails::selectedBytesAreMarkedInTheText_data()
{
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<QString>("text");

    QTest::newRow("ASCII") << qint64(1) << qint64(2) << u"bc"_s;
    QTest::newRow("a byte of two") << qint64(4) << qint64(4) << u"é"_s;
    QTest::newRow("parts of two characters") << qint64(4) << qint64(5) << u"é😀"_s;
    QTest::newRow("a control character") << qint64(9) << qint64(9) << u"ESC\u200A"_s;
    QTest::newRow("backwards") << qint64(2) << qint64(0) << u"abc"_s;
}

void TestMessageDetails::selectedBytesAreMarkedInTheText()
{
    QFETCH(qint64, first);
    QFETCH(qint64, last);
    show("abcé😀\x1B\xFF\nz"_ba);
    clickByte(first, last);
    QTEST(selectedText(), "text");
    QCOMPARE(m_hex->selection(), (ByteRange{qMin(first, last), qAbs(last - first) + 1}));
}

void TestMessageDetails::theKeyboardLinksToo()
{
    show("aé中"_ba);
    m_text->setFocus();
    QTest::keyClick(m_text, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(m_text, Qt::Key_Right);
    QTest::keyClick(m_text, Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_hex->selection(), (ByteRange{1, 2}));
    m_hex->setFocus();
    QTest::keyClick(m_hex, Qt::Key_Right);
    QCOMPARE(selectedText(), u"中"_s);
}

void TestMessageDetails::theCursorInTheTextLeadsToItsByte()
{
    show("é"_ba.repeated(2000));
    m_text->moveCursor(QTextCursor::End);
    m_text->moveCursor(QTextCursor::Left);
    QCOMPARE(m_hex->selection(), (ByteRange{3998, 0}));
    QVERIFY(m_hex->viewport()->rect().contains(m_hex->cellRect(3998)));
}

void TestMessageDetails::copiesTheTextItself()
{
    show("a\tb\x1B\r\nc"_ba);
    m_text->selectAll();
    m_text->copy();
    QCOMPARE(QApplication::clipboard()->text(), u"a\tb␛\nc"_s);
}

void TestMessageDetails::copiesBytesAsText()
{
    show("aé中"_ba);
    m_hex->select({1, 2});
    m_hex->copyAs(CopyForm::Text);
    QCOMPARE(QApplication::clipboard()->text(), u"é"_s);
    m_details->setCopyFormatter([](CopyForm, const QByteArray &, qint64) { return u"dump"_s; }, {CopyForm::HexDump});
    QCOMPARE(m_hex->copier().forms(), (QList{CopyForm::Hex, CopyForm::Text, CopyForm::HexDump}));
    m_hex->copyAs(CopyForm::HexDump);
    QCOMPARE(QApplication::clipboard()->text(), u"dump"_s);
}

void TestMessageDetails::sameBytesKeepTheSelection()
{
    const QByteArray bytes = "hello";
    show(bytes);
    selectText(u"ell"_s);
    MessageFacts facts = factsOf(bytes);
    facts.firstRead = facts.lastRead = 9;
    m_details->setMessage(facts, bytes);
    QCOMPARE(selectedText(), u"ell"_s);
    QVERIFY(label(u"detailsFacts"_s).endsWith(u"in read 9"_s));
    show("other"_ba);
    QCOMPARE(selectedText(), QString());
}

void TestMessageDetails::moreBytesKeepWhatIsSelectedAndInSight()
{
    const QByteArray bytes = QByteArray("a line of it\n").repeated(200);
    show(bytes);
    m_hex->select({1000, 4});
    m_text->verticalScrollBar()->setValue(50);
    m_hex->verticalScrollBar()->setValue(60);
    const QString selected = selectedText();

    m_details->extendMessage(factsOf(bytes), bytes + "and more\n");

    QCOMPARE(m_hex->size(), bytes.size() + 9);
    QCOMPARE(m_hex->selection(), (ByteRange{1000, 4}));
    QCOMPARE(m_hex->verticalScrollBar()->value(), 60);
    QCOMPARE(m_text->verticalScrollBar()->value(), 50);
    QCOMPARE(selectedText(), selected);
    QVERIFY(m_text->toPlainText().contains(u"and more"_s));
}

void TestMessageDetails::anotherDecoderShowsTheTextAnew()
{
    show("\xE9z"_ba);
    m_hex->setFocus();
    clickByte(0, 0);
    QCOMPARE(m_text->toPlainText(), u"\uFFFDz"_s);
    m_details->setDecoder(CharacterDecoder::of(*Encoding::parse(u"latin1")));
    QCOMPARE(m_text->toPlainText(), u"éz"_s);
    QCOMPARE(selectedText(), u"é"_s);
}

void TestMessageDetails::longTextComesInPages()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    show("short");
    QVERIFY(!button(u"nextPage"_s)->isVisible());
    show("0123456789"_ba.repeated(1000));
    QVERIFY(button(u"nextPage"_s)->isVisible());
    QVERIFY(!button(u"previousPage"_s)->isEnabled());
    QCOMPARE(label(u"pageRange"_s), u"Bytes 0–4,095 of 10,000"_s);
    button(u"nextPage"_s)->click();
    QCOMPARE(label(u"pageRange"_s), u"Bytes 4,096–8,191 of 10,000"_s);
    QVERIFY(m_text->toPlainText().startsWith(u"67890"_s));
    button(u"nextPage"_s)->click();
    QCOMPARE(label(u"pageRange"_s), u"Bytes 8,192–9,999 of 10,000"_s);
    QVERIFY(!button(u"nextPage"_s)->isEnabled());
    QLocale::setDefault(before);
}

void TestMessageDetails::aByteElsewhereTurnsThePage()
{
    show("a"_ba.repeated(20'000) + "z");
    m_hex->setFocus();
    QTest::keyClick(m_hex, Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(selectedText(), u"z"_s);
    QVERIFY(!button(u"nextPage"_s)->isEnabled());
    QTest::keyClick(m_hex, Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(selectedText(), u"a"_s);
    QVERIFY(!button(u"previousPage"_s)->isEnabled());
}

void TestMessageDetails::standsBesideWhereThereIsRoom()
{
    show("hello");
    const auto *splitter = m_details->findChild<QSplitter *>();
    QCOMPARE(splitter->orientation(), Qt::Horizontal);
    QCOMPARE(m_hex->bytesPerRow(), HexGeometry::WideRow);
    m_details->resize(m_details->roomyWidth(), 300);
    QCOMPARE(splitter->orientation(), Qt::Vertical);
    QTRY_COMPARE(m_hex->bytesPerRow(), HexGeometry::WideRow);
    m_details->resize(m_details->roomyWidth() - 1, 300);
    QCOMPARE(splitter->orientation(), Qt::Horizontal);
    QTRY_COMPARE(m_hex->bytesPerRow(), HexGeometry::NarrowRow);
    m_details->resize(m_hex->widthFor(HexGeometry::NarrowRow) + 20, 400);
    QCOMPARE(splitter->orientation(), Qt::Vertical);
    QVERIFY(splitter->sizes().constFirst() > 100);
}

void TestMessageDetails::longTextFitsIntoANarrowWindowToo()
{
    show("hello\n"_ba.repeated(5000));
    selectText(u"hello"_s);
    m_details->resize(260, 400);
    QCOMPARE(m_details->width(), 260);
    QCOMPARE(m_details->findChild<QSplitter *>()->orientation(), Qt::Vertical);
}

void TestMessageDetails::keepsHowTheRoomWasShared()
{
    show("hello");
    QVERIFY(m_details->saveState().isEmpty());
    QVERIFY(!m_details->restoreState("nonsense"));
    QVERIFY(m_details->restoreState("300 0"));
    const auto *splitter = m_details->findChild<QSplitter *>();
    const int text = splitter->sizes().constFirst();
    QVERIFY(qAbs(text - 330) < 10);
    QCOMPARE(m_details->saveState(), "300 0"_ba);
    m_details->resize(1400, 300);
    QVERIFY(splitter->sizes().constFirst() > text);
}

void TestMessageDetails::followsTheLanguage()
{
    show("hello");
    Capitals capitals;
    QCoreApplication::installTranslator(&capitals);
    QApplication::sendPostedEvents();
    QCOMPARE(label(u"detailsEmpty"_s), u"SELECT A MESSAGE TO SEE ITS BYTES."_s);
    QVERIFY(label(u"detailsFacts"_s).contains(u"BYTE"_s));
    QCOMPARE(m_hex->accessibleName(), u"HEX"_s);
    QCOMPARE(m_text->accessibleName(), u"TEXT"_s);
    QCoreApplication::removeTranslator(&capitals);
}

void TestMessageDetails::followsThePalette()
{
    show("a\x1B");
    selectText(u"a"_s);
    QPalette dark(QColor(40, 40, 40));
    m_details->setPalette(dark);
    QCOMPARE(selectedText(), u"a"_s);
    QVERIFY(m_text->palette().color(QPalette::Text).lightness() > 128);
}

QTEST_MAIN(TestMessageDetails)
#include "tst_messagedetails.moc"
