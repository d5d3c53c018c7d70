// SPDX-License-Identifier: GPL-3.0-or-later
// The four designed states of every list and chart: loading, empty, error and data.
#pragma once

#include "ui/common/ErrorText.h"

#include <QStackedWidget>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace edupro::ui {

class Theme;

/// Why there is nothing here, and the action that changes it (empty: no button).
struct EmptyWords {
    QString title;
    QString why;
    QString action;
};

class StateStack : public QStackedWidget {
    Q_OBJECT
public:
    enum class State { Loading, Empty, Error, Data };

    /// Takes `content` as a child. Begins in Loading.
    StateStack(const Theme& theme, QWidget* content, QWidget* parent = nullptr);

    State state() const { return m_state; }
    /// The word "Loading" appears only after 150 ms, so that quick answers do not flicker.
    void showLoading();
    /// `say` is asked again when the language changes.
    void showEmpty(std::function<EmptyWords()> say);
    /// `names` puts column names of the issues into words.
    void showError(const Error& error, FieldNames names = {});
    void showData();

signals:
    void actionRequested(); ///< the button of the empty state
    void retryRequested();  ///< *Try again* of the error state

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Message {
        QWidget* page = nullptr;
        QLabel* icon = nullptr;
        QLabel* what = nullptr;
        QLabel* why = nullptr;
        QLabel* advice = nullptr;
        QLabel* detail = nullptr;
        QPushButton* action = nullptr;
    };
    QWidget* makeLoading();
    Message makeMessage(const QString& name, const char* buttonLook);
    void setState(State state, QWidget* page);
    void say();
    void sayError();

    const Theme& m_theme;
    State m_state = State::Loading;
    QWidget* m_content;
    QWidget* m_loading = nullptr;
    QWidget* m_loadingSign = nullptr;
    QLabel* m_loadingWord = nullptr;
    QTimer* m_loadingDelay = nullptr;
    Message m_empty;
    Message m_problem;
    std::function<EmptyWords()> m_emptyWords;
    Error m_error;
    FieldNames m_names;
};

} // namespace edupro::ui
