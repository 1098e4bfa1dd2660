#include "copybytesmenu.h"

#include "byteformat.h"

#include <QEvent>

static constexpr CopyForm Forms[]{CopyForm::Hex, CopyForm::HexDump, CopyForm::CArray, CopyForm::PythonBytes};

CopyBytesMenu::CopyBytesMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("copyBytes"));
    for (const CopyForm form : Forms)
        connect(addAction(QString()), &QAction::triggered, this, [this, form] { Q_EMIT chosen(form); });
    retranslate();
}

QString CopyBytesMenu::textOf(CopyForm form, const QByteArray &bytes, qint64 offset)
{
    switch (form) {
    case CopyForm::HexDump: return hexDump(bytes, quint64(offset));
    case CopyForm::CArray: return cArray(bytes);
    case CopyForm::PythonBytes: return pythonBytes(bytes);
    case CopyForm::Hex:
    case CopyForm::Text: break;
    }
    return hexText(bytes);
}

void CopyBytesMenu::changeEvent(QEvent *event)
{
    QMenu::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CopyBytesMenu::retranslate()
{
    setTitle(tr("Copy &bytes"));
    setToolTip(tr("The bytes of the selected messages as they were on the wire, terminators included"));
    for (qsizetype i = 0; i < actions().size(); ++i)
        actions().at(i)->setText(ByteCopier::textOf(Forms[i]));
}
