#pragma once

#include <QFrame>

class QAction;
class QHBoxLayout;
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
    /// The same with buttons for what one can do about it; the actions stay their owner's.
    void offer(const QString &sentence, const QList<QAction *> &actions);
    void clear();
    void takeBack(const QString &sentence); ///< clears it where it still tells this: it is not so any more
    QString text() const;

Q_SIGNALS:
    void dismissed(); ///< by the user

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addOffer(QAction *action);
    void paintTone();

    QHBoxLayout *m_offers;
    QLabel *m_label;
    QToolButton *m_close;
    Tone m_tone = Tone::Problem;
};
