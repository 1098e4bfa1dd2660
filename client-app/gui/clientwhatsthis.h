#pragma once

class QWidget;

/// Gives every control and command of a client window its What's This text, in the language of the moment.
void explainClientWindow(QWidget *window);
