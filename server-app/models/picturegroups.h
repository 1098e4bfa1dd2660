#pragma once

#include "picture.h"

/// Fills a picture's rows and clients from accepted sockets.
namespace PictureGroups {

/// A row each; those of one process stand together and lead to one client.
void fillSingly(Picture *picture, const std::vector<const SocketStatus *> &sockets,
                const QHash<SocketId, SocketOwner> &owners);

/// A row and a client for each address and program, in order of arrival; past `Picture::MaxGroups` the smallest become
/// one.
void fill(Picture *picture, const std::vector<const SocketStatus *> &sockets,
          const QHash<SocketId, SocketOwner> &owners);

}
