#include "controlnames.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// How characters without a look of their own are named.
class TestControlNames final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNamedIsTinted_data();
    void whatIsNamedIsTinted();
};

void TestControlNames::whatIsNamedIsTinted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tinted");
    QTest::newRow("a picture") << u"a\u2409b"_s << u"TAB"_s;
    QTest::newRow("a spelled-out one") << u"a⟨U+202E⟩b"_s << u"⟨U+202E⟩"_s;
    QTest::newRow("one that is cut off") << u"a⟨U+20"_s << QString();
    QTest::newRow("none") << u"ab"_s << QString();
}

void TestControlNames::whatIsNamedIsTinted()
{
    QFETCH(QString, text);
    const NamedText named = nameControls(text, QFont(), Qt::red);
    QString tinted;
    for (const QTextLayout::FormatRange &range : named.formats) {
        if (range.format.hasProperty(QTextFormat::BackgroundBrush))
            tinted += named.text.sliced(range.start, range.length);
    }
    QTEST(tinted, "tinted");
}

QTEST_MAIN(TestControlNames)
#include "tst_controlnames.moc"
