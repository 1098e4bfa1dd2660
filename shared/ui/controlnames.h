#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QString>
#include <QTextLayout>

/// A text whose control pictures are spelled out, and how the names are to look: fonts draw ␛ too small to be read.
struct NamedText
{
    QString text;
    QList<QTextLayout::FormatRange> formats;

    /// The formats for this text, which starts like ours but may be cut short.
    QList<QTextLayout::FormatRange> formatsOf(const QString &cut) const;
};

/// `␛[31m` becomes `ESC[31m`, with ESC small and in this colour on a tint of it. U+FFFD is coloured only.
NamedText nameControls(const QString &text, const QFont &font, const QColor &color);
