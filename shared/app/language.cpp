#include "language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

static QString s_current = u"en"_s;

static QTranslator &ours()
{
    static QTranslator translator;
    return translator;
}

static QTranslator &qts()
{
    static QTranslator translator;
    return translator;
}

/// The built-in language that fits the system's best.
static QString systemCode()
{
    const QStringList built = Language::available();
    const QStringList wanted = QLocale::system().uiLanguages();
    for (const QString &tag : wanted) {
        const QLocale locale(tag);
        for (const QString &code : built) {
            const QLocale candidate(code);
            if (candidate.language() == locale.language() && candidate.script() == locale.script())
                return code;
        }
    }
    return u"en"_s;
}

QStringList Language::available()
{
    QStringList codes{u"en"_s};
    const QStringList files = QDir(u":/i18n"_s).entryList({u"oneport_*.qm"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        codes.append(file.sliced(8).chopped(3));
    codes.removeDuplicates();
    return codes;
}

QString Language::nativeName(const QString &code)
{
    if (code == "en"_L1)
        return u"English"_s;
    return QLocale(code).nativeLanguageName();
}

bool Language::apply(const QString &code)
{
    const QString wanted = code.isEmpty() ? systemCode() : code;
    if (!available().contains(wanted))
        return false;
    QCoreApplication::removeTranslator(&ours());
    QCoreApplication::removeTranslator(&qts());
    s_current = wanted;
    QLocale::setDefault(wanted == "en"_L1 && QLocale::system().language() == QLocale::English ? QLocale::system()
                                                                                              : QLocale(wanted));
    // Qt's own words (menus of text fields) come from Qt's catalogue where that is installed.
    if (qts().load(u"qtbase_"_s + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath))
        || qts().load(u"qtbase_"_s + wanted, QCoreApplication::applicationDirPath() + u"/translations"_s))
        QCoreApplication::installTranslator(&qts());
    // The sources are English; the English catalogue has the plurals alone.
    if (ours().load(u":/i18n/oneport_"_s + wanted + u".qm"_s))
        QCoreApplication::installTranslator(&ours());
    return true;
}

QString Language::current()
{
    return s_current;
}
