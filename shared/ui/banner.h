#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

/// A sentence that must be noticed, in the window instead of over it. Hidden while it has none; a button dismisses it.
class Banner final : public QFrame
{
    Q_OBJECT
public:
    enum class Tone : quint8 { Problem, Information };

    explicit Banner(QWidget *parent = nullptr);

    void tell(const QString &sentence, Tone tone = Tone::Problem); ///< plain text
    void clear();
    void takeBack(const QString &sentence); ///< clears it where it still tells this: it is not so any more
    QString text() const;

Q_SIGNALS:
    void dismissed(); ///< by the user

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void paintTone();

    QLabel *m_label;
    QToolButton *m_close;
    Tone m_tone = Tone::Problem;
};
