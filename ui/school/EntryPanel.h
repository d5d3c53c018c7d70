// SPDX-License-Identifier: GPL-3.0-or-later
// The panel beside a list of the settings page: one record in a form, what is wrong with it, and
// what may be done.
#pragma once

#include "core/base/Result.h"
#include "core/record/Schema.h"
#include "ui/shell/Drafts.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace edupro::ui {

class Context;
class RecordForm;

/// Ctrl+S stores, Esc leaves; what was typed is never lost without a question, and kept as a draft
/// when the session ends. Whoever may not write sees the values.
class EntryPanel : public QFrame, public DraftHolder {
    Q_OBJECT
public:
    /// `name` begins the object names: "class" gives classPanel, saveClass, removeClass. `tab`: of
    /// drafts.
    EntryPanel(
        Context& context, const EntityInfo& entity, const QString& name, int tab, QWidget* parent);

    RecordForm& form() { return *m_form; }
    /// A line below the form.
    void addLine(QLabel* word, QWidget* field);
    void addButton(QPushButton* button);
    void setMayWrite(bool mayWrite);
    /// What stands in the panel: a new record stays until it is saved or left.
    enum class Entry { New, Stored, Permanent /*cannot be removed*/ };
    void present(const QString& title, const Values& values, Entry entry);
    void setTitle(const QString& title);
    bool isChanged() const { return m_changed; }
    /// Holds what another record must not replace.
    bool isTaken() const { return m_changed || m_isNew; }
    void markChanged() { m_changed = true; }
    void retype(const QJsonObject& typed);
    /// What came of saveRequested().
    void finish(const Done& saved);
    void showProblem(const Error& error);

    std::optional<Draft> draft() const override;
    void whenFree(std::function<void()> then) override;

signals:
    void saveRequested(const Values& values);
    void removeRequested();
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    void submit();
    void leave();
    void say();

    Context& m_context;
    int m_tab;
    QLabel* m_title;
    RecordForm* m_form;
    QVBoxLayout* m_lines;
    QLabel* m_problem;
    QPushButton* m_save;
    QPushButton* m_remove;
    QVBoxLayout* m_buttons;
    bool m_mayWrite = true;
    bool m_isNew = false;
    bool m_changed = false;
    bool m_saving = false;
};

} // namespace edupro::ui
