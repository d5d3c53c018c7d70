// SPDX-License-Identifier: GPL-3.0-or-later
// What is only to be read looks so: the style sheet asks a property that it does not watch.
#pragma once

#include <QStyle>
#include <QWidget>

namespace edupro::ui {

/// Asks the style sheet anew, after a property that it looks at has changed.
inline void dressAnew(QWidget* widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

/// Of a line or a text.
template<class Editor>
void setReadOnly(Editor* editor, bool readOnly)
{
    if (editor->isReadOnly() == readOnly) return;
    editor->setReadOnly(readOnly);
    dressAnew(editor);
}

} // namespace edupro::ui
