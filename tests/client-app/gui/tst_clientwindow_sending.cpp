#include "clientwindowfixture.h"
#include "filesendbar.h"
#include "sendfiledialog.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QScopeGuard>
#include <QSettings>
#include <QSpinBox>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

/// What a client window sends, and what becomes of it.
class TestClientWindowSending final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { ClientWindowFixture::useOwnSettings(u"tst_clientwindow_sending"_s); }
    void init();
    void cleanup() { m_fixture.reset(); }
    void cleanupTestCase() { QSettings().clear(); }
    void sendsALineOnEnter();
    void theOutcomeIsPastAtTheNextKeyAndAtTheEnd();
    void rawSendsTheBytesAlone();
    void whatDoesNotGoTogetherIsRefused();
    void anotherFramingIsAskedFor();
    void anotherFramingCanBeLeftAlone();
    void whatTheFramingCanNotCarryStaysInTheField();
    void hexWithItsOwnEndingGoesOutAsItIs();
    void nothingCanBeSentBeforeItIsConnected();
    void aFileIsSentOnceConnected();

private:
    std::unique_ptr<ClientWindowFixture> m_fixture;
};

void TestClientWindowSending::init()
{
    m_fixture = std::make_unique<ClientWindowFixture>();
    QVERIFY(m_fixture->isReady());
}

void TestClientWindowSending::sendsALineOnEnter()
{
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->write(u"hello"_s);
    m_fixture->enter();
    QTRY_COMPARE(m_fixture->peer->bytesAvailable(), 6);
    QCOMPARE(m_fixture->peer->readAll(), "hello\n");
    QTRY_COMPARE(m_fixture->label(u"outcome"_s), u"Sent."_s);
    QTRY_COMPARE(m_fixture->lastRow(), u"hello"_s);
    QCOMPARE(m_fixture->find<QPlainTextEdit>(u"message"_s)->toPlainText(), QString());
    QTRY_COMPARE(m_fixture->label(u"counters"_s), u"RX 0 B · TX 6 B"_s);
}

void TestClientWindowSending::theOutcomeIsPastAtTheNextKeyAndAtTheEnd()
{
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->write(u"x"_s);
    m_fixture->enter();
    QTRY_COMPARE(m_fixture->label(u"outcome"_s), u"Sent."_s);
    m_fixture->write(u"y"_s);
    QCOMPARE(m_fixture->label(u"outcome"_s), QString());
    m_fixture->enter();
    QTRY_COMPARE(m_fixture->label(u"outcome"_s), u"Sent."_s);
    m_fixture->peer->close();
    QTRY_VERIFY(!m_fixture->banner().isEmpty());
    QCOMPARE(m_fixture->label(u"outcome"_s), QString());
}

void TestClientWindowSending::rawSendsTheBytesAlone()
{
    m_fixture->find<QAction>(u"framingRaw"_s)->trigger();
    QCOMPARE(m_fixture->label(u"framing"_s), u"Raw"_s);
    QVERIFY(m_fixture->connectToPeer());
    QVERIFY(!m_fixture->find<QPushButton>(u"send"_s)->isEnabled());
    m_fixture->write(u"abc"_s);
    m_fixture->press(u"send"_s);
    QTRY_COMPARE(m_fixture->peer->bytesAvailable(), 3);
}

void TestClientWindowSending::whatDoesNotGoTogetherIsRefused()
{
    m_fixture->find<QAction>(u"encodingUTF-16LE"_s)->trigger();
    QVERIFY2(m_fixture->banner().contains(u"UTF-16LE does not go with"_s), qPrintable(m_fixture->banner()));
    QCOMPARE(m_fixture->label(u"encoding"_s), u"UTF-8"_s);
    QVERIFY(m_fixture->find<QAction>(u"encodingUTF-8"_s)->isChecked());
    m_fixture->find<QAction>(u"framingRaw"_s)->trigger();
    QCOMPARE(m_fixture->banner(), QString());
    m_fixture->find<QAction>(u"encodingUTF-16LE"_s)->trigger();
    QCOMPARE(m_fixture->label(u"encoding"_s), u"UTF-16LE"_s);
    m_fixture->find<QAction>(u"framingLines"_s)->trigger();
    QCOMPARE(m_fixture->label(u"framing"_s), u"Raw"_s);
    QVERIFY(m_fixture->find<QAction>(u"framingRaw"_s)->isChecked());
}

void TestClientWindowSending::anotherFramingIsAskedFor()
{
    m_fixture->find<QAction>(u"framingOther"_s)->trigger();
    m_fixture->find<QComboBox>(u"framingKind"_s)->setCurrentIndex(2);
    m_fixture->find<QComboBox>(u"framingPrefix"_s)->setCurrentText(u"u16be"_s);
    m_fixture->find<QDialogButtonBox>(QString())->button(QDialogButtonBox::Ok)->click();

    QCOMPARE(m_fixture->label(u"framing"_s), u"Length u16be"_s);
    QVERIFY(m_fixture->find<QAction>(u"framingOther"_s)->isChecked());
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->write(u"abc"_s);
    m_fixture->press(u"send"_s);
    QTRY_COMPARE(m_fixture->peer->bytesAvailable(), 5);
    QCOMPARE(m_fixture->peer->readAll(), "\0\3abc"_ba);
}

void TestClientWindowSending::anotherFramingCanBeLeftAlone()
{
    m_fixture->find<QAction>(u"framingOther"_s)->trigger();
    m_fixture->find<QDialog>(u"framingDialog"_s)->reject();

    QVERIFY(m_fixture->find<QAction>(u"framingLines"_s)->isChecked());
    QCOMPARE(m_fixture->label(u"framing"_s), u"Lines"_s);
}

void TestClientWindowSending::whatTheFramingCanNotCarryStaysInTheField()
{
    m_fixture->find<QAction>(u"framingOther"_s)->trigger();
    m_fixture->find<QComboBox>(u"framingKind"_s)->setCurrentIndex(1);
    m_fixture->find<QSpinBox>(u"framingSize"_s)->setValue(8);
    m_fixture->find<QDialogButtonBox>(QString())->button(QDialogButtonBox::Ok)->click();
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->write(u"hello"_s);
    m_fixture->enter();

    QVERIFY2(m_fixture->label(u"outcome"_s).contains(u"this one has 5"_s), qPrintable(m_fixture->label(u"outcome"_s)));
    QCOMPARE(m_fixture->find<QPlainTextEdit>(u"message"_s)->toPlainText(), u"hello"_s);
}

void TestClientWindowSending::hexWithItsOwnEndingGoesOutAsItIs()
{
    const auto forget = qScopeGuard([] { QSettings().clear(); });
    QVERIFY(m_fixture->connectToPeer());
    m_fixture->find<QComboBox>(u"inputForm"_s)->setCurrentIndex(m_fixture->find<QComboBox>(u"inputForm"_s)->findText(u"Hex"_s));
    m_fixture->find<QComboBox>(u"lineEnding"_s)->setCurrentIndex(m_fixture->find<QComboBox>(u"lineEnding"_s)->findText(u"CR"_s));
    m_fixture->write(u"00 ff"_s);
    m_fixture->enter();
    QTRY_COMPARE(m_fixture->peer->bytesAvailable(), 3);
    QCOMPARE(m_fixture->peer->readAll().toHex(), "00ff0d");
}

void TestClientWindowSending::nothingCanBeSentBeforeItIsConnected()
{
    m_fixture->write(u"draft"_s);
    m_fixture->enter();
    QCOMPARE(m_fixture->find<QPlainTextEdit>(u"message"_s)->toPlainText(), u"draft"_s);
    QCOMPARE(m_fixture->label(u"outcome"_s), u"Connect first, then send."_s);
    QCOMPARE(m_fixture->find<QPushButton>(u"send"_s)->toolTip(), u"Connect first, then send."_s);
}

void TestClientWindowSending::aFileIsSentOnceConnected()
{
    QVERIFY(!m_fixture->find<QAction>(u"sendFile"_s)->isEnabled());
    QCOMPARE(m_fixture->find<QAction>(u"sendFile"_s)->toolTip(), u"Connect first, then send."_s);
    QVERIFY(m_fixture->connectToPeer());
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(QByteArray(200'000, 'f')) == 200'000 && file.flush());
    m_fixture->find<QAction>(u"sendFile"_s)->trigger();
    auto *dialog = m_fixture->find<SendFileDialog>(u"sendFileDialog"_s);
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"filePath"_s)->setText(file.fileName());
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QTRY_COMPARE(m_fixture->peer->bytesAvailable(), 200'000);
    QTRY_COMPARE(m_fixture->label(u"fileStatus"_s), u"Sent: 200.0 kB"_s);
    QVERIFY(m_fixture->find<FileSendBar>(u"fileSendBar"_s)->isVisible());
}

QTEST_MAIN(TestClientWindowSending)
#include "tst_clientwindow_sending.moc"
