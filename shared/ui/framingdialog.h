#pragma once

#include "framing.h"

#include <QDialog>

class NamedComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QStackedWidget;

/// Asks for a framing that needs more than its name: a delimiter, a size, a length prefix or a gap. What is wrong is said
/// in place, and can't be chosen. Deletes itself when closed.
class FramingDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Starts with this framing where it is of such a kind.
    explicit FramingDialog(const Framing &current, QWidget *parent = nullptr);

    /// What the fields say. Nothing while that is no framing; `problem` is then a translated sentence.
    std::optional<Framing> framing(QString *problem = nullptr) const;

Q_SIGNALS:
    void chosen(const Framing &framing);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeFields();
    void layOut();
    void fill(const Framing &current);
    Framing::Kind kind() const;
    QWidget *field() const;
    void onKind();
    void check();
    void choose();
    void retranslate();

    NamedComboBox *m_kind;
    QStackedWidget *m_fields;
    QLineEdit *m_delimiter;
    QSpinBox *m_size;
    NamedComboBox *m_prefix;
    QSpinBox *m_gap;
    QFormLayout *m_form;
    QLabel *m_kindLabel;
    QLabel *m_fieldLabel;
    QLabel *m_explanation;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};
