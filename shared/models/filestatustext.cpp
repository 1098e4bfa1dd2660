#include "filestatustext.h"

#include "ratetext.h"
#include "sizetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;
using State = FileProgress::State;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("FileStatusText", text);
}

QString number(qsizetype value)
{
    return QLocale().toString(value);
}

QString ofSize(const FileProgress &progress)
{
    return translated(QT_TRANSLATE_NOOP("FileStatusText", "%1 of %2")).arg(sizeText(progress.slowest), sizeText(progress.size));
}

QString ofTargets(const FileProgress &progress)
{
    return translated(QT_TRANSLATE_NOOP("FileStatusText", "%1 of %2 clients have all of it"))
        .arg(number(progress.done), number(progress.targets));
}

QString endText(const FileProgress::Lost &lost)
{
    return lost.reason == CloseReason::None
        ? translated(QT_TRANSLATE_NOOP("FileStatusText", "writing to it was shut down"))
        : closeReasonText(lost.reason);
}

/// "#3 got 1.2 MB: the peer closed", for the first of those that ended early, and how many more there are.
QStringList lostTexts(const FileProgress &progress)
{
    QStringList texts;
    for (const FileProgress::Lost &lost : progress.lost)
        texts.append(translated(QT_TRANSLATE_NOOP("FileStatusText", "#%1 got %2: %3"))
                         .arg(QString::number(lost.socket), sizeText(lost.sent), endText(lost)));
    if (progress.failed > progress.lost.size())
        texts.append(translated(QT_TRANSLATE_NOOP("FileStatusText", "ended early besides: %1"))
                         .arg(number(progress.failed - progress.lost.size())));
    return texts;
}

QStringList speedTexts(const FileProgress &progress)
{
    if (progress.speed == 0)
        return {};
    const quint64 left = (progress.size - progress.slowest + progress.speed - 1) / progress.speed;
    return {translated(QT_TRANSLATE_NOOP("FileStatusText", "%1/s")).arg(sizeText(progress.speed)),
            translated(QT_TRANSLATE_NOOP("FileStatusText", "%1 left")).arg(durationText(left))};
}

QString queuedText(const FileProgress &progress)
{
    return translated(QT_TRANSLATE_NOOP("FileStatusText", "%1 queued")).arg(sizeText(progress.queued));
}

/// The one target of a client window, or of a server window with one client: no numbers.
QString singleEndText(const FileProgress &progress)
{
    return translated(QT_TRANSLATE_NOOP("FileStatusText", "Not all of it was sent: %1 went out · %2"))
        .arg(ofSize(progress), endText(progress.lost.constFirst()));
}

QStringList outcomeTexts(const FileProgress &progress)
{
    const bool several = progress.targets > 1;
    if (progress.state == State::Failed && (progress.targets == 0 || progress.size == 0))
        return {progress.problem};
    if (progress.state == State::Failed && !progress.problem.isEmpty())
        return {progress.problem, translated(QT_TRANSLATE_NOOP("FileStatusText", "%1 went out")).arg(ofSize(progress))};
    if (progress.state == State::Cancelled) {
        QStringList texts{translated(QT_TRANSLATE_NOOP("FileStatusText", "Cancelled: %1 went out")).arg(ofSize(progress))};
        if (progress.queued > 0)
            texts.append(queuedText(progress));
        return texts;
    }
    if (!several && !progress.lost.isEmpty())
        return {singleEndText(progress)};
    if (!several)
        return {translated(QT_TRANSLATE_NOOP("FileStatusText", "Sent: %1")).arg(sizeText(progress.size))};
    return QStringList{ofTargets(progress)} + lostTexts(progress);
}

QStringList runningTexts(const FileProgress &progress)
{
    QStringList texts;
    if (progress.state == State::Paused)
        texts.append(translated(QT_TRANSLATE_NOOP("FileStatusText", "Paused")));
    texts.append(ofSize(progress));
    if (progress.state == State::Paused && progress.queued > 0)
        texts.append(queuedText(progress));
    texts += speedTexts(progress);
    if (progress.targets > 1)
        texts.append(ofTargets(progress));
    return texts + lostTexts(progress);
}

}

QString fileStatusText(const FileProgress &progress)
{
    return (progress.isActive() ? runningTexts(progress) : outcomeTexts(progress)).join(u" · "_s);
}
