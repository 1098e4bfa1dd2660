#pragma once

#include <cstdint>

/// What the bare programs share (Linux). They are for one purpose: what fails ends the program with a line on stderr.

[[noreturn]] void failWith(const char *what); ///< adds what errno means
void raiseDescriptorLimit();

/// A socket without waiting that listens on 127.0.0.1.
int listenOnLoopback(std::uint16_t port);
/// A connected socket to 127.0.0.1, small messages at once; -1: refused. When closed it resets: nothing stays behind
/// that would hold its port.
int connectToLoopback(std::uint16_t port);
void sendAtOnce(int descriptor); ///< TCP_NODELAY

/// Reads a number of the command line within bounds.
long numberArgument(const char *text, long least, long most);
