#pragma once

#include <QColor>
#include <QPalette>

/// Colours with a meaning, readable (contrast 4.5 or more) on the base and the window colour of light and dark palettes.
/// Never the only sign: words stand beside them.
namespace Shades {

QColor received(const QPalette &palette);
QColor sent(const QPalette &palette);
QColor subdued(const QPalette &palette); ///< what is beside the point
QColor problem(const QPalette &palette);
QColor good(const QPalette &palette);    ///< connected, listening
QColor busy(const QPalette &palette);    ///< on the way there

/// Behind a sentence that must be noticed: the window colour with a touch of this one.
QColor banner(const QPalette &palette, const QColor &tint);

/// This palette with hints in empty fields that can be read: some dark desktop themes leave them black.
QPalette withReadableHints(QPalette palette);

bool isDark(const QPalette &palette);
/// WCAG 2.1: 1 … 21.
double contrast(const QColor &a, const QColor &b);

}
