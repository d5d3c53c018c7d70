// SPDX-License-Identifier: GPL-3.0-or-later
// The attendance of a class in a grid for typing: every change is stored at once, a draft first;
// submitted lists take changes with a reason.
#pragma once

#include "core/attendance/ListActions.h"
#include "ui/attendance/AttendanceContents.h"
#include "ui/grid/GridModel.h"

#include <memory>

namespace edupro::ui {

class Context;

class AttendanceModel : public GridModel {
    Q_OBJECT
public:
    explicit AttendanceModel(Context& context, QObject* parent = nullptr);

    void show(const attendance::ClassTerm& term, const AttendanceView& view);
    const attendance::ClassTerm& term() const { return m_term; }
    const AttendanceView& view() const { return m_view; }
    /// The day that the column is typed for; invalid for figures and without a column.
    QDate dayOf(int column) const;

    /// Submits the list of a day as it stands. One step, which can be taken back.
    void submit(QDate day);
    /// Everybody present; of a list that is not submitted yet, and submits it.
    void takeAllPresent(QDate day);
    /// From now on changes of submitted lists of this grid have a reason; those that were refused
    /// for want of one are stored.
    void correct(const QString& reason);
    /// Takes back what was typed into submitted lists.
    void dropCorrection();
    bool isReasonWanted() const { return m_reasonWanted; }
    /// While it tells other pages what it has stored.
    bool isTelling() const { return m_isTelling; }
    /// Says everything anew, after a change of the language.
    void retranslate();

signals:
    /// A list has another state, or other entries that count.
    void listChanged();
    void reasonWanted();
    /// A list was submitted, or all were marked present; `step`: the index of the step that did it.
    void listTaken(QDate day, int step);
    /// Something other than a cell was refused.
    void failed(const edupro::Error& error);

protected:
    Result<QString> check(int row, int column, const QString& text) const override;
    void store(const GridStep& step) override;
    CellLook lookOf(int row, int column, const QString& text) const override;
    void recalculate() override;

private:
    friend class ListCommand;
    /// What is asked of the store for one day, and what it answered.
    struct DayWork {
        QDate day;
        std::vector<attendance::ListEntry> entries{};
        bool isCorrection = false;
        bool waits = false; ///< for a reason
        std::optional<Error> refusal{};
        std::optional<attendance::DayList> now{}; ///< as the store has it afterwards
    };
    using Token = std::shared_ptr<std::optional<attendance::TakenList>>;
    struct ListOrder {
        QDate day;
        bool allPresent = false;
    };

    const attendance::ClassStudent* studentOf(const QString& row) const;
    bool needsReason(QDate day) const;
    attendance::ListEntry changed(const KeyedChange& change, QDate day) const;
    void send(const GridStep& step, std::vector<DayWork> work);
    void answer(const GridStep& step, const std::vector<DayWork>& work);
    void order(const ListOrder& list);
    void write(const ListOrder& list, const Token& token);
    void takeBack(const attendance::DayList& before, const Token& token);
    /// `otherwise`: the list when it was refused.
    void receive(const Result<attendance::TakenList>& taken, const attendance::DayList& otherwise);
    void wantReason();
    void refresh();
    void tellOthers();

    Context& m_context;
    attendance::ClassTerm m_term;
    AttendanceView m_view;
    QString m_reason;
    bool m_reasonWanted = false;
    std::optional<ListOrder> m_waiting; ///< for a reason
    bool m_isTelling = false;
    bool m_headingsStale = false; ///< of a month, which tell drafts
    int m_onItsWay = 0;           ///< steps that the store has not answered
};

} // namespace edupro::ui
