#pragma once

#include <QFrame>
#include <QSortFilterProxyModel>

class OutcomeModel;

/// The outcome of the latest send at each target, what failed on top. Goes away on a click beside it or Escape.
class OutcomePopup final : public QFrame
{
    Q_OBJECT
public:
    OutcomePopup(OutcomeModel *outcomes, QWidget *parent);

    void openAbove(const QWidget *widget);

private:
    QSortFilterProxyModel m_sorted;
};
