// SPDX-License-Identifier: GPL-3.0-or-later
// The program with an encrypted school, signed in, and what a person does there with its file.
#pragma once

#include "core/people/Student.h"
#include "core/storage/backup/BackupFolder.h"
#include "tests/support/Program.h"
#include "ui/common/RecordTable.h"

#include <QApplication>
#include <QDir>
#include <QPointer>

namespace edupro::tests {

/// Presses a button of the question that stands before the window.
inline void answer(const QString& word)
{
    QPointer<QWidget> question;
    REQUIRE(soon([&] {
        question = QApplication::activeModalWidget();
        return !question.isNull();
    }));
    for (auto* button : question->findChildren<QPushButton*>()) {
        if (button->text().remove('&') == word) {
            button->click();
            return;
        }
    }
    FAIL("no button " + word.toStdString());
}

/// The numbers of the students in the open school.
inline QStringList studentsIn(Program& program)
{
    QStringList list;
    const auto all =
        inStore(program.services, [](storage::Store& store) { return store.list<Student>(); });
    for (const Student& one : all)
        list << one.nis;
    return list;
}

/// Saves one, with that number.
inline void addStudentTo(Program& program, const QString& nis)
{
    inStore(program.services, [&](storage::Store& store) {
        Student student{.nis = nis, .name = "Contoh " + nis};
        return store.save(student);
    });
}

/// Backs up as the button does.
inline storage::BackupFile backUpIn(Program& program)
{
    const auto made = program.services.context.backups.backUp();
    REQUIRE(soon([&] { return made.isFinished(); }));
    if (!made.result()) FAIL(made.result().error().key);
    return *made.result();
}

struct OpenProgram {
    TestComputer at;
    ProtectedSchool made{at};
    Program program{at.folder, at.computer};

    OpenProgram()
    {
        program.start(made.path);
        program.signIn(goodPassword);
    }
    template<class Work>
    auto inStore(Work work)
    {
        return tests::inStore(program.services, std::move(work));
    }
    void addStudent(const QString& nis) { addStudentTo(program, nis); }
    QStringList students() { return studentsIn(program); }
    std::vector<storage::BackupFile> backups() const
    {
        return storage::listBackups(storage::defaultBackupFolder(made.path))->backups;
    }
    void openData()
    {
        program.services.context.openPage("data");
        auto* table = child<ui::RecordTable>(*program.school(), "backupsTable");
        REQUIRE(soon([&] { return table->model()->rowCount() > 0; }));
    }
    /// Chooses the newest backup and asks to restore it, as far as the real question.
    void askToRestore()
    {
        openData();
        program.press("previewRestore");
        auto* restore = child<QPushButton>(*program.school(), "restoreBackup");
        REQUIRE(soon([&] { return restore->isVisible(); }));
        restore->click();
        answer("Restore");
    }
    void backUp() { backUpIn(program); }
};

inline QString textOf(const QWidget& window, const char* label)
{
    return child<QLabel>(window, label)->text();
}

} // namespace edupro::tests
