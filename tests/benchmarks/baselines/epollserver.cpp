// A server with nothing but epoll, in one thread: what ours is held against.
// usage: oneport-bench-epoll PORT echo|sink|keep|broadcast

#include "sockets.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

enum class Work { Echo, Sink, Keep, Broadcast };

class EpollServer final
{
public:
    EpollServer(Work work, std::uint16_t port);

    [[noreturn]] void run();

private:
    struct Client
    {
        int descriptor;
        std::uint32_t interest = EPOLLIN;
        bool ended = false;      // the peer has sent all
        std::string waiting{}; // for the peer to take it
    };

    void accept();
    void read(Client &client);
    void write(Client &client, std::string_view bytes);
    void flush(Client &client);
    void watch(Client &client);
    void drop(Client &client);

    const Work m_work;
    const int m_listener;
    std::FILE *const m_file; // of what is kept
    const int m_epoll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<std::unique_ptr<Client>> m_clients; // by descriptor
    std::vector<std::unique_ptr<Client>> m_gone;    // until the end of the turn
    std::array<char, 65536> m_buffer;
};

EpollServer::EpollServer(Work work, std::uint16_t port)
    : m_work(work)
    , m_listener(listenOnLoopback(port))
    , m_file(work == Work::Keep ? std::fopen("kept", "wb") : nullptr)
{
    if (work == Work::Keep && !m_file)
        failWith("fopen");
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = nullptr;
    if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_listener, &event) != 0)
        failWith("epoll_ctl");
}

void EpollServer::run()
{
    std::array<epoll_event, 512> events;
    for (;;) {
        const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const epoll_event &event = events[std::size_t(i)];
            auto *client = static_cast<Client *>(event.data.ptr);
            if (!client)
                accept();
            else if (client->descriptor < 0)
                continue;
            else if (event.events & EPOLLOUT)
                flush(*client);
            else
                read(*client);
        }
        m_gone.clear();
    }
}

void EpollServer::accept()
{
    for (;;) {
        const int made = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (made < 0)
            return;
        sendAtOnce(made);
        if (std::size_t(made) >= m_clients.size())
            m_clients.resize(std::size_t(made) + 1);
        auto &client = m_clients[std::size_t(made)];
        client = std::make_unique<Client>(Client{made});
        epoll_event event{};
        event.events = client->interest;
        event.data.ptr = client.get();
        if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, made, &event) != 0)
            failWith("epoll_ctl");
    }
}

void EpollServer::read(Client &client)
{
    const ssize_t got = ::recv(client.descriptor, m_buffer.data(), m_buffer.size(), 0);
    client.ended = got == 0;
    if (got < 0 || (client.ended && client.waiting.empty()))
        return drop(client);
    const std::string_view bytes(m_buffer.data(), std::size_t(got));
    if (m_file && ::write(::fileno(m_file), bytes.data(), bytes.size()) != got)
        failWith("write");
    if (m_work == Work::Echo)
        write(client, bytes);
    for (std::size_t i = 0; m_work == Work::Broadcast && i < m_clients.size(); ++i) {
        if (m_clients[i] && m_clients[i].get() != &client)
            write(*m_clients[i], bytes);
    }
    watch(client);
}

void EpollServer::write(Client &client, std::string_view bytes)
{
    ssize_t taken = 0;
    if (client.waiting.empty())
        taken = std::max<ssize_t>(0, ::send(client.descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL));
    client.waiting.append(bytes.substr(std::size_t(taken)));
    watch(client);
}

void EpollServer::flush(Client &client)
{
    const ssize_t taken = ::send(client.descriptor, client.waiting.data(), client.waiting.size(), MSG_NOSIGNAL);
    client.waiting.erase(0, std::size_t(std::max<ssize_t>(0, taken)));
    if (taken < 0 || (client.ended && client.waiting.empty()))
        return drop(client);
    watch(client);
}

/// Who does not take its echo is not read either; a broadcast goes on to all the others.
void EpollServer::watch(Client &client)
{
    const bool reads = !client.ended && (m_work != Work::Echo || client.waiting.empty());
    const std::uint32_t wanted = (reads ? EPOLLIN : 0u) | (client.waiting.empty() ? 0u : EPOLLOUT);
    if (client.interest == wanted)
        return;
    client.interest = wanted;
    epoll_event event{};
    event.events = wanted;
    event.data.ptr = &client;
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, client.descriptor, &event);
}

void EpollServer::drop(Client &client)
{
    const auto place = std::size_t(client.descriptor);
    ::close(client.descriptor);
    client.descriptor = -1;
    m_gone.push_back(std::move(m_clients[place]));
}

}

int main(int argc, char **argv)
{
    constexpr std::array<std::string_view, 4> words{"echo", "sink", "keep", "broadcast"};
    const auto word = argc == 3 ? std::find(words.begin(), words.end(), argv[2]) : words.end();
    if (word == words.end()) {
        std::fputs("usage: oneport-bench-epoll PORT echo|sink|keep|broadcast\n"
                   "keep: as sink, and writes what comes to the file `kept` in the current folder\n",
                   stderr);
        return 2;
    }
    raiseDescriptorLimit();
    EpollServer(Work(word - words.begin()), std::uint16_t(numberArgument(argv[1], 1, 65535))).run();
}
