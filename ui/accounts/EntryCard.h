// SPDX-License-Identifier: GPL-3.0-or-later
// The card in the middle of an otherwise empty window: sign-in, lock, first administrator.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace edupro::ui {

class Context;

/// A title, a line below it, steps of which one is shown, and a place for what is wrong.
class EntryCard : public QWidget {
    Q_OBJECT
public:
    EntryCard(Context& context, const char* icon, QWidget* parent = nullptr);

    /// A new, empty step; steps are shown by their number.
    QVBoxLayout* addStep();
    void showStep(int step);
    int step() const;
    void setWords(const QString& title, const QString& text);
    /// Says what is wrong below the step; empty: nothing.
    void setProblem(const QString& text);
    QString problem() const;
    /// Of a page that shows what is shown only once: the first close is refused and `why` said,
    /// the next one obeyed.
    void closeAtSecond(QCloseEvent& event, const QString& why);

    /// A button that Enter presses.
    static QPushButton* primaryButton(const QString& name, QWidget* parent);
    static QPushButton* linkButton(const QString& name, QWidget* parent);

private:
    Context& m_context;
    QLabel* m_sign;
    QLabel* m_title;
    QLabel* m_text;
    QVBoxLayout* m_steps;
    int m_step = 0;
    QLabel* m_problem;
    bool m_warned = false; ///< of closing
    QToolButton* m_language;
};

} // namespace edupro::ui
