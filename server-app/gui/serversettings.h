#pragma once

#include "serveroptions.h"

#include <QByteArray>

/// What the server window remembers between runs. The default of each stands beside its key.
namespace ServerSettings {

ServerMode mode();
void setMode(ServerMode mode);

Endpoint listen();
void setListen(const Endpoint &endpoint);

bool asksBeforeClosing();
void setAsksBeforeClosing(bool asks);

/// Whether the picture of the sockets is shown.
bool showsPicture();
void setShowsPicture(bool shows);

enum class Layout : quint8 { Window, Panes, Columns, Transcript, Docks, Picture };
/// As QMainWindow, QSplitter, QHeaderView and TranscriptBrowser save themselves; empty when nothing was saved.
QByteArray layout(Layout which);
void setLayout(Layout which, const QByteArray &state);

}
