// SPDX-License-Identifier: GPL-3.0-or-later
// Brings one file into the school: columns, check, import, result.
#pragma once

#include "ui/imports/FileLook.h"
#include "ui/shell/Drafts.h"

#include <QDialog>
#include <QFuture>

class QFrame;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace edupro::ui {

class ColumnsStep;
class Context;
class IssueTableModel;
class RecordTable;
class StateStack;

/// Nothing is stored before the import has come to its end; Esc or Cancel takes everything back.
class ImportDialog : public QDialog, public DraftHolder {
    Q_OBJECT
public:
    ImportDialog(
        Context& context,
        std::vector<ImportChoice> choices,
        const QString& path,
        QWidget* parent = nullptr);
    ~ImportDialog() override;

    /// What was said about the columns; taken up by ImportStarter.
    std::optional<Draft> draft() const override;
    void whenFree(std::function<void()> then) override;
    /// Says draft() about the columns again. Call it before the dialog is shown.
    void resume(const QJsonObject& draft) { m_draft = draft; }
    /// The file that draft() was about.
    static QString fileOf(const QJsonObject& draft);

    void reject() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Step { Columns, Working, Checked, Done };
    enum class Work { Check, BackUp, Import, SaveRejects };

    QWidget* makeWorking();
    QWidget* makeReport();
    QWidget* makeButtons();
    void look();
    void take(const FileLook& look);
    void match();
    void run(Work work, const QString& rejects = {});
    /// Imports when what is there now is in a backup, or the person does without.
    void backUpAndImport();
    void takeBackup(const Done& safe);
    void begin(Work work);
    void follow(const QFuture<void>& future);
    void take(const Result<exchange::ImportReport>& report, Work work);
    void takeReport(const exchange::ImportReport& report, Work work);
    void askForRejects();
    void goOn();
    void goBack();
    void show(Step step);
    void showButtons();
    void say();
    void sayReport();

    Context& m_context;
    const std::vector<ImportChoice> m_choices;
    const QString m_path;
    QJsonObject m_draft; ///< to be said about the columns when the file has been looked at
    Step m_step = Step::Columns;
    Step m_before = Step::Columns; ///< where a cancelled piece of work leads back to
    Work m_work = Work::Check;
    exchange::ImportReport m_report;
    QFuture<void> m_running;
    QString m_told; ///< after a piece of work: that it was cancelled, why it failed, what was saved
    bool m_toldFault = false;
    QLabel* m_title;
    QLabel* m_steps;
    StateStack* m_state;
    QStackedWidget* m_pages;
    ColumnsStep* m_columns;
    QLabel* m_working = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_counts = nullptr;
    QLabel* m_remark = nullptr;
    IssueTableModel* m_issues = nullptr;
    RecordTable* m_table = nullptr;
    QFrame* m_tableCard = nullptr;
    QLabel* m_line = nullptr;
    QPushButton* m_rejects = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_next = nullptr;
};

} // namespace edupro::ui
