#include "filterbar.h"
#include "namedcombobox.h"
#include "searchfield.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// The field for what one looks for, and the bar that filters with it.
class TestSearchField final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsTyped();
    void aProblemIsSaidAndNotLookedFor();
    void anotherKindReadsTheSameTextAnew();
    void bytesHaveNoCase();
    void theFilterAsksForAllAtFirst();
    void theFilterAsksForWhatIsChecked();
    void escapeClosesTheFilter();
};

static void choose(QWidget &widget, SearchText::Kind kind)
{
    widget.findChild<NamedComboBox *>(u"searchKind"_s)->setCurrentIndex(int(kind));
}

void TestSearchField::tellsWhatIsTyped()
{
    SearchField field;
    QSignalSpy edited(&field, &SearchField::edited);
    QTest::keyClicks(field.edit(), u"ab"_s);
    field.findChild<QToolButton *>(u"matchCase"_s)->click();
    QCOMPARE(field.text(), (SearchText{SearchText::Kind::Plain, u"ab"_s, true}));
    QCOMPARE(edited.size(), 3);
}

void TestSearchField::aProblemIsSaidAndNotLookedFor()
{
    SearchField field;
    choose(field, SearchText::Kind::Regex);
    QSignalSpy edited(&field, &SearchField::edited);
    QTest::keyClicks(field.edit(), u"("_s);
    QVERIFY(!field.problem().isEmpty());
    QCOMPARE(field.edit()->toolTip(), field.problem());
    QCOMPARE(field.edit()->accessibleDescription(), field.problem());
    QVERIFY(field.edit()->palette().text() != field.palette().text());
    QCOMPARE(edited.size(), 0);

    QTest::keyClicks(field.edit(), u"x)"_s);
    QVERIFY(field.problem().isEmpty());
    QVERIFY(field.edit()->toolTip().isEmpty());
    QVERIFY(field.edit()->palette().text() == field.palette().text());
    QCOMPARE(edited.size(), 1);
}

void TestSearchField::anotherKindReadsTheSameTextAnew()
{
    SearchField field;
    field.edit()->setText(u"0d 0g"_s);
    QVERIFY(field.problem().isEmpty());
    choose(field, SearchText::Kind::Hex);
    QVERIFY(field.problem().contains(u"hex"_s));
    choose(field, SearchText::Kind::Plain);
    QVERIFY(field.problem().isEmpty());
}

void TestSearchField::bytesHaveNoCase()
{
    SearchField field;
    const auto *matchCase = field.findChild<QToolButton *>(u"matchCase"_s);
    choose(field, SearchText::Kind::Hex);
    QVERIFY(!matchCase->isEnabled());
    choose(field, SearchText::Kind::Regex);
    QVERIFY(matchCase->isEnabled());
}

void TestSearchField::theFilterAsksForAllAtFirst()
{
    QVERIFY(FilterBar().query().isAll());
}

void TestSearchField::theFilterAsksForWhatIsChecked()
{
    FilterBar bar;
    bar.findChild<QCheckBox *>(u"filterSent"_s)->click();
    bar.findChild<QCheckBox *>(u"filterEvents"_s)->click();
    bar.findChild<QLineEdit *>(u"filterText"_s)->setText(u"x"_s);
    const RowQuery query = bar.query();
    QVERIFY(query.received);
    QVERIFY(!query.sent);
    QVERIFY(!query.events);
    QCOMPARE(query.text.text, u"x"_s);
}

void TestSearchField::escapeClosesTheFilter()
{
    FilterBar bar;
    QSignalSpy closed(&bar, &FilterBar::closed);
    QTest::keyClick(bar.findChild<QLineEdit *>(u"filterText"_s), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

QTEST_MAIN(TestSearchField)
#include "tst_searchfield.moc"
