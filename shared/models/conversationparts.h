#pragma once

#include <QString>

/// What the program of a conversation is put together from. `@NAME@` stands for a value, a single `@` for bytes.
struct ConversationParts
{
    QString head;
    QString wait;    ///< for anything that goes on; the next three need it
    QString send;
    QString receive;
    QString end;
    QString reset;
    QString connect; ///< up to the first step
    QString accept;  ///< the same on the other side
    QString tail;
    QString stillOpen;
    QString callSend; // the steps
    QString callReceive;
    QString callFinish;
    QString callPeerFin;
    QString callPeerRst;
    QString callReset;
    QString callClose;
};

const ConversationParts &partsInPython();
const ConversationParts &partsInC();
