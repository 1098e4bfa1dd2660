#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class TranscriptModel;

/// What stands where the rows of a transcript would be while none are to be seen: what the window says at first, or why
/// the rows that there are can't be seen, with a button that shows them.
class EmptyTranscript final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyTranscript(QWidget *parent);

    /// While there is nothing that could be shown.
    void setFirstText(const QString &text);
    /// Looks at the rows anew; hides where there are some. Null: as if there were none.
    void tell(const TranscriptModel *model);

Q_SIGNALS:
    void allRowsRequested();     ///< whatever a filter hides
    void clearedRowsRequested(); ///< what was there when the view was cleared

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Reason : quint8 { NothingYet, Filtered, OtherSockets, Cleared };

    static Reason reasonOf(const TranscriptModel *model);
    QString textOf(const TranscriptModel *model) const;
    void shade();

    QString m_firstText;
    Reason m_reason = Reason::NothingYet;
    QLabel *m_text;
    QPushButton *m_show;
};
