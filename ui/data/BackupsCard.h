// SPDX-License-Identifier: GPL-3.0-or-later
// The backups of the school: how old the newest is, where they lie, their list, and what is done
// with one of them.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "ui/data/BackupTasks.h"

#include <QFrame>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QPushButton;

namespace edupro::ui {

class BackupsModel;
class Context;
class ElidedLabel;
class RecordTable;
class StateStack;

class BackupsCard : public QFrame {
    Q_OBJECT
public:
    explicit BackupsCard(Context& context, QWidget* parent = nullptr);

    /// Makes a backup by hand, unless one is being made.
    void backUp();
    void focusTable();

signals:
    void loaded(qint64 schoolSize);
    void backingUp(bool runs);
    void restoreWanted(const QString& backup);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeList();
    QBoxLayout* makePlace();
    QBoxLayout* makeButtons();
    void connectParts();
    void load();
    void take(const BackupsListed& listed);
    void choose();
    void verify();
    void takeCheck(const QString& path, const Result<storage::BackupCheck>& check);
    void restoreChosen();
    void restoreFile();
    void chooseFolder();
    void showProblem(const Error& error);
    void tell(const QString& text, const char* look);
    void say();
    void sayAge();

    Context& m_context;
    std::optional<BackupsListed> m_listed; ///< none before the first answer
    jobs::LatestOnly m_loading;
    bool m_backsUp = false;
    bool m_checks = false;
    QLabel* m_age = nullptr;
    ElidedLabel* m_folder = nullptr;
    QPushButton* m_showFolder = nullptr;
    QPushButton* m_otherFolder = nullptr;
    QPushButton* m_ownFolder = nullptr;
    BackupsModel* m_model;
    RecordTable* m_table = nullptr;
    StateStack* m_states = nullptr;
    QPushButton* m_verify = nullptr;
    QPushButton* m_restore = nullptr;
    QPushButton* m_restoreFile = nullptr;
    QCheckBox* m_automatic = nullptr;
    QLabel* m_told = nullptr;
};

} // namespace edupro::ui
