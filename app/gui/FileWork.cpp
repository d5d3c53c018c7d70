// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/FileWork.h"

#include "app/Erasures.h"
#include "core/accounts/Restoring.h"
#include "core/jobs/OnFinished.h"
#include "ui/accounts/HandOverPage.h"
#include "ui/common/ErrorText.h"

#include <QDir>
#include <QFileInfo>

namespace edupro::gui {

using accounts::NewPasswords;
using storage::Kinship;
using storage::Restored;
using ui::KeyOrder;
using Words = ui::NoticeBar::Words;

namespace {

storage::RestoreOptions optionsFor(
    const ui::RestoreOrder& order, const ClosedSchool& school, const accounts::Computer& computer)
{
    return {
        .keys = [keys = order.keys](const QByteArray&) -> Result<storage::SchoolFile::Keys> {
            return keys;
        },
        .currentKeys = school.keys,
        .evenOtherLine = order.kinship == Kinship::OtherLine,
        .evenOtherSchool = order.kinship == Kinship::OtherSchool,
        .evenPlain = order.otherProtection,
        .evenEncrypted = order.otherProtection,
        .now = computer.store.clock(),
        .entities = computer.store.entities,
        .people = accounts::hooksOf(school.person, computer.store.actor),
        .erasure = erasureHooks()};
}

/// What is to be known after a restore.
QString restoredText(const Restored& restored)
{
    QStringList sentences = {FileWork::tr("The backup was restored.")};
    if (!restored.keptFile.isEmpty())
        sentences << FileWork::tr("The file before it is kept as %1.")
                         .arg(QDir::toNativeSeparators(restored.keptFile));
    if (restored.people != storage::PeopleOf::Today)
        sentences << FileWork::tr("People and roles are those of the backup's day: look through "
                                  "them under Users and audit.");
    return sentences.join(' ');
}

Result<NewPasswords> changedKey(
    const KeyOrder& order,
    const ClosedSchool& school,
    const accounts::Computer& computer,
    const Progress& progress)
{
    auto opened =
        order.nobodys
            ? accounts::openWithoutSignIn(school.file, computer)
            : accounts::signIn(school.file, order.administrator.login, *order.password, computer);
    if (!opened) return opened.error();
    if (!order.encrypts)
        return accounts::changeFileKey(
            std::move(opened).value(), *order.password, computer, progress);
    return accounts::encryptSchool(
        std::move(opened).value(), order.administrator, *order.password, computer, progress);
}

/// Kept beside the future: a cancelled one drops its answer, also of what was done in time.
template<class Value>
struct Outcome {
    Result<Value> result = cancelled();
    bool isPending = false; ///< the files were changing places when it stopped
};

QString whyOf(const Error& error)
{
    const ui::ErrorWords said = ui::words(error);
    return said.what + ' ' + said.advice;
}

/// `added`: who became the administrator of a school that had nobody, which is not taken back.
QString whyNoKey(
    const Outcome<NewPasswords>& outcome, const std::optional<accounts::FirstAdministrator>& added)
{
    const Error& error = outcome.result.error();
    if (outcome.isPending)
        return FileWork::tr("The file with the new keys was about to take the place of the present "
                            "one when this stopped; opening the school ends it. Then make a new "
                            "recovery code under Data and new passwords under Users and audit: "
                            "those made now were not shown. %1")
            .arg(whyOf(error));
    if (added)
        return FileWork::tr("The school file was not encrypted. If it asks for a password now, "
                            "sign in as %1 with the one you chose. %2")
            .arg(added->login, whyOf(error));
    if (error.code == ErrorCode::Cancelled)
        return FileWork::tr("Nothing was changed. The school file is as it was.");
    return FileWork::tr("The keys were not changed, and the school file is as it was. %1")
        .arg(whyOf(error));
}

QString whyNotRestored(const Outcome<Restored>& outcome)
{
    const Error& error = outcome.result.error();
    if (outcome.isPending)
        return FileWork::tr("The backup was about to take the place of the school file when this "
                            "stopped; opening the school ends it. Compare it with the backup: the "
                            "file before it is kept beside it. %1")
            .arg(whyOf(error));
    if (error.code == ErrorCode::Cancelled)
        return FileWork::tr("Nothing was restored. The school file is as it was.");
    return FileWork::tr("The backup was not restored, and the school file is as it was. %1")
        .arg(whyOf(error));
}

} // namespace

FileWork::FileWork(
    ui::Context& context,
    accounts::Computer computer,
    const ClosedSchool& school,
    storage::SwapStep step)
    : m_context(context)
    , m_computer(std::move(computer))
    , m_school(school)
    , m_step(std::move(step))
{
}

FileWork::~FileWork() = default;

void FileWork::show(std::unique_ptr<QWidget> page, const QRect& place)
{
    page->setGeometry(place);
    page->show();
    if (m_page) m_page.release()->deleteLater(); // it may be in its own signal
    m_page = std::move(page);
}

void FileWork::restore(const ui::RestoreOrder& order, const QRect& place)
{
    auto page = std::make_unique<WaitingPage>(m_context, [file = m_school.file] {
        return WaitingPage::Words{
            .title = tr("Restoring"),
            .text = tr("The backup is unpacked, checked and put in the place of %1.")
                        .arg(QFileInfo(file).fileName()),
            .stop = tr("Cancel")};
    });
    const auto outcome = std::make_shared<Outcome<Restored>>();
    const auto future = m_context.backups.lane().submit(
        [order, school = m_school, computer = m_computer, step = m_step, outcome](
            const Progress& progress) -> Result<Unit> {
            storage::RestoreOptions options = optionsFor(order, school, computer);
            options.step = step;
            outcome->result = storage::restoreBackup(order.backup, school.file, options, progress);
            outcome->isPending = storage::isSwapPending(school.file);
            return Unit{};
        });
    page->follow(future);
    show(std::move(page), place);
    jobs::onFinished(future, this, [this, outcome](const Result<Unit>&) {
        if (outcome->result)
            end([restored = *outcome->result] { return restoredText(restored); });
        else
            end([outcome] { return whyNotRestored(*outcome); });
    });
}

void FileWork::changeKey(const KeyOrder& order, const QRect& place)
{
    auto page = std::make_unique<WaitingPage>(m_context, [encrypts = order.encrypts] {
        return WaitingPage::Words{
            .title = encrypts ? tr("Encrypting the school file") : tr("Changing the file key"),
            .text = tr("The file is written anew, compared with the present one, and put in its "
                       "place."),
            .stop = tr("Cancel")};
    });
    const auto outcome = std::make_shared<Outcome<NewPasswords>>();
    const auto future = m_context.backups.lane().submit(
        [order, school = m_school, computer = m_computer, outcome](
            const Progress& progress) -> Result<Unit> {
            outcome->result = changedKey(order, school, computer, progress);
            outcome->isPending = storage::isSwapPending(school.file);
            return Unit{};
        });
    page->follow(future);
    show(std::move(page), place);
    // Who becomes the administrator of a school that had nobody is so before it is encrypted.
    std::optional<accounts::FirstAdministrator> added;
    if (order.nobodys) added = order.administrator;
    jobs::onFinished(future, this, [this, outcome, encrypts = order.encrypts, added](const auto&) {
        if (outcome->result)
            handOver(std::move(outcome->result).value(), encrypts);
        else
            end([outcome, added] { return whyNoKey(*outcome, added); });
    });
}

void FileWork::handOver(NewPasswords passwords, bool encrypts)
{
    auto page = std::make_unique<ui::HandOverPage>(m_context, m_school.name, std::move(passwords));
    connect(page.get(), &ui::HandOverPage::handedOver, this, [this, encrypts] {
        end([encrypts] {
            return encrypts
                       ? tr("The school file is encrypted. Backups made before it was are "
                            "readable for everybody: remove them when you no longer need them.")
                       : tr("The school file has a new key. Make a backup under it soon.");
        });
    });
    show(std::move(page), m_page->geometry());
}

void FileWork::end(std::function<QString()> say)
{
    emit ended([say = std::move(say)] { return Words{say(), {}, {}}; });
}

} // namespace edupro::gui
