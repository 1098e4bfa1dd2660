#pragma once

#include "factstext.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QVBoxLayout;

/// A socket's buffers as bars, in the order in which bytes go through them.
class BufferBars final : public QWidget
{
    Q_OBJECT
public:
    explicit BufferBars(QWidget *parent = nullptr);

    void setBuffers(const QList<FactsText::Buffer> &buffers);

private:
    struct Row
    {
        QLabel *title;
        QProgressBar *bar;
        QLabel *value;
    };

    void addRow();

    QVBoxLayout *m_layout;
    QList<Row> m_rows;
};
