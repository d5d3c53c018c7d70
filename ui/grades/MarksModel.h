// SPDX-License-Identifier: GPL-3.0-or-later
// What both grids of marks share: a text is a mark, steps go to the storage lane, and who corrects
// says why.
#pragma once

#include "core/grades/MarkActions.h"
#include "core/storage/StoreLane.h"
#include "ui/grid/GridModel.h"

namespace edupro::ui {

/// `81,25` in Indonesian, `81.25` in English, without needless zeros; empty for none.
QString markText(std::optional<double> mark);

class MarksModel : public GridModel {
    Q_OBJECT
public:
    MarksModel(storage::StoreLane& store, QObject* parent);

    /// Why marks are corrected, where that has to be said; with every step from now on.
    void setReason(const QString& reason) { m_reason = reason.trimmed(); }
    const QString& reason() const { return m_reason; }
    /// The cell was refused because another mark than the formula's needs a reason.
    bool wantsOverride(const QModelIndex& index) const;
    /// Some cell was refused because a correction has to say why.
    bool wantsReason() const;
    /// Sets the mark that was refused there, for this reason.
    void overrideWith(const QModelIndex& index, const QString& reason);

signals:
    /// A step was answered; what follows from it may differ from what is shown.
    void stored();

protected:
    Result<QString> check(int row, int column, const QString& text) const override;
    void store(const GridStep& step) override;
    /// Runs on the storage lane, one answer for each change.
    using Work = std::function<Result<grades::Refusals>(storage::Store&)>;
    virtual Work workOf(const GridStep& step) const = 0;

    QString overrideReason(const KeyedChange& change) const
    {
        return m_overrides.value({change.row, change.column});
    }
    /// The mark that a cell shows, unless it was refused.
    std::optional<double> markAt(int row, int column) const;
    CellLook lookAgainst(double passingMark, const QString& text) const;

private:
    storage::StoreLane& m_store;
    QString m_reason;
    QHash<std::pair<QString, QString>, QString> m_overrides; ///< reasons, by row and column
};

} // namespace edupro::ui
