#include "nativestreams.h"

#include <QString>
#include <QStringConverter>

#include <QtCore/qt_windows.h>

#include <array>
#include <cstring>
#include <utility>

namespace NativeStreams {

static bool s_attached = false;

static bool isThere(HANDLE handle)
{
    return handle && handle != INVALID_HANDLE_VALUE && ::GetFileType(handle) != FILE_TYPE_UNKNOWN;
}

static bool isConsole(HANDLE handle)
{
    DWORD mode = 0;
    return ::GetConsoleMode(handle, &mode);
}

static void openConsole(DWORD stream, const wchar_t *name)
{
    if (isThere(::GetStdHandle(stream)))
        return;
    const HANDLE handle = ::CreateFileW(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                                        OPEN_EXISTING, 0, nullptr);
    ::SetStdHandle(stream, handle);
}

void attachToTerminal()
{
    // Fails where nobody's console is there to take: started from the desktop.
    s_attached = ::AttachConsole(ATTACH_PARENT_PROCESS);
    if (!s_attached)
        return;
    openConsole(STD_INPUT_HANDLE, L"CONIN$");
    openConsole(STD_OUTPUT_HANDLE, L"CONOUT$");
    openConsole(STD_ERROR_HANDLE, L"CONOUT$");
}

void detachFromTerminal()
{
    if (std::exchange(s_attached, false))
        ::FreeConsole();
}

/// What was typed, as UTF-8. The console gives UTF-16; a character of two units may come in two reads.
static qsizetype readConsole(HANDLE handle, char *bytes, qsizetype size)
{
    static QStringEncoder encoder(QStringEncoder::Utf8);
    std::array<wchar_t, 4096> typed;
    const auto most = DWORD(qMin(qsizetype(typed.size()), size / encoder.requiredSpace(1)));
    for (;;) {
        DWORD count = 0;
        if (!::ReadConsoleW(handle, typed.data(), most, &count, nullptr))
            return -1;
        constexpr wchar_t ControlZ = 0x1a; // at the start of a line, what Ctrl+D is elsewhere
        if (count > 0 && typed[0] == ControlZ)
            return 0;
        const QByteArray text = encoder.encode(QStringView(typed.data(), count));
        std::memcpy(bytes, text.constData(), size_t(text.size()));
        // Interrupted by Ctrl+C it gives nothing, and so does half a character.
        if (!text.isEmpty())
            return text.size();
    }
}

qsizetype read(char *bytes, qsizetype size)
{
    const HANDLE handle = ::GetStdHandle(STD_INPUT_HANDLE);
    if (isConsole(handle))
        return readConsole(handle, bytes, size);
    DWORD count = 0;
    if (!::ReadFile(handle, bytes, DWORD(size), &count, nullptr))
        return ::GetLastError() == ERROR_BROKEN_PIPE ? 0 : -1;
    return count;
}

/// Through the console's own UTF-16, so that its code page does not matter and stays as it is.
static qsizetype writeConsole(HANDLE handle, Out stream, QByteArrayView bytes)
{
    constexpr qsizetype piece = 8'000; // older systems take no more than 64 KiB at once
    static std::array<QStringDecoder, 2> decoders{QStringDecoder(QStringDecoder::Utf8), QStringDecoder(QStringDecoder::Utf8)};
    const QString text = decoders[stream == Out::Output ? 0 : 1].decode(bytes);
    for (qsizetype at = 0; at < text.size();) {
        qsizetype count = qMin(piece, text.size() - at);
        if (count > 1 && text.at(at + count - 1).isHighSurrogate())
            --count;
        DWORD written = 0;
        if (!::WriteConsoleW(handle, text.utf16() + at, DWORD(count), &written, nullptr) || written == 0)
            return -1;
        at += written;
    }
    return bytes.size();
}

qsizetype write(Out stream, QByteArrayView bytes)
{
    const HANDLE handle = ::GetStdHandle(stream == Out::Output ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
    if (isConsole(handle))
        return writeConsole(handle, stream, bytes);
    DWORD written = 0;
    if (!::WriteFile(handle, bytes.data(), DWORD(bytes.size()), &written, nullptr))
        return -1;
    return written;
}

}
