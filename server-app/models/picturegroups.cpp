#include "picturegroups.h"

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

static void add(PictureRow *row, const SocketStatus &status)
{
    row->ids.append(status.id);
    ++row->states.at(size_t(status.state));
    row->readingStopped += status.isOpen() && status.readingStopped ? 1 : 0;
    row->bytesIn += status.bytesIn;
    row->bytesOut += status.bytesOut;
    row->bytesQueued = std::max(row->bytesQueued, status.bytesQueued);
    row->closedAt = row->isClosed() ? std::max(row->closedAt, status.closedAt) : 0;
}

static PictureRow singleRow(const SocketStatus &status, const SocketOwner &owner)
{
    PictureRow row;
    row.key = u"#%1"_s.arg(status.id);
    row.reason = status.reason;
    row.detail = status.detail;
    row.ends = {status.local, status.peer};
    row.owner = owner;
    row.bytesHeld = status.bytesUnread;
    add(&row, status);
    return row;
}

void PictureGroups::fillSingly(Picture *picture, const std::vector<const SocketStatus *> &sockets,
                               const QHash<SocketId, SocketOwner> &owners)
{
    QList<QList<PictureRow>> clients;
    QHash<qint64, qsizetype> clientOf; // by process
    for (const SocketStatus *status : sockets) {
        const SocketOwner owner = owners.value(status->id);
        const qsizetype client = owner.isKnown() ? clientOf.value(owner.pid, clients.size()) : clients.size();
        if (client == clients.size())
            clients.append(QList<PictureRow>());
        if (owner.isKnown())
            clientOf.insert(owner.pid, client);
        clients[client].append(singleRow(*status, owner));
    }
    for (const QList<PictureRow> &rows : std::as_const(clients)) {
        const PictureRow &first = rows.constFirst();
        const QString key = first.owner.isKnown() ? u"process %1"_s.arg(first.owner.pid) : u"client of "_s + first.key;
        picture->clients.append({key, int(picture->rows.size()), int(rows.size())});
        picture->rows += rows;
    }
}

/// Puts what one group has to another.
static void merge(PictureRow *rest, const PictureRow &row)
{
    rest->ids += row.ids;
    for (size_t state = 0; state < PictureRow::States; ++state)
        rest->states.at(state) += row.states.at(state);
    rest->readingStopped += row.readingStopped;
    rest->bytesIn += row.bytesIn;
    rest->bytesOut += row.bytesOut;
    rest->bytesQueued = std::max(rest->bytesQueued, row.bytesQueued);
    rest->closedAt = rest->isClosed() ? std::max(rest->closedAt, row.closedAt) : 0;
}

/// Leaves the largest groups, in their order, and one of all others behind them.
static QList<PictureRow> withoutSmallest(const QList<PictureRow> &groups)
{
    QList<qsizetype> order(groups.size());
    std::iota(order.begin(), order.end(), qsizetype(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype a, qsizetype b) { return groups.at(a).ids.size() > groups.at(b).ids.size(); });
    std::sort(order.begin(), order.begin() + Picture::MaxGroups - 1);
    QList<PictureRow> left;
    PictureRow rest;
    rest.isGroup = rest.isRest = true;
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (i < Picture::MaxGroups - 1)
            left.append(groups.at(order.at(i)));
        else
            merge(&rest, groups.at(order.at(i)));
    }
    std::sort(rest.ids.begin(), rest.ids.end());
    left.append(rest);
    return left;
}

static QString groupKey(const PictureRow &row)
{
    return row.isRest ? u"rest"_s : u"group %1 %2"_s.arg(row.ends.peer.addressText(), row.owner.program);
}

void PictureGroups::fill(Picture *picture, const std::vector<const SocketStatus *> &sockets,
                         const QHash<SocketId, SocketOwner> &owners)
{
    QList<PictureRow> groups;
    QHash<std::pair<QHostAddress, QString>, qsizetype> groupOf;
    for (const SocketStatus *status : sockets) {
        const auto owner = owners.constFind(status->id);
        const QString program = owner == owners.cend() ? QString() : owner->program;
        const auto place = groupOf.constFind({status->peer.address, program});
        const qsizetype group = place == groupOf.cend() ? groups.size() : *place;
        if (group == groups.size()) {
            groupOf.insert({status->peer.address, program}, group);
            groups.append(PictureRow());
            groups.last().isGroup = true;
            groups.last().ends.peer.address = status->peer.address;
            groups.last().owner.program = program;
        }
        add(&groups[group], *status);
    }
    picture->rows = groups.size() > Picture::MaxGroups ? withoutSmallest(groups) : groups;
    for (int row = 0; row < picture->rows.size(); ++row) {
        PictureRow &group = picture->rows[row];
        group.key = groupKey(group);
        picture->clients.append({u"client of "_s + group.key, row, 1});
    }
}
