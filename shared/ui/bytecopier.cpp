#include "bytecopier.h"

#include "hexpainter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

void ByteCopier::setFormatter(const CopyFormatter &formatter, const QList<CopyForm> &forms)
{
    m_formatter = formatter;
    m_forms = QList{CopyForm::Hex} + forms;
}

QString ByteCopier::textOf(CopyForm form)
{
    switch (form) {
    case CopyForm::Hex: return tr("&Copy as hex");
    case CopyForm::HexDump: return tr("Copy as hex &dump");
    case CopyForm::Text: return tr("Copy as &text");
    case CopyForm::CArray: return tr("Copy as C a&rray");
    case CopyForm::PythonBytes: return tr("Copy as &Python bytes");
    }
    return {};
}

QString ByteCopier::limitText()
{
    return tr("At most %1 bytes can be copied at once").arg(QLocale().toString(MaxBytes));
}

void ByteCopier::copy(CopyForm form, const ByteSource &source, const ByteRange &range) const
{
    if (!canCopy(range))
        return;
    const QByteArray bytes = source.read(range.start, range.length);
    const QString text = form == CopyForm::Hex ? hexText(bytes) : m_formatter(form, bytes, range.start);
    QGuiApplication::clipboard()->setText(text);
}
