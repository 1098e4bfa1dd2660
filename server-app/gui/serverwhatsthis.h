#pragma once

class QWidget;

/// Gives every control and command of a server window its What's This text, in the language of the moment.
void explainServerWindow(QWidget *window);
