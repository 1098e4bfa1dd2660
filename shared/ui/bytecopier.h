#pragma once

#include "bytesource.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <functional>

/// How bytes look on the clipboard.
enum class CopyForm : quint8 { Hex, HexDump, Text, CArray, PythonBytes };

/// Makes what goes to the clipboard; `offset` is that of the first byte.
using CopyFormatter = std::function<QString(CopyForm form, const QByteArray &bytes, qint64 offset)>;

/// Puts bytes on the clipboard. GUI thread.
class ByteCopier final
{
    Q_DECLARE_TR_FUNCTIONS(ByteCopier)
public:
    static constexpr qint64 MaxBytes = 16 * 1024 * 1024; ///< at once; more is refused, never cut

    /// Offers these forms beside hex, which it makes by itself.
    void setFormatter(const CopyFormatter &formatter, const QList<CopyForm> &forms);
    const QList<CopyForm> &forms() const { return m_forms; }
    static QString textOf(CopyForm form); ///< for a menu
    static QString limitText();           ///< why more can't be copied

    static bool canCopy(const ByteRange &range) { return !range.isEmpty() && range.length <= MaxBytes; }
    void copy(CopyForm form, const ByteSource &source, const ByteRange &range) const;

private:
    CopyFormatter m_formatter;
    QList<CopyForm> m_forms{CopyForm::Hex};
};
