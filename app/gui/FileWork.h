// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with a school file while nobody has it open: a restore, a new key.
#pragma once

#include "app/gui/WaitingPage.h"
#include "core/accounts/KeyActions.h"
#include "core/storage/backup/Restore.h"
#include "core/storage/FileSwap.h"
#include "ui/accounts/FileKeyDialog.h"
#include "ui/common/NoticeBar.h"
#include "ui/shell/Context.h"

#include <memory>

namespace edupro::gui {

/// The school as it was when it was closed for the work.
struct ClosedSchool {
    QString file;
    QString name;
    storage::SchoolFile::Keys keys; ///< null: plain
    QUuid person;                   ///< who asked; null: nobody signs in
};

/// One piece of work; shows its page at `place`. Tells how it ended, once; until then the window is
/// its own.
class FileWork : public QObject {
    Q_OBJECT
public:
    /// `step`: for tests, see FileSwap.
    FileWork(
        ui::Context& context,
        accounts::Computer computer,
        const ClosedSchool& school,
        storage::SwapStep step = {});
    ~FileWork() override;

    void restore(const ui::RestoreOrder& order, const QRect& place);
    void changeKey(const ui::KeyOrder& order, const QRect& place);
    /// What stands on the screen.
    QWidget* window() const { return m_page.get(); }

signals:
    /// `words`: to be told at the sign-in and in the window.
    void ended(std::function<edupro::ui::NoticeBar::Words()> words);

private:
    void show(std::unique_ptr<QWidget> page, const QRect& place);
    void handOver(accounts::NewPasswords passwords, bool encrypts);
    /// Tells what came of it in words that are asked for again in another language.
    void end(std::function<QString()> say);

    ui::Context& m_context;
    const accounts::Computer m_computer;
    const ClosedSchool m_school;
    const storage::SwapStep m_step;
    std::unique_ptr<QWidget> m_page;
};

} // namespace edupro::gui
