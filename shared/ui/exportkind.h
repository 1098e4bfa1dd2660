#pragma once

#include "exporter.h"

#include <QList>

/// A kind of file that a transcript can be exported to, as the dialog offers it.
struct ExportKind
{
    QString name;         ///< translated, with the pattern that a file dialog wants
    QStringList suffixes; ///< that mean it; a name without one gets the first
    ExportFormat format = ExportFormat::Text;
    bool sent = false;    ///< raw: what was sent, not what was received

    static QList<ExportKind> all();

    /// What to write for this file.
    ExportPlan planFor(const QString &file) const;
    /// Whether the file's name ends as one of another kind does.
    bool isContradicted(const QString &file) const;
    /// The name without the pattern: "JSON lines".
    QString plainName() const;
};

/// What a name asks for by its suffix. `offered` is the kind that the dialog stood at: it decides where the suffix means
/// none or several, and always where somebody chose it.
ExportKind exportKindFor(const QString &file, const ExportKind &offered, bool wasChosen);
