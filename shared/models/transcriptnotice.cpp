#include "transcriptnotice.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <climits>

static QString translated(const char *text, quint64 count)
{
    return QCoreApplication::translate("TranscriptModel", text, nullptr, int(qMin<quint64>(count, INT_MAX)));
}

static QString unlistedText(const TranscriptNotice &notice)
{
    const QString form = notice.goneRecords == 0
        ? translated(QT_TRANSLATE_N_NOOP("TranscriptModel", "Only the newest %1 rows are listed: %2 older row(s) are not, and a "
                                                            "filter does not reach them. Their bytes are still in the session, "
                                                            "also when it is saved."),
                     notice.unlisted)
        : translated(QT_TRANSLATE_N_NOOP("TranscriptModel", "Only the newest %1 rows are listed: about %2 older row(s) are not, "
                                                            "and a filter does not reach them. Their bytes are still in the "
                                                            "session, also when it is saved."),
                     notice.unlisted);
    const QLocale locale;
    return form.arg(locale.toString(notice.mostRows), locale.toString(notice.unlisted));
}

static QString goneText(const TranscriptNotice &notice)
{
    const char *form = QT_TRANSLATE_N_NOOP("TranscriptModel",
                                           "%Ln older record(s) with %1 bytes are gone: the disk limit was reached.");
    return translated(form, notice.goneRecords).arg(QLocale().toString(notice.goneBytes));
}

QString TranscriptNotice::text() const
{
    QStringList sentences;
    if (goneRecords > 0)
        sentences.append(goneText(*this));
    if (unlisted > 0)
        sentences.append(unlistedText(*this));
    return sentences.join(u' ');
}
