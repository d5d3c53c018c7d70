// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BackupCommands.h"

#include "app/cli/SignedStore.h"
#include "app/Erasures.h"
#include "core/accounts/Restoring.h"
#include "core/storage/backup/BackupFolder.h"
#include "core/storage/backup/Restore.h"

#include <QDateTime>
#include <QDir>
#include <QJsonArray>

namespace edupro::cli {

namespace {

QString momentText(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString momentJson(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate);
}

qint64 rowsIn(const storage::BackupManifest& manifest)
{
    qint64 rows = 0;
    for (const qint64 count : manifest.rows)
        rows += count;
    return rows;
}

QJsonObject jsonOf(const storage::BackupManifest& manifest)
{
    QJsonObject rows;
    for (auto table = manifest.rows.begin(); table != manifest.rows.end(); ++table)
        rows.insert(table.key(), table.value());
    return {
        {QStringLiteral("made"), momentJson(manifest.createdAt)},
        {QStringLiteral("cause"), storage::causeName(manifest.cause)},
        {QStringLiteral("encrypted"), manifest.encrypted},
        {QStringLiteral("schema"), manifest.schema},
        {QStringLiteral("file_id"), manifest.identity.file.toString(QUuid::WithoutBraces)},
        {QStringLiteral("lineage"), manifest.identity.lineage.toString(QUuid::WithoutBraces)},
        {QStringLiteral("audit_number"), manifest.audit.number},
        {QStringLiteral("rows"), rows}};
}

QJsonObject jsonOf(const storage::BackupFile& backup)
{
    QJsonObject object = jsonOf(backup.manifest);
    object.insert(QStringLiteral("file"), QDir::toNativeSeparators(backup.path));
    object.insert(QStringLiteral("size"), backup.size);
    return object;
}

QString lineOf(const storage::BackupFile& backup)
{
    return QStringLiteral("%1  %2  %3 KiB  %4 rows  %5")
        .arg(
            momentText(backup.manifest.createdAt),
            storage::causeName(backup.manifest.cause).leftJustified(16))
        .arg(backup.size / 1024, 8)
        .arg(rowsIn(backup.manifest), 8)
        .arg(QDir::toNativeSeparators(backup.path));
}

void showPreview(const storage::RestorePreview& preview, Terminal& terminal)
{
    terminal.say(QStringLiteral("Backup of %1, %2, compared with the file there: %3")
                     .arg(
                         momentText(preview.manifest.createdAt),
                         storage::causeName(preview.manifest.cause),
                         storage::kinshipName(preview.kinship)));
    terminal.say(QStringLiteral("  %1 %2 %3 %4 %5 %6")
                     .arg(
                         QStringLiteral("table").leftJustified(24),
                         QStringLiteral("now").rightJustified(9),
                         QStringLiteral("backup").rightJustified(9),
                         QStringLiteral("back").rightJustified(9),
                         QStringLiteral("changed").rightJustified(9),
                         QStringLiteral("gone").rightJustified(9)));
    for (const storage::TableDifference& one : preview.tables) {
        terminal.say(QStringLiteral("  %1 %2 %3 %4 %5 %6")
                         .arg(one.table.leftJustified(24))
                         .arg(one.now, 9)
                         .arg(one.inBackup, 9)
                         .arg(one.added, 9)
                         .arg(one.changed, 9)
                         .arg(one.removed, 9));
    }
}

QJsonObject jsonOf(const storage::RestorePreview& preview)
{
    QJsonArray tables;
    for (const storage::TableDifference& one : preview.tables) {
        tables.append(QJsonObject{
            {QStringLiteral("table"), one.table},
            {QStringLiteral("now"), one.now},
            {QStringLiteral("in_backup"), one.inBackup},
            {QStringLiteral("added"), one.added},
            {QStringLiteral("changed"), one.changed},
            {QStringLiteral("removed"), one.removed}});
    }
    return {
        {QStringLiteral("backup"), jsonOf(preview.manifest)},
        {QStringLiteral("kinship"), storage::kinshipName(preview.kinship)},
        {QStringLiteral("tables"), tables}};
}

/// Takes the recovery code first, where one is to come.
Result<accounts::Restorer> restorerOf(const Arguments& arguments, PasswordSource& passwords)
{
    std::optional<security::RecoveryCode> code;
    if (arguments.has("recovery-code")) {
        auto typed = passwords.recoveryCode();
        if (!typed) return typed.error();
        code = std::move(typed).value();
    }
    const auto ask = [&passwords](const QString& what) {
        return passwords.next(what);
    };
    return accounts::Restorer(
        arguments.value("store"), loginOf(arguments), ask, thisComputer(), std::move(code));
}

using OpenedBy = accounts::Restorer::OpenedBy;

/// Which password a person needs for a backup of an encrypted school.
QString keyNeeded(const storage::BackupCheck& check, OpenedBy openedBy)
{
    const QString day = momentText(check.manifest.createdAt);
    switch (openedBy) {
    case OpenedBy::Today:
        return QStringLiteral("Its file key is the school's of today: today's passwords open it");
    case OpenedBy::ItsDay:
        return QStringLiteral("Opens with the passwords and the recovery code of its day, %1")
            .arg(day);
    case OpenedBy::Nothing:
        break;
    }
    return QStringLiteral(
               "Encrypted, %1 passwords%2 of %3; --store FILE and a password tell whether "
               "today's open it")
        .arg(check.keyFile->content().entries.size())
        .arg(
            check.keyFile->hasRecoveryCode() ? QStringLiteral(" (one is the recovery code)")
                                             : QString(),
            day);
}

QJsonObject jsonOf(const security::KeyFile& keyFile, OpenedBy openedBy)
{
    const QString needs = openedBy == OpenedBy::Today    ? QStringLiteral("today")
                          : openedBy == OpenedBy::ItsDay ? QStringLiteral("its-day")
                                                         : QStringLiteral("unknown");
    return {
        {QStringLiteral("needs"), needs},
        {QStringLiteral("generation"), keyFile.generation()},
        {QStringLiteral("slots"), static_cast<int>(keyFile.content().entries.size())},
        {QStringLiteral("recovery_code"), keyFile.hasRecoveryCode()}};
}

QJsonArray jsonOf(const std::vector<User>& people)
{
    QJsonArray list;
    for (const User& user : people) {
        list.append(QJsonObject{
            {QStringLiteral("login"), user.login}, {QStringLiteral("roles"), user.roles}});
    }
    return list;
}

void showRestored(
    const storage::Restored& restored,
    const QString& school,
    const std::vector<User>& peopleOfBackup,
    Terminal& terminal)
{
    terminal.say(QStringLiteral("Restored %1").arg(QDir::toNativeSeparators(school)));
    if (!restored.keptFile.isEmpty()) {
        terminal.say(QStringLiteral("The file before is now %1")
                         .arg(QDir::toNativeSeparators(restored.keptFile)));
    }
    if (restored.people == storage::PeopleOf::Today || peopleOfBackup.empty()) return;
    terminal.note(
        restored.people == storage::PeopleOf::Mixed
            ? QStringLiteral(
                  "today's passwords stay, but these people have the roles of the backup's "
                  "day; look through them with: edupro-cli user list")
            : QStringLiteral("these people can sign in again with the passwords and roles of the "
                             "backup's day, also those disabled since; look through them with: "
                             "edupro-cli user list"));
    for (const User& user : peopleOfBackup)
        terminal.note(QStringLiteral("    %1: %2").arg(user.login, user.roles));
}

} // namespace

Done createBackup(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    const QString folder = arguments.has("to")
                               ? arguments.value("to")
                               : storage::defaultBackupFolder(arguments.value("store"));
    const auto made = storage::createBackup(
        **store,
        {.folder = folder, .erasures = erasuresForBackup},
        terminal.progress(QStringLiteral("Backing up")));
    if (!made) return made.error();
    terminal.say(QStringLiteral("Made and verified %1 (%2 KiB, %3 rows)")
                     .arg(QDir::toNativeSeparators(made->path))
                     .arg(made->size / 1024)
                     .arg(rowsIn(made->manifest)));
    terminal.give(jsonOf(*made));
    return done();
}

Done verifyBackup(const Arguments& arguments, Terminal& terminal)
{
    PasswordSource passwords(arguments);
    auto restorer = restorerOf(arguments, passwords);
    if (!restorer) return restorer.error();
    const bool mayOpen =
        passwords.isGiven() || arguments.has("user") || arguments.has("recovery-code");
    const auto checked = storage::verifyBackup(
        arguments.word(0),
        mayOpen ? restorer->keys() : storage::KeySource(),
        terminal.progress(QStringLiteral("Verifying")));
    if (!checked) return checked.error();
    terminal.say(
        checked->opened
            ? QStringLiteral("Whole: %1 rows, opened and counted").arg(rowsIn(checked->manifest))
            : QStringLiteral("Every byte is as it was written; what is encrypted was not opened"));
    QJsonObject document = jsonOf(checked->manifest);
    document.insert(QStringLiteral("opened"), checked->opened);
    if (checked->keyFile) {
        terminal.say(keyNeeded(*checked, restorer->openedBy()));
        document.insert(QStringLiteral("key"), jsonOf(*checked->keyFile, restorer->openedBy()));
    }
    terminal.give(document);
    return done();
}

Done listBackups(const Arguments& arguments, Terminal& terminal)
{
    if (!arguments.has("from") && !arguments.has("store")) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "usage",
            .detail = "--store FILE or --from FOLDER is missing"};
    }
    const QString folder = arguments.has("from")
                               ? arguments.value("from")
                               : storage::defaultBackupFolder(arguments.value("store"));
    const auto list = storage::listBackups(folder);
    if (!list) return list.error();
    QJsonArray backups;
    for (const storage::BackupFile& backup : list->backups) {
        terminal.say(lineOf(backup));
        backups.append(jsonOf(backup));
    }
    QJsonArray unreadable;
    for (const storage::UnreadableBackup& one : list->unreadable) {
        terminal.note(QString::fromStdString(one.error.detail));
        unreadable.append(QDir::toNativeSeparators(one.path));
    }
    const auto age = storage::daysSinceNewest(list->backups, systemClock()());
    if (!age)
        terminal.say(QStringLiteral("No backups in %1").arg(QDir::toNativeSeparators(folder)));
    else if (*age >= storage::warnAfterDays)
        terminal.note(QStringLiteral("the newest backup is %1 days old").arg(*age));
    terminal.give(
        {{QStringLiteral("folder"), QDir::toNativeSeparators(folder)},
         {QStringLiteral("backups"), backups},
         {QStringLiteral("unreadable"), unreadable}});
    return done();
}

Done restoreBackup(const Arguments& arguments, Terminal& terminal)
{
    const QString backup = arguments.word(0);
    const QString school = arguments.value("store");
    PasswordSource passwords(arguments);
    auto restorer = restorerOf(arguments, passwords);
    if (!restorer) return restorer.error();
    QJsonObject document;
    {
        auto current = restorer->signIn();
        if (!current) return current.error();
        std::optional<SignedStore> store;
        if (*current) store.emplace(std::move(**current));
        const auto preview = storage::previewRestore(
            backup,
            store ? &(*store)->connection() : nullptr,
            restorer->keys(),
            terminal.progress(QStringLiteral("Comparing")));
        if (!preview) return preview.error();
        showPreview(*preview, terminal);
        document = jsonOf(*preview);
    }
    if (!arguments.has("preview")) {
        storage::RestoreOptions options = restorer->options();
        options.evenOtherLine = options.evenOtherSchool = arguments.has("force");
        options.evenPlain = arguments.has("even-plain");
        options.evenEncrypted = arguments.has("even-encrypted");
        options.erasure = erasureHooks();
        const auto restored = storage::restoreBackup(
            backup, school, options, terminal.progress(QStringLiteral("Restoring")));
        if (!restored) return restored.error();
        showRestored(*restored, school, restorer->peopleOfBackup(), terminal);
        document.insert(QStringLiteral("kept"), QDir::toNativeSeparators(restored->keptFile));
        document.insert(QStringLiteral("people"), storage::peopleName(restored->people));
        document.insert(
            QStringLiteral("people_of_backup"),
            restored->people == storage::PeopleOf::Today ? QJsonArray()
                                                         : jsonOf(restorer->peopleOfBackup()));
    }
    document.insert(QStringLiteral("restored"), !arguments.has("preview"));
    terminal.give(document);
    return done();
}

} // namespace edupro::cli
