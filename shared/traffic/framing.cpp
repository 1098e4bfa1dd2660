#include "framing.h"

#include <QStringList>

using namespace Qt::StringLiterals;

Message Framing::compose(const QByteArray &content, bool more) const
{
    Message message;
    message.wire = content;
    message.more = more;
    if (kind == Kind::Lines && !more) {
        message.wire.append('\n');
        message.trailerSize = 1;
    }
    return message;
}

QString Framing::word() const
{
    return kind == Kind::Lines ? u"lines"_s : u"raw"_s;
}

std::optional<Framing> parseFraming(QStringView word)
{
    for (const auto kind : {Framing::Kind::Lines, Framing::Kind::Raw}) {
        const Framing framing{kind};
        if (framing.word() == word)
            return framing;
    }
    return {};
}

QStringList framingWords()
{
    return {Framing{Framing::Kind::Lines}.word(), Framing{Framing::Kind::Raw}.word()};
}
