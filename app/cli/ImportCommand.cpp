// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ImportCommand.h"

#include "app/cli/SignedStore.h"
#include "app/Erasures.h"
#include "app/ImportKinds.h"
#include "core/settings/Settings.h"
#include "core/storage/audit/AuditTrail.h"
#include "core/storage/backup/Schedule.h"

#include <QDir>
#include <QFileInfo>

namespace edupro::cli {

namespace {

// As many as a person reads; the file of rejects has them all.
constexpr std::size_t shownIssues = 20;

Error usage(const QString& what)
{
    return {.code = ErrorCode::Validation, .key = "usage", .detail = what.toStdString()};
}

Result<const ImportKind*> kindOf(const QString& name)
{
    if (const ImportKind* kind = importKind(name)) return kind;
    QStringList names;
    for (const ImportKind& kind : importKinds())
        names.append(QString::fromLatin1(kind.name));
    return usage(QStringLiteral("cannot import \"%1\"; can import %2")
                     .arg(name, names.join(QStringLiteral(", "))));
}

Result<ImportHints> hintsOf(const Arguments& arguments)
{
    ImportHints hints{
        .provinceCodes = arguments.value("codes"),
        .fileName = QFileInfo(arguments.word(1)).fileName()};
    if (arguments.has("year")) {
        const auto year = arguments.number("year", 0, 1950, 2100);
        if (!year) return year.error();
        hints.year = static_cast<int>(*year);
    }
    const bool known = hints.provinceCodes.isEmpty() || hints.provinceCodes == u"kemendagri" ||
                       hints.provinceCodes == u"bps";
    if (!known) return usage(QStringLiteral("--codes takes kemendagri or bps"));
    return hints;
}

Result<exchange::ImportOptions> optionsOf(const Arguments& arguments)
{
    exchange::ImportOptions options{
        .dryRun = arguments.has("dry-run"),
        .strict = arguments.has("strict"),
        .rejects = arguments.value("rejects")};
    for (const QString& pair : arguments.values("map")) {
        const auto asked = exchange::parseOverride(pair);
        if (!asked)
            return usage(QStringLiteral("--map: ") + QString::fromStdString(asked.error().detail));
        options.map.append(*asked);
    }
    return options;
}

void sayReport(
    const exchange::ImportReport& report,
    const exchange::ImportOptions& options,
    Terminal& terminal)
{
    const QString verb =
        options.dryRun ? QStringLiteral("Would import") : QStringLiteral("Imported");
    terminal.say(QStringLiteral("%1 %2 rows: %3 added, %4 updated, %5 unchanged, %6 rejected")
                     .arg(verb)
                     .arg(report.rows)
                     .arg(report.added)
                     .arg(report.updated)
                     .arg(report.unchanged)
                     .arg(report.rejected));
    for (std::size_t i = 0; i < std::min(shownIssues, report.issues.size()); ++i) {
        const exchange::ImportIssue& issue = report.issues[i];
        terminal.say(QStringLiteral("  row %1, %2 \"%3\": %4")
                         .arg(issue.row)
                         .arg(issue.column, issue.value, issue.message));
    }
    const auto left = static_cast<qint64>(report.issues.size()) - static_cast<qint64>(shownIssues) +
                      report.issuesLeftOut;
    if (left > 0)
        terminal.say(QStringLiteral("  and %1 more; --rejects FILE writes them all").arg(left));
    if (!report.unusedColumns.isEmpty())
        terminal.say(QStringLiteral("  Columns not used: %1")
                         .arg(report.unusedColumns.join(QStringLiteral(", "))));
}

/// Under --strict a rejected row means that nothing was stored: a refusal.
Done outcomeOf(const exchange::ImportReport& report, const exchange::ImportOptions& options)
{
    if (!options.strict || report.rejected == 0) return done();
    std::string first;
    for (const exchange::ImportIssue& issue : report.issues) {
        if (issue.warning) continue;
        first = "row " + std::to_string(issue.row) + ", " + issue.column.toStdString() + ": " +
                issue.message.toStdString();
        break;
    }
    return Error{
        .code = ErrorCode::Validation,
        .key = "import.rejected",
        .detail = "nothing was imported; " + first};
}

/// What the window does before an import, by the same settings: where automatic backups are wanted
/// and something was written since the newest, into the folder chosen for this school. Where it
/// asks whether to go on without, --no-backup has to say so. Answers the path; empty: not due.
Result<QString> backUpBefore(storage::Store& store, Terminal& terminal)
{
    const settings::Settings settings;
    if (!settings.value(settings::automaticBackups)) return QString();
    const Result<QUuid> school = storage::fileId(store.connection());
    if (!school) return school.error();
    const QString chosen = settings.value(settings::backupFolder, *school);
    const auto backup = storage::backUpWhenDue(
        store,
        {.folder = storage::backupFolderOf(store.path(), chosen), .erasures = erasuresForBackup},
        storage::Occasion::Risk,
        terminal.progress(QStringLiteral("Backing up")));
    if (!backup) {
        Error error = backup.error();
        error.detail += "; nothing was imported, because the present state could not be backed up "
                        "(--no-backup imports without)";
        return error;
    }
    if (!backup->made) return QString();
    const QString path = QDir::toNativeSeparators(backup->made->path);
    terminal.note(QStringLiteral("the state before the import is in %1").arg(path));
    return path;
}

} // namespace

Done importFile(const Arguments& arguments, Terminal& terminal)
{
    const auto kind = kindOf(arguments.word(0));
    if (!kind) return kind.error();
    const auto hints = hintsOf(arguments);
    if (!hints) return hints.error();
    auto options = optionsOf(arguments);
    if (!options) return options.error();
    auto store = openStore(arguments);
    if (!store) return store.error();
    (*store)->setReason(arguments.value("reason"));
    const auto import = (*kind)->make(**store, *hints);
    if (!import) return import.error();
    QString backup;
    if (!arguments.has("no-backup")) {
        options->beforeStoring = [&]() -> Done {
            Result<QString> made = backUpBefore(**store, terminal);
            if (!made) return made.error();
            backup = *made;
            return done();
        };
    }
    const auto report = exchange::importFile(
        **store,
        arguments.word(1),
        **import,
        *options,
        terminal.progress(QStringLiteral("Importing")));
    if (!report) return report.error();
    sayReport(*report, *options, terminal);
    QJsonObject document = exchange::toJson(*report);
    if (!backup.isEmpty()) document.insert(QStringLiteral("backup"), backup);
    terminal.give(document);
    return outcomeOf(*report, *options);
}

} // namespace edupro::cli
