#pragma once

#include "serveroptions.h"

#include <QTest>

/// For `initTestCase_data`: every test is run with each way to serve the sockets.
inline void addServingModes()
{
    QTest::addColumn<int>("ioThreads");
    QTest::addColumn<bool>("threadPerClient");
    QTest::newRow("one loop") << 1 << false;
    QTest::newRow("four loops") << 4 << false;
    QTest::newRow("a thread per client") << 1 << true;
}

/// The same options, served as the row says.
inline ServerOptions servedByRow(ServerOptions options)
{
    QFETCH_GLOBAL(int, ioThreads);
    QFETCH_GLOBAL(bool, threadPerClient);
    options.ioThreads = ioThreads;
    options.threadPerClient = threadPerClient;
    return options;
}
