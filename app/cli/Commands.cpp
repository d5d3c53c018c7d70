// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/AuditCommands.h"
#include "app/cli/BackupCommands.h"
#include "app/cli/BenchCommand.h"
#include "app/cli/ClusterCommands.h"
#include "app/cli/DriftCommand.h"
#include "app/cli/ImportCommand.h"
#include "app/cli/KeyCommands.h"
#include "app/cli/ModelCommands.h"
#include "app/cli/PrivacyCommands.h"
#include "app/cli/RecordCommands.h"
#include "app/cli/ReportCommand.h"
#include "app/cli/SchoolCommands.h"
#include "app/cli/SqlCommand.h"
#include "app/cli/StudentCommands.h"
#include "app/cli/TreeCommands.h"
#include "app/cli/UserCommands.h"

namespace edupro::cli {

const std::vector<Command>& commands()
{
    // clang-format off
    static const Option store { "store", "FILE", "the school file", true };
    static const Option recoveryCode { "recovery-code", nullptr, "the recovery code of today or of the backup's day is to come, before any password" };
    static const Option json  { "json", nullptr, "print one JSON document" };
    static const Option target { "target", "TARGET", "next-term (the default) or status-now" };
    static const Option term  { "term", "CODE", "the term whose figures are used, as 20251 (the newest with marks)" };
    static const Option plain { "plain", nullptr, "not encrypted; without --admin whoever opens it may do everything" };
    static const Option admin { "admin", "LOGIN", "of the first administrator (admin)" };
    static const Option passwordStdin { "password-stdin", nullptr,
        "read the new password from standard input; else from the file named by EDUPRO_PASSWORD_FILE, else ask" };
    static const Option roles { "roles", "R,R", "admin, principal, staff, teacher", true };
    static const Option values { "values", "FILE", "a JSON object of columns; - reads standard input: it stays out of the list of commands" };
    static const Option reason { "reason", "TEXT", "why; some changes need it" };
    static const std::vector<Command> table {
        { "school create", "FILE", "Make a new, empty school file: encrypted, with an administrator; prints the recovery code once.",
          { { "name", "NAME", "the school's name", true }, { "npsn", "8CHARS", "its national number" }, plain, admin, passwordStdin, json },
          createSchool },
        { "demo create", "FILE", "Make a synthetic example school: same seed, same school.",
          { { "students", "N", "at school today (600)" }, { "seed", "N", "random seed (1)" },
            { "plain", nullptr, "not encrypted (the default without a password)" }, admin, passwordStdin, json }, createDemo },
        { "backup create", "", "Back up a school: copied while in use, packed, opened again and counted.",
          { store, { "to", "FOLDER", "a folder or stick (FILE.edupro-backups beside the school)" }, json }, createBackup },
        { "backup verify", "BACKUP", "Is every byte of a backup as it was written, and does it hold what it says?",
          { { "store", "FILE", "the school, to tell whether its passwords of today open the backup" }, recoveryCode, json }, verifyBackup },
        { "backup list", "", "The backups of a school or in a folder, newest first.",
          { { "store", "FILE", "the school file" }, { "from", "FOLDER", "another folder or a stick" }, json }, listBackups },
        { "backup restore", "BACKUP", "Show what restoring a backup changes, and restore it; the file before is renamed, not deleted.",
          { store, { "preview", nullptr, "show only" },
            { "force", nullptr, "also over another school, or one that was restored or copied since" },
            { "even-plain", nullptr, "a backup that is not encrypted over a school that is" },
            { "even-encrypted", nullptr, "an encrypted backup over a school that is not" }, recoveryCode, json }, restoreBackup },
        { "doctor", "", "Examine a school file and what lies around it; changes nothing.",
          { store, { "backups", "FOLDER", "where its backups lie (FILE.edupro-backups)" },
            { "repair", "OUT", "copy what can still be read into a new file" }, json }, examineFile },
        { "import", "KIND CSV", "Import a CSV file; KIND: students, marks, attendance, incomes, achievements or indicators.",
          { store, { "map", "HEADING=FIELD", "take a column for a field (repeatable)" },
            { "dry-run", nullptr, "check only; nothing is stored" }, { "strict", nullptr, "all rows or none" },
            { "rejects", "OUT.csv", "write the rejected rows with the reason beside each" },
            { "year", "YEAR", "of indicators without a year column; the school year of the students' classes" },
            { "reason", "TEXT", "why marks are corrected; administrators have to say it" },
            { "no-backup", nullptr, "keep no copy of the state before (made where the window makes its backups, when something changed since the newest)" },
            { "codes", "SYSTEM", "whose province codes the file uses: kemendagri or bps" }, json }, importFile },
        { "audit verify", "", "Is the log of changes what was written? Names the first event that does not hold.",
          { store, { "code", "CODE", "the code of an event from a printed report; must still be in the log" }, json },
          verifyAuditCommand },
        { "audit accept", "", "Go on with a file that is older than what was seen of it; until then it can only be read.",
          { store, { "reason", "TEXT", "why this file is the right one", true }, json }, acceptOlderCopy },
        { "audit list", "", "Who did what, newest first.",
          { store, { "person", "ID", "by this person only" }, { "action", "WORD", "as sign_in or update (repeatable)" },
            { "table", "TABLE", "about rows of this table" }, { "row", "ID", "about this row" },
            { "from", "DAY", "since this day" }, { "until", "DAY", "up to this day" },
            { "limit", "N", "how many (50)" }, { "before", "N", "older than this number" },
            { "csv", "OUT", "write all of them to a file" }, json }, listAudit },
        { "list", "TABLE", "The rows of any table, as students or class_groups; sealed values are masked.",
          { store, { "where", "COLUMN=VALUE", "only rows that say so (repeatable)" }, { "limit", "N", "at most so many" }, json }, listRecords },
        { "show", "TABLE ROW", "One row; ROW: its id, number, name or OWNER/NAME (2025/7A).",
          { store, { "sealed", nullptr, "sealed values in full; it is noted who saw them" }, json }, showRecord },
        { "add", "TABLE COLUMN=VALUE...", "Add a row; rows of other tables go by number or name.", { store, values, reason, json }, addRecord },
        { "set", "TABLE ROW COLUMN=VALUE...", "Change values of a row; COLUMN= takes one away.", { store, values, reason, json }, setRecord },
        { "remove", "TABLE ROW", "Remove a row; it can be brought back.",
          { store, { "even-used", nullptr, "although other rows refer to it" }, reason, json }, removeRecord },
        { "restore", "TABLE ID", "Bring a removed row back.", { store, reason, json }, bringBackRecord },
        { "train", "", "Train the early warning on the terms that are over; accuracy beside its baselines.",
          { store, target, { "without-income", nullptr, "leave the parents' income out" }, json }, trainModel },
        { "predict", "", "Predict every student at school with the model in production.",
          { store, target, term, { "csv", "OUT", "write all rows" }, json }, predictStudents },
        { "explain", "STUDENT", "Why the model says what it says; STUDENT: a NIS or a name.",
          { store, target, term, json }, explainStudent },
        { "cluster fit", "FILE", "Group the rows of any table (.csv, .arff, .names with .data) by k-means; no school needed.",
          { { "columns", "a,b", "the columns to group by (all numeric ones but the id)" },
            { "id", "COL", "the column that names the rows" },
            { "k", "2..6|3", "numbers of clusters to try, or one (2..6)" },
            { "scale", "zscore|minmax|none", "zscore divides by the standard deviation of the population (zscore)" },
            { "n-init", "10", "starts by k-means++; small tables are searched further" },
            { "seed", "42", "same seed, same result" },
            { "impute", "median", "fill empty cells; without it rows with empty cells are refused by name" },
            { "silhouette", "auto|exact|sampled|none", "exact for up to 50,000 rows, beyond that from a sample, with its error (auto)" },
            { "threads", "N", "0 for all (the default); the result does not depend on it" }, json }, fitClusters },
        { "cluster", "", "Group the provinces by their indicators.",
          { store, { "k", "N", "number of clusters, 2 to 6 (3)" }, { "seed", "N", "random seed (1)" }, json }, clusterRegions },
        { "report readiness", "", "Write the dashboard as one A4 page.",
          { store, { "pdf", "OUT", "the file to write", true }, term, { "language", "LANG", "id (the default) or en" }, json },
          reportReadiness, true },
        { "tree fit", "FILE", "Learn a decision tree from any table (.csv, .arff, .names with .data); no school needed.",
          { { "class", "NAME", "the column to predict (the last one)" },
            { "algorithm", "c45|entropy", "c45 as Weka's J48 (the default), or entropy as scikit-learn's decision tree" },
            { "unpruned", nullptr, "c45: keep the tree as grown" },
            { "no-raising", nullptr, "c45: let pruning put no node's largest branch in its place" },
            { "confidence", "0.25", "c45: smaller prunes more" },
            { "binary", nullptr, "c45: ask for one category at a time" },
            { "min-leaf", "N", "rows that a leaf needs (c45: 2, entropy: 5)" },
            { "min-split", "N", "entropy: rows that a node needs to be split (10)" },
            { "max-depth", "N", "questions on the longest path, 0 for no bound (c45: 0, entropy: 10)" },
            { "cv", "10", "folds of the cross-validation, 0 for none (10 up to 20,000 rows, beyond that none); Weka's folds" },
            { "seed", "1", "of the folds (1) and of the entropy tree, as scikit-learn's random_state (42)" },
            { "folds", "FILE", "one fold number from 0 per row, instead of --cv" },
            { "threads", "N", "0 for all (the default); the result does not depend on it" },
            { "model", "OUT.json", "write the tree for tree predict and tree explain" },
            { "pmml", "OUT", "write the tree as PMML 4.4 for other programs" },
            { "dot", "OUT", "write the tree as a drawing for Graphviz" },
            { "text", nullptr, "show the tree as indented text" },
            { "rules", nullptr, "c45: show the tree as simplified rules" }, json }, fitTree },
        { "tree predict", "MODEL.json FILE", "Tell the class of each row with a tree that was learnt before.",
          { { "csv", "OUT", "write each row's class and shares" },
            { "laplace", nullptr, "count one more row of each class in every leaf: no share is 0 or 1" }, json }, predictWithTree },
        { "tree explain", "MODEL.json FILE", "Why the tree says what it says of one row.",
          { { "row", "N", "the row of the table, from 1", true }, json }, explainWithTree },
        { "drift", "REFERENCE.csv CURRENT.csv", "Has a table changed since an earlier one? Column by column and on the whole; no school needed.",
          { { "columns", "A,B", "compare these columns only (all; repeatable)" },
            { "text", "A,B", "take these columns for categories even if they hold numbers (repeatable)" },
            { "alpha", "0.05", "a column has drifted when its p-value, adjusted by Holm, is below" },
            { "drift-share", "0.5", "the table has drifted when so many of its columns have" }, json }, compareFiles },
        { "student dossier", "NUMBER", "Write everything about one student; NUMBER: NIS, NISN, NIK or id.",
          { store, { "pdf", "OUT", "pages to hand over" }, { "json", "OUT", "the same, complete, as one JSON document" },
            { "language", "LANG", "of the pages: id (the default) or en" } }, writeStudentDossier, true },
        { "student erase", "NUMBER", "Erase who a student is, for good; without --yes only say what that would empty.",
          { store, { "yes", nullptr, "do it" }, { "basis", "BASIS", "request (the default), retention or error" }, json }, eraseStudent },
        { "privacy requests", "", "Requests about personal data that are open, the next due first.",
          { store, { "all", nullptr, "decided ones too" }, json }, listPrivacyRequests },
        { "privacy request", "NUMBER", "Take a request about a student; it is due in 72 hours.",
          { store, { "kind", "KIND", "correction, access, erasure or objection", true }, { "by", "NAME", "who asks", true },
            { "wish", "TEXT", "what is asked for" }, json }, receivePrivacyRequest },
        { "privacy decide", "ID", "Decide a request; a granted objection also ends predictions of the student.",
          { store, { "state", "STATE", "done, refused or withdrawn", true }, { "decision", "TEXT", "what was done, or why not", true }, json },
          decidePrivacyRequest },
        { "privacy retention", "", "What is kept longer than its purpose asks for; changes nothing.", { store, json }, listRetention },
        { "privacy breaches", "", "Failures of protection and their clocks of 72 hours.", { store, json }, listBreaches },
        { "privacy breach", "", "Note a failure of protection; name nobody.",
          { store, { "what", "TEXT", "what happened", true }, { "data", "TEXT", "which kinds of data", true },
            { "affected", "N", "people" }, { "measures", "TEXT", "what was done" }, json }, reportBreach },
        { "privacy told", "ID STEP", "Note that a step about a failure was done; STEP: people-told, authority-told or closed.",
          { store, { "measures", "TEXT", "what was done" }, json }, stepBreach },
        { "sql", "SELECT", "Ask the school file by SQL; only reads, only for administrators. The published views work.", { store, json }, askBySql },
        { "user add", "LOGIN", "Add a person; prints a one-time password.",
          { store, { "name", "NAME", "as people read it", true }, roles, json }, addUserCommand },
        { "user list", "", "The people with a login.", { store, json }, listUsersCommand },
        { "user roles", "LOGIN", "Give a person other roles, from the next sign-in on.", { store, roles, json }, changeRolesCommand },
        { "user disable", "LOGIN", "Let a person sign in no more, and end their sessions.", { store, json }, disableUserCommand },
        { "user reset", "LOGIN", "A one-time password for somebody who forgot theirs or was disabled.", { store, json }, resetUserCommand },
        { "user teaches", "LOGIN CLASS SUBJECT", "Say what a teacher teaches; it makes students and marks their own.",
          { store, { "term", "CODE", "as 20251 (the term of today)" }, json }, teachesCommand },
        { "user homeroom", "LOGIN CLASS", "Make a teacher responsible for a class of this school year.", { store, json }, homeroomCommand },
        { "user sessions", "", "Sessions that have not ended.", { store, json }, listSessionsCommand },
        { "user end", "SESSION", "End somebody's session.", { store, json }, endSessionCommand },
        { "user rights", "", "Who may do what.", { json }, showRights },
        { "key rotate", "", "Give an encrypted school a new file key; all others get one-time passwords, and there is a new recovery code.",
          { store, json }, rotateKey },
        { "key recovery", "", "A new recovery code in place of the old one.", { store, json }, renewCode },
        { "school encrypt", "", "Encrypt a plain school; prints the recovery code once.", { store, json }, encryptSchoolCommand },
        { "school decrypt", "", "Make an encrypted school plain.", { store, json }, decryptSchoolCommand },
        { "password change", "", "Change the password of --user; the new one comes second.", { store, json }, changePasswordCommand },
        { "password recover", "", "Set the administrator's password by the recovery code; the code comes first, the new password second.",
          { store, json }, recoverCommand },
        { "bench engines", "", "Time the engines on synthetic tables made on the spot; takes a minute.",
          { { "only", "ID", "only those whose id has this text, such as c45 or 1000000x3" }, json }, benchEngines },
    };
    // clang-format on
    return table;
}

} // namespace edupro::cli
