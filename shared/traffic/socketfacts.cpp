#include "socketfacts.h"

using namespace Qt::StringLiterals;

QLatin1StringView tcpStateName(TcpState state)
{
    switch (state) {
    case TcpState::Established: return "ESTABLISHED"_L1;
    case TcpState::SynSent: return "SYN-SENT"_L1;
    case TcpState::SynReceived: return "SYN-RECEIVED"_L1;
    case TcpState::FinWait1: return "FIN-WAIT-1"_L1;
    case TcpState::FinWait2: return "FIN-WAIT-2"_L1;
    case TcpState::TimeWait: return "TIME-WAIT"_L1;
    case TcpState::Closed: return "CLOSED"_L1;
    case TcpState::CloseWait: return "CLOSE-WAIT"_L1;
    case TcpState::LastAck: return "LAST-ACK"_L1;
    case TcpState::Listen: return "LISTEN"_L1;
    case TcpState::Closing: return "CLOSING"_L1;
    }
    Q_UNREACHABLE();
    return ""_L1;
}
