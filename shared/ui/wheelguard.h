#pragma once

class QWidget;

/// The wheel scrolls what is around this field and never changes its value; a popup of it scrolls as always. The field
/// gets the focus by Tab and click alone.
void guardAgainstWheel(QWidget *field);
