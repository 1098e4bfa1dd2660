#pragma once

#include <memory>

class TrafficStore;

/// A new session for a window that is about to open. Null when there is no place for it; the user was told why.
std::shared_ptr<TrafficStore> sessionForWindow();
