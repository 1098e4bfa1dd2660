#pragma once

#include "framing.h"
#include "namedcombobox.h"

#include <optional>

/// A combo box of framings: those that need only a name, the last one that needs more, and “Other…”, which asks.
class FramingBox final : public NamedComboBox
{
    Q_OBJECT
public:
    explicit FramingBox(QWidget *parent = nullptr);

    const Framing &framing() const { return m_framing; }
    void setFraming(const Framing &framing);
    void retranslate();

    /// The framings that need only a name.
    static QList<Framing> plainFramings();

Q_SIGNALS:
    void framingChosen(const Framing &framing); ///< another one than before, by the user

private:
    void fill();
    void showCurrent();
    void onIndex(int index);
    void ask();

    Framing m_framing;
    std::optional<Framing> m_other;
};
