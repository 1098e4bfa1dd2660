#pragma once

#include "searchpattern.h"

#include <QWidget>

class NamedComboBox;
class QLineEdit;
class QTimer;
class QToolButton;

/// A field for what one looks for: the text, whether it is plain, a regular expression or hex bytes, and whether the case
/// matters. What is wrong with it is said in its tool tip and shown by its colour.
class SearchField final : public QWidget
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

    SearchText text() const;
    void setText(const SearchText &text);
    /// A sentence about what is wrong with it; empty when it can be looked for.
    QString problem() const { return m_problem; }
    void setNames(const QString &name, const QString &placeholder); ///< translated
    void focusText();
    QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void edited(); ///< and it can be looked for, or is empty
    void checked(); ///< something was changed, and `problem` is about that

protected:
    void changeEvent(QEvent *event) override;

private:
    void check();
    void retranslate();

    QLineEdit *m_edit;
    NamedComboBox *m_kind;
    QToolButton *m_matchCase;
    QString m_problem;
};
