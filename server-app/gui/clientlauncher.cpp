#include "clientlauncher.h"

#include "language.h"
#include "machineaddresses.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

using namespace Qt::StringLiterals;

#ifdef Q_OS_WIN
static constexpr auto ProgramName = "oneport-client.exe"_L1;
#else
static constexpr auto ProgramName = "oneport-client"_L1;
#endif

/// Beside this program; on macOS, where each program is in a bundle of its own, in the bundle beside this one.
static QStringList candidates(const QString &folder)
{
    return {folder + u'/' + ProgramName,
            folder + u"/../../../oneport-client.app/Contents/MacOS/"_s + ProgramName};
}

ClientLauncher::ClientLauncher()
    : ClientLauncher(QCoreApplication::applicationDirPath())
{
}

ClientLauncher::ClientLauncher(const QString &folder)
{
    for (const QString &path : candidates(folder)) {
        const QFileInfo file(path);
        if (!file.isFile() || !file.isExecutable())
            continue;
        m_program = file.canonicalFilePath();
        return;
    }
}

/// An option that every Qt program has. It counts from the screen's other edges where a number is negative.
static QStringList placeArguments(const QPoint &place)
{
    if (place.x() < 0 || place.y() < 0)
        return {};
    return {u"-qwindowgeometry"_s, u"+%1+%2"_s.arg(place.x()).arg(place.y())};
}

bool ClientLauncher::launch(const Endpoint &listening, const Interpretation &reading, const QPoint &place) const
{
    if (!isThere())
        return false;
    const QStringList arguments{hostForClient(listening), QString::number(listening.port),
                                u"--framing"_s,           reading.framing.word(),
                                u"--encoding"_s,          reading.encoding.name(),
                                u"--language"_s,          Language::current()};
    return QProcess::startDetached(m_program, arguments + placeArguments(place));
}
