#pragma once

#include "transcriptmodel.h"

#include <QMenu>

class QActionGroup;

/// How the time stamps of a transcript are written; one of them is checked.
class TimeStampMenu final : public QMenu
{
    Q_OBJECT
public:
    explicit TimeStampMenu(QWidget *parent = nullptr);

    qsizetype chosenIndex() const; ///< to keep in the settings
    void choose(qsizetype index);  ///< as if by hand; nothing happens where there is none

Q_SIGNALS:
    void chosen(TranscriptModel::TimeStamp kind);

protected:
    void changeEvent(QEvent *event) override;

private:
    void add(TranscriptModel::TimeStamp kind, const QString &name);
    void retranslate();

    QActionGroup *m_kinds;
};
