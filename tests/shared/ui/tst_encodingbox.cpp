#include "encodingbox.h"
#include "encodingmenu.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Encoding)

/// The two ways to choose an encoding.
class TestEncodingBox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Encoding>("Encoding"); }
    void theBoxOffersAllThatThereAre();
    void theBoxTellsWhatTheUserChose();
    void whatTheProgramSetsIsNotTold();
    void theMenuTellsWhatTheUserChose();
    void theMenuChecksOne();
};

static Encoding gbk()
{
    return Encoding::parse(u"GBK").value();
}

void TestEncodingBox::theBoxOffersAllThatThereAre()
{
    EncodingBox box;
    QCOMPARE(box.count(), Encoding::available().size());
    QCOMPARE(box.encoding(), Encoding());
    for (const Encoding &encoding : Encoding::available()) {
        box.setEncoding(encoding);
        QCOMPARE(box.encoding(), encoding);
    }
}

void TestEncodingBox::theBoxTellsWhatTheUserChose()
{
    EncodingBox box;
    QSignalSpy chosen(&box, &EncodingBox::encodingChosen);
    box.show();
    QTest::keyClick(&box, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<Encoding>(), Encoding::available().at(1));
    QCOMPARE(box.encoding(), Encoding::available().at(1));
}

void TestEncodingBox::whatTheProgramSetsIsNotTold()
{
    EncodingBox box;
    QSignalSpy chosen(&box, &EncodingBox::encodingChosen);
    box.setEncoding(gbk());
    EncodingMenu menu;
    QSignalSpy triggered(&menu, &EncodingMenu::encodingChosen);
    menu.setEncoding(gbk());
    QCOMPARE(chosen.size() + triggered.size(), 0);
}

void TestEncodingBox::theMenuTellsWhatTheUserChose()
{
    EncodingMenu menu;
    QSignalSpy chosen(&menu, &EncodingMenu::encodingChosen);
    menu.findChild<QAction *>(u"encodingGBK"_s)->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<Encoding>(), gbk());
}

void TestEncodingBox::theMenuChecksOne()
{
    EncodingMenu menu;
    menu.setEncoding(Encoding());
    menu.setEncoding(gbk());
    QStringList checked;
    for (const QAction *action : menu.actions()) {
        if (action->isChecked())
            checked.append(action->text());
    }
    QCOMPARE(checked, QStringList{gbk().name()});
}

QTEST_MAIN(TestEncodingBox)
#include "tst_encodingbox.moc"
