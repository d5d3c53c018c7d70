// SPDX-License-Identifier: GPL-3.0-or-later
// A line for a password: hidden unless it is asked to be seen, with a hint when Caps Lock is on.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace edupro::ui {

class Theme;

/// Caps Lock is seen by what it does (a capital typed without Shift), as no platform-independent
/// call tells it.
class PasswordField : public QWidget {
    Q_OBJECT
public:
    /// The line gets `name` as its objectName, its eye `name`Show and its hint `name`Caps.
    PasswordField(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    QLineEdit* line() const { return m_line; }
    /// What was typed; the field is empty afterwards. The caller wipes it.
    QString take();
    /// A copy, for checking it while it is typed. The caller wipes it.
    QString text() const;
    bool isEmpty() const;
    void setAccessibleWords(const QString& words);

signals:
    void edited();
    void entered(); ///< Enter

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void say();

    const Theme& m_theme;
    QLineEdit* m_line;
    QToolButton* m_show;
    QLabel* m_caps;
};

/// What stands in the line, as a copy of its own: text() shares the line's characters, and wiping
/// it would take them from under the person who corrects them.
QString wipeableText(const QLineEdit& line);

} // namespace edupro::ui
