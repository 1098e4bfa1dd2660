#include "composer.h"
#include "outcomemodel.h"
#include "sendpanel.h"

#include <QComboBox>
#include <QLocale>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

using State = SendOutcome::State;

/// Whom a message goes to, and what stays of one that reached nobody.
class tst_SendPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();

    void whoseWritingIsShutDownIsNoTarget();
    void whereAllWritingIsShutDownSendIsOff();
    void whereTheSelectedsWritingIsShutDownSendIsOff();
    void theTextComesBackWhenItReachedNobody();
    void theTextIsGoneWhenItReachedOne();
    void whatIsTypedMeanwhileStays();

private:
    QComboBox *to() const { return m_panel->findChild<QComboBox *>(u"sendTo"_s); }
    QPushButton *button() const { return m_panel->findChild<QPushButton *>(u"send"_s); }
    void send(const QString &text);

    std::unique_ptr<OutcomeModel> m_outcomes;
    std::unique_ptr<SendPanel> m_panel;
};

void tst_SendPanel::init()
{
    m_panel.reset();
    m_outcomes = std::make_unique<OutcomeModel>();
    m_panel = std::make_unique<SendPanel>(m_outcomes.get());
    m_panel->setTargets(ServerPhase::Listening, {.open = 2, .takers = 2});
    connect(m_panel.get(), &SendPanel::sendRequested, m_panel->composer(), [this] {
        m_outcomes->begin(1);
        m_panel->composer()->confirm();
    });
}

void tst_SendPanel::send(const QString &text)
{
    m_panel->composer()->setText(text);
    button()->click();
}

void tst_SendPanel::whoseWritingIsShutDownIsNoTarget()
{
    m_panel->composer()->setText(u"hello"_s);
    m_panel->setTargets(ServerPhase::Listening, {.open = 3, .takers = 2});
    QCOMPARE(to()->itemText(0), u"All (2)"_s);
    QVERIFY(button()->isEnabled());
}

void tst_SendPanel::whereAllWritingIsShutDownSendIsOff()
{
    m_panel->composer()->setText(u"hello"_s);
    m_panel->setTargets(ServerPhase::Listening, {.open = 2, .takers = 0});
    QVERIFY(!button()->isEnabled());
    QVERIFY2(button()->toolTip().startsWith(u"We shut down writing"_s), qPrintable(button()->toolTip()));
    QCOMPARE(m_panel->composer()->text(), u"hello"_s);
}

void tst_SendPanel::whereTheSelectedsWritingIsShutDownSendIsOff()
{
    m_panel->composer()->setText(u"hello"_s);
    to()->setCurrentIndex(1);
    m_panel->setTargets(ServerPhase::Listening, {.open = 2, .takers = 1, .selectedOpen = 1});
    QVERIFY(!button()->isEnabled());
    QVERIFY2(button()->toolTip().startsWith(u"We shut down writing"_s), qPrintable(button()->toolTip()));
    m_panel->setTargets(ServerPhase::Listening, {.open = 2, .takers = 1, .selectedOpen = 2, .selected = {2}});
    QVERIFY(button()->isEnabled());
}

void tst_SendPanel::theTextComesBackWhenItReachedNobody()
{
    send(u"hello"_s);
    QCOMPARE(m_panel->composer()->text(), QString());
    m_outcomes->apply({{1, 1, State::Failed, CloseReason::PeerClosed}, {1, 2, State::Failed, CloseReason::PeerClosed}});
    QCOMPARE(m_panel->composer()->text(), u"hello"_s);
    QCOMPARE(m_outcomes->counts().failed, 2); // and what became of it is still told
}

void tst_SendPanel::theTextIsGoneWhenItReachedOne()
{
    send(u"hello"_s);
    m_outcomes->apply({{1, 1, State::Failed, CloseReason::PeerClosed}, {1, 2, State::Queued, CloseReason::None}});
    m_outcomes->apply({{1, 2, State::Failed, CloseReason::Reset}});
    QCOMPARE(m_panel->composer()->text(), QString());
}

void tst_SendPanel::whatIsTypedMeanwhileStays()
{
    send(u"hello"_s);
    m_panel->composer()->setText(u"next"_s);
    m_outcomes->apply({{1, 1, State::Failed, CloseReason::PeerClosed}});
    QCOMPARE(m_panel->composer()->text(), u"next"_s);
}

QTEST_MAIN(tst_SendPanel)
#include "tst_sendpanel.moc"
