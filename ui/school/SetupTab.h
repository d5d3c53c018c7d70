// SPDX-License-Identifier: GPL-3.0-or-later
// What the lists of the settings page share: the list, the panel of the chosen row beside it, and
// taking back what was removed.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/jobs/OnFinished.h"
#include "core/school/SchoolRecords.h"
#include "ui/common/ListPane.h"
#include "ui/common/StateStack.h"
#include "ui/shell/Context.h"

#include <QWidget>

class QBoxLayout;

namespace edupro::ui {

class EntryPanel;
class UndoBar;

class SetupTab : public QWidget {
    Q_OBJECT
public:
    /// Begins a new record; nothing where there are none.
    virtual void add() {}
    virtual bool hasAdd() const { return false; }
    /// Takes up what EntryPanel::draft() gave.
    void resume(const QJsonObject& draft);

signals:
    void setupRequested(); ///< the empty list offers it

protected:
    SetupTab(
        Context& context, const QString& table, const std::vector<int>& widths, QWidget* parent);

    /// Once, at the end of the constructor of whoever inherits. `above`: stands over the list.
    void begin(const std::vector<EntryPanel*>& panels, QWidget* above = nullptr);
    void changeEvent(QEvent* event) override;

    virtual void load() = 0;
    /// Shows what is chosen in the list on its panel.
    virtual void showChosen() = 0;
    virtual void say() {}

    bool mayWrite() const;
    bool isTyping() const;
    /// `query` reads on the storage lane; `take` gets the newest answer here.
    template<class Value, class Query, class Take>
    void ask(Query query, Take take)
    {
        const auto work = [query](storage::Store& store, const Progress&) -> Result<Value> {
            return query(store);
        };
        m_loading.ask(m_context.store.submit(work), this, [this, take](Result<Value> answer) {
            if (answer)
                take(std::move(answer).value());
            else
                m_list->states().showError(answer.error());
        });
    }
    /// Runs `work` (Store& -> Result<QString>, the id of what was saved) on the storage lane; the
    /// panel hears what came of it, and the row is chosen afterwards.
    template<class Work>
    void save(EntryPanel* panel, Work work)
    {
        const auto stored = [work](storage::Store& store, const Progress&) -> Result<QString> {
            return work(store);
        };
        jobs::onFinished(
            m_context.store.submit(stored), this, [this, panel](const Result<QString>& id) {
                finish(panel, id);
            });
    }
    /// Removes the row unless others refer to it, and offers to take that back.
    void
    remove(EntryPanel* panel, const EntityInfo& entity, const QString& id, const QString& name);
    void showRows(TextRows::Say rows, bool isEmpty, std::function<EmptyWords()> words);

    Context& m_context;
    ListPane* m_list;
    UndoBar* m_undo;
    QString m_focus; ///< the row to be chosen when the list comes back

private:
    void finish(EntryPanel* panel, const Result<QString>& id);
    void choose();
    void putBack(const std::vector<school::RemovedRow>& rows);

    std::vector<EntryPanel*> m_panels;
    QJsonObject m_typed; ///< of a draft, until its list is there
    jobs::LatestOnly m_loading;
};

} // namespace edupro::ui
