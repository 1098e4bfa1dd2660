#include "transcriptfixture.h"
#include "transcriptsearch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTranscriptSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsTheNextRow();
    void goesOnAtTheOtherEnd();
    void saysWhenThereIsNone();
    void countsAllRows();
    void countsWhatComesLater();
    void knowsTheirPlaces();
    void findsAmongAHundredThousandRows();
    void findsInAnyWay_data();
    void findsInAnyWay();
    void stopsAtOnce();
    void answersThoughTheRowsWereReplaced();

private:
    static SearchText plain(const QString &text) { return {SearchText::Kind::Plain, text, false}; }

    std::unique_ptr<TranscriptFixture> m_transcript;
    std::unique_ptr<TranscriptSearch> m_search;
};

void TestTranscriptSearch::init()
{
    m_search = std::make_unique<TranscriptSearch>();
    m_transcript = std::make_unique<TranscriptFixture>();
    m_search->setModel(&m_transcript->model);
    QVERIFY(m_transcript->append({TranscriptFixture::received("apple\npear\npineapple\nplum\n")}));
}

void TestTranscriptSearch::findsTheNextRow()
{
    QSignalSpy found(m_search.get(), &TranscriptSearch::found);
    m_search->find(plain(u"apple"_s), 1, false);
    QVERIFY(found.wait());
    QCOMPARE(found.at(0).at(0).value<qsizetype>(), 2);
}

void TestTranscriptSearch::goesOnAtTheOtherEnd()
{
    QSignalSpy found(m_search.get(), &TranscriptSearch::found);
    m_search->find(plain(u"apple"_s), 3, false);
    QVERIFY(found.wait());
    QCOMPARE(found.at(0).at(0).value<qsizetype>(), 0);
    m_search->find(plain(u"plum"_s), 1, true);
    QVERIFY(found.wait());
    QCOMPARE(found.at(1).at(0).value<qsizetype>(), 3);
}

void TestTranscriptSearch::saysWhenThereIsNone()
{
    QSignalSpy none(m_search.get(), &TranscriptSearch::notFound);
    m_search->find(plain(u"melon"_s), 2, false);
    QVERIFY(none.wait());
    QVERIFY(!m_search->isSearching());
}

void TestTranscriptSearch::countsAllRows()
{
    QSignalSpy counted(m_search.get(), &TranscriptSearch::counted);
    m_search->find(plain(u"APPLE"_s), 0, false);
    QVERIFY(counted.wait());
    QCOMPARE(counted.at(0).at(0).value<qsizetype>(), 2);
}

void TestTranscriptSearch::countsWhatComesLater()
{
    QSignalSpy counted(m_search.get(), &TranscriptSearch::counted);
    m_search->find(plain(u"apple"_s), 0, false);
    QVERIFY(counted.wait());
    QVERIFY(m_transcript->append({TranscriptFixture::received("apple again\n")}));
    QVERIFY(counted.wait());
    QCOMPARE(counted.at(1).at(0).value<qsizetype>(), 3);
}

void TestTranscriptSearch::knowsTheirPlaces()
{
    QSignalSpy counted(m_search.get(), &TranscriptSearch::counted);
    m_search->find(plain(u"apple"_s), 0, false);
    QCOMPARE(m_search->positionOf(0), 0); // not counted yet
    QVERIFY(counted.wait());
    QCOMPARE(m_search->positionOf(0), 1);
    QCOMPARE(m_search->positionOf(1), 0);
    QCOMPARE(m_search->positionOf(2), 2);
    QVERIFY(m_transcript->append({TranscriptFixture::received("apple again\n")}));
    QVERIFY(counted.wait());
    QCOMPARE(m_search->positionOf(4), 3);
    m_search->find(plain(u"plum"_s), 0, false);
    QCOMPARE(m_search->positionOf(0), 0);
    QVERIFY(counted.wait());
    QCOMPARE(m_search->positionOf(3), 1);
}

void TestTranscriptSearch::findsAmongAHundredThousandRows()
{
    QVERIFY(m_transcript->append({TranscriptFixture::received(QByteArray("straw\n").repeated(100'000)),
                                  TranscriptFixture::received("needle\n")}));
    QSignalSpy found(m_search.get(), &TranscriptSearch::found);
    m_search->find(plain(u"needle"_s), 0, false);
    QVERIFY(found.wait());
    QCOMPARE(found.at(0).at(0).value<qsizetype>(), 100'004);
}

void TestTranscriptSearch::answersThoughTheRowsWereReplaced()
{
    QSignalSpy found(m_search.get(), &TranscriptSearch::found);
    m_search->find(plain(u"plum"_s), 0, false);
    m_transcript->model.showCleared();
    QVERIFY(found.wait());
    QCOMPARE(found.at(0).at(0).value<qsizetype>(), 3);
}

void TestTranscriptSearch::findsInAnyWay_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<qsizetype>("rows");
    QTest::newRow("whatever the case") << 0 << u"PLE"_s << false << qsizetype(2);
    QTest::newRow("with the case") << 0 << u"PLE"_s << true << qsizetype(0);
    QTest::newRow("beyond ASCII") << 0 << u"ÄPFEL"_s << false << qsizetype(1);
    QTest::newRow("Chinese") << 0 << u"苹果"_s << true << qsizetype(1);
    QTest::newRow("an expression") << 1 << u"^p.*e$"_s << false << qsizetype(1);
    QTest::newRow("bytes, the line's end among them") << 2 << u"6d 0a"_s << false << qsizetype(1);
}

void TestTranscriptSearch::findsInAnyWay()
{
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    QFETCH(const bool, matchCase);
    QFETCH(const qsizetype, rows);
    QVERIFY(m_transcript->append({TranscriptFixture::received("Äpfel 苹果\n")}));
    QSignalSpy counted(m_search.get(), &TranscriptSearch::counted);
    m_search->find({SearchText::Kind(kind), text, matchCase}, 0, false);
    QVERIFY(counted.wait());
    QCOMPARE(counted.at(0).at(0).value<qsizetype>(), rows);
}

void TestTranscriptSearch::stopsAtOnce()
{
    QSignalSpy found(m_search.get(), &TranscriptSearch::found);
    QSignalSpy counted(m_search.get(), &TranscriptSearch::counted);
    m_search->find(plain(u"apple"_s), 0, false);
    m_search->stop();
    m_search->find(plain(u"plum"_s), 0, false);
    QVERIFY(counted.wait());
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.at(0).at(0).value<qsizetype>(), 3);
}

QTEST_GUILESS_MAIN(TestTranscriptSearch)
#include "tst_transcriptsearch.moc"
