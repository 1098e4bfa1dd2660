#include "transcriptmodel.h"
#include "transcriptsearch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

class TestTranscriptSearch final : public QObject
{
    Q_OBJECT

    static Record received(const QByteArray &content)
    {
        Message message;
        message.wire = content;
        return Record::of(Record::Kind::Received, 1, message);
    }

private Q_SLOTS:
    void init();
    void findsTheNextRow();
    void goesOnAtTheOtherEnd();
    void saysWhenThereIsNone();
    void countsAllRows();
    void countsWhatComesLater();
    void findsAmongAHundredThousandRows();

private:
    std::unique_ptr<TranscriptModel> m_model;
    std::unique_ptr<TranscriptSearch> m_search;
};

void TestTranscriptSearch::init()
{
    m_search = std::make_unique<TranscriptSearch>();
    m_model = std::make_unique<TranscriptModel>();
    m_search->setModel(m_model.get());
    m_model->append({received("apple"), received("pear"), received("pineapple"), received("plum")});
}

void TestTranscriptSearch::findsTheNextRow()
{
    QSignalSpy found(m_search.get(), &TranscriptSearch::found);
    m_search->find(u"apple"_s, 1, false);
    QVERIFY(found.wait());
    QCOMPARE(found.at(0).at(0).value<qsizetype>(), 2);
}

void TestTranscriptSearch::goesOnAtTheOtherEnd()
{
    QSignalSpy found(m_search.get(), &TranscriptSearch::found);
    m_search->find(u"apple"_s, 3, false);
    QVERIFY(found.wait());
    QCOMPARE(found.at(0).at(0).value<qsizetype>(), 0);
    m_search->find(u"plum"_s, 1, true);
    QVERIFY(found.wait());
    QCOMPARE(found.at(1).at(0).value<qsizetype>(), 3);
}

void TestTranscriptSearch::saysWhenThereIsNone()
{
    QSignalSpy none(m_search.get(), &TranscriptSearch::notFound);
    m_search->find(u"melon"_s, 2, false);
    QVERIFY(none.wait());
    QVERIFY(!m_search->isSearching());
}

void TestTranscriptSearch::countsAllRows()
{
    QSignalSpy counted(m_search.get(), &TranscriptSearch::counted);
    m_search->find(u"APPLE"_s, 0, false);
    QVERIFY(counted.wait());
    QCOMPARE(counted.at(0).at(0).value<qsizetype>(), 2);
}

void TestTranscriptSearch::countsWhatComesLater()
{
    QSignalSpy counted(m_search.get(), &TranscriptSearch::counted);
    m_search->find(u"apple"_s, 0, false);
    QVERIFY(counted.wait());
    m_model->append({received("apple again")});
    QVERIFY(counted.wait());
    QCOMPARE(counted.at(1).at(0).value<qsizetype>(), 3);
}

void TestTranscriptSearch::findsAmongAHundredThousandRows()
{
    m_model->append(QList<Record>(100'000, received("straw")));
    m_model->append({received("needle")});
    QSignalSpy found(m_search.get(), &TranscriptSearch::found);
    m_search->find(u"needle"_s, 0, false);
    QVERIFY(found.wait());
    QCOMPARE(found.at(0).at(0).value<qsizetype>(), 100'004);
}

QTEST_GUILESS_MAIN(TestTranscriptSearch)
#include "tst_transcriptsearch.moc"
