// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/BackupsModel.h"

#include "core/dashboard/Series.h"
#include "ui/common/Format.h"
#include "ui/common/Roles.h"

#include <QDir>
#include <QFileInfo>

namespace edupro::ui {

using dashboard::Tone;
using storage::BackupCause;
using storage::Keeping;

QString kindWord(BackupCause cause, Keeping keeping)
{
    switch (cause) {
    case BackupCause::Manual:
        return BackupsModel::tr("by hand");
    case BackupCause::BeforeImport:
        return BackupsModel::tr("before an import");
    case BackupCause::BeforeMigration:
        return BackupsModel::tr("before an upgrade");
    case BackupCause::BeforeRestore:
        return BackupsModel::tr("before a restore");
    case BackupCause::Daily:
        break;
    }
    return keeping == Keeping::Monthly  ? BackupsModel::tr("monthly")
           : keeping == Keeping::Weekly ? BackupsModel::tr("weekly")
                                        : BackupsModel::tr("daily");
}

void BackupsModel::setListed(const BackupsListed& listed)
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < listed.backups.size(); ++i)
        m_rows.push_back({.backup = listed.backups[i], .keeping = listed.keeping[i]});
    for (const storage::UnreadableBackup& one : listed.unreadable) {
        m_rows.push_back({.backup = {.path = one.path, .manifest = {}}, .readable = false});
    }
    endResetModel();
}

void BackupsModel::setCheck(const QString& path, Check check, const QDateTime& at)
{
    m_checks.insert(path, {.check = check, .at = at});
    const int row = indexOf(path);
    if (row >= 0) emit dataChanged(index(row, State), index(row, State));
}

const BackupsModel::Row* BackupsModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int BackupsModel::indexOf(const QString& path) const
{
    const auto found = std::find_if(
        m_rows.begin(), m_rows.end(), [&path](const Row& row) { return row.backup.path == path; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void BackupsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columns - 1);
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int BackupsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BackupsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant BackupsModel::data(const QModelIndex& index, int role) const
{
    const Row* row = at(index.row());
    if (!index.isValid() || !row) return {};
    const bool isNumber = index.column() == Size || index.column() == Students;
    if (role == idRole) return row->backup.path;
    if (role == Qt::ToolTipRole) return QDir::toNativeSeparators(row->backup.path);
    if (role == Qt::TextAlignmentRole && isNumber) return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == toneRole && index.column() == State) return stateTone(*row);
    if (role == Qt::DisplayRole) return text(*row, index.column());
    return {};
}

QString BackupsModel::text(const Row& row, int column) const
{
    const storage::BackupManifest& manifest = row.backup.manifest;
    switch (column) {
    case Made:
        return row.readable ? format::dateTime(QDateTime::fromMSecsSinceEpoch(manifest.createdAt))
                            : QFileInfo(row.backup.path).fileName();
    case Kind:
        return row.readable ? kindWord(manifest.cause, row.keeping) : QString(format::missing);
    case Students:
        return row.readable ? format::count(manifest.rows.value(QStringLiteral("students")))
                            : QString(format::missing);
    case Size:
        if (!row.readable) return format::missing;
        return format::dataSize(row.backup.size);
    case State:
        return stateText(row);
    default:
        return {};
    }
}

QString BackupsModel::stateText(const Row& row) const
{
    if (!row.readable) return tr("cannot be read");
    const auto checked = m_checks.constFind(row.backup.path);
    if (checked == m_checks.constEnd()) return tr("checked when made");
    const QString time = format::time(checked->at.time());
    switch (checked->check) {
    case Check::Whole:
        return tr("checked at %1").arg(time);
    case Check::Locked:
        return tr("whole, not opened");
    case Check::Damaged:
        return tr("damaged");
    }
    return {};
}

QVariant BackupsModel::stateTone(const Row& row) const
{
    if (!row.readable) return static_cast<int>(Tone::Risk);
    const auto checked = m_checks.constFind(row.backup.path);
    if (checked == m_checks.constEnd()) return {};
    switch (checked->check) {
    case Check::Whole:
        return static_cast<int>(Tone::Fine);
    case Check::Locked:
        return static_cast<int>(Tone::Watch);
    case Check::Damaged:
        return static_cast<int>(Tone::Risk);
    }
    return {};
}

QVariant BackupsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && (section == Size || section == Students))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    const QString words[] = {tr("Made"), tr("Kind"), tr("Students"), tr("Size"), tr("State")};
    return section >= 0 && section < columns ? words[section] : QVariant();
}

} // namespace edupro::ui
