#include "callindex.h"
#include "calltext.h"
#include "conversationprogram.h"
#include "crc32.h"
#include "indexentry.h"
#include "messageindex.h"
#include "messagereader.h"
#include "targets.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace SessionFormat;

namespace {

constexpr qsizetype HeaderBytes = 3; // of the input
constexpr qsizetype CrcAt = BlockSize - 4;
constexpr uchar AsFolder = 1;
constexpr uchar Sealed = 2;

using Opened = std::shared_ptr<TrafficStore>;

QString placeFor(const QString &name)
{
    static const QTemporaryDir folder;
    return folder.filePath(name);
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("%s can't be written", qPrintable(path));
}

void sealBlock(char *block)
{
    qToLittleEndian<quint32>(crc32({block, CrcAt}), block + CrcAt);
}

/// The check sums of an entry and of the payload that it tells of, made right.
void sealEntry(char *block, QByteArrayView bytes)
{
    const auto place = qFromLittleEndian<quint32>(block + 16);
    const auto length = qFromLittleEndian<quint32>(block + 20);
    if (quint64(place) + length <= quint64(bytes.size()))
        qToLittleEndian<quint32>(crc32(bytes.sliced(place, length)), block + 36);
    sealBlock(block);
}

/// The same of a segment's header and all of its entries.
void sealIndex(char *index, qsizetype entries, QByteArrayView bytes)
{
    sealBlock(index);
    for (qsizetype entry = 1; entry <= entries; ++entry)
        sealEntry(index + entry * BlockSize, bytes);
}

/// How many bytes the choices of framing and encoding have; their check sum made right.
qsizetype sealChoices(QByteArray &file)
{
    if (file.size() < BlockSize || qFromLittleEndian<quint32>(file.data() + 8) != VersionWithChoices)
        return 0;
    const auto told = qFromLittleEndian<quint32>(file.data() + 24);
    const auto size = qsizetype(qMin<quint64>(told, quint64(file.size() - BlockSize)));
    if (size > qsizetype(sizeof(quint32))) {
        const qsizetype content = size - qsizetype(sizeof(quint32));
        qToLittleEndian<quint32>(crc32({file.data() + BlockSize, content}), file.data() + BlockSize + content);
    }
    return size;
}

void sealFile(QByteArray &file)
{
    if (file.size() >= BlockSize)
        sealBlock(file.data());
    const qsizetype front = BlockSize + sealChoices(file);
    for (qsizetype at = front; file.size() - at >= BlockSize;) {
        const qsizetype most = (file.size() - at) / BlockSize - 1;
        const qsizetype entries = qMin<qsizetype>(qFromLittleEndian<quint32>(file.data() + at + 32), most);
        const qsizetype bytesAt = at + (entries + 1) * BlockSize;
        const quint64 told = qFromLittleEndian<quint64>(file.data() + at + 36);
        const auto size = qsizetype(qMin<quint64>(told, quint64(file.size() - bytesAt)));
        sealIndex(file.data() + at, entries, QByteArrayView(file).sliced(bytesAt, size));
        at = bytesAt + size;
    }
}

Opened openFile(QByteArray bytes, bool sealed, QString *problem)
{
    if (sealed)
        sealFile(bytes);
    const QString path = placeFor(u"saved.oneport"_s);
    writeFile(path, bytes);
    return TrafficStore::open(path, problem);
}

/// The folder of a program that is gone, with one segment.
Opened openFolder(QByteArray index, const QByteArray &bytes, bool sealed, QString *problem)
{
    if (sealed && index.size() >= BlockSize)
        sealIndex(index.data(), index.size() / BlockSize - 1, bytes);
    const QString path = placeFor(u"session-fuzz"_s);
    QDir().mkpath(path);
    const Block header = write(SessionHeader{});
    writeFile(path + "/session"_L1, QByteArray(header.data(), BlockSize));
    writeFile(path + "/00000000.index"_L1, index);
    writeFile(path + "/00000000.bytes"_L1, bytes);
    return TrafficStore::open(path, problem);
}

void checkRecord(const StoreReader &reader, const StoredRecord &record, QByteArrayView input)
{
    require(record.previous == NoRecord || record.previous < record.number, "a record's link leads back", input);
    require(reader.payload(record).size() == qsizetype(record.length), "a record has its bytes", input);
    require(record.hasBytes() || reader.event(record) || reader.gap(record), "a record is something", input);
}

/// Bytes of messages and of records; with lines, as they were found.
void checkRows(const Opened &store, quint64 traffic, QByteArrayView input)
{
    MessageIndex index(store, {}, placeFor(QString()));
    require(index.catchUp([](RecordNumber) { return true; }), "all of a session has rows", input);
    MessageReader messages(store);
    quint64 framed = 0;
    for (quint64 number = 0; number < index.rows().end(); ++number) {
        const MessageRow row = index.rows().at(number);
        const Record record = messages.record(row);
        messages.reads(row);
        if (!row.isMessage())
            continue;
        require(record.message.wire.size() <= qsizetype(row.length), "a message has no bytes of others", input);
        framed += row.length;
    }
    require(framed <= traffic, "no byte is in two messages", input);
}

/// What records stand for is told whatever is in them, and a conversation has no bytes but theirs.
void checkCalls(const Opened &store, quint64 traffic, QByteArrayView input)
{
    CallIndex index(store, {}, placeFor(QString()));
    index.catchUp([](RecordNumber) { return true; });
    const StoreReader reader(store);
    QSet<SocketId> sockets;
    for (quint64 number = 0; number < index.rows().end(); ++number) {
        const CallRow row = index.rows().at(number);
        require(!callText(row, reader).call.isEmpty(), "a call has a text", input);
        sockets.insert(row.socket);
    }
    for (const SocketId socket : std::as_const(sockets)) {
        QString problem;
        const auto conversation = readConversation(store, socket, {}, &problem);
        require(conversation.has_value() == problem.isEmpty(), "a conversation that is refused says why", input);
        if (!conversation)
            continue;
        using Kind = ConversationStep::Kind;
        require(quint64(conversation->bytes(Kind::Send) + conversation->bytes(Kind::Receive)) <= traffic,
                "a conversation has no bytes but its own", input);
        conversationProgram(conversation->mirrored(), ProgramLanguage::Python);
        conversationProgram(*conversation, ProgramLanguage::C);
    }
}

void checkSession(const Opened &store, QByteArrayView input)
{
    const StoreReader reader(store);
    quint64 traffic = 0;
    for (RecordNumber number = store->firstNumber(); number < store->endNumber(); ++number) {
        const auto record = reader.at(number);
        require(record.has_value(), "a session has its records", input);
        checkRecord(reader, *record, input);
        traffic += record->hasBytes() ? record->length : 0;
    }
    checkRows(store, traffic, input);
    checkCalls(store, traffic, input);
}

void checkSavedAgain(const Opened &store, QByteArrayView input)
{
    QString problem;
    const QString copy = placeFor(u"copy.oneport"_s);
    require(store->saveAs(copy, {}, &problem), "what was opened can be saved", input);
    const Opened again = TrafficStore::open(copy, &problem);
    require(again && !again->isTorn(), "what was saved is whole", input);
    require(again->firstNumber() == store->firstNumber() && again->endNumber() == store->endNumber(),
            "what was saved has the same records", input);
}

}

void fuzzSession(QByteArrayView input)
{
    if (input.size() < HeaderBytes)
        return;
    const uchar choice = uchar(input[0]);
    const QByteArray rest = input.sliced(HeaderBytes).toByteArray();
    const bool sealed = choice & Sealed;
    const qsizetype indexSize = qMin<qsizetype>(qFromLittleEndian<quint16>(input.data() + 1), rest.size());
    QString problem;
    const Opened store = choice & AsFolder ? openFolder(rest.first(indexSize), rest.sliced(indexSize), sealed, &problem)
                                           : openFile(rest, sealed, &problem);
    require(store || !problem.isEmpty(), "a session that is refused says why", input);
    if (!store)
        return;
    checkSession(store, input);
    checkSavedAgain(store, input);
}
