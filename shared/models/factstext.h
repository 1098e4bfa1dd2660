#pragma once

#include "socketfacts.h"

#include <QList>

/// What an inspector says of one socket, in the language of now. What the system does not tell has no line.
namespace FactsText {

struct Line
{
    QString name;
    QString value;
    QString explanation; ///< a sentence or two: what it means
};

/// One of the places where bytes wait.
struct Buffer
{
    QString name;
    quint64 bytes = 0;
    quint64 size = 0; ///< how many it holds, or would hold before something is done about it
    QString value;
    QString explanation;
};

QList<Line> endpoints(const SocketFacts &facts);
QList<Line> protocol(const SocketFacts &facts);
QList<Buffer> buffers(const SocketFacts &facts);
/// The steps of its life, with their times.
QList<Line> history(const SocketFacts &facts);
/// The calls in the order in which a program makes them. Their names are not translated.
QList<Line> operations(const SocketFacts &facts);
QList<Line> tcp(const SocketFacts &facts);
/// `0.135 ms`
QString milliseconds(std::chrono::microseconds time);

}
