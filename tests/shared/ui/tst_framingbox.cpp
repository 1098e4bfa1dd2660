#include "framingbox.h"

#include "framingdialog.h"

#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFramingBox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatNeedsOnlyANameAndTheOthers();
    void aPlainFramingIsChosen();
    void aFramingWithMoreIsListed();
    void settingIsNotChoosing();
    void othersAreAskedFor();
    void askingCanBeGivenUp();

private:
    static QStringList texts(const FramingBox &box)
    {
        QStringList all;
        for (int i = 0; i < box.count(); ++i)
            all.append(box.itemText(i));
        return all;
    }
};

void TestFramingBox::offersWhatNeedsOnlyANameAndTheOthers()
{
    const FramingBox box;
    QCOMPARE(texts(box), QStringList({u"Lines"_s, u"Lines (CR LF)"_s, u"NUL"_s, u"Raw"_s, u"Other…"_s}));
    QVERIFY(box.framing() == Framing());
}

void TestFramingBox::aPlainFramingIsChosen()
{
    FramingBox box;
    QSignalSpy chosen(&box, &FramingBox::framingChosen);

    box.setCurrentIndex(2);

    QCOMPARE(chosen.size(), 1);
    QCOMPARE(box.framing().word(), u"nul"_s);
}

void TestFramingBox::aFramingWithMoreIsListed()
{
    FramingBox box;

    box.setFraming(*parseFraming(u"length:u8"_s));

    QCOMPARE(box.currentText(), u"Length u8"_s);
    box.setCurrentIndex(0);
    box.setCurrentIndex(4);
    QCOMPARE(box.framing().word(), u"length:u8"_s);
}

void TestFramingBox::settingIsNotChoosing()
{
    FramingBox box;
    QSignalSpy chosen(&box, &FramingBox::framingChosen);

    box.setFraming({Framing::Kind::Raw});

    QCOMPARE(chosen.size(), 0);
    QCOMPARE(box.currentText(), u"Raw"_s);
}

void TestFramingBox::othersAreAskedFor()
{
    FramingBox box;
    QSignalSpy chosen(&box, &FramingBox::framingChosen);

    box.setCurrentIndex(box.count() - 1);
    auto *dialog = box.findChild<FramingDialog *>();
    QVERIFY(dialog);
    QCOMPARE(box.currentText(), u"Lines"_s); // until another one is chosen
    dialog->findChild<QComboBox *>(u"framingKind"_s)->setCurrentIndex(3);
    dialog->findChild<QSpinBox *>(u"framingGap"_s)->setValue(20);
    QTest::keyClick(dialog, Qt::Key_Return);

    QCOMPARE(chosen.size(), 1);
    QCOMPARE(box.framing().word(), u"idle:20"_s);
    QCOMPARE(box.currentText(), u"Idle gap 20 ms"_s);
}

void TestFramingBox::askingCanBeGivenUp()
{
    FramingBox box;
    QSignalSpy chosen(&box, &FramingBox::framingChosen);

    box.setCurrentIndex(box.count() - 1);
    QTest::keyClick(box.findChild<FramingDialog *>(), Qt::Key_Escape);

    QCOMPARE(chosen.size(), 0);
    QVERIFY(box.framing() == Framing());
}

QTEST_MAIN(TestFramingBox)
#include "tst_framingbox.moc"
