#include "transcriptview.h"

#include "bytecopier.h"
#include "emptytranscript.h"
#include "findbar.h"
#include "transcriptlist.h"
#include "transcriptmodel.h"
#include "transcriptsearch.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

TranscriptView::TranscriptView(QWidget *parent)
    : QWidget(parent)
    , m_list(new TranscriptList(this))
    , m_findBar(new FindBar(this))
    , m_empty(new EmptyTranscript(m_list))
    , m_newButton(new QPushButton(m_list))
    , m_search(new TranscriptSearch(this))
{
    setObjectName(u"transcriptView"_s);
    m_list->setObjectName(u"transcript"_s);
    m_newButton->setObjectName(u"newRows"_s);
    m_newButton->setFocusPolicy(Qt::NoFocus);
    m_newButton->hide();
    m_findBar->hide();
    setFocusProxy(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addWidget(m_findBar);

    makeActions();
    watchList();
    watchFindBar();
    retranslate();
    updateOverlays();
}

QAction *TranscriptView::makeAction(const QString &name, const QKeySequence &key, void (TranscriptView::*slot)())
{
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(key);
    // A window that puts it in a menu can widen this.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void TranscriptView::makeActions()
{
    m_copy = makeAction(u"copy"_s, QKeySequence::Copy, &TranscriptView::copy);
    m_copyWithTimes = makeAction(u"copyWithTimes"_s, {}, &TranscriptView::copyWithTimes);
    m_selectAll = makeAction(u"selectAll"_s, QKeySequence::SelectAll, &TranscriptView::selectAll);
    m_find = makeAction(u"find"_s, QKeySequence::Find, &TranscriptView::openFind);
    m_clear = makeAction(u"clear"_s, Qt::CTRL | Qt::Key_L, &TranscriptView::clear);
}

void TranscriptView::watchList()
{
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { Q_EMIT menuRequested(m_list->viewport()->mapToGlobal(position)); });
    connect(m_list, &TranscriptList::followingChanged, this, &TranscriptView::onFollowingChanged);
    connect(m_newButton, &QPushButton::clicked, this, &TranscriptView::follow);
    connect(m_empty, &EmptyTranscript::allRowsRequested, this, &TranscriptView::allRowsRequested);
    connect(m_empty, &EmptyTranscript::clearedRowsRequested, this, [this] { m_model->showCleared(); });
}

void TranscriptView::watchFindBar()
{
    connect(m_findBar, &FindBar::edited, this, [this] { find(false, 0); });
    connect(m_findBar, &FindBar::confirmed, this, [this] { find(false, 0); });
    connect(m_findBar, &FindBar::nextRequested, this, [this] { find(false, 1); });
    connect(m_findBar, &FindBar::previousRequested, this, [this] { find(true, -1); });
    connect(m_findBar, &FindBar::closed, this, [this] {
        m_search->stop();
        m_findBar->hide();
        m_list->setFocus(Qt::OtherFocusReason);
    });
    connect(m_search, &TranscriptSearch::found, this, &TranscriptView::showRow);
    connect(m_search, &TranscriptSearch::notFound, m_findBar, [this](qsizetype untold) {
        if (untold > 0)
            m_findBar->showTooLong(0, untold);
        else
            m_findBar->showNotFound();
    });
    connect(m_search, &TranscriptSearch::progressed, m_findBar, &FindBar::showProgress);
    connect(m_search, &TranscriptSearch::counted, this, &TranscriptView::showCount);
}

void TranscriptView::setModel(TranscriptModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_list->setModel(model);
    m_search->setModel(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        const bool isNew = m_model->rowAt(first) && !m_model->isUnfinished(first);
        onRowsInserted(isNew ? last - first + 1 : 0);
    });
    connect(model, &QAbstractItemModel::modelReset, this, &TranscriptView::onReset);
    if (model->rows())
        connect(model->rows(), &TranscriptRows::grown, m_empty, [this] { m_empty->tell(m_model); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TranscriptView::updateActions);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                const int row = current.isValid() ? current.row() : -1;
                m_findBar->showPosition(m_search->positionOf(row));
                Q_EMIT currentRowChanged(row);
            });
    onReset();
}

TranscriptModel *TranscriptView::model() const
{
    return m_model;
}

void TranscriptView::setEmptyText(const QString &text)
{
    m_empty->setFirstText(text);
}

qsizetype TranscriptView::currentRow() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

bool TranscriptView::isFollowing() const
{
    return m_list->isFollowing();
}

void TranscriptView::follow()
{
    m_list->setFollowing(true);
}

void TranscriptView::openFind()
{
    m_findBar->open();
    find(false, 0);
}

void TranscriptView::clear()
{
    if (m_model)
        m_model->clear();
}

void TranscriptView::copy()
{
    copySelection(false);
}

void TranscriptView::copyWithTimes()
{
    copySelection(true);
}

void TranscriptView::selectAll()
{
    m_list->selectAll();
}

/// From top to bottom; nothing when there is too much in them.
std::optional<QList<QItemSelectionRange>> TranscriptView::selectedRanges() const
{
    QList<QItemSelectionRange> ranges;
    if (m_model)
        ranges = m_list->selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(), [](const auto &a, const auto &b) { return a.top() < b.top(); });
    qsizetype rows = 0;
    for (const QItemSelectionRange &range : std::as_const(ranges))
        rows += range.height();
    if (rows > MaxCopiedRows)
        return {};
    qint64 bytes = 0;
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            bytes += m_model->rowAt(row).value_or(MessageRow()).length;
    }
    return bytes <= ByteCopier::MaxBytes ? std::optional(ranges) : std::nullopt;
}

std::optional<QByteArray> TranscriptView::selectedBytes() const
{
    const auto ranges = selectedRanges();
    if (!ranges)
        return {};
    QByteArray bytes;
    for (const QItemSelectionRange &range : *ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const auto record = m_model->recordAt(row);
            if (record && record->hasMessage())
                bytes += record->message.wire;
        }
    }
    return bytes;
}

void TranscriptView::copySelection(bool withTimes)
{
    const auto ranges = selectedRanges();
    if (!ranges) {
        Q_EMIT copyRefused();
        return;
    }
    QStringList texts;
    for (const QItemSelectionRange &range : *ranges)
        texts.append(m_model->copyText(range.top(), range.bottom(), withTimes));
    if (texts.isEmpty())
        return;
    QApplication::clipboard()->setText(texts.join(u'\n'));
    Q_EMIT copied();
}

void TranscriptView::find(bool backwards, int step)
{
    if (!m_model || m_findBar->text().isEmpty()) {
        m_search->stop();
        m_findBar->showNothing();
        return;
    }
    const QModelIndex current = m_list->currentIndex();
    const int from = current.isValid() ? current.row() + step : m_list->firstVisibleRow();
    m_findBar->showSearching();
    m_search->find(m_findBar->text(), from, backwards);
}

void TranscriptView::showCount(qsizetype rows, qsizetype untold)
{
    if (untold > 0)
        m_findBar->showTooLong(rows, untold);
    else if (rows > 0)
        m_findBar->showCount(rows, m_search->positionOf(currentRow()));
    else
        m_findBar->showNotFound();
}

void TranscriptView::showRow(qsizetype row)
{
    const QModelIndex index = m_model->index(int(row), 0);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void TranscriptView::onFollowingChanged(bool following)
{
    m_new = 0;
    updateOverlays();
    Q_EMIT followingChanged(following);
}

void TranscriptView::onRowsInserted(int count)
{
    if (!isFollowing())
        m_new += count;
    updateOverlays();
    updateActions();
}

void TranscriptView::onReset()
{
    m_new = 0;
    m_list->setFollowing(true);
    updateOverlays();
    updateActions();
}

void TranscriptView::updateOverlays()
{
    m_empty->tell(m_model);
    m_newButton->setVisible(m_new > 0);
    if (m_new > 0)
        m_newButton->setText(tr("%Ln new ↓", nullptr, int(qMin<qsizetype>(m_new, INT_MAX))));
    placeOverlays();
}

void TranscriptView::placeOverlays()
{
    const QRect area = m_list->viewport()->geometry();
    const int margin = fontMetrics().height();
    m_empty->setGeometry(area.adjusted(margin, margin, -margin, -margin));
    m_newButton->resize(m_newButton->sizeHint());
    m_newButton->move(area.center().x() - m_newButton->width() / 2, area.bottom() - m_newButton->height() - margin / 2);
}

void TranscriptView::updateActions()
{
    const bool any = m_model && m_model->rowCount() > 0;
    const bool selected = any && m_list->selectionModel()->hasSelection();
    m_copy->setEnabled(selected);
    m_copyWithTimes->setEnabled(selected);
    m_selectAll->setEnabled(any);
    m_clear->setEnabled(any);
}

bool TranscriptView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        placeOverlays();
    return QWidget::eventFilter(watched, event);
}

void TranscriptView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TranscriptView::retranslate()
{
    m_list->setAccessibleName(tr("Transcript"));
    m_copy->setText(tr("&Copy"));
    m_copyWithTimes->setText(tr("Copy with &time stamps"));
    m_selectAll->setText(tr("Select &all"));
    m_find->setText(tr("&Find…"));
    m_clear->setText(tr("C&lear view"));
    updateOverlays();
    updateActions();
    if (m_model)
        m_model->retranslate();
}
