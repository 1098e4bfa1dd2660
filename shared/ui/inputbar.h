#pragma once

#include "byteinput.h"
#include "lineending.h"

#include <QWidget>

class BytePreview;
class NamedComboBox;

/// How a message is written and what ends it, as choices that the program remembers, and a preview of its bytes.
class InputBar final : public QWidget
{
    Q_OBJECT
public:
    explicit InputBar(QWidget *parent = nullptr);

    InputForm form() const;
    void setForm(InputForm form); ///< of a message that is brought back; not remembered
    LineEnding ending() const;
    /// What the framing adds now, as in "LF".
    void setFramingEnding(const QString &name);
    BytePreview *preview() const { return m_preview; }

Q_SIGNALS:
    void formChosen(InputForm form);
    void endingChosen(LineEnding ending);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void chooseForm();
    void chooseEnding();

    NamedComboBox *m_form;
    NamedComboBox *m_ending;
    BytePreview *m_preview;
    QString m_framingEnding;
};
