// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BackupCommands.h"
#include "app/cli/SignedStore.h"
#include "core/security/Attempt.h"
#include "core/storage/backup/Doctor.h"
#include "core/storage/backup/Rescue.h"

#include <QDir>
#include <QJsonArray>

namespace edupro::cli {

namespace {

QJsonArray show(const storage::Diagnosis& diagnosis, Terminal& terminal)
{
    QJsonArray list;
    for (const storage::Examined& one : diagnosis.examined) {
        const QString finding = storage::findingName(one.finding);
        terminal.say(QStringLiteral("%1  %2  %3")
                         .arg(finding.leftJustified(8), one.what.leftJustified(12), one.detail));
        list.append(QJsonObject{
            {QStringLiteral("what"), one.what},
            {QStringLiteral("finding"), finding},
            {QStringLiteral("detail"), one.detail}});
    }
    return list;
}

QJsonArray show(const storage::Rescue& rescue, Terminal& terminal)
{
    QJsonArray list;
    for (const storage::RescuedTable& table : rescue.tables) {
        QString line =
            QStringLiteral("%1  %2 rows").arg(table.table.leftJustified(24)).arg(table.rescued);
        if (table.lost > 0) line += QStringLiteral(", %1 lost").arg(table.lost);
        if (table.gaps > 0) line += QStringLiteral(", %1 damaged places").arg(table.gaps);
        if (!table.lossesKnown) line += QStringLiteral(", more may be lost");
        terminal.say(line);
        for (const QString& row : table.lostRows)
            terminal.say(QStringLiteral("    lost: %1").arg(row));
        list.append(QJsonObject{
            {QStringLiteral("table"), table.table},
            {QStringLiteral("rescued"), table.rescued},
            {QStringLiteral("lost"), table.lost},
            {QStringLiteral("lost_rows"), QJsonArray::fromStringList(table.lostRows)},
            {QStringLiteral("gaps"), table.gaps},
            {QStringLiteral("losses_known"), table.lossesKnown}});
    }
    return list;
}

/// The school's own key file, opened with a password that is asked for once.
storage::KeySource keysOf(const QString& login, PasswordSource& passwords)
{
    const auto known = std::make_shared<storage::SchoolFile::Keys>();
    return [=, &passwords](const QByteArray& bytes) -> Result<storage::SchoolFile::Keys> {
        const auto file = security::KeyFile::parse(bytes);
        if (!file) return file.error();
        if (*known && file->isAuthentic((*known)->file)) return *known;
        const auto password = passwords.next(QStringLiteral("Password of %1").arg(login));
        if (!password) return password.error();
        auto unlocked = security::unlockAtPace(
            *file, login, *password, systemClock()(), thisComputer().throttle);
        if (!unlocked) return unlocked.error();
        *known = std::make_shared<const security::SchoolKeys>(std::move(unlocked->keys));
        return *known;
    };
}

} // namespace

Done examineFile(const Arguments& arguments, Terminal& terminal)
{
    const QString school = arguments.value("store");
    PasswordSource passwords(arguments);
    const storage::KeySource source = passwords.isGiven() || arguments.has("user")
                                          ? keysOf(loginOf(arguments), passwords)
                                          : storage::KeySource();
    const auto diagnosis = storage::examine(
        school,
        {.keys = source,
         .backupFolder = arguments.value("backups"),
         .now = systemClock()(),
         .entities = storeOptions().entities},
        terminal.progress(QStringLiteral("Examining")));
    if (!diagnosis) return diagnosis.error();
    QJsonObject document{
        {QStringLiteral("examined"), show(*diagnosis, terminal)},
        {QStringLiteral("worst"), storage::findingName(diagnosis->worst())}};
    if (arguments.has("repair")) {
        const QString out = arguments.value("repair");
        const auto rescue = storage::rescueFile(
            school,
            out,
            {.keys = source,
             .entities = storeOptions().entities,
             .now = systemClock()(),
             .by = storeOptions().actor},
            terminal.progress(QStringLiteral("Rescuing")));
        if (!rescue) return rescue.error();
        document.insert(QStringLiteral("rescued"), show(*rescue, terminal));
        document.insert(QStringLiteral("broken_references"), rescue->brokenReferences);
        terminal.say(QStringLiteral("Wrote what could be read to %1; %2 is unchanged")
                         .arg(QDir::toNativeSeparators(out), QDir::toNativeSeparators(school)));
    }
    terminal.give(document);
    const bool bad = diagnosis->worst() == storage::Finding::Bad;
    if (!bad || arguments.has("repair")) return done();
    return Error{
        .code = ErrorCode::Corrupt,
        .key = "doctor.bad",
        .detail =
            QDir::toNativeSeparators(school).toStdString() + ": the examination found faults"};
}

} // namespace edupro::cli
