#pragma once

#include "serverphase.h"
#include "servingcomparison.h"
#include "socketsmodel.h"

#include <QStatusBar>
#include <QTimer>

#include <chrono>

class ElidedLabel;

/// Where the server listens, how many sockets are open, what went in and out in all and in the last second, and how much
/// had to be dropped; and what it costs to serve them.
class ServerStatusBar final : public QStatusBar
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds TrafficInterval{100}; ///< from one change of the numbers to the next

    explicit ServerStatusBar(QWidget *parent = nullptr);

    void tellPhase(ServerPhase phase, const Endpoint &listening);
    /// What serving the sockets costs; shown until the server is idle.
    void tellServing(const ServingFacts &facts);
    void tellTraffic(const SocketsModel::Totals &totals, quint64 newMessages, quint64 droppedRows);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Rates
    {
        quint64 in = 0;
        quint64 out = 0;
        quint64 messages = 0;
    };

    ElidedLabel *addPart(const QString &name);
    static void tell(ElidedLabel *part, const QString &text, const QString &meaning);
    void takeRates();
    void retranslate();
    void updateTraffic();
    void updateServing();
    void makeRoom();
    bool isWanted(const ElidedLabel *part) const;
    QString endpointText() const;
    QString droppedText() const;

    ElidedLabel *m_endpoint;
    ElidedLabel *m_sockets;
    ElidedLabel *m_in;
    ElidedLabel *m_out;
    ElidedLabel *m_messages;
    ElidedLabel *m_dropped;
    ElidedLabel *m_serving;
    ServingComparison m_comparison;
    QTimer m_second;
    QTimer m_calm; // until the next change of the traffic is shown
    SocketsModel::Totals m_totals;
    SocketsModel::Totals m_before; // a second ago
    quint64 m_newMessages = 0;     // in this second
    quint64 m_droppedRows = 0;
    Rates m_rates;
    ServerPhase m_phase = ServerPhase::Idle;
    Endpoint m_listening;
};
