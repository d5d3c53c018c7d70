// SPDX-License-Identifier: GPL-3.0-or-later
// One restore between its beginning and the exchange of the files.
#pragma once

#include "core/storage/backup/ReaderTraces.h"
#include "core/storage/backup/Replacement.h"
#include "core/storage/backup/Restore.h"
#include "core/storage/backup/RestoredKeys.h"
#include "core/storage/backup/Unpacked.h"

#include <optional>

namespace edupro::storage {

/// Steps in this order, each once; what they are given outlives it. Nothing at the school changes
/// before exchange().
class Restoration {
public:
    Restoration(const QString& school, const RestoreOptions& options, Replacement& replacement)
        : m_school(school)
        , m_options(options)
        , m_replacement(replacement)
    {
    }

    Done unpack(const QString& backup, const Progress& progress);
    /// May it be, and whose keys and people are to be in it?
    Done check();
    /// Makes the prepared file what the school is to be.
    Done adapt();
    Result<Restored> exchange();

private:
    Connection& restored() { return m_anew ? *m_anew : m_unpacked->connection(); }
    QString keyFile() const { return security::keyFileOf(m_replacement.prepared()); }
    Done checkProtection() const;
    Done collectErasures();
    Done chooseKeys(Kinship kinship);
    Done encryptAnew();
    Done writeLine();
    Done writeKeys();

    const QString& m_school;
    const RestoreOptions& m_options;
    Replacement& m_replacement;
    std::unique_ptr<Unpacked> m_unpacked;
    std::optional<ReaderTraces> m_traces;
    std::unique_ptr<Connection> m_current; ///< the file to be replaced; null: none can be read
    std::optional<TodaysKeys> m_today;     ///< null: the restored school keeps those of the backup
    std::unique_ptr<Connection> m_anew;    ///< the prepared file under today's keys
    QString m_by;                          ///< who restores
    bool m_keepsPeople = false;
    QStringList m_erasures;
    PeopleOf m_people = PeopleOf::Backup;
    FileIdentity m_identity;
};

} // namespace edupro::storage
