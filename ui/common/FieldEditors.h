// SPDX-License-Identifier: GPL-3.0-or-later
// One editor per kind of field: line, several lines, date that may stay empty, number, choice with
// words.
#pragma once

#include "core/base/Result.h"
#include "core/record/Schema.h"

#include <QDate>
#include <QStringList>

#include <functional>
#include <memory>

class QWidget;

namespace edupro::ui {

/// The editor of one field. The widget belongs to its parent; this outlives no widget it uses.
class FieldEditor {
public:
    virtual ~FieldEditor() = default;

    virtual QWidget* widget() const = 0;
    /// What was typed, as a value of the field's type. A Validation error with one Issue (rule
    /// "date", "number", ...) when it cannot be read.
    virtual Result<QVariant> value() const = 0;
    virtual void show(const QVariant& value) = 0;
    /// Shows `mask` and takes nothing until show() gives a value; of lines only.
    virtual void cover(const QString&) {}
    /// Lets the value be read, not changed.
    virtual void setReadOnly(bool readOnly) = 0;
    /// Says words anew after a change of the language.
    virtual void retranslate() {}
    /// What may be chosen besides typing; ignored by editors that offer choices of their own.
    virtual void suggest(const QStringList&) {}
};

/// `changed` is called when the person (not show()) alters the value.
std::unique_ptr<FieldEditor>
makeEditor(const FieldInfo& field, QWidget* parent, std::function<void()> changed);
/// A line that also offers what was suggested, opened by the arrow or while typing.
std::unique_ptr<FieldEditor>
makeSuggestingEditor(const FieldInfo& field, QWidget* parent, std::function<void()> changed);

/// A date as people write it: 21/11/2026, 21-11-2026, 21.11.2026, 21112026, 21 Nov 2026 (in the
/// language of the window) or 2026-11-21; two digits of the year are refused. Invalid when it is
/// none of these.
QDate typedDate(const QString& text);
/// How editors show a date: 21/11/2026.
QString dateText(QDate date);

} // namespace edupro::ui
