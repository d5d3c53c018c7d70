// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grades/MarksModel.h"

#include "core/jobs/OnFinished.h"

#include <QLocale>

namespace edupro::ui {

QString markText(std::optional<double> mark)
{
    constexpr int digits = 5; // 100 and two decimals
    return mark ? QLocale().toString(*mark, 'g', digits) : QString();
}

MarksModel::MarksModel(storage::StoreLane& store, QObject* parent)
    : GridModel(parent)
    , m_store(store)
{
}

Result<QString> MarksModel::check(int, int, const QString& text) const
{
    const auto mark = grades::readMark(text);
    if (!mark) return mark.error();
    return markText(*mark);
}

void MarksModel::store(const GridStep& step)
{
    const auto answer = m_store.submit(
        [work = workOf(step)](storage::Store& store, const Progress&) { return work(store); });
    jobs::onFinished(answer, this, [this, step](const Result<grades::Refusals>& refusals) {
        if (refusals)
            settle(step, *refusals);
        else
            settle(step, refusals.error());
        emit stored();
    });
}

bool MarksModel::wantsOverride(const QModelIndex& index) const
{
    const std::optional<Error>& refusal = cell(index).refusal;
    return refusal && !refusal->issues.empty() && refusal->issues.front().rule == "calculated";
}

bool MarksModel::wantsReason() const
{
    for (int row = 0; row < rowCount(); ++row) {
        for (int column = 0; column < columnCount(); ++column) {
            const std::optional<Error>& refusal = at(row, column).refusal;
            if (refusal && refusal->key == "access.reason") return true;
        }
    }
    return false;
}

void MarksModel::overrideWith(const QModelIndex& index, const QString& reason)
{
    m_overrides.insert(
        {rows()[static_cast<std::size_t>(index.row())].key,
         columns()[static_cast<std::size_t>(index.column())].key},
        reason);
    retry(index);
}

std::optional<double> MarksModel::markAt(int row, int column) const
{
    const GridCell& shown = at(row, column);
    if (shown.refusal) return {};
    const auto mark = grades::readMark(shown.shown());
    return mark ? *mark : std::nullopt;
}

CellLook MarksModel::lookAgainst(double passingMark, const QString& text) const
{
    const auto mark = grades::readMark(text);
    return mark && *mark && **mark < passingMark ? CellLook::Low : CellLook::Plain;
}

} // namespace edupro::ui
