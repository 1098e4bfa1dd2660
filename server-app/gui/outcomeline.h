#pragma once

#include <QWidget>

class OutcomeModel;
class QLabel;
class QToolButton;

/// One line on the latest send: "Sent to 3 of 4 · #3 queued · #4 failed: …", and a button that lists every target.
class OutcomeLine final : public QWidget
{
    Q_OBJECT
public:
    explicit OutcomeLine(OutcomeModel *outcomes, QWidget *parent = nullptr);

    /// Takes the place of the summary while it is not empty.
    void setNotice(const QString &notice);

    static QString summary(const OutcomeModel &outcomes);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateSummary();
    void openDetails();

    OutcomeModel *m_outcomes;
    QString m_notice;
    QLabel *m_summary;
    QToolButton *m_details;
};
