// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator decides to go on with a school file that is older than the one used last.
#pragma once

#include "ui/common/AskDialog.h"

class QLineEdit;

namespace edupro::ui {

class Context;

/// Says what that means and asks why; closes itself when it is done, says in place why not.
class OlderFileDialog : public AskDialog {
    Q_OBJECT
public:
    /// `missing`: how many changes that were seen are not in the file; 0: not known.
    OlderFileDialog(Context& context, qint64 missing, QWidget* parent = nullptr);

signals:
    void decided();

protected:
    Words frameWords() const override;
    void sayParts() override;
    bool isReady() const override;
    void go() override;

private:
    Context& m_context;
    const qint64 m_missing;
    QLabel* m_meaning;
    QLabel* m_reasonWord;
    QLineEdit* m_reason;
};

} // namespace edupro::ui
