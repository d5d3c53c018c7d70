// SPDX-License-Identifier: GPL-3.0-or-later
// The questions a page may ask in a dialog of its own; an interface, so that tests script the
// answers.
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace edupro::ui {

struct FileQuestion {
    QString title;
    QString filter;    ///< "CSV (*.csv *.txt)"
    QString suggested; ///< a name or path to begin with; may be empty
};

struct Confirmation {
    QString title;  ///< the question itself: "Delete the school file?"
    QString text;   ///< what is lost
    QString accept; ///< the verb on the button: "Delete"
    bool dangerous = false;
};

/// Asks without a nested event loop: each function returns at once and the answer comes later on
/// the window's thread. `then` is not called when the person dismisses the dialog. Ask only what
/// cannot be undone: see UndoBar.
class Dialogs {
public:
    virtual ~Dialogs() = default;
    using WithPath = std::function<void(const QString& path)>;
    using Accepted = std::function<void()>;

    virtual void openFile(const FileQuestion& question, WithPath then) = 0;
    virtual void saveFile(const FileQuestion& question, WithPath then) = 0;
    virtual void chooseFolder(const FileQuestion& question, WithPath then) = 0;
    virtual void confirm(const Confirmation& question, Accepted then) = 0;
};

/// The real dialogs, modal to `window` (which outlives this; null until there is one).
class WindowDialogs : public Dialogs {
public:
    explicit WindowDialogs(QWidget* window = nullptr)
        : m_window(window)
    {
    }
    void setWindow(QWidget* window) { m_window = window; }

    void openFile(const FileQuestion& question, WithPath then) override;
    void saveFile(const FileQuestion& question, WithPath then) override;
    void chooseFolder(const FileQuestion& question, WithPath then) override;
    void confirm(const Confirmation& question, Accepted then) override;

private:
    QWidget* m_window;
};

} // namespace edupro::ui
