// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Advice.h"

#include <algorithm>
#include <iterator>

namespace edupro::cli {

namespace {

struct Row {
    const char* key;
    const char* advice;
};

// clang-format off
    constexpr Row table[] = {
        { "store.missing",        "check the path, or make a school with: edupro-cli school create FILE --name NAME" },
        { "store.exists",         "choose another name; an existing file is never overwritten" },
        { "store.missing_folder", "make the folder first" },
        { "store.directory",      "name the school file inside the folder" },
        { "store.empty",          "the file has no content; restore it from a copy" },
        { "store.foreign",        "name a .edupro file made by this program" },
        { "store.newer",          "update EduPro on this computer; the file was not changed" },
        { "store.damaged",        "keep the file as it is and restore the last good copy" },
        { "store.in_use",         "close the other program that has the school open, then try again" },
        { "store.busy",           "another program (a virus scanner, a backup) holds the file; try again in a moment" },
        { "store.full",           "free space on the disk, then try again; nothing was lost" },
        { "store.memory",         "close other programs, then try again; nothing was lost" },
        { "store.read_only",      "choose a folder that you may write to" },
        { "store.unreadable",     "check the file's permissions" },
        { "key.missing",          "put the file whose name ends in .edupro-keys beside the school file, or restore a backup" },
        { "key.damaged",          "restore the key file from a backup" },
        { "store.wal_damaged",    "keep the file and its -wal file as they are and restore the last good copy" },
        { "key.needed",           "the file is encrypted; sign in with --user LOGIN and --password-stdin" },
        { "key.unneeded",         "the file is plain, but a key file lies beside it; check whether the file was replaced" },
        { "key.mismatch",         "put back the school file and the key file that belong together" },
        { "key.wrong",            "type login and password again" },
        { "key.expired",          "ask an administrator for a new one-time password" },
        { "key.code",             "compare each group of four with the printed code" },
        { "key.memory",           "close other programs, then try again" },
        { "access.sealed",        "ask an administrator, a principal or the office, whose accounts hold the key of sealed columns" },
        { "student.unknown",      "give the NIS, NISN or NIK of a student, or the id that lists show" },
        { "privacy.no_request",   "list the requests with: edupro-cli privacy requests" },
        { "privacy.no_breach",    "list the incidents with: edupro-cli privacy breaches" },
        { "privacy.decided",      "a new wish needs a new request" },
        { "audit.damaged",        "keep the file as it is, compare it with backups, and ask who had access to it" },
        { "audit.rolled_back",    "look for the newest file or backup; an administrator may go on with this one: edupro-cli audit accept --store FILE --reason TEXT" },
        { "audit.reason",         "say why in up to 500 characters" },
        { "audit.code",           "type the code as printed, with its hyphens" },
        { "key.wait",             "wait, then try again; after many failures the wait grows to 15 minutes" },
        { "key.exists",           "move that key file away, or choose another name for the school" },
        { "password.none",        "give --password-stdin, or name a file in EDUPRO_PASSWORD_FILE; a file without encryption is made with --plain" },
        { "password.file",        "check the path in EDUPRO_PASSWORD_FILE and its permissions" },
        { "password.weak",        "at least 10 characters, no common word, not the login, not the school's name" },
        { "password.differs",     "type the same password twice" },
        { "access.denied",        "sign in with --user as somebody who may; edupro-cli user rights shows who" },
        { "access.password",      "choose a password: edupro-cli password change --store FILE --user LOGIN" },
        { "access.reason",        "say why with --reason TEXT" },
        { "access.locked_term",   "open the term again, or correct it as an administrator with --reason TEXT" },
        { "user.last_admin",      "give another person the role admin first: edupro-cli user roles LOGIN --roles admin" },
        { "assessment.unknown",   "it may have been removed; show the marks of the class again" },
        { "user.unknown",         "edupro-cli user list shows the logins" },
        { "sql.write",            "ask with one SELECT; changes go through the other commands" },
        { "sql.several",          "give one statement, without a second one behind a semicolon" },
        { "sql.syntax",           "edupro-cli sql \"SELECT name, sql FROM sqlite_master\" shows the tables and views" },
        { "store.swap_pending",   "make the folder writable and open the school, which ends the exchange; after a new file key also: key recovery, and user reset for everybody else" },
        { "store.swap",           "keep all files of the folder and ask for help; nothing was deleted" },
        { "backup.damaged",       "take another backup: edupro-cli backup list --store FILE" },
        { "backup.foreign",       "name a file that ends in .edupro-backup" },
        { "backup.newer",         "update EduPro on this computer" },
        { "backup.mismatch",      "take another backup: edupro-cli backup list --store FILE" },
        { "backup.busy",          "wait until the other backup is done" },
        { "backup.folder",        "plug in the stick, or name another folder with --to FOLDER" },
        { "backup.missing",       "check the path of the backup" },
        { "backup.other_line",    "look at the differences with --preview; --force restores all the same" },
        { "backup.other_school",  "look at the differences with --preview; --force restores all the same" },
        { "backup.plain",         "--even-plain restores it all the same; encrypt the school afterwards: edupro-cli school encrypt" },
        { "backup.encrypted",     "--even-encrypted restores it all the same" },
        { "backup.key",           "give the password of the backup's day on a second line, or sign in as somebody else with --user" },
        { "doctor.bad",           "restore a backup, or rescue what can be read with --repair OUT" },
        { "record.no_table",     "name one of the tables; edupro-cli list TABLE shows its rows" },
        { "record.unknown",      "edupro-cli list TABLE shows the rows and their ids" },
        { "record.ambiguous",    "give the id of the row that is meant, or OWNER/NAME as in 2025/7A" },
        { "record.typed",        "edupro-cli list TABLE --limit 1 shows the columns; dates are YYYY-MM-DD" },
        { "record.own_commands", "edupro-cli help shows them" },
        { "record.exists",       "change it with: edupro-cli set TABLE ID COLUMN=VALUE" },
        { "record.identity",     "remove the row and add another" },
        { "store.referred",      "remove those rows first, or say --even-used" },
        { "school.none",          "the file holds no school; make one with: edupro-cli school create" },
        { "term.reopen",          "say why with --reason TEXT" },
        { "store.referred",       "remove or move what refers to it first; the detail names the tables" },
        { "term.unknown",         "a term is the start year and 1 or 2, as in 20251" },
        { "import.too_big",       "split the file; an import takes up to 50 MB and 200,000 rows" },
        { "import.encoding",      "save the file as UTF-8 in the spreadsheet program, then import it again" },
        { "import.empty",         "check that the right file was exported" },
        { "import.missing",       "check the path of the file" },
        { "import.directory",     "name a CSV file inside the folder" },
        { "import.unreadable",    "check the file's permissions" },
        { "table.missing",        "check the path of the file" },
        { "table.directory",      "name a file inside the folder" },
        { "table.unreadable",     "check the file's permissions" },
        { "drift.columns",        "name the columns to compare with --columns A,B" },
        { "drift.kind",           "mend the cells that differ, or compare the column as categories with --text NAME" },
        { "train.too_few",        "enter or import more terms with marks and attendance, then train again" },
        { "model.none",           "train a model first: edupro-cli train --store FILE" },
        { "model.damaged",        "train a new model; the school's data is not affected" },
    };
// clang-format on

} // namespace

QString adviceFor(const Error& error)
{
    const auto* found = std::find_if(
        std::begin(table), std::end(table), [&](const Row& row) { return error.key == row.key; });
    return found == std::end(table) ? QString() : QString::fromUtf8(found->advice);
}

} // namespace edupro::cli
