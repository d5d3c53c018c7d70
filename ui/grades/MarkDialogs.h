// SPDX-License-Identifier: GPL-3.0-or-later
// The two small questions of the marks page: a new assessment, and why a final mark is set by hand.
#pragma once

#include "core/grades/MarkLists.h"
#include "ui/common/AskDialog.h"

class QComboBox;
class QLineEdit;

namespace edupro::ui {

class Context;

/// Adds an assessment to a class and subject; closes itself when it is stored, says in place why
/// not.
class AssessmentDialog : public AskDialog {
    Q_OBJECT
public:
    AssessmentDialog(
        Context& context,
        const grades::AssessmentSheet& sheet,
        const QString& reason,
        QWidget* parent = nullptr);

signals:
    void added();

protected:
    Words frameWords() const override;
    void sayParts() override;
    bool isReady() const override;
    void go() override;

private:
    void proposeTitle();

    Context& m_context;
    const grades::AssessmentSheet m_sheet;
    const QString m_why;
    QLabel* m_meaning;
    QLabel* m_kindWord;
    QComboBox* m_kind;
    QLabel* m_titleWord;
    QLineEdit* m_title;
    QLabel* m_objectiveWord;
    QComboBox* m_objective; ///< one of the subject's, or a new one
    QString m_proposed;
};

/// Why a final mark differs from the formula's.
class OverrideDialog : public AskDialog {
    Q_OBJECT
public:
    /// `what`: "Adi Pratama · Matematika: 78".
    explicit OverrideDialog(const QString& what, QWidget* parent = nullptr);

signals:
    void given(const QString& reason);

protected:
    Words frameWords() const override;
    void sayParts() override;
    bool isReady() const override;
    void go() override;

private:
    QLabel* m_what;
    QLabel* m_reasonWord;
    QLineEdit* m_reason;
};

} // namespace edupro::ui
