// SPDX-License-Identifier: GPL-3.0-or-later
// A small dialog: a few fields, what is wrong with them, and two buttons below.
#pragma once

#include <QDialog>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace edupro::ui {

/// Stays open while its work goes on, and says in place why it failed. Who derives from it says
/// its words once its parts are made.
class AskDialog : public QDialog {
    Q_OBJECT
public:
    /// Not while it is busy: what was begun would be done, and nobody would be told.
    void reject() override;

protected:
    /// Of the dialog and its parts, for tests and help.
    struct Names {
        const char* dialog;
        const char* problem;
        const char* go;
        const char* cancel;
    };
    struct Words {
        QString title;
        QString go;
        QString cancel;
    };
    AskDialog(const Names& names, QWidget* parent);

    /// Below the parts before it.
    void add(QWidget* part);
    /// Close below the word that names it.
    void addField(QLabel* word, QWidget* field);
    /// Empty: nothing is wrong.
    void refuse(const QString& problem);
    bool isBusy() const { return m_busy; }
    /// While busy both buttons wait; says all words anew.
    void setBusy(bool busy);
    void say();
    void changeEvent(QEvent* event) override;

    virtual Words frameWords() const = 0;
    virtual void sayParts() = 0;
    /// Whether what was typed will do.
    virtual bool isReady() const = 0;
    /// The first button; only when ready and not busy.
    virtual void go() = 0;

private:
    /// As high as the words need.
    void fit();

    bool m_busy = false;
    QBoxLayout* m_parts;
    QLabel* m_problem;
    QPushButton* m_go;
    QPushButton* m_cancel;
};

} // namespace edupro::ui
