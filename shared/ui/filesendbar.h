#pragma once

#include "fileprogress.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class RateBox;

/// How far a file is, its rate, and what stops it: "12.3 MB of 80 MB · 4.1 MB/s · 0:16 left". The bar is
/// that of the slowest target. Hidden until the first file, and again once its outcome was dismissed.
class FileSendBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FileSendBar(QWidget *parent = nullptr);

    /// Asks for a file and its rate, in a dialog; ends in `sendRequested`. While another file is on its way it says so.
    void ask(const QString &recipients, const QString &path = {});
    void setProgress(const FileProgress &progress);

Q_SIGNALS:
    void sendRequested(const QString &path, quint64 bytesPerSecond);
    void refused(const QString &sentence);
    void pauseRequested(bool on);
    void cancelRequested();
    void rateChosen(quint64 bytesPerSecond);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void showProgress();
    void onEnd();
    void retranslate();

    FileProgress m_progress;
    QLabel *m_name;
    QProgressBar *m_bar;
    QLabel *m_status;
    QLabel *m_rateLabel;
    RateBox *m_rate;
    QPushButton *m_pause;
    QPushButton *m_end; // cancels, and once it is over dismisses
};
