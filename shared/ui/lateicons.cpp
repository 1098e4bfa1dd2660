#include "lateicons.h"

#include <QEvent>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

namespace {

class CrossWhenSeen final : public QObject
{
public:
    explicit CrossWhenSeen(QToolButton *button)
        : QObject(button)
    {
        button->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show) {
            auto *button = static_cast<QToolButton *>(watched);
            button->setIcon(button->style()->standardIcon(QStyle::SP_TitleBarCloseButton));
            deleteLater();
        }
        return false;
    }
};

}

void LateIcons::giveCross(QToolButton *button)
{
    new CrossWhenSeen(button);
}

void LateIcons::giveClearButton(QLineEdit *edit)
{
    QObject::connect(edit, &QLineEdit::textChanged, edit, [edit](const QString &text) {
        if (!text.isEmpty())
            edit->setClearButtonEnabled(true);
    });
}
