#include "windowfixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QMessageBox>
#include <QTimer>

using namespace Qt::StringLiterals;

class tst_ServerWindowClosing final : public QObject
{
    Q_OBJECT

private:
    int m_asked = 0;

    /// Answers the question with the button of this text as soon as it is there.
    void answer(const QString &button, bool neverAgain = false)
    {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [this, timer, button, neverAgain] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            timer->deleteLater();
            ++m_asked;
            box->checkBox()->setChecked(neverAgain);
            for (QAbstractButton *candidate : box->buttons()) {
                if (candidate->text() == button)
                    candidate->click();
            }
        });
        timer->start(10);
    }

private Q_SLOTS:
    void initTestCase() { WindowFixture::useOwnSettings(u"tst_serverwindow_closing"_s); }
    void init()
    {
        WindowFixture::forgetSettings();
        m_asked = 0;
    }

    void aServerWithoutClientsClosesWithoutAQuestion()
    {
        WindowFixture fixture;
        QVERIFY(fixture.listen());
        fixture.window()->close();
        QVERIFY(!fixture.window()->isVisible());
        QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Idle);
    }

    void aServerWithClientsAsksAndCanStay()
    {
        WindowFixture fixture;
        QVERIFY(fixture.listen());
        QTcpSocket *client = fixture.connectClient();
        QVERIFY(client);
        answer(u"Keep running"_s);
        fixture.window()->close();
        QCOMPARE(m_asked, 1);
        QVERIFY(fixture.window()->isVisible());
        QCOMPARE(fixture.window()->phase(), ServerPhase::Listening);
        QCOMPARE(client->state(), QAbstractSocket::ConnectedState);
    }

    void closingDisconnectsTheClients()
    {
        WindowFixture fixture;
        QVERIFY(fixture.listen());
        QTcpSocket *client = fixture.connectClient();
        QVERIFY(client);
        answer(u"Close server"_s);
        fixture.window()->close();
        QCOMPARE(m_asked, 1);
        QVERIFY(!fixture.window()->isVisible());
        QTRY_COMPARE(client->state(), QAbstractSocket::UnconnectedState);
        QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Idle);
    }

    void theQuestionIsNotAskedAgainWhenOneSaysSo()
    {
        for (int run = 0; run < 2; ++run) {
            WindowFixture fixture;
            QVERIFY(fixture.listen());
            QVERIFY(fixture.connectClient());
            if (run == 0)
                answer(u"Close server"_s, true);
            fixture.window()->close();
            QTRY_COMPARE(fixture.window()->phase(), ServerPhase::Idle);
        }
        QCOMPARE(m_asked, 1);
    }
};

QTEST_MAIN(tst_ServerWindowClosing)
#include "tst_serverwindow_closing.moc"
