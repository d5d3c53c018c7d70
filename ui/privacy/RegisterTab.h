// SPDX-License-Identifier: GPL-3.0-or-later
// What the registers with a clock share: the list, beside it the form of a new entry or the panel
// of the chosen one, read anew every minute.
#pragma once

#include "core/base/Clock.h"
#include "core/jobs/LatestOnly.h"
#include "ui/common/ListPane.h"
#include "ui/common/StateStack.h"
#include "ui/shell/Context.h"

#include <QWidget>

#include <vector>

namespace edupro::ui {

class RegisterForm;

class RegisterTab : public QWidget {
    Q_OBJECT
protected:
    /// `table`: the list's object name; `widths`: of its columns.
    RegisterTab(
        Context& context, const QString& table, const std::vector<int>& widths, QWidget* parent);

    /// Once, at the end of the constructor of whoever inherits: puts both beside the list and reads
    /// it.
    void begin(RegisterForm& form, QWidget& panel);
    void changeEvent(QEvent* event) override;

    /// Reads the register and shows it.
    virtual void load() = 0;
    /// Shows what is chosen in the list on the panel, or hides that.
    virtual void showChosen() = 0;
    virtual void offerForm() = 0;

    template<class Row>
    struct Listed {
        std::vector<Row> rows;
        Instant now = 0; ///< of the store, for the clocks
    };
    /// `query` reads the rows on the storage lane; `take` gets them here, the newest answer only.
    template<class Row, class Query, class Take>
    void ask(Query query, Take take)
    {
        const auto work = [query](storage::Store& store, const Progress&) -> Result<Listed<Row>> {
            auto rows = query(store);
            if (!rows) return rows.error();
            return Listed<Row>{.rows = std::move(rows).value(), .now = store.now()};
        };
        m_loading.ask(m_context.store.submit(work), this, [this, take](Result<Listed<Row>> listed) {
            if (listed)
                take(std::move(listed).value());
            else
                m_list->states().showError(listed.error());
        });
    }
    /// Shows the rows and chooses the entry to come back to; `words` when there are none.
    void showRows(TextRows::Say rows, bool isEmpty, std::function<EmptyWords()> words);
    template<class Row>
    const Row* chosenOf(const std::vector<Row>& rows) const
    {
        const auto found =
            std::find_if(rows.begin(), rows.end(), [id = m_list->chosen()](const Row& row) {
                return row.id.text() == id;
            });
        return found == rows.end() ? nullptr : &*found;
    }

    Context& m_context;
    QString m_focus; ///< the entry to be chosen when the list comes back

private:
    void choose();

    ListPane* m_list;
    RegisterForm* m_form = nullptr;
    jobs::LatestOnly m_loading;
};

} // namespace edupro::ui
