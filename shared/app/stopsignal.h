#pragma once

#include <QObject>

/// Turns what a system sends to end a program (SIGINT and SIGTERM; on Windows Ctrl+C and the closing of the console)
/// into a Qt signal in the main thread. One per program.
class StopSignal final : public QObject
{
    Q_OBJECT
public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void asked();
};
