#pragma once

#include <QFrame>

class ElidedLabel;
class QLabel;
class QPushButton;
class Tour;
class TourText;

/// Shows the step of a tour at the head of a window, and has its buttons. Takes room there, so it covers nothing.
class TourCard final : public QFrame
{
    Q_OBJECT
public:
    explicit TourCard(Tour *tour, QWidget *parent = nullptr);

    void focusText();

Q_SIGNALS:
    void targetRequested(); ///< the reader wants to be taken to the control

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void showStep();
    void showStanding();
    QString standingText() const;
    QColor standingColor() const;
    void paintBackground();
    void retranslate();

    Tour *m_tour;
    ElidedLabel *m_title;
    QLabel *m_place;
    TourText *m_text;
    TourText *m_task; // never out of sight
    QPushButton *m_go;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_leave;
    QString m_told; // of this step
};
