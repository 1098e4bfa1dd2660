#pragma once

#include <QLabel>

/// One line on what is to be sent: "6 bytes: 68 65 6C 6C 6F 0A", or what is wrong with it. Drawn as far as there is
/// room, never wider than its place; the tool tip shows more.
class BytePreview final : public QLabel
{
    Q_OBJECT
public:
    static constexpr qsizetype MaxShown = 64;  ///< bytes in the line
    static constexpr qsizetype MaxInTip = 256; ///< bytes in the tool tip

    explicit BytePreview(QWidget *parent = nullptr);

    void showBytes(const QByteArray &bytes); ///< none: nothing is shown
    void showProblem(const QString &sentence);
    void showNothing();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tell(const QString &text, const QString &tip, bool problem);
    QFont shownFont() const;

    bool m_problem = false;
};
