#pragma once

#include <QDockWidget>

class Inspector;
struct SocketFacts;

/// The inspector at the side of a window. Closed at first, and made only when View → Inspector opens it.
class InspectorDock final : public QDockWidget
{
    Q_OBJECT
public:
    explicit InspectorDock(QWidget *parent = nullptr);

    void setFacts(const SocketFacts &facts);
    /// No socket: says what to do to see one.
    void clear(const QString &hint);
    void setVisible(bool visible) override;
    /// Whether somebody can see it, so that it needs facts.
    bool isWatching() const { return m_watching; }

Q_SIGNALS:
    void watchingChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showTitle();
    Inspector *inspector();

    Inspector *m_inspector = nullptr;
    QString m_hint; // for the inspector that is not made yet
    bool m_watching = false;
};
