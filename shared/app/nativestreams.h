#pragma once

#include <QByteArrayView>

/// The process's three standard streams as UTF-8 without any translation of line ends, one implementation per system.
/// Each stream is used by one thread at a time.
namespace NativeStreams {

enum class Out { Output, Error };

/// Where a program has no terminal of its own (a windowed program on Windows), takes the one it was started from, with
/// its Ctrl+C; streams that are redirected stay as they are. First thing in `main`.
void attachToTerminal();

/// Lets go of that terminal: its Ctrl+C and its end are no longer ours.
void detachFromTerminal();

/// Waits for some bytes of standard input. 0: the end; negative: an error.
qsizetype read(char *bytes, qsizetype size);

/// Waits until some of it is taken, and returns how much. Not positive: the reader is gone, the disk is full, or there is
/// no such stream.
qsizetype write(Out stream, QByteArrayView bytes);

}
