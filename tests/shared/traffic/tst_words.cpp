#include "closereason.h"
#include "framing.h"
#include "record.h"
#include "socketstatus.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(CloseReason)
Q_DECLARE_METATYPE(Framing::Kind)

/// The words that scripts rely on (design, section 5).
class TestWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReasonHasItsWord_data();
    void aReasonHasItsWord();
    void everyStateHasAText();
    void aFramingHasItsWord_data();
    void aFramingHasItsWord();
    void aFramingThatIsNotBuiltIsRefused_data();
    void aFramingThatIsNotBuiltIsRefused();
    void theListOfFramingsIsWhatCanBeParsed();
    void composingAddsTheTerminator_data();
    void composingAddsTheTerminator();
    void aRecordWithoutDetailsHasEmptyOnes();
};

void TestWords::aReasonHasItsWord_data()
{
    QTest::addColumn<CloseReason>("reason");
    QTest::addColumn<QString>("word");

    QTest::newRow("none") << CloseReason::None << u""_s;
    QTest::newRow("peer closed") << CloseReason::PeerClosed << u"peer-closed"_s;
    QTest::newRow("closed by us") << CloseReason::ClosedByUs << u"closed-by-us"_s;
    QTest::newRow("reset") << CloseReason::Reset << u"reset"_s;
    QTest::newRow("timed out") << CloseReason::TimedOut << u"timed-out"_s;
    QTest::newRow("refused") << CloseReason::Refused << u"refused"_s;
    QTest::newRow("limit") << CloseReason::Limit << u"limit"_s;
    QTest::newRow("too slow") << CloseReason::TooSlow << u"too-slow"_s;
    QTest::newRow("protocol error") << CloseReason::ProtocolError << u"protocol-error"_s;
    QTest::newRow("TLS failed") << CloseReason::TlsFailed << u"tls-failed"_s;
    QTest::newRow("error") << CloseReason::Error << u"error"_s;
}

void TestWords::aReasonHasItsWord()
{
    QFETCH(CloseReason, reason);
    QFETCH(QString, word);
    QCOMPARE(QString(closeReasonWord(reason)), word);
    QCOMPARE(closeReasonText(reason).isEmpty(), word.isEmpty());
}

void TestWords::everyStateHasAText()
{
    QSet<QString> texts;
    for (int state = int(SocketState::Listening); state <= int(SocketState::Closed); ++state)
        texts.insert(socketStateText(SocketState(state)));
    QCOMPARE(texts.size(), 7);
    QVERIFY(!texts.contains(u""_s));
}

void TestWords::aFramingHasItsWord_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<Framing::Kind>("kind");

    QTest::newRow("lines") << u"lines"_s << Framing::Kind::Lines;
    QTest::newRow("raw") << u"raw"_s << Framing::Kind::Raw;
}

void TestWords::aFramingHasItsWord()
{
    QFETCH(QString, word);
    QFETCH(Framing::Kind, kind);
    QCOMPARE(Framing{kind}.word(), word);
    QCOMPARE(parseFraming(word), Framing{kind});
}

void TestWords::aFramingThatIsNotBuiltIsRefused_data()
{
    QTest::addColumn<QString>("word");

    for (const char *word : {"", "crlf", "nul", "fixed:4", "length:u16be", "idle:50", "delimiter:x", "Lines", "raw ", "lines:"})
        QTest::addRow("'%s'", word) << QString::fromUtf8(word);
}

void TestWords::aFramingThatIsNotBuiltIsRefused()
{
    QFETCH(QString, word);
    QVERIFY(!parseFraming(word));
}

void TestWords::theListOfFramingsIsWhatCanBeParsed()
{
    QCOMPARE(framingWords(), QStringList({u"lines"_s, u"raw"_s}));
}

void TestWords::composingAddsTheTerminator_data()
{
    QTest::addColumn<Framing::Kind>("kind");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("more");
    QTest::addColumn<QByteArray>("wire");

    QTest::newRow("lines") << Framing::Kind::Lines << "hi"_ba << false << "hi\n"_ba;
    QTest::newRow("lines, empty") << Framing::Kind::Lines << ""_ba << false << "\n"_ba;
    QTest::newRow("lines, a piece") << Framing::Kind::Lines << "hi"_ba << true << "hi"_ba;
    QTest::newRow("raw") << Framing::Kind::Raw << "hi"_ba << false << "hi"_ba;
}

void TestWords::composingAddsTheTerminator()
{
    QFETCH(Framing::Kind, kind);
    QFETCH(QByteArray, content);
    QFETCH(bool, more);

    const Message message = Framing{kind}.compose(content, more);

    QTEST(message.wire, "wire");
    QCOMPARE(message.content().toByteArray(), content);
    QCOMPARE(message.more, more);
}

void TestWords::aRecordWithoutDetailsHasEmptyOnes()
{
    const Record record;
    QCOMPARE(record.more().reason, CloseReason::None);
    QVERIFY(record.more().text.isEmpty());
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
