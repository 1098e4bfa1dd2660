#pragma once

#include <QLatin1StringView>

#include <span>

class QWidget;

/// What a control or a command is for, by its object name. In English; translated in the context "WhatsThis".
struct Explanation
{
    QLatin1StringView name;
    const char *text;
};

/// Gives the controls and commands of this window their What's This text, in the language of the moment: these, and
/// those of what both windows have.
void explainControls(QWidget *window, std::span<const Explanation> own);
