// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Dialogs.h"

#include "ui/common/Theme.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace edupro::ui {

namespace {

void ask(QFileDialog* dialog, Dialogs::WithPath then)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, dialog, [then = std::move(then)](const QString& path) {
            if (!path.isEmpty()) then(path);
        });
    dialog->open();
}

} // namespace

void WindowDialogs::openFile(const FileQuestion& question, WithPath then)
{
    auto* dialog = new QFileDialog(m_window, question.title, question.suggested, question.filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    ask(dialog, std::move(then));
}

void WindowDialogs::saveFile(const FileQuestion& question, WithPath then)
{
    auto* dialog = new QFileDialog(
        m_window,
        question.title,
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
        question.filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(question.suggested);
    ask(dialog, std::move(then));
}

void WindowDialogs::chooseFolder(const FileQuestion& question, WithPath then)
{
    auto* dialog = new QFileDialog(m_window, question.title, question.suggested);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    ask(dialog, std::move(then));
}

void WindowDialogs::confirm(const Confirmation& question, Accepted then)
{
    auto* box = new QMessageBox(m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setText(question.title);
    box->setInformativeText(question.text);
    QPushButton* cancel = box->addButton(QMessageBox::Cancel);
    cancel->setIcon({}); // the style's own picture is none of the house
    QPushButton* accept = box->addButton(question.accept, QMessageBox::AcceptRole);
    setLook(accept, "primary");
    // Enter must not destroy what cannot be brought back.
    box->setDefaultButton(question.dangerous ? cancel : accept);
    QObject::connect(accept, &QPushButton::clicked, box, [then = std::move(then)] { then(); });
    box->open();
}

} // namespace edupro::ui
