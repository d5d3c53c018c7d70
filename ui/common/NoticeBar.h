// SPDX-License-Identifier: GPL-3.0-or-later
// A line above the page that tells something and offers what to do about it.
#pragma once

#include <QFrame>

#include <functional>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace edupro::ui {

class Theme;

/// Hidden until something is told. `say` is asked again when the language changes.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    explicit NoticeBar(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    struct Words {
        QString text;
        QString action; ///< empty: no button
        QString other;  ///< a second, quieter one
    };
    /// `act` and `otherwise` are called on a click, after which the bar hides.
    void tell(
        std::function<Words()> say,
        std::function<void()> act = {},
        std::function<void()> otherwise = {});
    bool tells() const { return static_cast<bool>(m_say); }
    void end();

signals:
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void say();

    std::function<Words()> m_say;
    std::function<void()> m_act;
    std::function<void()> m_otherwise;
    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_other;
    QToolButton* m_close;
};

} // namespace edupro::ui
