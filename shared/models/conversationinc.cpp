#include "conversationparts.h"

using namespace Qt::StringLiterals;

static QString cHead()
{
    return uR"(/* The @ROLE@'s side of a TCP conversation, once more.
 *
 * Recorded: @CLIENT@ was connected to @SERVER@; this side
 * sent @SENT@ bytes and received @RECEIVED@.
 * Build: cc -std=c11 -Wall -Wextra -o conversation FILE.c
 * Run: ./conversation [HOST [PORT]]
 */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

static int sock = -1;

static void fail(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(1);
}

static void fail_with_error(const char *what)
{
    perror(what);
    exit(1);
}
)"_s;
}

static QString cWait()
{
    return uR"(
enum { PATIENCE = 60 * 1000, MOST = @RECEIVED@ }; /* ms in which nothing moves; bytes that came */

static char arrived[MOST + 1];
static size_t arrived_count;
static const char *ended; /* how the other side ended: FIN or RST */

static void read_on(void)
{
    const ssize_t count = recv(sock, arrived + arrived_count, sizeof arrived - arrived_count, 0);
    if (count > 0)
        arrived_count += (size_t)count;
    else if (count == 0)
        ended = "FIN";
    else if (errno == ECONNRESET)
        ended = "RST";
    else if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
        fail_with_error("recv");
    if (arrived_count > MOST)
        fail("More came than was recorded.");
}

/* Until something can be read, or sent. What can be read is read: both sides may send at once. */
static int wait_for(int to_send)
{
    struct pollfd ready = { .fd = sock, .events = (short)((ended ? 0 : POLLIN) | (to_send ? POLLOUT : 0)) };
    const int count = poll(&ready, 1, PATIENCE);
    if (count < 0 && errno != EINTR)
        fail_with_error("poll");
    if (count == 0)
        fail("Nothing moved for a minute.");
    if (!ended && (ready.revents & (POLLIN | POLLHUP | POLLERR)))
        read_on();
    return (ready.revents & (POLLOUT | POLLHUP | POLLERR)) != 0;
}
)"_s;
}

static QString cSteps(QLatin1StringView which)
{
    if (which == "send"_L1)
        return uR"(
static void send_all(const char *data, size_t size)
{
    while (size > 0) {
        if (!wait_for(1))
            continue;
        const ssize_t count = send(sock, data, size, 0);
        if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
            fail_with_error("send");
        if (count > 0) {
            data += count;
            size -= (size_t)count;
        }
    }
}
#define SEND(literal) send_all(literal, sizeof literal - 1)
)"_s;
    return uR"(
static size_t compared;

/* Waits until as much came as is expected, and compares. */
static void receive(const char *expected, size_t size)
{
    while (arrived_count - compared < size && !ended)
        wait_for(0);
    for (size_t i = 0; i < size; ++i, ++compared) {
        if (compared == arrived_count) {
            fprintf(stderr, "The other side ended (%s) after %zu bytes.\n", ended, compared);
            exit(1);
        }
        if (arrived[compared] != expected[i]) {
            fprintf(stderr, "Different: byte %zu is 0x%02x, it was 0x%02x.\n", compared,
                    (unsigned)(unsigned char)arrived[compared], (unsigned)(unsigned char)expected[i]);
            exit(1);
        }
    }
}
#define RECEIVE(literal) receive(literal, sizeof literal - 1)
)"_s;
}

static QString cEnd()
{
    return uR"(
/* Waits for the other side's end. */
static void expect_end(const char *how)
{
    while (!ended)
        wait_for(0);
    if (strcmp(ended, how) != 0) {
        fprintf(stderr, "The other side ended with %s, it was %s.\n", ended, how);
        exit(1);
    }
}
)"_s;
}

static QString cReset()
{
    return uR"(
/* A lingering of 0 s: closing sends RST. */
static void reset_on_close(void)
{
    const struct linger none = { .l_onoff = 1, .l_linger = 0 };
    if (setsockopt(sock, SOL_SOCKET, SO_LINGER, &none, sizeof none) < 0)
        fail_with_error("setsockopt");
}
)"_s;
}

static QString cOpen(bool connects)
{
    const QString head = uR"(
static void set_up(void)
{
    const int on = 1;
    setsockopt(sock, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(sock, F_SETFL, fcntl(sock, F_GETFL) | O_NONBLOCK);
}

int main(int argc, char **argv)
{
    const char *host = argc > 1 ? argv[1] : "@HOST@";
    const char *port = argc > 2 ? argv[2] : "@PORT@";
    const struct addrinfo wanted = { .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM };
    struct addrinfo *found = NULL;
    const int problem = getaddrinfo(host, port, &wanted, &found);
    if (problem != 0)
        fail(gai_strerror(problem));
    signal(SIGPIPE, SIG_IGN);
)"_s;
    const QString connect = uR"(    sock = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
    if (sock < 0 || connect(sock, found->ai_addr, found->ai_addrlen) < 0)
        fail_with_error("connect");
    freeaddrinfo(found);
    set_up();

)"_s;
    const QString accept =
        uR"(    const int listener = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
    const int on = 1;
    if (listener < 0 || setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) < 0
        || bind(listener, found->ai_addr, found->ai_addrlen) < 0 || listen(listener, 1) < 0)
        fail_with_error("listen");
    freeaddrinfo(found);
    struct sockaddr_storage own = { 0 };
    socklen_t own_size = sizeof own;
    char name[32] = "";
    getsockname(listener, (struct sockaddr *)&own, &own_size);
    getnameinfo((struct sockaddr *)&own, own_size, NULL, 0, name, sizeof name, NI_NUMERICSERV);
    printf("listening on port %s\n", name);
    fflush(stdout);
    sock = accept(listener, NULL, NULL);
    if (sock < 0)
        fail_with_error("accept");
    close(listener);
    set_up();

)"_s;
    return head + (connects ? connect : accept);
}

const ConversationParts &partsInC()
{
    static const ConversationParts parts{
        .head = cHead(),
        .wait = cWait(),
        .send = cSteps("send"_L1),
        .receive = cSteps("receive"_L1),
        .end = cEnd(),
        .reset = cReset(),
        .connect = cOpen(true),
        .accept = cOpen(false),
        .tail = uR"(
    printf("As recorded: @SENT@ bytes sent, @RECEIVED@ received.\n");
    return 0;
}
)"_s,
        .stillOpen = u"    /* The record ends here; the connection was still open. */\n    close(sock);\n"_s,
        .callSend = u"    SEND(@);\n"_s,
        .callReceive = u"    RECEIVE(@);\n"_s,
        .callFinish = u"    shutdown(sock, SHUT_WR);\n"_s,
        .callPeerFin = u"    expect_end(\"FIN\");\n"_s,
        .callPeerRst = u"    expect_end(\"RST\");\n"_s,
        .callReset = u"    reset_on_close();\n"_s,
        .callClose = u"    close(sock);\n"_s,
    };
    return parts;
}
