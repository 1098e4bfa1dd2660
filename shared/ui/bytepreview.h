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

    /// One of the ways in which the same text goes out.
    struct Way
    {
        QString name;
        QByteArray bytes; ///< none: it can't be written so

        friend bool operator==(const Way &, const Way &) = default;
    };

    explicit BytePreview(QWidget *parent = nullptr);

    void showBytes(const QByteArray &bytes); ///< none: nothing is shown
    /// "Differs by target: 6 bytes with Lines · UTF-8, 5 bytes with Raw · GBK"; the tool tip has the bytes.
    void showWays(const QList<Way> &ways);
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
