// SPDX-License-Identifier: GPL-3.0-or-later
// The field rules of an entity, checked the same way for form, grid, import and command line.
#pragma once

#include "core/base/Result.h"
#include "core/record/Schema.h"

#include <QDate>

namespace edupro {

/// Every broken rule of one value; empty when it is fine. `today` decides what is past.
std::vector<Issue> issuesOfField(const FieldInfo& field, const QVariant& value, QDate today);

/// Field rules, then record rules; warnings included. Uniqueness and references are the store's.
std::vector<Issue> issuesOfRecord(const EntityInfo& entity, const Values& values, QDate today);

/// True when at least one issue is not a mere warning.
bool hasErrors(const std::vector<Issue>& issues);

/// Text (typed, or a cell of a file in plain form) -> a value of the field's type. Empty text is a
/// missing value. Numbers take '.' or ',' as decimal sign, dates YYYY-MM-DD, flags true/false/1/0.
/// Texts are put into Unicode NFC and trimmed; control and bidirectional override characters are
/// refused (rule "characters"). An Issue (rule "number", "date", "flag", "uuid", "json",
/// "characters") in a Validation error otherwise.
Result<QVariant> valueFromText(const FieldInfo& field, const QString& text);

/// The value as plain text, the inverse of valueFromText(). Missing -> empty.
QString textOf(const FieldInfo& field, const QVariant& value);

} // namespace edupro
