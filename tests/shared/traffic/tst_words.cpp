#include "closereason.h"
#include "record.h"
#include "socketstatus.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(CloseReason)

/// The words that scripts rely on (design, section 5).
class TestWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReasonHasItsWord_data();
    void aReasonHasItsWord();
    void everyStateHasAText();
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

void TestWords::aRecordWithoutDetailsHasEmptyOnes()
{
    const Record record;
    QCOMPARE(record.more().reason, CloseReason::None);
    QVERIFY(record.more().text.isEmpty());
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
