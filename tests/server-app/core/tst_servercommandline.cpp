#include "servercommandline.h"

#include <QTest>

using namespace Qt::StringLiterals;

static std::optional<ServerCommandLine> parse(const QStringList &arguments)
{
    QString error;
    return ServerCommandLine::parse(QStringList{u"oneport-server"_s} + arguments, &error);
}

class TestServerCommandLine final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withoutArgumentsItShowsAndDoesNotListen();
    void listenTakesAnAddressAndAPort_data();
    void listenTakesAnAddressAndAPort();
    void listenCanBeGivenSeveralTimes();
    void eachListenMustBeRight();
    void withoutAWindowItServesOnePort();
    void everyOptionReachesTheServer();
    void theThreadsAreANumberOrOneForEachClient_data();
    void theThreadsAreANumberOrOneForEachClient();
    void qtsOwnArgumentsAreLeftToQt();
    void theEncodingIsUtf8UnlessGiven();
    void anEncodingThatIsNotThereIsRefusedWithAListOfWhatIs();
    void aPortThatIsNoneIsTold();
    void linesDoNotGoWithWideEncodings_data();
    void linesDoNotGoWithWideEncodings();
};

void TestServerCommandLine::withoutArgumentsItShowsAndDoesNotListen()
{
    const auto line = parse({});
    QVERIFY(line);
    QVERIFY(!line->listen);
    QVERIFY(!line->mode);
    QCOMPARE(line->options.mode, ServerMode::Show);
    QCOMPARE(line->options.listen.toString(), u"127.0.0.1:8080"_s);
}

void TestServerCommandLine::listenTakesAnAddressAndAPort_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("endpoint");
    QTest::newRow("port only") << u"9000"_s << u"127.0.0.1:9000"_s;
    QTest::newRow("IPv4") << u"0.0.0.0:9000"_s << u"0.0.0.0:9000"_s;
    QTest::newRow("IPv6") << u"[::1]:0"_s << u"[::1]:0"_s;
}

void TestServerCommandLine::listenTakesAnAddressAndAPort()
{
    QFETCH(QString, given);
    QFETCH(QString, endpoint);
    const auto line = parse({u"--listen"_s, given});
    QVERIFY(line);
    QVERIFY(line->listen);
    QCOMPARE(line->options.listen.toString(), endpoint);
}

void TestServerCommandLine::listenCanBeGivenSeveralTimes()
{
    const auto line = parse({u"-l"_s, u"9000"_s, u"--listen"_s, u"[::1]:9001"_s, u"-l"_s, u"9002"_s});
    QVERIFY(line);
    QCOMPARE(line->options.listen.toString(), u"127.0.0.1:9000"_s);
    QCOMPARE(line->further.size(), 2);
    QCOMPARE(line->further.at(0).toString(), u"[::1]:9001"_s);
    QCOMPARE(line->further.at(1).toString(), u"127.0.0.1:9002"_s);
}

void TestServerCommandLine::eachListenMustBeRight()
{
    QString error;
    QVERIFY(!ServerCommandLine::parse({u"oneport-server"_s, u"-l"_s, u"9000"_s, u"-l"_s, u"nowhere"_s}, &error));
    QVERIFY2(error.contains(u"nowhere"_s), qPrintable(error));
}

void TestServerCommandLine::withoutAWindowItServesOnePort()
{
    QString error;
    QVERIFY(!ServerCommandLine::parse({u"oneport-server"_s, u"--headless"_s, u"-l"_s, u"1"_s, u"-l"_s, u"2"_s}, &error));
    QVERIFY2(error.contains(u"--headless serves one port"_s), qPrintable(error));
}

void TestServerCommandLine::everyOptionReachesTheServer()
{
    const auto line = parse({u"-l"_s, u"0"_s, u"-m"_s, u"echo"_s, u"--framing"_s, u"raw"_s, u"--encoding"_s, u"utf-8"_s,
                             u"--max-clients"_s, u"5"_s, u"--max-per-address"_s, u"3"_s, u"--keep-half-open"_s, u"--message-limit"_s, u"100"_s,
                             u"--queue-limit"_s, u"2000"_s, u"--headless"_s, u"--json"_s});
    QVERIFY(line);
    QCOMPARE(line->mode, ServerMode::Echo);
    QCOMPARE(line->options.mode, ServerMode::Echo);
    QCOMPARE(line->options.framing.kind, Framing::Kind::Raw);
    QCOMPARE(line->options.admission.maxClients, 5);
    QCOMPARE(line->options.admission.maxPerAddress, 3);
    QVERIFY(line->options.keepHalfOpen);
    QCOMPARE(line->options.messageLimit, 100);
    QCOMPARE(line->options.queueLimit, 2000);
    QVERIFY(line->common.headless && line->common.json);
}

void TestServerCommandLine::theThreadsAreANumberOrOneForEachClient_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<int>("threads"); // 0: refused
    QTest::addColumn<bool>("perClient");
    QTest::newRow("one") << u"1"_s << 1 << false;
    QTest::newRow("the most") << u"64"_s << 64 << false;
    QTest::newRow("for each client") << u"per-client"_s << ServerOptions::defaultIoThreads() << true;
    QTest::newRow("none") << u"0"_s << 0 << false;
    QTest::newRow("too many") << u"65"_s << 0 << false;
    QTest::newRow("no number") << u"many"_s << 0 << false;
}

void TestServerCommandLine::theThreadsAreANumberOrOneForEachClient()
{
    QFETCH(QString, given);
    QFETCH(int, threads);
    const auto line = parse({u"--io-threads"_s, given});
    QCOMPARE(line.has_value(), threads > 0);
    if (!line)
        return;
    QCOMPARE(line->options.ioThreads, threads);
    QTEST(line->options.threadPerClient, "perClient");
}

void TestServerCommandLine::qtsOwnArgumentsAreLeftToQt()
{
    const QStringList given{u"oneport-server"_s, u"-platform"_s, u"xcb"_s, u"--style"_s, u"fusion"_s, u"-l"_s, u"0"_s,
                            u"-style=fusion"_s, u"-reverse"_s};
    QCOMPARE(withoutQtArguments(given), (QStringList{u"oneport-server"_s, u"-l"_s, u"0"_s}));
}

void TestServerCommandLine::theEncodingIsUtf8UnlessGiven()
{
    QCOMPARE(parse({})->common.encoding, Encoding());
    QCOMPARE(parse({u"--encoding"_s, u"LATIN1"_s})->common.encoding.name(), u"ISO-8859-1"_s);
}

void TestServerCommandLine::anEncodingThatIsNotThereIsRefusedWithAListOfWhatIs()
{
    QString error;
    QVERIFY(!ServerCommandLine::parse({u"oneport-server"_s, u"--encoding"_s, u"EBCDIC"_s}, &error));
    QVERIFY2(error.contains(u"EBCDIC"_s), qPrintable(error));
    for (const Encoding &encoding : Encoding::available())
        QVERIFY2(error.contains(encoding.name()), qPrintable(error));
    if (Encoding::parse(u"gbk"))
        return;
    QVERIFY(!ServerCommandLine::parse({u"oneport-server"_s, u"--encoding"_s, u"gbk"_s}, &error));
    QVERIFY2(error.contains(u"lacks the encoding GBK"_s), qPrintable(error));
}

void TestServerCommandLine::aPortThatIsNoneIsTold()
{
    QString error;
    for (const QString &given : {u"65536"_s, u"127.0.0.1:65536"_s, u"[::1]:65536"_s}) {
        error.clear();
        QVERIFY(!ServerCommandLine::parse({u"oneport-server"_s, u"--listen"_s, given}, &error));
        QCOMPARE(error, u"The port must be 0 to 65535, not \"65536\"."_s);
    }
    error.clear();
    QVERIFY(!ServerCommandLine::parse({u"oneport-server"_s, u"--listen"_s, u"nowhere:80"_s}, &error));
    QVERIFY2(error.contains(u"[ADDRESS:]PORT"_s), qPrintable(error));
}

void TestServerCommandLine::linesDoNotGoWithWideEncodings_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("UTF-16, lines") << QStringList{u"--encoding"_s, u"utf-16le"_s} << false;
    QTest::newRow("UTF-32, lines") << QStringList{u"--encoding"_s, u"utf-32be"_s, u"--framing"_s, u"lines"_s} << false;
    QTest::newRow("UTF-16, CR LF") << QStringList{u"--encoding"_s, u"utf-16le"_s, u"--framing"_s, u"crlf"_s} << false;
    QTest::newRow("UTF-16, raw") << QStringList{u"--encoding"_s, u"utf-16le"_s, u"--framing"_s, u"raw"_s} << true;
    QTest::newRow("Latin-1, lines") << QStringList{u"--encoding"_s, u"latin1"_s} << true;
}

void TestServerCommandLine::linesDoNotGoWithWideEncodings()
{
    QFETCH(QStringList, arguments);
    QString error;
    const bool accepted = ServerCommandLine::parse(QStringList{u"oneport-server"_s} + arguments, &error).has_value();
    QTEST(accepted, "accepted");
    QCOMPARE(error.contains(u"raw"_s), !accepted);
}

QTEST_GUILESS_MAIN(TestServerCommandLine)
#include "tst_servercommandline.moc"
