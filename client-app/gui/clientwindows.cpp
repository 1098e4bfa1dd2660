#include "clientwindows.h"

#include "clientwindow.h"
#include "sessiondialogs.h"
#include "windowplaces.h"

#include <QGuiApplication>
#include <QScreen>
#include <QStyle>

#include <algorithm>

static constexpr QSize LeastSize(400, 360); // of a window with its frame
static constexpr QSize MostSize(760, 640);

ClientWindows::ClientWindows(ClientThread &thread, const ClientOptions &defaults, QObject *parent)
    : QObject(parent)
    , m_thread(thread)
    , m_defaults(defaults)
{
}

ClientWindows::~ClientWindows()
{
    for (ClientWindow *window : std::as_const(m_windows))
        window->disconnect(this);
    qDeleteAll(m_windows);
}

ClientWindow *ClientWindows::make(const ClientOptions &options)
{
    auto store = sessionForWindow();
    if (!store)
        return nullptr;
    auto *window = new ClientWindow(m_thread, options, std::move(store));
    m_windows.append(window);
    connect(window, &QObject::destroyed, this, [this, window] { m_windows.removeOne(window); });
    connect(window, &ClientWindow::newWindowRequested, this,
            [this](const ClientOptions &wanted) { open(wanted, false); });
    return window;
}

ClientWindow *ClientWindows::open(bool connectNow)
{
    return open(m_defaults, connectNow);
}

ClientWindow *ClientWindows::open(const ClientOptions &options, bool connectNow)
{
    ClientWindow *window = make(options);
    if (!window)
        return nullptr;
    place(window);
    show(window, connectNow);
    return window;
}

void ClientWindows::place(ClientWindow *window)
{
    const bool isRestored = window->restorePlace();
    const auto latest = std::find_if(m_windows.crbegin(), m_windows.crend(), [window](const ClientWindow *other) {
        return other != window && other->isVisible();
    });
    if (!isRestored && latest == m_windows.crend())
        return; // the system knows a place
    const auto taken = [this, window](const QPoint &corner) {
        return std::any_of(m_windows.begin(), m_windows.end(), [&](const ClientWindow *other) {
            return other != window && other->isVisible() && other->pos() == corner;
        });
    };
    const int step = window->style()->pixelMetric(QStyle::PM_TitleBarHeight);
    const QRect available = window->screen()->availableGeometry();
    QPoint corner = isRestored ? window->pos() : (*latest)->pos();
    while (taken(corner) && available.contains(corner + QPoint(step, step)))
        corner += QPoint(step, step);
    window->move(corner);
}

void ClientWindows::openMany(int count, bool connectNow)
{
    if (count == 1)
        open(connectNow);
    else
        openBeside(count, connectNow);
    if (!m_windows.isEmpty())
        m_windows.constFirst()->offerCrashedSessions();
}

void ClientWindows::openBeside(int count, bool connectNow)
{
    const QRect available = QGuiApplication::primaryScreen()->availableGeometry();
    for (const QRect &place : placeWindows(qBound(1, count, MaxWindows), available, LeastSize, MostSize)) {
        ClientWindow *window = make(m_defaults);
        if (!window)
            return;
        const int title = window->style()->pixelMetric(QStyle::PM_TitleBarHeight);
        const int frame = window->style()->pixelMetric(QStyle::PM_MdiSubWindowFrameWidth);
        window->resize(place.size() - QSize(2 * frame, title + frame));
        window->move(place.topLeft());
        show(window, connectNow);
    }
}

void ClientWindows::show(ClientWindow *window, bool connectNow)
{
    window->show();
    if (connectNow)
        window->connectToServer();
}
