#include "program.h"

#include <QTest>

#include <QtCore/qt_windows.h>

#include <string>

using namespace Qt::StringLiterals;

/// A windowed program of Windows in the console that it was started from.
class TestConsole final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void helpIsPrintedToTheConsole();
    void controlCStopsTheServerWithStatus0();
};

static HANDLE openScreen()
{
    return ::CreateFileW(L"CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0,
                         nullptr);
}

static bool hasScreen()
{
    const HANDLE screen = openScreen();
    DWORD count = 0;
    const bool written = ::WriteConsoleW(screen, L"\n", 1, &count, nullptr);
    ::CloseHandle(screen);
    return written;
}

static QString textOnConsole()
{
    const HANDLE screen = openScreen();
    CONSOLE_SCREEN_BUFFER_INFO info{};
    ::GetConsoleScreenBufferInfo(screen, &info);
    std::wstring text(size_t(info.dwSize.X) * size_t(info.dwSize.Y), L' ');
    DWORD count = 0;
    ::ReadConsoleOutputCharacterW(screen, text.data(), DWORD(text.size()), {0, 0}, &count);
    ::CloseHandle(screen);
    return QString::fromStdWString(text);
}

void TestConsole::initTestCase()
{
    ::FreeConsole();
    if (!::AllocConsole())
        QSKIP("there are no consoles here");
}

void TestConsole::helpIsPrintedToTheConsole()
{
    if (!hasScreen())
        QSKIP("a console that this process makes has no screen here");
    // As from a command prompt: no stream is redirected.
    std::wstring command = u"\"%1\" --help"_s.arg(programPath(u"oneport-server"_s)).toStdWString();
    STARTUPINFOW startup{};
    startup.cb = sizeof startup;
    PROCESS_INFORMATION process{};
    for (const DWORD stream : {STD_INPUT_HANDLE, STD_OUTPUT_HANDLE, STD_ERROR_HANDLE})
        ::SetStdHandle(stream, nullptr);
    QVERIFY(::CreateProcessW(nullptr, command.data(), nullptr, nullptr, FALSE, 0, nullptr, nullptr, &startup, &process));
    QCOMPARE(::WaitForSingleObject(process.hProcess, Program::Patience), WAIT_OBJECT_0);
    DWORD status = 1;
    ::GetExitCodeProcess(process.hProcess, &status);
    ::CloseHandle(process.hThread);
    ::CloseHandle(process.hProcess);
    QCOMPARE(status, 0u);
    QVERIFY2(textOnConsole().contains(u"--framing"_s), qPrintable(textOnConsole().simplified().left(500)));
}

void TestConsole::controlCStopsTheServerWithStatus0()
{
    HeadlessServerProgram server;
    const auto client = server.connectClient();
    QVERIFY(!server->next(u"accepted"_s).isEmpty());
    ::SetConsoleCtrlHandler(nullptr, TRUE); // not us; set after the start, as programs inherit it
    ::GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0);
    const int status = server->waitForEnd();
    ::SetConsoleCtrlHandler(nullptr, FALSE);
    QCOMPARE(status, 0);
    QCOMPARE(server->eventsNamed(u"closed"_s).constFirst().value("reason"_L1), u"closed-by-us"_s);
    QCOMPARE(server->events().constLast().value("event"_L1), u"stopped"_s);
}

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
