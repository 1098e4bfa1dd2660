#pragma once

#include <QComboBox>

/// A combo box that a screen reader knows by its name. Qt on Linux gives out the current text in place of the name;
/// here that is the value alone. The wheel leaves it alone.
class NamedComboBox : public QComboBox
{
    Q_OBJECT
public:
    explicit NamedComboBox(QWidget *parent = nullptr);

    /// What it is called, translated; its text field, if it has one, has the same name.
    void setName(const QString &name);
};
