// SPDX-License-Identifier: GPL-3.0-or-later
// "Adi Saputra deleted. Undo": the act has been done, and for ten seconds it can be taken back.
#pragma once

#include <QFrame>

#include <chrono>
#include <functional>

class QLabel;
class QPushButton;
class QTimer;
class QToolButton;

namespace edupro::ui {

class Theme;

/// Hidden until something is offered. The time stands still while the pointer or the keyboard is on
/// the bar.
class UndoBar : public QFrame {
    Q_OBJECT
public:
    explicit UndoBar(
        const Theme& theme,
        std::chrono::milliseconds stay = std::chrono::seconds(10),
        QWidget* parent = nullptr);

    /// Shows `sentence`, already in the user's language. A new offer replaces the earlier one,
    /// which then stays done.
    void offer(const QString& sentence, std::function<void()> undo);
    bool hasOffer() const { return static_cast<bool>(m_undo); }

signals:
    void undone();
    void expired();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void undo();
    void expire();
    void end();
    void say();

    std::function<void()> m_undo;
    QLabel* m_sentence;
    QPushButton* m_button;
    QToolButton* m_close;
    QTimer* m_timer;
};

} // namespace edupro::ui
