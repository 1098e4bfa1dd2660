#include "pagedtext.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const ByteSource> sourceOf(const QByteArray &bytes)
{
    return std::make_shared<ByteArraySource>(bytes);
}

/// Endless text, of which nothing is kept; counts what is asked for.
class CountedSource final : public ByteSource
{
public:
    explicit CountedSource(qint64 size)
        : m_size(size)
    {
    }

    qint64 size() const override { return m_size; }
    QByteArray read(qint64, qint64 length) const override
    {
        asked += length;
        return QByteArray(length, 'x');
    }

    mutable qint64 asked = 0;

private:
    qint64 m_size;
};

}

class TestPagedText final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsOneEmptyPage();
    void pagesMakeUpTheWhole_data();
    void pagesMakeUpTheWhole();
    void everyByteIsOnItsPage();
    void largeUnitsStayWhole();
    void aPageOfALongSourceAsksForItsBytesOnly();
};

void TestPagedText::nothingIsOneEmptyPage()
{
    const PagedText none;
    QCOMPARE(none.pageCount(), 1);
    QCOMPARE(none.page(0).text(), QString());
    QCOMPARE(none.pageOf(0), 0);
    QCOMPARE(PagedText(sourceOf({})).page(0).text(), QString());
}

void TestPagedText::pagesMakeUpTheWhole_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<int>("shift");

    for (int shift = 0; shift < 4; ++shift) {
        QTest::addRow("one byte each, %d", shift) << "abc"_ba << shift;
        QTest::addRow("three bytes each, %d", shift) << "中文"_ba << shift;
        QTest::addRow("four bytes each, %d", shift) << "😀"_ba << shift;
        QTest::addRow("lines, %d", shift) << "é中😀\n"_ba << shift;
        QTest::addRow("bad bytes, %d", shift) << "\xFF中\x80"_ba << shift;
    }
}

void TestPagedText::pagesMakeUpTheWhole()
{
    QFETCH(QByteArray, pattern);
    QFETCH(int, shift);
    const QByteArray bytes = QByteArray(shift, '-') + pattern.repeated(int(3 * PagedText::PageSize / pattern.size()));
    const PagedText paged(sourceOf(bytes));
    QVERIFY(paged.pageCount() >= 3);
    QString text;
    qint64 end = 0;
    for (qint64 page = 0; page < paged.pageCount(); ++page) {
        const TextMap map = paged.page(page);
        QCOMPARE(map.bytes().start, end);
        end = map.bytes().end();
        text += map.text();
    }
    QCOMPARE(end, bytes.size());
    QCOMPARE(text, decodeMapped(bytes, CharacterDecoder::of({})).text());
}

void TestPagedText::everyByteIsOnItsPage()
{
    const PagedText paged(sourceOf("-"_ba + "中"_ba.repeated(int(PagedText::PageSize))));
    for (qint64 border = PagedText::PageSize; border < paged.size(); border += PagedText::PageSize) {
        for (qint64 offset = border - 3; offset < qMin(border + 3, paged.size()); ++offset) {
            const ByteRange shown = paged.page(paged.pageOf(offset)).bytes();
            QVERIFY(shown.start <= offset && offset < shown.end());
        }
    }
}

void TestPagedText::largeUnitsStayWhole()
{
    // 0x2D below looks like a character by itself to who does not know that units have two bytes.
    const QByteArray bytes = "\x4E\x2D"_ba.repeated(int(PagedText::PageSize));
    const PagedText paged(sourceOf(bytes), CharacterDecoder::of(*Encoding::parse(u"UTF-16BE")));
    for (qint64 page = 0; page < paged.pageCount(); ++page)
        QCOMPARE(paged.page(page).text(), QString(PagedText::PageSize / 2, u'中'));
}

void TestPagedText::aPageOfALongSourceAsksForItsBytesOnly()
{
    const auto source = std::make_shared<CountedSource>(qint64(256) * 1024 * 1024);
    const PagedText paged(source);
    const TextMap map = paged.page(paged.pageOf(200'000'000));
    QCOMPARE(map.bytes().length, PagedText::PageSize);
    QVERIFY2(source->asked < 2 * PagedText::PageSize + 4 * PagedText::LookBack, qPrintable(QString::number(source->asked)));
}

QTEST_GUILESS_MAIN(TestPagedText)
#include "tst_pagedtext.moc"
