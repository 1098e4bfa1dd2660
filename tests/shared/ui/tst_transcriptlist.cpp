#include "transcriptlist.h"

#include <QAbstractListModel>
#include <QScrollBar>
#include <QTest>

namespace {

/// So many rows that their pixels are more than an int counts.
class ManyRows final : public QAbstractListModel
{
public:
    static constexpr int Count = 1'500'000'000;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : Count; }
    QVariant data(const QModelIndex &, int) const override { return {}; }
};

}

class TestTranscriptList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsTheLastOfVeryManyRows();
    void goesToAnyRow_data();
    void goesToAnyRow();

private:
    bool isInSight(int row) const
    {
        return m_list->viewport()->rect().contains(m_list->visualRect(m_model.index(row)).center());
    }

    ManyRows m_model;
    std::unique_ptr<TranscriptList> m_list;
};

void TestTranscriptList::init()
{
    m_list = std::make_unique<TranscriptList>();
    m_list->setModel(&m_model);
    m_list->resize(400, 300);
    m_list->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_list.get()));
}

void TestTranscriptList::showsTheLastOfVeryManyRows()
{
    QVERIFY(m_list->isFollowing());
    QVERIFY(isInSight(ManyRows::Count - 1));
    QVERIFY(!isInSight(0));
}

void TestTranscriptList::goesToAnyRow_data()
{
    QTest::addColumn<int>("row");
    QTest::newRow("the first") << 0;
    QTest::newRow("one in the middle") << 765'432'100;
    QTest::newRow("the last") << ManyRows::Count - 1;
}

void TestTranscriptList::goesToAnyRow()
{
    QFETCH(const int, row);
    const QModelIndex index = m_model.index(row);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
    QVERIFY(isInSight(row));
    QCOMPARE(m_list->indexAt(m_list->visualRect(index).center()), index);
}

QTEST_MAIN(TestTranscriptList)

#include "tst_transcriptlist.moc"
