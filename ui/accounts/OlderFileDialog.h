// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator decides to go on with a school file that is older than the one used last.
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace edupro::ui {

class Context;

/// Says what that means and asks why; closes itself when it is done, says in place why not.
class OlderFileDialog : public QDialog {
    Q_OBJECT
public:
    /// `missing`: how many changes that were seen are not in the file; 0: not known.
    OlderFileDialog(Context& context, qint64 missing, QWidget* parent = nullptr);

signals:
    void decided();

protected:
    void changeEvent(QEvent* event) override;

private:
    void submit();
    void setBusy(bool busy);
    void say();

    Context& m_context;
    const qint64 m_missing;
    bool m_busy = false;
    QLabel* m_meaning;
    QLabel* m_reasonWord;
    QLineEdit* m_reason;
    QLabel* m_problem;
    QPushButton* m_goOn;
    QPushButton* m_cancel;
};

} // namespace edupro::ui
