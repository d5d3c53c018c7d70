// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a RecordForm, for the sources of the form only.
#pragma once

#include "core/base/Error.h"
#include "ui/common/RecordForm.h"

class QLabel;
class QToolButton;

namespace edupro::ui {

/// What stands below a field.
struct Note {
    enum class Kind { None, Fault, Warning, Stored };
    Kind kind = Kind::None;
    Issue issue;    ///< of a fault or warning
    QVariant value; ///< what is stored
};

struct RecordForm::Row {
    FieldInfo field;
    int place = -1; ///< in the record; -1: an added field
    QLabel* label = nullptr;
    QLabel* note = nullptr;
    QToolButton* show = nullptr; ///< asks for a covered value; made when it is first needed
    std::unique_ptr<FieldEditor> editor;
    bool edited = false;
    bool covered = false;
    QString mask; ///< of a field that is or was covered
    Note said;
};

} // namespace edupro::ui
