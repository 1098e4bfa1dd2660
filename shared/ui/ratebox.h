#pragma once

#include "namedcombobox.h"

/// How fast a file is to go: as fast as the peer reads, some usual rates, or one that is typed.
class RateBox final : public NamedComboBox
{
    Q_OBJECT
public:
    explicit RateBox(QWidget *parent = nullptr);

    quint64 rate() const { return m_rate; } ///< bytes a second; 0: as fast as the peer reads
    void setRate(quint64 bytesPerSecond);

Q_SIGNALS:
    void rateChosen(quint64 bytesPerSecond); ///< by the user

protected:
    void changeEvent(QEvent *event) override;

private:
    void take();
    void retranslate();

    quint64 m_rate = 0;
};
