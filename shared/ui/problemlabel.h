#pragma once

#include <QLabel>

/// A sentence about what is wrong, in the colour of problems, on as many lines as it needs. Hidden while nothing is.
class ProblemLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ProblemLabel(QWidget *parent = nullptr);

    void tell(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void shade();
};
