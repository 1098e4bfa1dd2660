#include "shades.h"

#include <array>
#include <cmath>
#include <map>

namespace {

constexpr double Readable = 4.5; // WCAG 2.1, 1.4.3

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &a, const QColor &b, double partOfB)
{
    const auto mix = [partOfB](float x, float y) { return float(x + (y - x) * partOfB); };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

/// The colour, moved towards the text colour until it can be read on both backgrounds.
QColor readable(const QPalette &palette, const QColor &color)
{
    const QColor text = palette.color(QPalette::Text);
    for (double part = 0; part < 1; part += 0.1) {
        const QColor shade = mixed(color, text, part);
        if (Shades::contrast(shade, palette.color(QPalette::Base)) >= Readable
            && Shades::contrast(shade, palette.color(QPalette::Window)) >= Readable)
            return shade;
    }
    return text;
}

/// Remembered, as every row asks for some of them each time it is painted.
QColor choose(const QPalette &palette, const QColor &onLight, const QColor &onDark)
{
    using Question = std::array<QRgb, 5>;
    constexpr std::size_t most = 256; // palettes come and go
    static std::map<Question, QColor> answers; // of the GUI thread, as all painting is
    const Question question{onLight.rgb(), onDark.rgb(), palette.color(QPalette::Text).rgb(),
                            palette.color(QPalette::Base).rgb(), palette.color(QPalette::Window).rgb()};
    const auto known = answers.find(question);
    if (known != answers.end())
        return known->second;
    if (answers.size() >= most)
        answers.clear();
    return answers.emplace(question, readable(palette, Shades::isDark(palette) ? onDark : onLight)).first->second;
}

}

namespace Shades {

QPalette withReadableHints(QPalette palette)
{
    const QColor hint = palette.color(QPalette::PlaceholderText);
    const QColor base = palette.color(QPalette::Base);
    if (contrast(mixed(base, hint, hint.alphaF()), base) < 3)
        palette.setColor(QPalette::PlaceholderText, subdued(palette));
    return palette;
}

QColor received(const QPalette &palette)
{
    return choose(palette, QColor(0x0b, 0x5c, 0xad), QColor(0x7c, 0xb8, 0xff));
}

QColor sent(const QPalette &palette)
{
    return choose(palette, QColor(0x8a, 0x3f, 0x00), QColor(0xff, 0xb3, 0x6b));
}

QColor subdued(const QPalette &palette)
{
    return choose(palette, QColor(0x5f, 0x63, 0x68), QColor(0xa6, 0xab, 0xb2));
}

QColor problem(const QPalette &palette)
{
    return choose(palette, QColor(0xb3, 0x14, 0x1d), QColor(0xff, 0x8a, 0x86));
}

QColor good(const QPalette &palette)
{
    return choose(palette, QColor(0x1b, 0x74, 0x32), QColor(0x6f, 0xd6, 0x86));
}

QColor busy(const QPalette &palette)
{
    return choose(palette, QColor(0x8a, 0x5a, 0x00), QColor(0xf2, 0xc1, 0x4e));
}

QColor banner(const QPalette &palette, const QColor &tint)
{
    return mixed(palette.color(QPalette::Window), tint, 0.10);
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return qMax(x, y) / qMin(x, y);
}

}
