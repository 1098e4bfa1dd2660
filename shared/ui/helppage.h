#pragma once

#include <QList>
#include <QString>
#include <QUrl>

class QWidget;

/// The pages of the manual, which travel inside the programs in each language.
enum class HelpPage : quint8 { WhySockets, ServerWindow, ClientWindow, Framing, Inspector, CloseLab };

QList<HelpPage> helpPages(); ///< in the order of reading
QString helpTitle(HelpPage page);
/// In the language of the moment, or in English where it is not there.
QUrl helpUrl(HelpPage page);
/// Whose page it is, in whatever language.
HelpPage helpPageOf(const QUrl &url);

/// The page that fits where the keyboard is: that of the innermost part of the window that has one, else `otherwise`.
HelpPage helpPageFor(const QWidget *focused, HelpPage otherwise);
