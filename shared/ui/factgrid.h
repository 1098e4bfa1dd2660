#pragma once

#include "factstext.h"

#include <QWidget>

class QGridLayout;
class QLabel;

/// Names and values beside each other, brought up to date in place.
class FactGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit FactGrid(QWidget *parent = nullptr);

    void setLines(const QList<FactsText::Line> &lines);

private:
    struct Row
    {
        QLabel *name;
        QLabel *value;
    };

    void addRow();

    QGridLayout *m_layout;
    QList<Row> m_rows;
};
