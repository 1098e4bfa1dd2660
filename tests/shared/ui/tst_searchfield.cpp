#include "eventbutton.h"
#include "filterbar.h"
#include "findbar.h"
#include "namedcombobox.h"
#include "searchfield.h"
#include "transcriptfixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
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
    void theFilterAsksForTheEventsThatAreTicked();
    void theMenuOfEventsStaysOpenWhileOneTicks();
    void theFilterSaysWhatIsWrong_data();
    void theFilterSaysWhatIsWrong();
    void theFilterSaysHowManyRowsMatch();
    void theFilterSaysWhereTheExpressionTakesTooLong();
    void escapeClosesTheFilter();
    void theFindBarSaysWhatIsWrongAndLooksForNothing();
};

static QMenu *eventMenu(const FilterBar &bar)
{
    return bar.findChild<EventButton *>(u"filterEvents"_s)->menu();
}

/// All, none, a divider, then the groups.
static QAction *eventAction(const FilterBar &bar, int number)
{
    return eventMenu(bar)->actions().at(number);
}

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
    eventAction(bar, 1)->trigger(); // none
    bar.findChild<QLineEdit *>(u"filterText"_s)->setText(u"x"_s);
    const RowQuery query = bar.query();
    QVERIFY(query.received);
    QVERIFY(!query.sent);
    QVERIFY(query.events == EventGroups());
    QCOMPARE(query.text.text, u"x"_s);
}

void TestSearchField::theFilterAsksForTheEventsThatAreTicked()
{
    FilterBar bar;
    auto *button = bar.findChild<EventButton *>(u"filterEvents"_s);
    QCOMPARE(button->accessibleName(), u"Events"_s);
    QVERIFY(button->focusPolicy() & Qt::TabFocus);
    QSignalSpy edited(&bar, &FilterBar::edited);
    eventAction(bar, 1)->trigger();
    QCOMPARE(edited.size(), 1);
    QVERIFY(bar.query().events == EventGroups());
    eventAction(bar, 7)->trigger();
    QVERIFY(bar.query().events == EventGroups(EventGroup::Error));
    QCOMPARE(button->text(), u"Events (1 of 6)"_s);
    eventAction(bar, 0)->trigger();
    QVERIFY(bar.query().isAll());
    QCOMPARE(button->text(), u"Events"_s);
    QCOMPARE(edited.size(), 3);
}

void TestSearchField::theMenuOfEventsStaysOpenWhileOneTicks()
{
    FilterBar bar;
    bar.show();
    QMenu *menu = eventMenu(bar);
    menu->popup({});
    QVERIFY(QTest::qWaitForWindowExposed(menu));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(eventAction(bar, 3)).center());
    QVERIFY(!eventAction(bar, 3)->isChecked());
    menu->setActiveAction(eventAction(bar, 4));
    QTest::keyClick(menu, Qt::Key_Space);
    QVERIFY(!eventAction(bar, 4)->isChecked());
    QVERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Escape);
    QVERIFY(!menu->isVisible());
}

void TestSearchField::theFilterSaysWhatIsWrong_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("an expression") << 1 << u"ab(c"_s << u"missing closing parenthesis (at character 5)"_s;
    QTest::newRow("not hex") << 2 << u"48 6G"_s << u"“G” (character 5) is no hex digit"_s;
    QTest::newRow("not hex, beyond the first plane") << 2 << u"4😀"_s << u"“😀” (character 2) is no hex digit"_s;
    QTest::newRow("half a byte") << 2 << u"48 6"_s << u"A hex digit is missing"_s;
}

void TestSearchField::theFilterSaysWhatIsWrong()
{
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    QFETCH(const QString, sentence);
    FilterBar bar;
    const auto *problem = bar.findChild<QLabel *>(u"filterProblem"_s);
    choose(bar, SearchText::Kind(kind));
    QVERIFY(problem->isHidden());
    bar.findChild<QLineEdit *>(u"filterText"_s)->setText(text);
    QVERIFY(!problem->isHidden());
    QVERIFY2(problem->text().contains(sentence), qPrintable(problem->text()));
    bar.findChild<QLineEdit *>(u"filterText"_s)->clear();
    QVERIFY(problem->isHidden());
}

void TestSearchField::theFilterSaysHowManyRowsMatch()
{
    TranscriptFixture transcript;
    FilterBar bar;
    bar.setModel(&transcript.model);
    bar.show();
    QVERIFY(transcript.append(TranscriptFixture::manyReceived(2000, "m")));
    const auto *count = bar.findChild<QLabel *>(u"filterCount"_s);
    QCOMPARE(count->text(), QString());
    RowQuery query;
    query.text = {SearchText::Kind::Plain, u"m1"_s, true};
    QVERIFY(transcript.setQuery(query));
    QCOMPARE(count->text(), u"1,111 of 2,000 rows"_s);
    QVERIFY(transcript.append({TranscriptFixture::received("hidden\n")}));
    QCOMPARE(count->text(), u"1,111 of 2,001 rows"_s);
    QVERIFY(transcript.setQuery({}));
    QCOMPARE(count->text(), QString());
}

void TestSearchField::theFilterSaysWhereTheExpressionTakesTooLong()
{
    TranscriptFixture transcript;
    FilterBar bar;
    bar.setModel(&transcript.model);
    bar.show();
    QVERIFY(transcript.append({TranscriptFixture::received("aa\n" + QByteArray(100, 'a') + "b\n")}));
    RowQuery query;
    query.text = {SearchText::Kind::Regex, u"^(a+)+$"_s, true};
    QVERIFY(transcript.setQuery(query));
    QCOMPARE(transcript.model.rowCount(), 1);
    const auto *problem = bar.findChild<QLabel *>(u"filterProblem"_s);
    QCOMPARE(problem->text(), u"The expression takes too long on 1 row(s): they are not shown."_s);
    QVERIFY(problem->isVisible());
    QVERIFY(transcript.setQuery({}));
    QVERIFY(!problem->isVisible());
}

void TestSearchField::escapeClosesTheFilter()
{
    FilterBar bar;
    QSignalSpy closed(&bar, &FilterBar::closed);
    QTest::keyClick(bar.findChild<QLineEdit *>(u"filterText"_s), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void TestSearchField::theFindBarSaysWhatIsWrongAndLooksForNothing()
{
    FindBar bar;
    const auto *problem = bar.findChild<QLabel *>(u"findProblem"_s);
    auto *edit = bar.findChild<QLineEdit *>(u"findText"_s);
    choose(bar, SearchText::Kind::Regex);
    edit->setText(u"ab"_s);
    QVERIFY(problem->isHidden());
    QSignalSpy edited(&bar, &FindBar::edited);

    edit->setText(u"ab(c"_s);

    QVERIFY2(problem->text().contains(u"missing closing parenthesis (at character 5)"_s), qPrintable(problem->text()));
    QVERIFY(!problem->isHidden());
    QVERIFY(bar.text().isEmpty());
    QCOMPARE(edited.size(), 1); // what was looked for before is not any more
    edit->setText(u"ab(c)"_s);
    QVERIFY(problem->isHidden());
    QCOMPARE(bar.text().text, u"ab(c)"_s);
}

QTEST_MAIN(TestSearchField)
#include "tst_searchfield.moc"
