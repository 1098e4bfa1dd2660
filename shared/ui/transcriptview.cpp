#include "transcriptview.h"

#include "emptytranscript.h"
#include "findbar.h"
#include "transcriptfinder.h"
#include "transcriptlist.h"
#include "transcriptmodel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <climits>

using namespace Qt::StringLiterals;

TranscriptView::TranscriptView(QWidget *parent)
    : QWidget(parent)
    , m_list(new TranscriptList(this))
    , m_findBar(new FindBar(this))
    , m_empty(new EmptyTranscript(m_list))
    , m_newButton(new QPushButton(m_list))
    , m_finder(new TranscriptFinder(m_findBar, m_list, this))
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

void TranscriptView::setModel(TranscriptModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_list->setModel(model);
    m_finder->setModel(model);
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
                m_finder->showPosition(row);
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
    m_finder->open();
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

std::optional<SelectedRows> TranscriptView::selectedRows() const
{
    Q_ASSERT(m_model);
    return SelectedRows::of(m_list->selectionModel()->selection(), *m_model);
}

std::optional<QByteArray> TranscriptView::selectedBytes() const
{
    if (!m_model)
        return QByteArray();
    const auto rows = selectedRows();
    return rows ? std::optional(rows->bytes()) : std::nullopt;
}

void TranscriptView::copySelection(bool withTimes)
{
    if (!m_model)
        return;
    const auto rows = selectedRows();
    if (!rows) {
        Q_EMIT copyRefused();
        return;
    }
    if (rows->isEmpty())
        return;
    QApplication::clipboard()->setText(rows->text(withTimes));
    Q_EMIT copied();
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
