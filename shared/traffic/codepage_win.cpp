#include "codepage.h"

#include <qt_windows.h>

#include <array>
#include <cstring>

namespace {

struct Page
{
    const char *name;
    unsigned number;
};

/// Microsoft's "Code Page Identifiers". Those with characters of more than two bytes are left out: there the system does
/// not tell which bytes are the start of a longer one.
constexpr std::array Pages{
    Page{"GBK", 936}, Page{"Big5", 950}, Page{"Shift_JIS", 932}, Page{"windows-949", 949}, Page{"windows-874", 874},
    Page{"windows-1250", 1250}, Page{"windows-1251", 1251}, Page{"windows-1252", 1252}, Page{"windows-1253", 1253},
    Page{"windows-1254", 1254}, Page{"windows-1255", 1255}, Page{"windows-1256", 1256}, Page{"windows-1257", 1257},
    Page{"windows-1258", 1258}, Page{"ISO-8859-2", 28592}, Page{"ISO-8859-3", 28593}, Page{"ISO-8859-4", 28594},
    Page{"ISO-8859-5", 28595}, Page{"ISO-8859-6", 28596}, Page{"ISO-8859-7", 28597}, Page{"ISO-8859-8", 28598},
    Page{"ISO-8859-9", 28599}, Page{"ISO-8859-13", 28603}, Page{"ISO-8859-15", 28605}, Page{"KOI8-R", 20866},
    Page{"KOI8-U", 21866},
};

}

unsigned CodePage::of(const char *name)
{
    for (const Page &page : Pages) {
        if (std::strcmp(page.name, name) == 0)
            return IsValidCodePage(page.number) ? page.number : 0;
    }
    return 0;
}

QString CodePage::decode(unsigned page, QByteArrayView bytes)
{
    if (bytes.size() == 1 && IsDBCSLeadByteEx(page, BYTE(bytes.front())))
        return {};
    std::array<wchar_t, 4> text;
    const int size = MultiByteToWideChar(page, MB_ERR_INVALID_CHARS, bytes.data(), int(bytes.size()), text.data(),
                                         int(text.size()));
    return size > 0 ? QString::fromWCharArray(text.data(), size) : QString(QChar::ReplacementCharacter);
}

QByteArray CodePage::encode(unsigned page, QStringView text)
{
    const std::wstring wide = text.toString().toStdWString();
    QByteArray bytes(qsizetype(wide.size()) * 2, Qt::Uninitialized);
    const int size = WideCharToMultiByte(page, WC_NO_BEST_FIT_CHARS, wide.data(), int(wide.size()), bytes.data(),
                                         int(bytes.size()), nullptr, nullptr);
    bytes.truncate(size);
    return bytes;
}
