#pragma once

#include <QDockWidget>

class Inspector;

/// The inspector at the side of a window. Closed at first; View → Inspector opens it.
class InspectorDock final : public QDockWidget
{
    Q_OBJECT
public:
    explicit InspectorDock(QWidget *parent = nullptr);

    Inspector *inspector() const { return m_inspector; }
    /// Whether somebody can see it, so that it needs facts.
    bool isWatching() const { return m_watching; }

Q_SIGNALS:
    void watchingChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showTitle();

    Inspector *m_inspector;
    bool m_watching = false;
};
