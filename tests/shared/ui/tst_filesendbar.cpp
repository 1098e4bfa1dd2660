#include "filedrop.h"
#include "filesendbar.h"
#include "ratebox.h"
#include "sendfiledialog.h"

#include <QDialogButtonBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using State = FileProgress::State;

class TestFileSendBar final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { QSettings().clear(); }
    void isHiddenBeforeTheFirstFile();
    void showsHowFarTheSlowestIs();
    void pausesAndGoesOn();
    void cancelsAndThenDismisses();
    void anOutcomeThatWasDismissedStaysAway();
    void aRateIsChosenAndTyped();
    void whatIsNoRateGivesWayToTheOneBefore();
    void aScreenReaderHearsNames();
    void theDialogOffersWhatCanBeSent();
    void theDialogAsksForAFileAndARate();
    void theDialogRemembersTheRate();
    void aSecondFileIsRefusedInASentence();
    void aFileDroppedOnAFieldIsNotTypedThere();
    void otherDropsAreLeftToTheField();

private:
    template <typename Widget>
    Widget *find(const QString &name) const { return m_bar->findChild<Widget *>(name); }
    void press(const QString &button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    QPushButton *okButton() const
    {
        return find<SendFileDialog>(u"sendFileDialog"_s)->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    }
    static FileProgress at(State state, quint64 slowest = 25, quint64 ticket = 1);
    QString makeFile() const;

    QTemporaryDir m_folder;
    std::unique_ptr<FileSendBar> m_bar;
};

void TestFileSendBar::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"OnePortTests"_s);
    QCoreApplication::setApplicationName(u"tst_filesendbar"_s);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

void TestFileSendBar::init()
{
    QSettings().clear();
    m_bar = std::make_unique<FileSendBar>();
}

FileProgress TestFileSendBar::at(State state, quint64 slowest, quint64 ticket)
{
    FileProgress progress;
    progress.ticket = ticket;
    progress.name = u"firmware.bin"_s;
    progress.size = 100;
    progress.state = state;
    progress.slowest = slowest;
    progress.targets = 1;
    return progress;
}

QString TestFileSendBar::makeFile() const
{
    QFile file(m_folder.filePath(u"firmware.bin"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write("12345") != 5)
        qFatal("can't write %s", qPrintable(file.fileName()));
    return file.fileName();
}

void TestFileSendBar::isHiddenBeforeTheFirstFile()
{
    QVERIFY(!m_bar->isVisible());
    m_bar->setProgress(at(State::Sending));
    QVERIFY(m_bar->isVisible());
}

void TestFileSendBar::showsHowFarTheSlowestIs()
{
    m_bar->setProgress(at(State::Sending, 25));
    auto *bar = find<QProgressBar>(u"fileBar"_s);
    QCOMPARE(4 * bar->value(), bar->maximum());
    QCOMPARE(find<QLabel>(u"fileName"_s)->text(), u"firmware.bin"_s);
    QCOMPARE(find<QLabel>(u"fileStatus"_s)->text(), u"25 B of 100 B"_s);
    m_bar->setProgress(at(State::Done, 100));
    QCOMPARE(bar->value(), bar->maximum());
}

void TestFileSendBar::pausesAndGoesOn()
{
    QSignalSpy asked(m_bar.get(), &FileSendBar::pauseRequested);
    m_bar->setProgress(at(State::Sending));
    QCOMPARE(find<QPushButton>(u"filePause"_s)->text(), u"Pause"_s);
    press(u"filePause"_s);
    m_bar->setProgress(at(State::Paused));
    QCOMPARE(find<QPushButton>(u"filePause"_s)->text(), u"Continue"_s);
    press(u"filePause"_s);
    QCOMPARE(asked, (QList<QVariantList>{{true}, {false}}));
}

void TestFileSendBar::cancelsAndThenDismisses()
{
    QSignalSpy cancelled(m_bar.get(), &FileSendBar::cancelRequested);
    m_bar->setProgress(at(State::Sending));
    press(u"fileEnd"_s);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(m_bar->isVisible());
    m_bar->setProgress(at(State::Cancelled));
    QCOMPARE(find<QPushButton>(u"fileEnd"_s)->text(), u"Dismiss"_s);
    QVERIFY(!find<QPushButton>(u"filePause"_s)->isVisible());
    press(u"fileEnd"_s);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(!m_bar->isVisible());
}

void TestFileSendBar::anOutcomeThatWasDismissedStaysAway()
{
    m_bar->setProgress(at(State::Cancelled));
    press(u"fileEnd"_s);
    m_bar->setProgress(at(State::Cancelled, 30)); // what was queued went out
    QVERIFY(!m_bar->isVisible());
    m_bar->setProgress(at(State::Failed, 0, 2));
    QVERIFY(m_bar->isVisible());
}

void TestFileSendBar::aRateIsChosenAndTyped()
{
    QSignalSpy chosen(m_bar.get(), &FileSendBar::rateChosen);
    m_bar->setProgress(at(State::Sending));
    auto *rate = find<RateBox>(u"fileRate"_s);
    QCOMPARE(rate->currentText(), u"as fast as the peer reads"_s);
    rate->lineEdit()->selectAll();
    QTest::keyClicks(rate, u"64 kb"_s);
    QTest::keyClick(rate, Qt::Key_Return);
    QCOMPARE(chosen, QList<QVariantList>{{quint64(64'000)}});
    QCOMPARE(rate->currentText(), u"64 kB/s"_s);
    rate->setCurrentIndex(1);
    Q_EMIT rate->activated(1);
    QCOMPARE(chosen.constLast(), QVariantList{quint64(1000)});
}

void TestFileSendBar::whatIsNoRateGivesWayToTheOneBefore()
{
    QSignalSpy chosen(m_bar.get(), &FileSendBar::rateChosen);
    FileProgress progress = at(State::Sending);
    progress.rate = 2000;
    m_bar->setProgress(progress);
    auto *rate = find<RateBox>(u"fileRate"_s);
    rate->lineEdit()->selectAll();
    QTest::keyClicks(rate, u"quick"_s);
    QTest::keyClick(rate, Qt::Key_Return);
    QCOMPARE(rate->currentText(), u"2 kB/s"_s);
    QVERIFY(chosen.isEmpty());
}

void TestFileSendBar::aScreenReaderHearsNames()
{
    QCOMPARE(find<QProgressBar>(u"fileBar"_s)->accessibleName(), u"Progress of the file"_s);
    QCOMPARE(find<RateBox>(u"fileRate"_s)->accessibleName(), u"Rate"_s);
}

void TestFileSendBar::theDialogOffersWhatCanBeSent()
{
    m_bar->ask(u"all 3 clients"_s);
    auto *dialog = find<SendFileDialog>(u"sendFileDialog"_s);
    auto *path = dialog->findChild<QLineEdit *>(u"filePath"_s);
    auto *finding = dialog->findChild<QLabel *>(u"fileFinding"_s);
    QCOMPARE(dialog->findChild<QLabel *>(u"fileRecipients"_s)->text(), u"all 3 clients"_s);
    QVERIFY(!okButton()->isEnabled());
    path->setText(m_folder.path());
    QVERIFY2(finding->text().endsWith("is a folder. Choose a file."_L1), qPrintable(finding->text()));
    QVERIFY(!okButton()->isEnabled());
    path->setText(makeFile());
    QCOMPARE(finding->text(), u"5 B"_s);
    QVERIFY(okButton()->isEnabled());
}

void TestFileSendBar::theDialogAsksForAFileAndARate()
{
    QSignalSpy asked(m_bar.get(), &FileSendBar::sendRequested);
    const QString file = makeFile();
    m_bar->ask(u"#1"_s, file);
    find<SendFileDialog>(u"sendFileDialog"_s)->findChild<RateBox *>()->setRate(5000);
    QTest::mouseClick(okButton(), Qt::LeftButton);
    QCOMPARE(asked, (QList<QVariantList>{{file, quint64(5000)}}));
}

void TestFileSendBar::theDialogRemembersTheRate()
{
    {
        SendFileDialog dialog({}, makeFile());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.findChild<RateBox *>()->setRate(7000);
        QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    }
    SendFileDialog next({}, {});
    QCOMPARE(next.rate(), quint64(7000));
}

void TestFileSendBar::aSecondFileIsRefusedInASentence()
{
    QSignalSpy refused(m_bar.get(), &FileSendBar::refused);
    m_bar->setProgress(at(State::Paused));
    m_bar->ask({}, makeFile());
    QCOMPARE(refused.size(), 1);
    QVERIFY(refused.constFirst().constFirst().toString().startsWith("A file is on its way: firmware.bin."_L1));
    QVERIFY(!find<SendFileDialog>(u"sendFileDialog"_s));
    m_bar->setProgress(at(State::Done));
    m_bar->ask({}, makeFile());
    QVERIFY(find<SendFileDialog>(u"sendFileDialog"_s));
}

/// A field in a window, and what becomes of a drop on it.
struct DropTarget
{
    DropTarget()
        : field(new QPlainTextEdit)
    {
        (new QVBoxLayout(&window))->addWidget(field);
        drop = new FileDrop(&window);
    }

    bool takes(const QMimeData &data)
    {
        constexpr Qt::DropActions actions = Qt::CopyAction | Qt::MoveAction;
        QDragEnterEvent enter(QPoint(5, 5), actions, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(field->viewport(), &enter);
        QDropEvent drops(QPointF(5, 5), actions, &data, Qt::LeftButton, Qt::NoModifier);
        drops.ignore();
        QCoreApplication::sendEvent(field->viewport(), &drops);
        return enter.isAccepted() && drops.isAccepted();
    }

    QWidget window;
    QPlainTextEdit *field;
    FileDrop *drop;
};

void TestFileSendBar::aFileDroppedOnAFieldIsNotTypedThere()
{
    DropTarget target;
    QSignalSpy dropped(target.drop, &FileDrop::dropped);
    QMimeData data;
    const QString file = makeFile();
    data.setUrls({QUrl::fromLocalFile(file)});
    QVERIFY(target.takes(data));
    QTRY_COMPARE(dropped, QList<QVariantList>{{file}});
    QCOMPARE(target.field->toPlainText(), QString());
}

void TestFileSendBar::otherDropsAreLeftToTheField()
{
    DropTarget target;
    QSignalSpy dropped(target.drop, &FileDrop::dropped);
    QMimeData data;
    data.setText(u"some text"_s);
    QVERIFY(target.takes(data));
    QCOMPARE(target.field->toPlainText(), u"some text"_s);
    data.clear();
    data.setUrls({QUrl(u"https://example.org/file"_s)});
    target.takes(data);
    QCoreApplication::processEvents();
    QVERIFY(dropped.isEmpty());
}

QTEST_MAIN(TestFileSendBar)
#include "tst_filesendbar.moc"
