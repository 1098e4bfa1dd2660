#pragma once

#include "conversation.h"

#include <QString>

enum class ProgramLanguage : quint8 {
    Python, ///< 3, its own library alone
    C,      ///< C11 with the sockets of POSIX
};

/// A program that does what this conversation's side did: connects, or listens and accepts one; sends the same bytes in
/// the same order, waits until as many came as in the record, and ends as it did. Its exit status is 0 when what came
/// was the same too. Host and port can be given as arguments; one that listens and is given port 0 prints the one that
/// it got. Pure.
QString conversationProgram(const Conversation &conversation, ProgramLanguage language);
