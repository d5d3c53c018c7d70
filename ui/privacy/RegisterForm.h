// SPDX-License-Identifier: GPL-3.0-or-later
// The panel in which a request or a breach is noted: a heading, a moment that may lie in the past,
// a form, what is wrong, and two buttons.
#pragma once

#include "core/base/Result.h"
#include "core/record/Schema.h"
#include "ui/shell/Drafts.h"

#include <QFrame>

class QDateTimeEdit;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace edupro::ui {

class Context;
class RecordForm;

/// Ctrl+S stores, Esc leaves; what was typed is never lost without a question. Kept as a draft when
/// the session ends.
class RegisterForm : public QFrame, public DraftHolder {
    Q_OBJECT
public:
    RegisterForm(Context& context, const EntityInfo& entity, QWidget* parent = nullptr);

    bool isChanged() const { return m_changed; }
    /// Leaves, after a question when something was typed.
    void leave();
    std::optional<Draft> draft() const override;
    void whenFree(std::function<void()> then) override;
    virtual void resume(const QJsonObject& draft);

signals:
    void noted(const QString& id); ///< what was typed stands in the register
    void left();                   ///< saved or given up

protected:
    void changeEvent(QEvent* event) override;

    /// Begins anew with this record, and now.
    void begin(const Values& values);
    /// A line above the form; the moment stands last of them.
    void addLine(QLabel* label, QWidget* editor);
    Instant moment() const;
    void markChanged() { m_changed = true; }
    virtual QJsonObject typed() const;
    /// Checks what is typed and stores it; finish() hears what came of it.
    virtual void save(const Values& values) = 0;
    void finish(const Result<QString>& id);
    void showProblem(const Error& error);
    virtual QString kind() const = 0; ///< of drafts: "request"
    virtual void say();

    Context& m_context;
    QLabel* m_title;
    QLabel* m_momentWord;
    QDateTimeEdit* m_moment;
    RecordForm* m_form;
    QPushButton* m_save;

private:
    void submit();

    QVBoxLayout* m_lines;
    QLabel* m_problem;
    QPushButton* m_cancel;
    bool m_changed = false;
    bool m_saving = false;
};

} // namespace edupro::ui
