#include "transcriptfinder.h"

#include "findbar.h"
#include "transcriptlist.h"
#include "transcriptmodel.h"
#include "transcriptsearch.h"

TranscriptFinder::TranscriptFinder(FindBar *bar, TranscriptList *list, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_list(list)
    , m_search(new TranscriptSearch(this))
{
    watchBar();
    watchSearch();
}

void TranscriptFinder::watchBar()
{
    connect(m_bar, &FindBar::edited, this, [this] { find(false, 0); });
    connect(m_bar, &FindBar::confirmed, this, [this] { find(false, 0); });
    connect(m_bar, &FindBar::nextRequested, this, [this] { find(false, 1); });
    connect(m_bar, &FindBar::previousRequested, this, [this] { find(true, -1); });
    connect(m_bar, &FindBar::closed, this, &TranscriptFinder::close);
}

void TranscriptFinder::watchSearch()
{
    connect(m_search, &TranscriptSearch::found, this, &TranscriptFinder::showRow);
    connect(m_search, &TranscriptSearch::notFound, m_bar, [this](qsizetype untold) {
        if (untold > 0)
            m_bar->showTooLong(0, untold);
        else
            m_bar->showNotFound();
    });
    connect(m_search, &TranscriptSearch::progressed, m_bar, &FindBar::showProgress);
    connect(m_search, &TranscriptSearch::counted, this, &TranscriptFinder::showCount);
}

void TranscriptFinder::setModel(TranscriptModel *model)
{
    m_model = model;
    m_search->setModel(model);
}

void TranscriptFinder::open()
{
    m_bar->open();
    find(false, 0);
}

void TranscriptFinder::close()
{
    m_search->stop();
    m_bar->hide();
    m_list->setFocus(Qt::OtherFocusReason);
}

void TranscriptFinder::find(bool backwards, int step)
{
    if (!m_model || m_bar->text().isEmpty()) {
        m_search->stop();
        m_bar->showNothing();
        return;
    }
    const QModelIndex current = m_list->currentIndex();
    const int from = current.isValid() ? current.row() + step : m_list->firstVisibleRow();
    m_bar->showSearching();
    m_search->find(m_bar->text(), from, backwards);
}

void TranscriptFinder::showCount(qsizetype rows, qsizetype untold)
{
    const QModelIndex current = m_list->currentIndex();
    if (untold > 0)
        m_bar->showTooLong(rows, untold);
    else if (rows > 0)
        m_bar->showCount(rows, m_search->positionOf(current.isValid() ? current.row() : -1));
    else
        m_bar->showNotFound();
}

void TranscriptFinder::showPosition(qsizetype row)
{
    m_bar->showPosition(m_search->positionOf(row));
}

void TranscriptFinder::showRow(qsizetype row)
{
    const QModelIndex index = m_model->index(int(row), 0);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
}
