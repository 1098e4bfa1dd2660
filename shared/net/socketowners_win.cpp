#include "socketowners.h"

#include "text.h"

#include <QFileInfo>
#include <QHash>

#include <cstring>
#include <optional>
#include <vector>

#include <winsock2.h>
#include <ws2tcpip.h>

#include <iphlpapi.h>
#include <windows.h>

using namespace Qt::StringLiterals;

namespace {

constexpr DWORD MaxTableBytes = 64 * 1024 * 1024;
constexpr qsizetype MaxProgramLength = 60;
constexpr int MaxTries = 4; // the table can grow between two calls

using Table = std::vector<quint64>; // bytes, aligned for the structs in it
using Pids = QHash<QString, DWORD>; // both ends of a connection, of the side that holds it

/// The system's list of connections of one family (AF_INET, AF_INET6), with their processes; empty when it can't be
/// had.
Table connectionTable(ULONG family)
{
    Table table;
    DWORD size = 0;
    for (int tries = 0; tries < MaxTries && size <= MaxTableBytes; ++tries) {
        const DWORD result = ::GetExtendedTcpTable(table.empty() ? nullptr : table.data(), &size, FALSE, family,
                                                   TCP_TABLE_OWNER_PID_CONNECTIONS, 0);
        if (result == NO_ERROR)
            return table;
        if (result != ERROR_INSUFFICIENT_BUFFER)
            return {};
        table.resize(size / sizeof(quint64) + 1);
    }
    return {};
}

QString keyOf(const Endpoint &local, const Endpoint &peer)
{
    return local.toString() + u' ' + peer.toString();
}

Endpoint shortEndpoint(DWORD address, DWORD port)
{
    return Endpoint::of(QHostAddress(ntohl(address)), ntohs(quint16(port)));
}

Endpoint longEndpoint(const UCHAR *address, DWORD port)
{
    return Endpoint::of(QHostAddress(address), ntohs(quint16(port)));
}

void addShort(Pids *pids)
{
    const Table table = connectionTable(AF_INET);
    if (table.empty())
        return;
    const auto *rows = reinterpret_cast<const MIB_TCPTABLE_OWNER_PID *>(table.data());
    for (DWORD i = 0; i < rows->dwNumEntries; ++i) {
        const MIB_TCPROW_OWNER_PID &row = rows->table[i];
        pids->insert(keyOf(shortEndpoint(row.dwLocalAddr, row.dwLocalPort),
                           shortEndpoint(row.dwRemoteAddr, row.dwRemotePort)),
                     row.dwOwningPid);
    }
}

void addLong(Pids *pids)
{
    const Table table = connectionTable(AF_INET6);
    if (table.empty())
        return;
    const auto *rows = reinterpret_cast<const MIB_TCP6TABLE_OWNER_PID *>(table.data());
    for (DWORD i = 0; i < rows->dwNumEntries; ++i) {
        const MIB_TCP6ROW_OWNER_PID &row = rows->table[i];
        pids->insert(keyOf(longEndpoint(row.ucLocalAddr, row.dwLocalPort),
                           longEndpoint(row.ucRemoteAddr, row.dwRemotePort)),
                     row.dwOwningPid);
    }
}

QString programName(DWORD pid)
{
    const HANDLE process = ::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, pid);
    if (!process)
        return {};
    std::vector<wchar_t> path(32'768);
    DWORD length = DWORD(path.size());
    const bool isTold = ::QueryFullProcessImageNameW(process, 0, path.data(), &length);
    ::CloseHandle(process);
    const QString file = isTold ? QString::fromWCharArray(path.data(), int(length)) : QString();
    return visibleText(QFileInfo(file).completeBaseName(), MaxProgramLength);
}

}

QList<SocketOwner> SocketOwners::ofPeers(const QList<SocketEnds> &connections, const std::function<bool()> &isCancelled)
{
    Pids pids;
    addShort(&pids);
    addLong(&pids);
    QHash<DWORD, SocketOwner> known;
    QList<SocketOwner> owners(connections.size());
    for (qsizetype i = 0; i < connections.size() && !isCancelled(); ++i) {
        const DWORD pid = pids.value(keyOf(connections.at(i).peer, connections.at(i).local));
        if (pid != 0 && !known.contains(pid))
            known.insert(pid, {qint64(pid), programName(pid)});
        owners[i] = known.value(pid);
    }
    return owners;
}
