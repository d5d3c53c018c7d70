// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in open forms when a session ends, so that it can be offered again.
#pragma once

#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace edupro::ui {

struct Draft {
    QString page;  ///< that takes it up again: it hears pageOpened() with {"draft": content}
    QString title; ///< of what was being written, for a person: "Adi Saputra"
    QJsonObject content;
};

/// A form that may hold something typed and not saved. Found among the children of the window.
class DraftHolder {
public:
    virtual ~DraftHolder() = default;
    /// Nothing when the form is closed or nothing was typed.
    virtual std::optional<Draft> draft() const = 0;
    /// Calls `then` at once, or when the person agrees to lose what was typed.
    virtual void whenFree(std::function<void()> then) = 0;
};

} // namespace edupro::ui
