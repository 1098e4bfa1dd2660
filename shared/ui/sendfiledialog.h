#pragma once

#include <QDialog>

class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class RateBox;

/// Asks which file to send and how fast. What was chosen the last time is offered again.
class SendFileDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `recipients` says to whom it goes. `path`: the file that was dropped; empty: none is chosen yet.
    SendFileDialog(const QString &recipients, const QString &path, QWidget *parent = nullptr);

    QString path() const;
    quint64 rate() const;

protected:
    void accept() override;
    void changeEvent(QEvent *event) override;

private:
    void layOut(const QString &recipients);
    void browse();
    void look();
    void retranslate();

    QLineEdit *m_path;
    QPushButton *m_browse;
    QLabel *m_finding; // the size, or what is wrong
    RateBox *m_rate;
    QLabel *m_note;
    QLabel *m_pathLabel;
    QLabel *m_recipientsLabel;
    QLabel *m_rateLabel;
    QDialogButtonBox *m_buttons;
};
