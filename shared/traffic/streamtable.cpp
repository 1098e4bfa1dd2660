#include "streamtable.h"

void StreamTable::set(SocketId socket, StoredRecord::Kind kind, const Stream &stream)
{
    m_streams.insert(key(socket, kind), stream);
}

void StreamTable::drop(SocketId socket)
{
    m_streams.remove(key(socket, StoredRecord::Kind::Read));
    m_streams.remove(key(socket, StoredRecord::Kind::Write));
}
