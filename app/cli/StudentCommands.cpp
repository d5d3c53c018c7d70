// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/StudentCommands.h"

#include "app/cli/SignedStore.h"
#include "core/accounts/People.h"
#include "core/privacy/Dossier.h"
#include "core/privacy/EraseStudent.h"
#include "core/storage/backup/Replacement.h"
#include "ui/common/Language.h"
#include "ui/privacy/DossierPdf.h"

#include <QJsonArray>

namespace edupro::cli {

namespace {

Error usage(const char* what)
{
    return {.code = ErrorCode::Validation, .key = "usage", .detail = what};
}

QJsonArray toJson(const std::vector<privacy::ErasedTable>& plan)
{
    QJsonArray tables;
    for (const privacy::ErasedTable& table : plan)
        tables.append(QJsonObject{
            {QStringLiteral("table"), table.table},
            {QStringLiteral("rows"), table.rows},
            {QStringLiteral("kept_rows"), table.keptRows},
            {QStringLiteral("columns"), QJsonArray::fromStringList(table.columns)}});
    return tables;
}

} // namespace

Done writeStudentDossier(const Arguments& arguments, Terminal& terminal)
{
    if (!arguments.has("pdf") && !arguments.has("json"))
        return usage("say where to: --pdf FILE, --json FILE, or both");
    const QString code =
        arguments.has("language") ? arguments.value("language") : QStringLiteral("id");
    if (code != u"id" && code != u"en") return usage("--language takes id or en");
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto student = privacy::studentOfNumber(**store, arguments.word(0));
    if (!student) return student.error();
    const auto dossier = privacy::dossierOf(**store, *student);
    if (!dossier) return dossier.error();
    if (arguments.has("pdf")) {
        const ui::Language language(code == u"id" ? ui::Tongue::Indonesian : ui::Tongue::English);
        const auto people = accounts::personNames(**store);
        if (!people) return people.error();
        if (Done written = ui::writeDossier(*dossier, *people, arguments.value("pdf")); !written)
            return written;
    }
    if (arguments.has("json")) {
        if (Done written = privacy::writeJson(*dossier, arguments.value("json")); !written)
            return written;
    }
    qint64 rows = 0;
    for (const privacy::DossierTable& table : dossier->tables)
        rows += static_cast<qint64>(table.rows.size());
    terminal.say(QStringLiteral("%1 in %2, %3, %4")
                     .arg(
                         counted(rows, "row", "rows"),
                         counted(dossier->tables.size(), "table", "tables"),
                         counted(dossier->history.size(), "change", "changes"),
                         counted(dossier->accesses.size(), "access", "accesses")));
    terminal.note(QStringLiteral("The files are not encrypted; hand them over and delete them."));
    terminal.give(
        {{QStringLiteral("student"), student->text()},
         {QStringLiteral("pdf"), arguments.value("pdf")},
         {QStringLiteral("document"), arguments.value("json")},
         {QStringLiteral("rows"), rows},
         {QStringLiteral("changes"), static_cast<qint64>(dossier->history.size())},
         {QStringLiteral("accesses"), static_cast<qint64>(dossier->accesses.size())}});
    return done();
}

Done eraseStudent(const Arguments& arguments, Terminal& terminal)
{
    const QString basis =
        arguments.has("basis") ? arguments.value("basis") : QStringLiteral("request");
    if (!QStringList{"request", "retention", "error"}.contains(basis))
        return usage("--basis takes request, retention or error");
    auto store = openStore(arguments);
    if (!store) return store.error();
    const auto student = privacy::studentOfNumber(**store, arguments.word(0));
    if (!student) return student.error();
    const auto plan = privacy::planErasure(**store, *student);
    if (!plan) return plan.error();
    for (const privacy::ErasedTable& table : *plan)
        terminal.say(
            table.rows == 0 ? QStringLiteral("  %1: %2 kept").arg(table.table).arg(table.keptRows)
                            : QStringLiteral("  %1: %2 emptied (%3), %4 kept")
                                  .arg(table.table)
                                  .arg(table.rows)
                                  .arg(table.columns.join(QStringLiteral(", ")))
                                  .arg(table.keptRows));
    const QStringList kept = storage::keptFiles((*store)->path());
    for (const QString& file : kept)
        terminal.say(
            QStringLiteral("  %1: kept by a restore, is not touched and may still know the "
                           "student; remove it when it is not needed any more")
                .arg(file));
    QJsonObject answer{
        {QStringLiteral("student"), student->text()},
        {QStringLiteral("tables"), toJson(*plan)},
        {QStringLiteral("kept_files"), QJsonArray::fromStringList(kept)}};
    if (!arguments.has("yes")) {
        terminal.say(QStringLiteral("Nothing was changed. This cannot be undone; to do it, say "
                                    "--yes"));
        answer.insert(QStringLiteral("erased"), false);
        terminal.give(answer);
        return done();
    }
    const auto erased = privacy::eraseStudent(**store, *student, basis);
    if (!erased) return erased.error();
    terminal.say(
        QStringLiteral("Erased: %1 emptied, the values of %2 removed from the audit")
            .arg(counted(erased->rows, "row", "rows"), counted(erased->events, "event", "events")));
    answer.insert(QStringLiteral("erased"), true);
    answer.insert(QStringLiteral("rows"), erased->rows);
    answer.insert(QStringLiteral("events"), erased->events);
    terminal.give(answer);
    return done();
}

} // namespace edupro::cli
