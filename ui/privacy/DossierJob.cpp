// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/DossierJob.h"

#include "core/accounts/People.h"
#include "core/privacy/Dossier.h"
#include "ui/common/Format.h"
#include "ui/privacy/DossierPdf.h"
#include "ui/shell/Context.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace edupro::ui {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("DossierJob", text);
}

/// Of what stands in the two files.
struct Written {
    qint64 rows = 0;
    qint64 changes = 0;
};

Result<Written> write(storage::Store& store, const StudentId& student, const QString& pdf)
{
    const auto dossier = privacy::dossierOf(store, student);
    if (!dossier) return dossier.error();
    const auto people = accounts::personNames(store);
    if (!people) return people.error();
    const QFileInfo file(pdf);
    const QString json = file.dir().filePath(file.completeBaseName() + QStringLiteral(".json"));
    if (Done done = writeDossier(*dossier, *people, pdf); !done) return done.error();
    if (Done done = privacy::writeJson(*dossier, json); !done) return done.error();
    Written written{.rows = 0, .changes = static_cast<qint64>(dossier->history.size())};
    for (const privacy::DossierTable& table : dossier->tables)
        written.rows += static_cast<qint64>(table.rows.size());
    return written;
}

void start(Context& context, const StudentId& student, QString pdf)
{
    if (!pdf.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) pdf += QStringLiteral(".pdf");
    const auto work = [student, pdf](storage::Store& store, const Progress&) {
        return write(store, student, pdf);
    };
    context.jobs.follow<Written>(
        said(QT_TRANSLATE_NOOP("DossierJob", "Everything about a student")),
        context.store.submit(work),
        [name = QFileInfo(pdf).completeBaseName()](const Written& written) {
            return said(QT_TRANSLATE_NOOP("DossierJob", "%1.pdf and %1.json: %2 rows, %3 changes"))
                .arg(name, format::count(written.rows), format::count(written.changes));
        });
}

} // namespace

void makeDossier(Context& context, const StudentId& student, const QString& nis)
{
    const auto choose = [&context, student, nis] {
        QString name = nis;
        for (QChar& c : name)
            if (!c.isLetterOrNumber()) c = u'-'; // a NIS may have slashes
        context.dialogs.saveFile(
            {.title =
                 said(QT_TRANSLATE_NOOP("DossierJob", "Where to put everything about the student")),
             .filter = said(QT_TRANSLATE_NOOP("DossierJob", "PDF (*.pdf)")),
             .suggested = said(QT_TRANSLATE_NOOP("DossierJob", "student-data-%1.pdf")).arg(name)},
            [&context, student](const QString& path) { start(context, student, path); });
    };
    context.dialogs.confirm(
        {.title = said(
             QT_TRANSLATE_NOOP("DossierJob", "Write everything about this student into files?")),
         .text = said(QT_TRANSLATE_NOOP(
             "DossierJob",
             "A PDF to read and, beside it, a JSON file for other programs, with every masked "
             "value "
             "in full. The files are not encrypted: whoever gets them can read them. Hand them "
             "over "
             "and delete them. That you made them is noted.")),
         .accept = said(QT_TRANSLATE_NOOP("DossierJob", "Choose where…"))},
        choose);
}

} // namespace edupro::ui
