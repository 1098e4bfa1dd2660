#include "searchpattern.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Kind = SearchText::Kind;

Q_DECLARE_METATYPE(SearchText)

/// Looking for text, expressions and bytes in messages.
class TestSearchPattern final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMessageHoldsIt_data();
    void aMessageHoldsIt();
    void bytesAreSoughtInTheWholeMessage();
    void otherEncodingsAreSoughtAsText();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
};

static bool holds(const SearchText &sought, const QByteArray &message)
{
    QString problem;
    const auto pattern = SearchPattern::compile(sought, &problem);
    return pattern && pattern->isIn(message, message, true, [&message] { return QString::fromUtf8(message); });
}

void TestSearchPattern::aMessageHoldsIt_data()
{
    QTest::addColumn<SearchText>("sought");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("found");

    const SearchText small{Kind::Plain, u"hello"_s, false};
    QTest::newRow("text") << small << "say hello"_ba << true;
    QTest::newRow("other case") << small << "say HeLLo"_ba << true;
    QTest::newRow("absent") << small << "hell o"_ba << false;
    QTest::newRow("longer than the message") << small << "hell"_ba << false;
    QTest::newRow("beside other characters") << small << "中文 HELLO"_ba << true;
    QTest::newRow("beside bytes that are no text") << small << "\xFF\x80 hello"_ba << true;
    QTest::newRow("capitals") << SearchText{Kind::Plain, u"HELLO"_s, false} << "hello"_ba << true;
    QTest::newRow("same case") << SearchText{Kind::Plain, u"Hello"_s, true} << "Hello"_ba << true;
    QTest::newRow("another case") << SearchText{Kind::Plain, u"Hello"_s, true} << "hello"_ba << false;
    QTest::newRow("Chinese") << SearchText{Kind::Plain, u"文"_s, false} << "中文"_ba << true;
    QTest::newRow("accents fold") << SearchText{Kind::Plain, u"É"_s, false} << "é"_ba << true;
    QTest::newRow("accents differ") << SearchText{Kind::Plain, u"É"_s, true} << "é"_ba << false;
    QTest::newRow("a special character is itself") << SearchText{Kind::Plain, u"a.c"_s, false} << "abc"_ba << false;
    QTest::newRow("expression") << SearchText{Kind::Regex, u"^T\\d+$"_s, false} << "t42"_ba << true;
    QTest::newRow("expression, same case") << SearchText{Kind::Regex, u"^T\\d+$"_s, true} << "t42"_ba << false;
    QTest::newRow("expression, absent") << SearchText{Kind::Regex, u"\\d"_s, false} << "none"_ba << false;
    QTest::newRow("hex") << SearchText{Kind::Hex, u"00 fF"_s, false} << "a\0\xFF"_ba << true;
    QTest::newRow("hex without blanks") << SearchText{Kind::Hex, u"00ff"_s, false} << "\0\xFE"_ba << false;
    QTest::newRow("hex with commas") << SearchText{Kind::Hex, u"0d,0a"_s, false} << "x\r\n"_ba << true;
}

void TestSearchPattern::aMessageHoldsIt()
{
    QFETCH(SearchText, sought);
    QFETCH(QByteArray, message);
    QTEST(holds(sought, message), "found");
}

void TestSearchPattern::bytesAreSoughtInTheWholeMessage()
{
    QString problem;
    const auto decode = [] { return u"text"_s; };
    const auto hex = SearchPattern::compile({Kind::Hex, u"0a"_s, false}, &problem);
    const auto plain = SearchPattern::compile({Kind::Plain, u"\n"_s, true}, &problem);
    QVERIFY(hex->isIn("text\n", "text", true, decode));
    QVERIFY(!plain->isIn("text\n", "text", true, decode));
}

void TestSearchPattern::otherEncodingsAreSoughtAsText()
{
    QString problem;
    const auto pattern = SearchPattern::compile({Kind::Plain, u"中文"_s, true}, &problem);
    QVERIFY(pattern->isIn("\xD6\xD0\xCE\xC4", "\xD6\xD0\xCE\xC4", false, [] { return u"中文"_s; }));
    QVERIFY(!pattern->isIn("中文", "中文", false, [] { return u"涓枃"_s; }));
}

void TestSearchPattern::whatIsWrongIsSaid_data()
{
    QTest::addColumn<SearchText>("sought");
    QTest::newRow("half a byte") << SearchText{Kind::Hex, u"0d 0"_s, false};
    QTest::newRow("no digit") << SearchText{Kind::Hex, u"0g"_s, false};
    QTest::newRow("open bracket") << SearchText{Kind::Regex, u"a(b"_s, false};
    QTest::newRow("nothing to repeat") << SearchText{Kind::Regex, u"*"_s, false};
}

void TestSearchPattern::whatIsWrongIsSaid()
{
    QFETCH(SearchText, sought);
    QString problem;
    QVERIFY(!SearchPattern::compile(sought, &problem));
    QVERIFY(!problem.isEmpty());
}

QTEST_APPLESS_MAIN(TestSearchPattern)
#include "tst_searchpattern.moc"
