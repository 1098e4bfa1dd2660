#include "program.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;

/// What scripts rely on when they start the programs: exit status, one line that says why, no display needed.
class TestCommandLine final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aWrongCommandLineEndsWith2AndOneLine_data();
    void aWrongCommandLineEndsWith2AndOneLine();
    void helpAndVersionNeedNoDisplay_data();
    void helpAndVersionNeedNoDisplay();
    void aFramingThatIsNoneIsRefusedWithAListOfWhatIs();
    void aFramingWithAWrongValueIsRefusedWithTheReason();
    void aPortInUseEndsWith1AndSaysWhatToDo();
    void aPrivilegedPortEndsWith1AndSaysWhatToDo();
    void theLanguageOptionChangesWhatIsSaid();
};

void TestCommandLine::initTestCase()
{
    // The programs are to work where there is no display at all.
    qunsetenv("DISPLAY");
    qunsetenv("WAYLAND_DISPLAY");
    qunsetenv("QT_QPA_PLATFORM");
}

void TestCommandLine::aWrongCommandLineEndsWith2AndOneLine_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    const QString server = u"oneport-server"_s;
    const QString client = u"oneport-client"_s;
    QTest::newRow("server, unknown option") << server << QStringList{u"--bogus"_s};
    QTest::newRow("server, headless without listen") << server << QStringList{u"--headless"_s};
    QTest::newRow("server, json without headless") << server << QStringList{u"--json"_s, u"-l"_s, u"0"_s};
    QTest::newRow("server, port too big") << server << QStringList{u"--headless"_s, u"-l"_s, u"65536"_s};
    QTest::newRow("server, bare IPv6") << server << QStringList{u"--headless"_s, u"-l"_s, u"::1:80"_s};
    QTest::newRow("server, no such mode") << server << QStringList{u"-m"_s, u"shout"_s};
    QTest::newRow("server, no such encoding") << server << QStringList{u"--encoding"_s, u"EBCDIC"_s};
    QTest::newRow("server, no such language") << server << QStringList{u"--language"_s, u"xx"_s};
    QTest::newRow("server, max-per-address of zero") << server << QStringList{u"--max-per-address"_s, u"0"_s};
    QTest::newRow("server, max-clients of zero") << server << QStringList{u"--max-clients"_s, u"0"_s};
    QTest::newRow("server, stray word") << server << QStringList{u"8080"_s};
    QTest::newRow("server, value missing") << server << QStringList{u"--listen"_s};
    QTest::newRow("client, host only") << client << QStringList{u"127.0.0.1"_s};
    QTest::newRow("client, port 0") << client << QStringList{u"127.0.0.1"_s, u"0"_s};
    QTest::newRow("client, port is a word") << client << QStringList{u"127.0.0.1"_s, u"http"_s};
    QTest::newRow("client, three words") << client << QStringList{u"a"_s, u"1"_s, u"b"_s};
    QTest::newRow("client, no windows") << client << QStringList{u"--windows"_s, u"0"_s};
    QTest::newRow("client, headless without host") << client << QStringList{u"--headless"_s};
    QTest::newRow("client, no such framing") << client << QStringList{u"--framing"_s, u"xml"_s};
    QTest::newRow("client, framing without its value") << client << QStringList{u"--framing"_s, u"fixed"_s};
    QTest::newRow("server, size of zero") << server << QStringList{u"--framing"_s, u"fixed:0"_s};
    QTest::newRow("server, unknown escape") << server << QStringList{u"--framing"_s, u"delimiter:\\q"_s};
}

void TestCommandLine::aWrongCommandLineEndsWith2AndOneLine()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    const auto run = Program::ours(program, arguments);
    QCOMPARE(run->waitForEnd(), 2);
    QVERIFY2(run->errors().startsWith(program.toUtf8() + ": "), run->errors().constData());
    QCOMPARE(run->errors().count('\n'), 1);
    QCOMPARE(run->output(), QByteArray());
}

void TestCommandLine::helpAndVersionNeedNoDisplay_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("option");
    QTest::addColumn<QByteArray>("said");
    for (const char *program : {"oneport-server", "oneport-client"}) {
        QTest::addRow("%s --help", program) << QString::fromLatin1(program) << u"--help"_s << QByteArray("--framing");
        QTest::addRow("%s -h", program) << QString::fromLatin1(program) << u"-h"_s << QByteArray("--headless");
        QTest::addRow("%s --version", program) << QString::fromLatin1(program) << u"--version"_s << QByteArray(program);
    }
}

void TestCommandLine::helpAndVersionNeedNoDisplay()
{
    QFETCH(QString, program);
    QFETCH(QString, option);
    QFETCH(QByteArray, said);
    const auto run = Program::ours(program, {option});
    QCOMPARE(run->waitForEnd(), 0);
    QVERIFY2(run->output().contains(said), run->output().constData());
    QCOMPARE(run->errors(), QByteArray());
}

void TestCommandLine::aFramingThatIsNoneIsRefusedWithAListOfWhatIs()
{
    const auto run = Program::ours(u"oneport-server"_s, {u"--framing"_s, u"xml"_s});
    QCOMPARE(run->waitForEnd(), 2);
    QVERIFY2(run->errors().contains("lines, crlf, nul, raw, delimiter:TEXT, fixed:N, length:u8|u16be|u16le|u32be|u32le, idle:MS"),
             run->errors().constData());
}

void TestCommandLine::aFramingWithAWrongValueIsRefusedWithTheReason()
{
    const auto run = Program::ours(u"oneport-server"_s, {u"--framing"_s, u"fixed:0"_s});
    QCOMPARE(run->waitForEnd(), 2);
    QVERIFY2(run->errors().contains("fixed:0: The size must be a whole number from 1"), run->errors().constData());
}

void TestCommandLine::aPortInUseEndsWith1AndSaysWhatToDo()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    const QString port = QString::number(holder.serverPort());
    const auto run = Program::ours(u"oneport-server"_s, {u"--headless"_s, u"--listen"_s, port});
    QCOMPARE(run->waitForEnd(), 1);
    QCOMPARE(run->errors().count('\n'), 1);
    QVERIFY2(run->errors().contains("another program uses this port"), run->errors().constData());
}

void TestCommandLine::aPrivilegedPortEndsWith1AndSaysWhatToDo()
{
    // As a user without the right: as the user nobody, in a network namespace where ports below 1024 are privileged.
    const QStringList arguments{u"--net"_s, u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s,
                                programPath(u"oneport-server"_s), u"--headless"_s, u"--listen"_s, u"127.0.0.1:81"_s};
    const auto probe = Program::system(u"unshare"_s, arguments.first(5) + QStringList{programPath(u"oneport-server"_s), u"--version"_s});
    if (!probe || probe->waitForEnd() != 0)
        QSKIP("a user without the right can't be arranged here");
    const auto run = Program::system(u"unshare"_s, arguments);
    QCOMPARE(run->waitForEnd(), 1);
    QVERIFY2(run->errors().contains("does not permit this port"), run->errors().constData());
}

void TestCommandLine::theLanguageOptionChangesWhatIsSaid()
{
    const auto run = Program::ours(u"oneport-server"_s, {u"--language"_s, u"zh_CN"_s, u"--headless"_s});
    QCOMPARE(run->waitForEnd(), 2);
    QVERIFY2(run->errors().contains("需要"), run->errors().constData());
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
