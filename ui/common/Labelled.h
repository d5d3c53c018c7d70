// SPDX-License-Identifier: GPL-3.0-or-later
// A field with the word that names it close above, the same distance everywhere.
#pragma once

#include <QBoxLayout>

namespace edupro::ui {

inline void addLabelled(QBoxLayout& layout, QWidget* word, QWidget* field)
{
    auto* labelled = new QVBoxLayout;
    labelled->setSpacing(4);
    labelled->addWidget(word);
    labelled->addWidget(field);
    layout.addLayout(labelled);
}

} // namespace edupro::ui
