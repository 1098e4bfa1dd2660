#pragma once

#include "socketfacts.h"

#include <QScrollArea>

class BufferBars;
class FactGrid;
class QGroupBox;
class QLabel;
class QListWidget;
class RttPlot;

/// What a socket wraps, each part live: its endpoints, its protocol, its buffers, its state and its operations; and what
/// the system's TCP tells. What this system does not tell is left out.
class Inspector final : public QScrollArea
{
    Q_OBJECT
public:
    explicit Inspector(QWidget *parent = nullptr);

    void setFacts(const SocketFacts &facts);
    /// No socket: says what to do to see one.
    void clear(const QString &hint);
    /// Whose facts are shown, in words; empty: nobody's.
    QString subject() const;

Q_SIGNALS:
    void subjectChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    QGroupBox *addSection(const QString &name, QWidget *first, QWidget *second = nullptr);
    void showFacts();
    void showState();
    void retranslate();

    SocketFacts m_facts;
    bool m_hasFacts = false;
    QLabel *m_hint;
    QWidget *m_sections;
    FactGrid *m_endpoints;
    FactGrid *m_protocol;
    BufferBars *m_buffers;
    QLabel *m_state;
    QListWidget *m_history;
    FactGrid *m_operations;
    QLabel *m_operationsNote;
    FactGrid *m_tcp;
    RttPlot *m_plot;
    QGroupBox *m_endpointsBox;
    QGroupBox *m_protocolBox;
    QGroupBox *m_buffersBox;
    QGroupBox *m_stateBox;
    QGroupBox *m_operationsBox;
    QGroupBox *m_tcpBox;
};
