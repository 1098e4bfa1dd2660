#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

/// How far some work in the background is, with a button that gives it up. Shown only for work that takes a while.
class ProgressLine final : public QWidget
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds Patience{250}; ///< work that is done by then is not shown

    explicit ProgressLine(QWidget *parent = nullptr);

    /// `what` is being done, translated: "Dividing the bytes anew …".
    void begin(const QString &what);
    void setPercent(int percent);
    void end();

Q_SIGNALS:
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_what;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTimer m_patience;
};
