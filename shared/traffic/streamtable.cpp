#include "streamtable.h"

void StreamTable::drop(SocketId socket)
{
    m_streams.remove(key(socket, StoredRecord::Kind::Read));
    m_streams.remove(key(socket, StoredRecord::Kind::Write));
}
