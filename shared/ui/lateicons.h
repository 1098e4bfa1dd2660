#pragma once

class QLineEdit;
class QToolButton;

/// The style reads its icons from files, and the first of them brings the plugins for all kinds of pictures into memory:
/// the window is on the screen sooner when no control asks for one before it is seen.
namespace LateIcons {

/// A cross, once the button is seen.
void giveCross(QToolButton *button);
/// The button that clears a text, once there is one.
void giveClearButton(QLineEdit *edit);

}
