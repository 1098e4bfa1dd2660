#pragma once

#include <QtGlobal>

struct SocketFacts;

/// What the system tells of a socket, one implementation per system.
namespace NativeFacts {

/// Fills in the system's buffers, TCP and backlog, as far as this system tells them; nothing on a bad descriptor.
void ask(qintptr descriptor, SocketFacts &facts);

}
