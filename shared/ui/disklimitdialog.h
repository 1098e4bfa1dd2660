#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QSpinBox;

/// Asks how much of the disk a session may take, in MB. Says beside the number what can be chosen, and keeps it in the settings
/// when it is accepted. Deletes itself when closed.
class DiskLimitDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit DiskLimitDialog(QWidget *parent);

    void accept() override;

private:
    void check();

    QSpinBox *m_megabytes;
    QLabel *m_range;
    QPushButton *m_ok;
    const int m_before; // a limit that is no whole number of MB stays as it is when nobody changes it
};
