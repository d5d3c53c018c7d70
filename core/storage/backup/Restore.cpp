// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/backup/Restore.h"

#include "core/storage/backup/Differences.h"
#include "core/storage/backup/Restoration.h"

#include <QTemporaryDir>

#include <algorithm>
#include <iterator>

namespace edupro::storage {

namespace {

struct KinshipRow {
    Kinship kinship;
    const char* name;
};

constexpr KinshipRow kinships[] = {
    {Kinship::NothingThere, "nothing-there"},
    {Kinship::SameLine, "same-line"},
    {Kinship::OtherLine, "other-line"},
    {Kinship::OtherSchool, "other-school"},
};

} // namespace

QString kinshipName(Kinship kinship)
{
    const auto* row =
        std::find_if(std::begin(kinships), std::end(kinships), [&](const KinshipRow& r) {
            return r.kinship == kinship;
        });
    return QLatin1String(row->name);
}

QString peopleName(PeopleOf people)
{
    switch (people) {
    case PeopleOf::Today:
        return QStringLiteral("today");
    case PeopleOf::Backup:
        return QStringLiteral("backup");
    case PeopleOf::Mixed:
        break;
    }
    return QStringLiteral("mixed");
}

Result<RestorePreview> previewRestore(
    const QString& backup, Connection* current, const KeySource& keys, const Progress& progress)
{
    const QTemporaryDir folder;
    const auto unpacked = Unpacked::checked(
        backup, folder.filePath(databaseMember), keys, partOf(progress, 0.0, 0.6));
    if (!unpacked) return unpacked.error();
    Connection& restored = (*unpacked)->connection();
    const Result<Kinship> kinship = kinshipOf(current, restored);
    if (!kinship) return kinship.error();
    auto tables = differencesOf(current, restored, partOf(progress, 0.6, 1.0));
    if (!tables) return tables.error();
    return RestorePreview{
        .manifest = (*unpacked)->manifest(),
        .kinship = *kinship,
        .tables = std::move(tables).value()};
}

Result<Restored> restoreBackup(
    const QString& backup,
    const QString& school,
    const RestoreOptions& options,
    const Progress& progress)
{
    auto replacement = Replacement::of(school, options.step);
    if (!replacement) return replacement.error();
    Restoration restoration(school, options, **replacement);
    if (Done unpacked = restoration.unpack(backup, partOf(progress, 0.0, 0.7)); !unpacked)
        return unpacked.error();
    if (!(*replacement)->goOn()) return cancelled();
    if (Done checked = restoration.check(); !checked) return checked.error();
    if (Done adapted = restoration.adapt(); !adapted) return adapted.error();
    if (!(*replacement)->goOn() || !progress(0.9)) return cancelled();
    return restoration.exchange();
}

} // namespace edupro::storage
