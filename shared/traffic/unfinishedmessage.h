#pragma once

#include "messagerow.h"

#include <QList>

#include <tuple>

/// What has come so far of a message whose end has not. A value.
struct UnfinishedMessage
{
    MessageRow row;   ///< as if it ended with the last byte that came
    quint64 from = 0; ///< where it begins in its stream: it stays the same message while that does

    using Identity = std::tuple<quint32, bool, quint64>;

    Identity identity() const { return {row.socket, row.isSent(), from}; }
};

/// Those of all streams that hold something, by socket. A value.
struct UnfinishedMessages
{
    quint64 end = 0; ///< the number of the row that comes next: all bytes are in the rows before it or in these
    QList<UnfinishedMessage> messages;
};
