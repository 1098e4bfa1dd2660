#pragma once

#include <QByteArray>

/// Finds bytes in many: jumps from one place of the rarest of them to the next. A value; cheap to copy.
class ByteFinder
{
public:
    ByteFinder() = default;
    /// `folded`: capital and small letters A … Z are the same.
    explicit ByteFinder(const QByteArray &bytes, bool folded = false);

    /// Where they are, at this place or behind; -1: nowhere.
    qsizetype indexIn(QByteArrayView in, qsizetype from = 0) const;
    qsizetype size() const { return m_bytes.size(); }

private:
    bool isAt(const char *place) const;
    const char *firstIn(const char *from, const char *end) const;

    QByteArray m_bytes; // in small letters when folded
    qsizetype m_rarest = 0;
    bool m_folded = false;
};
