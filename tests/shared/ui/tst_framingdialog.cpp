#include "framingdialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFramingDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheCurrentFraming_data();
    void startsWithTheCurrentFraming();
    void showsTheFieldThatFits();
    void tellsWhatIsChosenOnce();
    void aWrongDelimiterIsSaidInPlaceAndCanNotBeChosen_data();
    void aWrongDelimiterIsSaidInPlaceAndCanNotBeChosen();
    void everyControlHasAName();

private:
    template <typename Type>
    static Type *find(FramingDialog &dialog, const QString &name = {})
    {
        return dialog.findChild<Type *>(name);
    }
    static QPushButton *ok(FramingDialog &dialog)
    {
        return find<QDialogButtonBox>(dialog)->button(QDialogButtonBox::Ok);
    }
};

void TestFramingDialog::startsWithTheCurrentFraming_data()
{
    QTest::addColumn<QString>("current");
    QTest::addColumn<QString>("word");

    QTest::newRow("delimiter") << uR"(delimiter:\r\n\xff)"_s << uR"(delimiter:\x0d\x0a\xff)"_s;
    QTest::newRow("fixed") << u"fixed:12"_s << u"fixed:12"_s;
    QTest::newRow("length") << u"length:u32le"_s << u"length:u32le"_s;
    QTest::newRow("idle") << u"idle:5"_s << u"idle:5"_s;
    QTest::newRow("none of these") << u"lines"_s << u"delimiter:;"_s;
}

void TestFramingDialog::startsWithTheCurrentFraming()
{
    QFETCH(QString, current);
    QFETCH(QString, word);
    const FramingDialog dialog(*parseFraming(current));
    QVERIFY(dialog.framing() == parseFraming(word));
}

void TestFramingDialog::showsTheFieldThatFits()
{
    auto *dialog = new FramingDialog({});
    dialog->show();
    QVERIFY(find<QLineEdit>(*dialog, u"framingDelimiter"_s)->isVisible());

    find<QComboBox>(*dialog, u"framingKind"_s)->setCurrentIndex(3);

    QVERIFY(!find<QLineEdit>(*dialog, u"framingDelimiter"_s)->isVisible());
    QVERIFY(find<QSpinBox>(*dialog, u"framingGap"_s)->isVisible());
    dialog->close();
}

void TestFramingDialog::tellsWhatIsChosenOnce()
{
    auto *dialog = new FramingDialog({});
    QSignalSpy chosen(dialog, &FramingDialog::chosen);
    Framing told;
    connect(dialog, &FramingDialog::chosen, dialog, [&told](const Framing &framing) { told = framing; });
    dialog->show();
    find<QComboBox>(*dialog, u"framingKind"_s)->setCurrentIndex(1);
    find<QSpinBox>(*dialog, u"framingSize"_s)->setValue(16);

    ok(*dialog)->click();

    QCOMPARE(chosen.size(), 1);
    QCOMPARE(told.word(), u"fixed:16"_s);
}

void TestFramingDialog::aWrongDelimiterIsSaidInPlaceAndCanNotBeChosen_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");

    QTest::newRow("empty") << u""_s << u"1 to 255 bytes"_s;
    QTest::newRow("too long") << QString(256, u'x') << u"1 to 255 bytes"_s;
    QTest::newRow("no escape") << uR"(ab\q)"_s << u"at character 3"_s;
}

void TestFramingDialog::aWrongDelimiterIsSaidInPlaceAndCanNotBeChosen()
{
    QFETCH(QString, text);
    QFETCH(QString, said);
    FramingDialog dialog({});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto *problem = find<QLabel>(dialog, u"framingProblem"_s);
    QCOMPARE(problem->text(), QString());

    find<QLineEdit>(dialog, u"framingDelimiter"_s)->setText(text);

    QVERIFY2(problem->text().contains(said), qPrintable(problem->text()));
    QVERIFY(!ok(dialog)->isEnabled());
    find<QComboBox>(dialog, u"framingKind"_s)->setCurrentIndex(1);
    QVERIFY(ok(dialog)->isEnabled());
    QCOMPARE(problem->text(), QString());
}

void TestFramingDialog::everyControlHasAName()
{
    FramingDialog dialog({});
    for (const auto &name : {u"framingKind"_s, u"framingDelimiter"_s, u"framingSize"_s, u"framingPrefix"_s, u"framingGap"_s})
        QVERIFY2(!find<QWidget>(dialog, name)->accessibleName().isEmpty(), qPrintable(name));
}

QTEST_MAIN(TestFramingDialog)
#include "tst_framingdialog.moc"
