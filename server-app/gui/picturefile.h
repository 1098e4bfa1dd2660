#pragma once

#include "picture.h"

#include <QFont>

/// Writes a picture to a file: all of it, in black on white, whatever the window looks like.
namespace PictureFile {

/// As PDF when the name ends in .pdf, else as PNG. Empty, or why it could not be written; then what was there stays.
QString save(const Picture &picture, const QFont &font, const QString &path);

}
