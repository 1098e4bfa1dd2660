#pragma once

#include <system_error>
#include <thread>
#include <utility>

/// Runs the function in a thread that nobody waits for. False: the system gave no thread.
template <typename Function>
bool runDetached(Function function)
{
    try {
        std::thread(std::move(function)).detach();
    } catch (const std::system_error &) {
        return false;
    }
    return true;
}
