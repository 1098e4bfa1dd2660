#include "typedtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestTypedText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void becomesTheBytesOfAnInterpretation_data();
    void becomesTheBytesOfAnInterpretation();
    void whatCanNotBeWrittenIsSaid_data();
    void whatCanNotBeWrittenIsSaid();
    void eachInterpretationIsMadeOnce();
    void wideCharactersNeedAnEndOfWholeOnes_data();
    void wideCharactersNeedAnEndOfWholeOnes();
};

static Interpretation interpretation(const QString &framing, const QString &encoding)
{
    return {*parseFraming(framing), *Encoding::parse(encoding)};
}

void TestTypedText::becomesTheBytesOfAnInterpretation_data()
{
    QTest::addColumn<InputForm>("form");
    QTest::addColumn<QString>("text");
    QTest::addColumn<LineEnding>("ending");
    QTest::addColumn<QString>("framing");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<QByteArray>("hex");
    const auto asFraming = LineEnding::Framing;
    QTest::newRow("lines") << InputForm::Text << u"é"_s << asFraming << u"lines"_s << u"UTF-8"_s << "c3a90a"_ba;
    QTest::newRow("latin1") << InputForm::Text << u"é"_s << asFraming << u"crlf"_s << u"latin1"_s << "e90d0a"_ba;
    QTest::newRow("prefix") << InputForm::Text << u"é"_s << asFraming << u"length:u16le"_s << u"UTF-8"_s << "0200c3a9"_ba;
    QTest::newRow("prefix counts the encoding's bytes")
        << InputForm::Text << u"é"_s << asFraming << u"length:u8"_s << u"latin1"_s << "01e9"_ba;
    QTest::newRow("escapes") << InputForm::Escapes << u"\\xFFé"_s << asFraming << u"nul"_s << u"latin1"_s << "ffe900"_ba;
    QTest::newRow("hex") << InputForm::Hex << u"ff 00"_s << asFraming << u"raw"_s << u"latin1"_s << "ff00"_ba;
    QTest::newRow("own ending") << InputForm::Text << u"é"_s << LineEnding::Cr << u"length:u8"_s << u"latin1"_s << "e90d"_ba;
    QTest::newRow("no ending") << InputForm::Text << u"é"_s << LineEnding::None << u"fixed:9"_s << u"UTF-8"_s << "c3a9"_ba;
}

void TestTypedText::becomesTheBytesOfAnInterpretation()
{
    QFETCH(InputForm, form);
    QFETCH(QString, text);
    QFETCH(LineEnding, ending);
    QFETCH(QString, framing);
    QFETCH(QString, encoding);
    QFETCH(QByteArray, hex);
    QString problem;
    const auto message = TypedText{form, text, ending}.compose(interpretation(framing, encoding), &problem);
    QVERIFY2(message, qPrintable(problem));
    QCOMPARE(message->wire.toHex(), hex);
}

void TestTypedText::whatCanNotBeWrittenIsSaid_data()
{
    QTest::addColumn<TypedText>("typed");
    QTest::addColumn<QString>("framing");
    QTest::newRow("a character that the encoding lacks") << TypedText{.text = u"好"_s} << u"lines"_s;
    QTest::newRow("a size that the framing lacks") << TypedText{.text = u"abc"_s} << u"fixed:2"_s;
    QTest::newRow("more than the prefix can say") << TypedText{.text = QString(256, u'a')} << u"length:u8"_s;
    QTest::newRow("nothing") << TypedText{} << u"raw"_s;
    QTest::newRow("half a byte") << TypedText{InputForm::Hex, u"f"_s} << u"raw"_s;
}

void TestTypedText::whatCanNotBeWrittenIsSaid()
{
    QFETCH(TypedText, typed);
    QFETCH(QString, framing);
    QString problem;
    QVERIFY(!typed.compose(interpretation(framing, u"latin1"_s), &problem));
    QVERIFY(!problem.isEmpty());
}

void TestTypedText::eachInterpretationIsMadeOnce()
{
    TypedMessages messages({.text = u"é"_s});
    const auto &lines = messages.in(interpretation(u"lines"_s, u"UTF-8"_s));
    const auto &fixed = messages.in(interpretation(u"fixed:1"_s, u"UTF-8"_s));
    QCOMPARE(lines.message->wire, "é\n"_ba);
    QVERIFY(!fixed.message);
    QVERIFY(!fixed.problem.isEmpty());
    QCOMPARE(&messages.in(interpretation(u"lines"_s, u"UTF-8"_s)), &lines);
}

void TestTypedText::wideCharactersNeedAnEndOfWholeOnes_data()
{
    QTest::addColumn<QString>("framing");
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("goes");
    QTest::newRow("lines, UTF-8") << u"lines"_s << u"UTF-8"_s << true;
    QTest::newRow("lines, GBK") << u"lines"_s << u"GBK"_s << true;
    QTest::newRow("lines, UTF-16") << u"lines"_s << u"UTF-16LE"_s << false;
    QTest::newRow("CR LF, UTF-16") << u"crlf"_s << u"UTF-16BE"_s << false;
    QTest::newRow("NUL, UTF-32") << u"nul"_s << u"UTF-32LE"_s << false;
    QTest::newRow("raw, UTF-16") << u"raw"_s << u"UTF-16LE"_s << true;
    QTest::newRow("length, UTF-32") << u"length:u8"_s << u"UTF-32LE"_s << true;
    QTest::newRow("half a character, UTF-16") << u"delimiter:;"_s << u"UTF-16LE"_s << false;
    QTest::newRow("a whole character, UTF-16") << u"delimiter:;\\0"_s << u"UTF-16LE"_s << true;
    QTest::newRow("half a character, UTF-32") << u"delimiter:;\\0"_s << u"UTF-32LE"_s << false;
}

void TestTypedText::wideCharactersNeedAnEndOfWholeOnes()
{
    QFETCH(QString, framing);
    QFETCH(QString, encoding);
    if (!Encoding::parse(encoding))
        QSKIP("This Qt lacks the encoding");
    const Interpretation chosen = interpretation(framing, encoding);
    QTEST(chosen.goesTogether(), "goes");
    QCOMPARE(chosen.problem().isEmpty(), chosen.goesTogether());
}

QTEST_APPLESS_MAIN(TestTypedText)
#include "tst_typedtext.moc"
