#include "windowfixture.h"

#include "encodingbox.h"
#include "framingbox.h"
#include "interpretationdialog.h"
#include "language.h"
#include "socketsmodel.h"

#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

/// The framing and encoding of some sockets alone.
class tst_ServerWindowInterpretation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        Language::apply(u"en"_s);
        WindowFixture::useOwnSettings(u"tst_serverwindow_interpretation"_s);
    }
    void init() { WindowFixture::forgetSettings(); }

    void aSocketIsReadAndAnsweredInItsOwnWay();
    void aMessageToAllGoesToEachInItsWay();
    void aTargetThatCanNotCarryItFailsAlone();
    void whatNoTargetCarriesIsNotSent();
    void thePreviewIsThatOfTheSelected();
    void theWindowsWayComesBack();
    void theDialogShowsWhatTheSocketHas();
    void theListeningSocketAloneHasNothingToChoose();
    void whatDoesNotGoTogetherIsRefusedInTheBar();
    void whatDoesNotGoTogetherCanNotBeChosenForASocket();

private:
    static InterpretationDialog *openDialog(WindowFixture &fixture, const QList<int> &rows);
    static void accept(InterpretationDialog *dialog);
    static void interpret(WindowFixture &fixture, const QList<int> &rows, const QString &framing, const QString &encoding);
};

InterpretationDialog *tst_ServerWindowInterpretation::openDialog(WindowFixture &fixture, const QList<int> &rows)
{
    fixture.select(rows);
    fixture.find<QAction>(u"actionInterpretSelected"_s)->trigger();
    return fixture.find<InterpretationDialog>(u"interpretationDialog"_s);
}

void tst_ServerWindowInterpretation::accept(InterpretationDialog *dialog)
{
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void tst_ServerWindowInterpretation::interpret(WindowFixture &fixture, const QList<int> &rows, const QString &framing,
                                               const QString &encoding)
{
    InterpretationDialog *dialog = openDialog(fixture, rows);
    dialog->findChild<QCheckBox *>(u"asWindow"_s)->setChecked(false);
    dialog->findChild<FramingBox *>(u"ownFraming"_s)->setFraming(*parseFraming(framing));
    dialog->findChild<EncodingBox *>(u"ownEncoding"_s)->setEncoding(*Encoding::parse(encoding));
    accept(dialog);
}

void tst_ServerWindowInterpretation::aSocketIsReadAndAnsweredInItsOwnWay()
{
    WindowFixture fixture;
    fixture.choose(u"mode"_s, u"Echo"_s);
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client && fixture.connectClient());
    interpret(fixture, {1}, u"delimiter:;"_s, u"gbk"_s);
    QCOMPARE(fixture.cell(1, SocketsModel::Number), u"#1*"_s);
    QCOMPARE(fixture.cell(2, SocketsModel::Number), u"#2"_s);
    fixture.choose(u"sendTo"_s, u"Selected"_s);
    fixture.send(u"你"_s);
    QTRY_COMPARE(client->bytesAvailable(), 3);
    QCOMPARE(client->readAll(), "\xC4\xE3;"_ba);
    client->write("\xBA\xC3;rest");
    QTRY_COMPARE(client->bytesAvailable(), 3); // the echo of a message, which ends by its framing
    QTRY_VERIFY(fixture.transcriptHas(u"好"_s));
}

void tst_ServerWindowInterpretation::aMessageToAllGoesToEachInItsWay()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *first = fixture.connectClient();
    QTcpSocket *second = fixture.connectClient();
    QVERIFY(first && second);
    interpret(fixture, {2}, u"length:u8"_s, u"latin1"_s);
    fixture.send(u"é"_s);
    QTRY_COMPARE(first->bytesAvailable(), 3);
    QTRY_COMPARE(second->bytesAvailable(), 2);
    QCOMPARE(first->readAll(), "é\n"_ba);
    QCOMPARE(second->readAll(), "\1\xE9"_ba);
    QTRY_COMPARE(fixture.label(u"sendOutcome"_s), u"Sent to 2 of 2"_s);
}

void tst_ServerWindowInterpretation::aTargetThatCanNotCarryItFailsAlone()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *first = fixture.connectClient();
    QTcpSocket *second = fixture.connectClient();
    QVERIFY(first && second);
    interpret(fixture, {1}, u"lines"_s, u"latin1"_s);
    fixture.send(u"好"_s);
    QTRY_COMPARE(second->bytesAvailable(), 4);
    QTRY_VERIFY2(fixture.label(u"sendOutcome"_s).startsWith(u"Sent to 1 of 2 · #1 failed:"_s),
                 qPrintable(fixture.label(u"sendOutcome"_s)));
    QCOMPARE(first->bytesAvailable(), 0);
    QCOMPARE(fixture.find<QPlainTextEdit>(u"message"_s)->toPlainText(), QString());
}

void tst_ServerWindowInterpretation::whatNoTargetCarriesIsNotSent()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    interpret(fixture, {1}, u"fixed:2"_s, u"latin1"_s);
    fixture.send(u"abc"_s);
    QTest::keyClick(fixture.find<QPlainTextEdit>(u"message"_s), Qt::Key_Return);
    QVERIFY2(fixture.label(u"sendOutcome"_s).startsWith(u"Not sent."_s), qPrintable(fixture.label(u"sendOutcome"_s)));
    QCOMPARE(fixture.find<QPlainTextEdit>(u"message"_s)->toPlainText(), u"abc"_s);
    fixture.send(u"ab"_s);
    QTRY_COMPARE(client->bytesAvailable(), 2);
}

void tst_ServerWindowInterpretation::thePreviewIsThatOfTheSelected()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient() && fixture.connectClient());
    interpret(fixture, {2}, u"crlf"_s, u"latin1"_s);
    fixture.find<QPlainTextEdit>(u"message"_s)->setPlainText(u"é"_s);
    QCOMPARE(fixture.label(u"preview"_s),
             u"Differs by target: 3 bytes with Lines · UTF-8, 3 bytes with Lines (CR LF) · ISO-8859-1"_s);
    fixture.choose(u"sendTo"_s, u"Selected"_s);
    QVERIFY2(fixture.label(u"preview"_s).endsWith(u": E9 0D 0A"_s), qPrintable(fixture.label(u"preview"_s)));
    fixture.select({1});
    QVERIFY2(fixture.label(u"preview"_s).endsWith(u": C3 A9 0A"_s), qPrintable(fixture.label(u"preview"_s)));
}

void tst_ServerWindowInterpretation::theWindowsWayComesBack()
{
    WindowFixture fixture;
    fixture.choose(u"mode"_s, u"Echo"_s);
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    interpret(fixture, {1}, u"nul"_s, u"latin1"_s);
    InterpretationDialog *dialog = openDialog(fixture, {1});
    dialog->findChild<QCheckBox *>(u"asWindow"_s)->setChecked(true);
    accept(dialog);
    QCOMPARE(fixture.cell(1, SocketsModel::Number), u"#1"_s);
    fixture.send(u"now"_s); // behind the choice, for a client that would be quicker
    QTRY_COMPARE(client->bytesAvailable(), 4);
    client->write("line\n");
    QTRY_COMPARE(client->bytesAvailable(), 9);
}

void tst_ServerWindowInterpretation::theDialogShowsWhatTheSocketHas()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    QVERIFY(openDialog(fixture, {1})->findChild<QCheckBox *>(u"asWindow"_s)->isChecked());
    accept(fixture.find<InterpretationDialog>(u"interpretationDialog"_s));
    interpret(fixture, {0, 1}, u"nul"_s, u"gbk"_s); // the listening socket carries no bytes
    QCOMPARE(fixture.cell(0, SocketsModel::Number), u"◉"_s);
    InterpretationDialog *dialog = openDialog(fixture, {1});
    QVERIFY(!dialog->findChild<QCheckBox *>(u"asWindow"_s)->isChecked());
    QCOMPARE(dialog->findChild<FramingBox *>(u"ownFraming"_s)->framing(), *parseFraming(u"nul"));
    QCOMPARE(dialog->findChild<EncodingBox *>(u"ownEncoding"_s)->encoding(), *Encoding::parse(u"gbk"));
}

void tst_ServerWindowInterpretation::theListeningSocketAloneHasNothingToChoose()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    const auto *action = fixture.find<QAction>(u"actionInterpretSelected"_s);
    fixture.select({0});
    QVERIFY(!action->isEnabled());
    fixture.select({0, 1});
    QVERIFY(action->isEnabled());
}

static void chooseEncoding(EncodingBox *box, const QString &name)
{
    box->setEncoding(*Encoding::parse(name));
    Q_EMIT box->encodingChosen(box->encoding());
}

void tst_ServerWindowInterpretation::whatDoesNotGoTogetherIsRefusedInTheBar()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QTcpSocket *client = fixture.connectClient();
    QVERIFY(client);
    auto *encoding = fixture.find<EncodingBox>(u"encoding"_s);
    chooseEncoding(encoding, u"UTF-16LE"_s);
    QVERIFY2(fixture.banner().contains(u"UTF-16LE does not go with"_s), qPrintable(fixture.banner()));
    QCOMPARE(encoding->encoding(), Encoding());
    fixture.send(u"hi"_s);
    QTRY_COMPARE(client->bytesAvailable(), 3);
    QCOMPARE(client->readAll(), "hi\n"_ba);

    fixture.choose(u"framing"_s, u"Raw"_s);
    QCOMPARE(fixture.banner(), QString());
    chooseEncoding(encoding, u"UTF-16LE"_s);
    QCOMPARE(fixture.banner(), QString());
    fixture.send(u"hi"_s);
    QTRY_COMPARE(client->bytesAvailable(), 4);
    QCOMPARE(client->readAll(), "h\0i\0"_ba);

    fixture.choose(u"framing"_s, u"NUL"_s);
    QVERIFY(!fixture.banner().isEmpty());
    QCOMPARE(fixture.find<FramingBox>(u"framing"_s)->framing().word(), u"raw"_s);
}

void tst_ServerWindowInterpretation::whatDoesNotGoTogetherCanNotBeChosenForASocket()
{
    WindowFixture fixture;
    QVERIFY(fixture.listen());
    QVERIFY(fixture.connectClient());
    InterpretationDialog *dialog = openDialog(fixture, {1});
    dialog->findChild<QCheckBox *>(u"asWindow"_s)->setChecked(false);
    chooseEncoding(dialog->findChild<EncodingBox *>(u"ownEncoding"_s), u"UTF-16LE"_s);
    const auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());
    QVERIFY(dialog->findChild<QLabel *>(u"interpretationProblem"_s)->isVisible());
    auto *framing = dialog->findChild<FramingBox *>(u"ownFraming"_s);
    framing->setCurrentIndex(framing->findText(u"Raw"_s));
    QVERIFY(ok->isEnabled());
    QVERIFY(!dialog->findChild<QLabel *>(u"interpretationProblem"_s)->isVisible());
}

QTEST_MAIN(tst_ServerWindowInterpretation)
#include "tst_serverwindow_interpretation.moc"
