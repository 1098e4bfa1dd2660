#pragma once

#include <QString>

class QWidget;

/// Where `--demo` leaves its pictures and notes. A file is there whole or not at all. GUI thread.
class DemoFolder final
{
public:
    explicit DemoFolder(const QString &path);

    /// A picture of the window as it is now.
    bool saveWindow(QWidget &window, const QString &name) const;
    bool saveText(const QString &text, const QString &name) const;
    bool has(const QString &name) const;

private:
    QString m_path;
};
