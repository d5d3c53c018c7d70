// SPDX-License-Identifier: GPL-3.0-or-later
// What every change of marks begins and ends with: one transaction in a term that takes changes,
// and the final marks that follow.
#pragma once

#include "core/grades/MarkLists.h"

#include <QSet>

namespace edupro::grades {

/// One transaction for a step; `reason` counts until it ends. Permission `access.locked_term`.
Result<storage::Transaction>
beginStep(storage::Store& store, const ClassTerm& of, const QString& reason);

/// The final marks of `students` anew from the assessments that are stored now, in the open
/// transaction. What a person has set with a reason stays.
Done followAll(
    storage::Store& store,
    const ClassTerm& of,
    const SubjectId& subject,
    const QSet<QUuid>& students);

/// Null when there is none.
const FinalMark*
finalOf(const std::vector<FinalMark>& finals, const StudentId& student, const SubjectId& subject);

template<class T>
Done removeRow(storage::Store& store, const T& record)
{
    return store.remove(entityInfo<T>(), record.id.value);
}

template<class T>
Done saveRow(storage::Store& store, T record)
{
    const auto saved = store.save(record);
    return saved ? done() : Done(saved.error());
}

} // namespace edupro::grades
