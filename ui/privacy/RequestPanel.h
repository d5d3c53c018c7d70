// SPDX-License-Identifier: GPL-3.0-or-later
// One request in full: who asks for what, the action that answers it, and the decision.
#pragma once

#include "core/privacy/PrivacyActions.h"
#include "ui/shell/Drafts.h"

#include <QFrame>
#include <QHash>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace edupro::ui {

class Badge;
class Context;

class RequestPanel : public QFrame, public DraftHolder {
    Q_OBJECT
public:
    explicit RequestPanel(Context& context, QWidget* parent = nullptr);

    /// Shows a row of the list, then fetches the rest. `now`: the store's time.
    void show(const privacy::RequestRow& row, Instant now);
    const PrivacyRequestId& request() const { return m_row.id; }
    /// A decision that was begun.
    std::optional<Draft> draft() const override;
    void whenFree(std::function<void()> then) override;
    /// Writes a begun decision again, once its request is shown.
    void resume(const QJsonObject& draft);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Told;

    QWidget* makeDecision();
    void fetch();
    void act();
    void decide(const QString& state);
    void say();
    QString factsText() const;
    QString decidedText() const;
    void sayAction(bool isOpen);

    Context& m_context;
    privacy::RequestRow m_row;
    PrivacyRequest m_request;
    QString m_decidedBy;
    QHash<QString, QString> m_begun; ///< decisions that were begun, by request
    Instant m_now = 0;
    bool m_deciding = false;
    QLabel* m_title;
    Badge* m_clock;
    QLabel* m_facts;
    QLabel* m_decided;
    QPushButton* m_act;
    QLabel* m_hint;
    QWidget* m_decision = nullptr;
    QLabel* m_wordsWord = nullptr;
    QPlainTextEdit* m_words = nullptr;
    QPushButton* m_done = nullptr;
    QPushButton* m_refuse = nullptr;
    QPushButton* m_withdrawn = nullptr;
    QLabel* m_problem = nullptr;
};

} // namespace edupro::ui
