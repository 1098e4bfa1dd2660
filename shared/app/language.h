#pragma once

#include <QString>
#include <QStringList>

/// The language of everything visible. Only from the main thread. Every top-level widget gets QEvent::LanguageChange
/// when it changes.
namespace Language {

/// The languages that are built in: `en`, and one for each file in translations/.
QStringList available();

/// What speakers call the language: "English", "简体中文".
QString nativeName(const QString &code);

/// Switches to this language; empty: the system's, or English where that is not built in. False: there is no such one,
/// and nothing changed.
bool apply(const QString &code);

/// The code of the language in use.
QString current();

}
