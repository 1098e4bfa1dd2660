#pragma once

#include <QByteArray>

/// Some bytes in a row, by the offset of the first one.
struct ByteRange
{
    qint64 start = 0;
    qint64 length = 0;

    qint64 end() const { return start + length; } ///< of the byte behind the last one
    bool isEmpty() const { return length <= 0; }
    bool operator==(const ByteRange &) const = default;
};

/// Bytes to look at, of which there can be more than fit into memory: whoever shows them asks for what is in sight.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    virtual qint64 size() const = 0;
    /// The bytes from `offset` on; fewer than `length` of them where the source ends.
    virtual QByteArray read(qint64 offset, qint64 length) const = 0;

protected:
    ByteSource() = default;
    Q_DISABLE_COPY_MOVE(ByteSource)
};

/// Bytes that are in memory anyway. Shares them.
class ByteArraySource final : public ByteSource
{
public:
    explicit ByteArraySource(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    qint64 size() const override { return m_bytes.size(); }
    QByteArray read(qint64 offset, qint64 length) const override { return m_bytes.mid(offset, length); }

private:
    QByteArray m_bytes;
};
