#pragma once

#include <QByteArrayView>
#include <QHostAddress>

/// The few socket calls that Qt does not offer, one implementation per system. All are safe on a bad descriptor.
namespace NativeSocket {

enum class Peek { Data, Nothing, Finished, Reset, TimedOut, Failed };

/// What the next read would find, without taking it (`recv` with MSG_PEEK).
Peek peek(qintptr descriptor);

/// One `recv` of at most `size` bytes that does not wait. `count` is how many came, 0 unless it is Data.
Peek receive(qintptr descriptor, char *buffer, qsizetype size, qsizetype *count);

/// One `send` that does not wait: how many bytes the system took. 0 when it takes none now, or not any more.
qsizetype send(qintptr descriptor, QByteArrayView bytes);

/// Whether the system has an error to tell of this socket; it tells it once (SO_ERROR).
bool takeError(qintptr descriptor);

/// Whether a stream that `peek` calls finished was in truth reset, which Wine's `recv` does not tell. To be asked only
/// before our own FIN.
bool wasReset(qintptr descriptor);

/// Whether the system tells of an end, or of more to read, in such a way that it can be missed, so that it must be asked;
/// after a FIN of either side, or before.
bool mustBeAsked(bool afterFin);

/// Whether Qt tells of a reset that a write meets as of any trouble of the network (WSAECONNRESET).
bool tellsResetAsNetworkError();

/// Sends our FIN; reading goes on (`shutdown` of the write side).
void shutdownWrite(qintptr descriptor);

/// Makes the next close of this descriptor send RST and forget what was queued (SO_LINGER of 0 s).
void resetOnClose(qintptr descriptor);

/// Who is at the other end (`getpeername`), an IPv4 address where it is one. Null when the connection is gone.
QHostAddress peerAddress(qintptr descriptor);

/// Closes a descriptor that no Qt object owns.
void close(qintptr descriptor);

/// Whether the system would give this process so many more descriptors now; a few.
bool hasFreeDescriptor(int count = 1);

/// Raises this process's limit of open descriptors as far as the system lets us. Call once, first thing in `main`.
void raiseDescriptorLimit();

}
