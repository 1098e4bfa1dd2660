#pragma once

#include "socketsmodel.h"

/// What the cells and headers of the table of sockets say: translated, numbers as the language writes them.
namespace SocketCell {

QString title(SocketsModel::Column column);
QString titleToolTip(SocketsModel::Column column);
/// Whether the column counts something, and so is aligned to the right.
bool isNumber(SocketsModel::Column column);

QString text(const SocketStatus &status, SocketsModel::Column column);
/// What `text` leaves out; may be empty.
QString toolTip(const SocketStatus &status, SocketsModel::Column column);
/// What mostly stands in the column of states, for its width: short words; the tool tip says it in full.
QStringList usualStateTexts();
/// "Lines · UTF-8".
QString interpretationText(const Interpretation &reading);
/// The number of a socket with a framing or encoding of its own: "#3*".
QString markedNumber(SocketId id);
/// What the mark means.
QString ownInterpretationText(SocketId id, const Interpretation &reading);
/// For a screen reader: no symbols.
QString spokenText(const SocketStatus &status, SocketsModel::Column column);

/// The raw value behind the text.
QVariant rawValue(const SocketStatus &status, SocketsModel::Column column);
/// Whether the first comes before the second when this column is sorted: by value, not by text.
bool isBefore(const SocketStatus &a, const SocketStatus &b, SocketsModel::Column column);

}
