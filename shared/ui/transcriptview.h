#pragma once

#include "selectedrows.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class EmptyTranscript;
class FindBar;
class QAction;
class QKeySequence;
class QPushButton;
class TranscriptFinder;
class TranscriptList;
class TranscriptModel;

/// A transcript to read, search and copy from. Follows the newest row until one scrolls back; then it stays put, counts
/// what is new, and follows again on the press of the button or of End.
class TranscriptView final : public QWidget
{
    Q_OBJECT
public:
    explicit TranscriptView(QWidget *parent = nullptr);

    /// Not owned; must outlive the view or be replaced first.
    void setModel(TranscriptModel *model);
    TranscriptModel *model() const;

    /// Shown where the rows would be while there is nothing that could be shown.
    void setEmptyText(const QString &text);

    qsizetype currentRow() const; ///< -1: none
    /// What was on the wire, of the selected messages; nothing when that is too much to copy.
    std::optional<QByteArray> selectedBytes() const;
    bool isFollowing() const;
    qsizetype newCount() const { return m_new; } ///< rows that came since following stopped

    // For the menus of a window; they have texts, shortcuts and translations.
    QAction *copyAction() const { return m_copy; }
    QAction *copyWithTimesAction() const { return m_copyWithTimes; }
    QAction *selectAllAction() const { return m_selectAll; }
    QAction *findAction() const { return m_find; }
    QAction *clearAction() const { return m_clear; }

public Q_SLOTS:
    void follow();
    void openFind();
    void clear();
    void copy();          ///< the whole messages of the selected rows
    void copyWithTimes(); ///< the same with date, time, socket and direction in front
    void selectAll();

Q_SIGNALS:
    void followingChanged(bool following);
    void currentRowChanged(qsizetype row); ///< -1: none
    void menuRequested(const QPoint &position); ///< on the screen
    void allRowsRequested();               ///< none of those that there are is to be seen
    void copied();
    void copyRefused();                    ///< more is selected than the clipboard is for

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QAction *makeAction(const QString &name, const QKeySequence &key, void (TranscriptView::*slot)());
    void makeActions();
    void watchList();
    void retranslate();
    void copySelection(bool withTimes);
    std::optional<SelectedRows> selectedRows() const;
    void onFollowingChanged(bool following);
    void onRowsInserted(int count);
    void onReset();
    void updateOverlays();
    void placeOverlays();
    void updateActions();

    QPointer<TranscriptModel> m_model;
    TranscriptList *m_list;
    FindBar *m_findBar;
    EmptyTranscript *m_empty;
    QPushButton *m_newButton;
    TranscriptFinder *m_finder;
    QAction *m_copy = nullptr;
    QAction *m_copyWithTimes = nullptr;
    QAction *m_selectAll = nullptr;
    QAction *m_find = nullptr;
    QAction *m_clear = nullptr;
    qsizetype m_new = 0;
};
