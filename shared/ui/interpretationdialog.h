#pragma once

#include "interpretation.h"

#include <QDialog>

#include <optional>

class EncodingBox;
class FramingBox;
class ProblemLabel;
class QCheckBox;
class QPushButton;

/// Asks how the bytes of some sockets are to be read and written: as those of the window are, or with a framing and an
/// encoding of their own. Goes by itself when it is closed.
class InterpretationDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `own`: nothing while they are read as the window's.
    InterpretationDialog(const Interpretation &usual, const std::optional<Interpretation> &own, qsizetype sockets,
                         QWidget *parent);

Q_SIGNALS:
    void chosen(const std::optional<Interpretation> &own); ///< nothing: as the window's

private:
    void onAccepted();
    void check();

    QCheckBox *m_asWindow;
    FramingBox *m_framing;
    EncodingBox *m_encoding;
    ProblemLabel *m_problem;
    QPushButton *m_ok = nullptr;
};
