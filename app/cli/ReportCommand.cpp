// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ReportCommand.h"

#include "app/cli/SignedStore.h"
#include "core/dashboard/Overview.h"
#include "ui/common/Language.h"
#include "ui/dashboard/ReadinessReport.h"

#include <QDateTime>

namespace edupro::cli {

namespace {

Result<ui::Tongue> tongueOf(const Arguments& arguments)
{
    const QString code =
        arguments.has("language") ? arguments.value("language") : QStringLiteral("id");
    for (const ui::Tongue tongue : {ui::Tongue::Indonesian, ui::Tongue::English}) {
        if (code == ui::Language::code(tongue)) return tongue;
    }
    return Error{
        .code = ErrorCode::Validation,
        .key = "usage",
        .detail = "--language takes id or en, not \"" + code.toStdString() + '"'};
}

QString figure(const dashboard::Figure& card, int decimals)
{
    if (!card.value) return QStringLiteral("not known");
    QString text = QString::number(*card.value, 'f', decimals);
    if (card.change) {
        const QString sign = *card.change < 0 ? QString() : QStringLiteral("+");
        text += QStringLiteral(" (%1%2)").arg(sign, QString::number(*card.change, 'f', decimals));
    }
    return text;
}

QStringList linesOf(const dashboard::Overview& overview)
{
    const dashboard::Cards& cards = overview.dashboard.cards;
    return {
        QStringLiteral("%1, term %2").arg(overview.school.name, overview.dashboard.term.code),
        QStringLiteral("  Active students   %1").arg(figure(cards.students, 0)),
        QStringLiteral("  Average mark      %1").arg(figure(cards.average, 1)),
        QStringLiteral("  Attendance, %     %1").arg(figure(cards.attendance, 1)),
        QStringLiteral("  At risk           %1").arg(figure(cards.atRisk, 0)),
        QStringLiteral("  Completeness, %   %1").arg(figure(cards.completeness, 1)),
        QStringLiteral("  Log of changes    %1, %2")
            .arg(
                overview.auditCode,
                QDateTime::fromMSecsSinceEpoch(overview.readAt).date().toString(Qt::ISODate))};
}

} // namespace

Done reportReadiness(const Arguments& arguments, Terminal& terminal)
{
    const auto tongue = tongueOf(arguments);
    if (!tongue) return tongue.error();
    auto store = openStore(arguments);
    if (!store) return store.error();
    const storage::AuditNote print{
        .action = storage::AuditAction::Print, .reason = QStringLiteral("readiness")};
    if (Done noted = (*store)->writeWhenPossible([&] { return (*store)->note(print); }); !noted)
        return noted;
    const auto overview = dashboard::overviewOf(**store, arguments.value("term"));
    if (!overview) return overview.error();
    const ui::Language language(*tongue);
    const QString path = arguments.value("pdf");
    if (const Done written = ui::writeReadinessReport(*overview, path); !written) return written;
    for (const QString& line : linesOf(*overview))
        terminal.say(line);
    terminal.say(QStringLiteral("The report is in %1").arg(path));
    terminal.give(
        {{QStringLiteral("file"), path},
         {QStringLiteral("school"), overview->school.name},
         {QStringLiteral("code"), overview->auditCode},
         {QStringLiteral("term"), overview->dashboard.term.code}});
    return done();
}

} // namespace edupro::cli
