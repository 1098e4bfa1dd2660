#pragma once

#include <QLabel>

/// A label for what is beside the point: plain text that wraps, in a subdued colour that follows the palette.
class QuietLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit QuietLabel(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyShade();
};
