#include "plainrecord.h"

#include "recordtext.h"
#include "text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

static QString numbered(SocketId socket, const QString &text)
{
    return socket == ListenerId ? text : u"#%1 %2"_s.arg(socket).arg(text);
}

PlainRecord plainOfRecord(const Record &record, const Encoding &encoding)
{
    PlainRecord plain;
    if (!record.hasMessage()) {
        plain.notice = numbered(record.socket, recordText(record));
        return plain;
    }
    if (record.kind != Record::Kind::Received)
        return plain;
    plain.output = visibleText(decodeMessage(record.message, encoding).text).toUtf8() + '\n';
    if (record.message.more)
        plain.notice = numbered(record.socket, QCoreApplication::translate("PlainRecord",
                                                   "the message is over the limit and goes on in the next line"));
    return plain;
}
