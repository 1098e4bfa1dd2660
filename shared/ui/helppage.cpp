#include "helppage.h"

#include "language.h"

#include <QCoreApplication>
#include <QFile>
#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct Page
{
    HelpPage page;
    QLatin1StringView file;
    const char *title;
};

/// A part of a window, by its object name, and the page about it.
struct Area
{
    QLatin1StringView name;
    HelpPage page;
};

} // namespace

static constexpr std::array Pages{
    Page{HelpPage::WhySockets, "why-sockets"_L1, QT_TRANSLATE_NOOP("HelpPage", "Why sockets?")},
    Page{HelpPage::ServerWindow, "server-window"_L1, QT_TRANSLATE_NOOP("HelpPage", "The server window")},
    Page{HelpPage::ClientWindow, "client-window"_L1, QT_TRANSLATE_NOOP("HelpPage", "The client window")},
    Page{HelpPage::Framing, "framing-and-encodings"_L1, QT_TRANSLATE_NOOP("HelpPage", "Framing and encodings")},
    Page{HelpPage::Inspector, "inspector-and-calls"_L1, QT_TRANSLATE_NOOP("HelpPage", "Inspector and calls")},
    Page{HelpPage::CloseLab, "close-lab-and-buffers"_L1, QT_TRANSLATE_NOOP("HelpPage", "Close lab and buffers")},
};

static constexpr std::array Areas{
    Area{"tourCard"_L1, HelpPage::WhySockets},     Area{"framing"_L1, HelpPage::Framing},
    Area{"encoding"_L1, HelpPage::Framing},        Area{"inputForm"_L1, HelpPage::Framing},
    Area{"lineEnding"_L1, HelpPage::Framing},      Area{"preview"_L1, HelpPage::Framing},
    Area{"messageDetails"_L1, HelpPage::Framing},  Area{"framingDialog"_L1, HelpPage::Framing},
    Area{"inspectorDock"_L1, HelpPage::Inspector}, Area{"callsPane"_L1, HelpPage::Inspector},
    Area{"timeLine"_L1, HelpPage::CloseLab},
};

static const Page &entryOf(HelpPage page)
{
    return *std::find_if(Pages.cbegin(), Pages.cend(), [page](const Page &entry) { return entry.page == page; });
}

QList<HelpPage> helpPages()
{
    QList<HelpPage> pages;
    for (const Page &entry : Pages)
        pages.append(entry.page);
    return pages;
}

QString helpTitle(HelpPage page)
{
    return QCoreApplication::translate("HelpPage", entryOf(page).title);
}

QUrl helpUrl(HelpPage page)
{
    const QString file = entryOf(page).file + ".md"_L1;
    const QString translated = u"/help/"_s + Language::current() + u'/' + file;
    return QUrl(u"qrc:"_s + (QFile::exists(u':' + translated) ? translated : u"/help/"_s + file));
}

HelpPage helpPageOf(const QUrl &url)
{
    const QString name = url.fileName().section(u'.', 0, 0);
    const auto found =
        std::find_if(Pages.cbegin(), Pages.cend(), [&name](const Page &entry) { return entry.file == name; });
    return found == Pages.cend() ? Pages.front().page : found->page;
}

HelpPage helpPageFor(const QWidget *focused, HelpPage otherwise)
{
    for (const QWidget *widget = focused; widget; widget = widget->parentWidget()) {
        const QString name = widget->objectName();
        const auto area =
            std::find_if(Areas.cbegin(), Areas.cend(), [&name](const Area &part) { return part.name == name; });
        if (area != Areas.cend())
            return area->page;
    }
    return otherwise;
}
