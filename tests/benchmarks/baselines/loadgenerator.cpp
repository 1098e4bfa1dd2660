// Puts load on a server of the loopback and prints how it went as a line of JSON. Then it keeps its connections until
// standard input ends, so that one can look at the server.

#include "load.h"
#include "sockets.h"

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

#include <unistd.h>

static constexpr unsigned LongestSeconds = 120; // then it ends, whatever it is at
static constexpr long MostInFlight = 64 * 1024;  // bytes: fewer than any socket's buffer

static void usage()
{
    std::fputs("usage: oneport-bench-load echo|flood|relay PORT [connections N] [active N] [in-flight N] [size BYTES]\n"
               "                          [milliseconds N] [megabytes N]\n",
               stderr);
    std::exit(2);
}

static bool set(LoadPlan &plan, std::string_view name, const char *value)
{
    if (name == "connections")
        plan.connections = int(numberArgument(value, 1, 20'000));
    else if (name == "active")
        plan.active = int(numberArgument(value, 1, 20'000));
    else if (name == "in-flight")
        plan.inFlight = int(numberArgument(value, 1, 1'000));
    else if (name == "size")
        plan.messageSize = int(numberArgument(value, SmallestMessage + 1, MostInFlight));
    else if (name == "milliseconds")
        plan.period = std::chrono::milliseconds(numberArgument(value, 0, 60'000));
    else if (name == "megabytes")
        plan.megabytes = int(numberArgument(value, 1, 10'000));
    else
        return false;
    return true;
}

static LoadPlan planOf(int argc, char **argv)
{
    LoadPlan plan;
    plan.port = std::uint16_t(numberArgument(argv[2], 1, 65535));
    for (int i = 3; i < argc; i += 2) {
        if (i + 1 == argc || !set(plan, argv[i], argv[i + 1]))
            usage();
    }
    if (plan.active > plan.connections || long(plan.inFlight) * plan.messageSize > MostInFlight)
        usage();
    return plan;
}

static void print(const LoadReport &report)
{
    std::printf("{\"rate\":%.1f,\"accepted\":%.1f,\"median\":%lld,\"p99\":%lld,\"worst\":%lld,\"refused\":%d,"
                "\"lost\":%llu,\"disordered\":%llu}\n",
                report.rate, report.accepted, static_cast<long long>(report.latencies.percentile(0.5)),
                static_cast<long long>(report.latencies.percentile(0.99)),
                static_cast<long long>(report.latencies.worst()), report.refused,
                static_cast<unsigned long long>(report.lost), static_cast<unsigned long long>(report.disordered));
    std::fflush(stdout);
}

int main(int argc, char **argv)
{
    const std::map<std::string_view, LoadReport (Load::*)()> works{
        {"echo", &Load::echo}, {"flood", &Load::flood}, {"relay", &Load::relay}};
    const auto work = argc < 3 ? works.end() : works.find(argv[1]);
    if (work == works.end())
        usage();
    ::alarm(LongestSeconds);
    raiseDescriptorLimit();
    Load load(planOf(argc, argv));
    print((load.*work->second)());
    char ignored;
    while (::read(STDIN_FILENO, &ignored, 1) > 0) { }
}
