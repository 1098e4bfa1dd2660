#include "socketowners.h"

#include "text.h"

#include <QByteArray>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <cstdlib>
#include <cstring>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

// /proc/net/tcp and tcp6 (proc(5)): a line for each socket, "  sl: LOCAL REMOTE state … inode …", addresses as
// hexadecimal words of 32 bits in the machine's order. /proc/PID/fd: links to "socket:[INODE]".

namespace {

using Cancelled = std::function<bool()>;
using Inode = quint64;

constexpr qint64 MaxTableBytes = 64 * 1024 * 1024; // about 400,000 sockets
constexpr int MaxDescriptors = 2'000'000;          // that are looked at, of all processes together
constexpr qsizetype MaxProgramLength = 60;
constexpr int InodeField = 9;

QByteArray hexWords(const void *address, size_t size)
{
    QByteArray text;
    for (size_t at = 0; at < size; at += sizeof(quint32)) {
        quint32 word = 0;
        std::memcpy(&word, static_cast<const char *>(address) + at, sizeof word);
        text += QByteArray::number(word, 16).rightJustified(8, '0');
    }
    return text.toUpper();
}

QByteArray portText(quint16 port)
{
    return ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
}

/// As tcp6 writes it, an IPv4 address as mapped.
QByteArray longText(const Endpoint &endpoint)
{
    const Q_IPV6ADDR address = endpoint.address.toIPv6Address();
    return hexWords(address.c, sizeof address.c) + portText(endpoint.port);
}

/// As tcp writes it; empty for what is not IPv4.
QByteArray shortText(const Endpoint &endpoint)
{
    bool isIpv4 = false;
    const quint32 number = endpoint.address.toIPv4Address(&isIpv4);
    if (!isIpv4)
        return {};
    const uchar bytes[] = {uchar(number >> 24), uchar(number >> 16), uchar(number >> 8), uchar(number)};
    return hexWords(bytes, sizeof bytes) + portText(endpoint.port);
}

/// What the peer's line begins with: its local end is our peer.
QHash<QByteArray, qsizetype> wantedLines(const QList<SocketEnds> &connections)
{
    QHash<QByteArray, qsizetype> wanted;
    for (qsizetype i = 0; i < connections.size(); ++i) {
        const auto &[local, peer] = connections.at(i);
        wanted.insert(longText(peer) + ' ' + longText(local), i);
        if (!shortText(peer).isEmpty())
            wanted.insert(shortText(peer) + ' ' + shortText(local), i);
    }
    return wanted;
}

/// The sockets' inodes in this table that are wanted, each with the connection's place in the list.
void findInodes(const QString &table, const QHash<QByteArray, qsizetype> &wanted, QHash<Inode, qsizetype> *found,
                const Cancelled &isCancelled)
{
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return;
    qint64 bytes = 0;
    for (QByteArray line = file.readLine(); !line.isEmpty() && bytes < MaxTableBytes && !isCancelled();
         line = file.readLine()) {
        bytes += line.size();
        const QList<QByteArray> fields = line.simplified().split(' ');
        const auto place =
            fields.size() > InodeField ? wanted.constFind(fields.at(1) + ' ' + fields.at(2)) : wanted.cend();
        const Inode inode = place == wanted.cend() ? 0 : fields.at(InodeField).toULongLong();
        if (inode != 0) // 0: nobody holds it any more
            found->insert(inode, *place);
    }
}

struct CloseFolder
{
    void operator()(DIR *folder) const { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

/// The inode of the socket that a descriptor is; 0 when it is something else.
Inode inodeOf(const Folder &descriptors, const char *name)
{
    char target[64] = {};
    const ssize_t length = ::readlinkat(::dirfd(descriptors.get()), name, target, sizeof target - 1);
    static constexpr char Prefix[] = "socket:[";
    if (length <= 0 || std::strncmp(target, Prefix, sizeof Prefix - 1) != 0)
        return 0;
    return std::strtoull(target + sizeof Prefix - 1, nullptr, 10);
}

QString programName(const QString &process)
{
    QString name = QFileInfo(QFile::symLinkTarget(process + u"/exe"_s)).fileName();
    if (name.endsWith(u" (deleted)"_s)) // the program was replaced while it runs
        name.chop(10);
    QFile comm(process + u"/comm"_s);
    if (name.isEmpty() && comm.open(QIODevice::ReadOnly))
        name = QString::fromUtf8(comm.readLine(MaxProgramLength)).trimmed();
    return visibleText(name, MaxProgramLength);
}

/// Looks through one process's descriptors, and takes what it finds out of `wanted`.
int takeOwned(const QByteArray &pid, QHash<Inode, qsizetype> *wanted, QList<SocketOwner> *owners)
{
    const QByteArray process = "/proc/" + pid;
    const Folder folder(::opendir((process + "/fd").constData()));
    int looked = 0;
    SocketOwner owner;
    while (const dirent *entry = folder ? ::readdir(folder.get()) : nullptr) {
        ++looked;
        const auto place = wanted->constFind(inodeOf(folder, entry->d_name));
        if (place == wanted->cend())
            continue;
        if (!owner.isKnown())
            owner = {pid.toLongLong(), programName(QString::fromLatin1(process))};
        (*owners)[*place] = owner;
        wanted->erase(place);
    }
    return looked;
}

}

QList<SocketOwner> SocketOwners::ofPeers(const QList<SocketEnds> &connections, const Cancelled &isCancelled)
{
    QList<SocketOwner> owners(connections.size());
    const QHash<QByteArray, qsizetype> wanted = wantedLines(connections);
    QHash<Inode, qsizetype> inodes;
    findInodes(u"/proc/self/net/tcp"_s, wanted, &inodes, isCancelled);
    findInodes(u"/proc/self/net/tcp6"_s, wanted, &inodes, isCancelled);
    const Folder processes(inodes.isEmpty() ? nullptr : ::opendir("/proc"));
    int looked = 0;
    while (const dirent *entry = processes && !inodes.isEmpty() && looked < MaxDescriptors && !isCancelled()
               ? ::readdir(processes.get())
               : nullptr) {
        if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9')
            looked += takeOwned(entry->d_name, &inodes, &owners);
    }
    return owners;
}
