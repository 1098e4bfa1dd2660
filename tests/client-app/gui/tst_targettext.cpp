#include "targettext.h"

#include <QTest>

class TestTargetText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takesApartWhatWasPasted_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("port");
        QTest::newRow("host") << "example.org" << "example.org" << "";
        QTest::newRow("blanks around") << "  example.org " << "example.org" << "";
        QTest::newRow("host and port") << "127.0.0.1:8080" << "127.0.0.1" << "8080";
        QTest::newRow("scheme") << "tcp://example.org:81" << "example.org" << "81";
        QTest::newRow("scheme and path") << "http://example.org:81/a/b:2" << "example.org" << "81";
        QTest::newRow("bare IPv6") << "fe80::1" << "fe80::1" << "";
        QTest::newRow("bracketed IPv6") << "[::1]" << "::1" << "";
        QTest::newRow("bracketed IPv6 and port") << "[::1]:8080" << "::1" << "8080";
        QTest::newRow("colon without a port") << "host:" << "host" << "";
        QTest::newRow("open bracket") << "[::1" << "[::1" << "";
        QTest::newRow("nothing") << "" << "" << "";
    }

    void takesApartWhatWasPasted()
    {
        QFETCH(QString, pasted);
        const TargetText target = TargetText::split(pasted);
        QTEST(target.host, "host");
        QTEST(target.port, "port");
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("port");
        QTest::addColumn<int>("problem");
        QTest::newRow("fine") << "localhost" << "1" << int(TargetProblem::None);
        QTest::newRow("the last port") << "localhost" << "65535" << int(TargetProblem::None);
        QTest::newRow("no host") << "" << "80" << int(TargetProblem::NoHost);
        QTest::newRow("blank") << "a b" << "80" << int(TargetProblem::BlankInHost);
        QTest::newRow("no port") << "a" << "" << int(TargetProblem::BadPort);
        QTest::newRow("port 0") << "a" << "0" << int(TargetProblem::BadPort);
        QTest::newRow("a large port") << "a" << "65536" << int(TargetProblem::BadPort);
        QTest::newRow("a word") << "a" << "http" << int(TargetProblem::BadPort);
    }

    void saysWhatIsWrong()
    {
        QFETCH(QString, host);
        QFETCH(QString, port);
        QFETCH(int, problem);
        QCOMPARE(int(checkTarget({host, port})), problem);
        QCOMPARE(targetProblemText(TargetProblem(problem)).isEmpty(), problem == int(TargetProblem::None));
    }
};

QTEST_GUILESS_MAIN(TestTargetText)
#include "tst_targettext.moc"
