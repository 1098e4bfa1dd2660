#pragma once

#include <QString>

/// What one typed or pasted as the server to connect to.
struct TargetText
{
    QString host;
    QString port; ///< as typed, or empty

    /// Takes `host`, `host:port`, `[::1]:8080`, `::1` and these with a scheme before and a path behind, as in
    /// `tcp://host:port/`, apart. A pure function.
    static TargetText split(const QString &text);
};

enum class TargetProblem : quint8 { None, NoHost, BlankInHost, BadPort };

TargetProblem checkTarget(const TargetText &target);
/// A translated sentence that says what to do; empty for None.
QString targetProblemText(TargetProblem problem);
