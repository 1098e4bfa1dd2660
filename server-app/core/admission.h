#pragma once

/// Who of those that connect is let in.
struct Admission
{
    int maxClients = 0;      ///< how many may be connected at once, the others are turned away; 0: as many as the system can
    int maxPerAddress = 0;   ///< the same, of one address; 0: no limit
    bool oneAtATime = false; ///< who comes next waits in the backlog until the one before has left
};
