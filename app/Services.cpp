// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Services.h"

#include "app/Erasures.h"
#include "core/Entities.h"

#include <QSysInfo>
#include <QThread>

namespace edupro {

namespace {

// One core is left to the window.
int computeThreads()
{
    return std::max(1, QThread::idealThreadCount() - 1);
}

ui::Tongue tongueOf(const QString& code)
{
    for (const ui::Tongue tongue : {ui::Tongue::Indonesian, ui::Tongue::English})
        if (code == ui::Language::code(tongue)) return tongue;
    return ui::Language::ofDesktop();
}

} // namespace

Services::Services(const QString& settingsFile)
    : settings(settingsFile)
    , compute(computeThreads())
    , backups(1)
    , theme(settings.value(settings::darkTheme) ? ui::Scheme::Dark : ui::Scheme::Light)
    , language(tongueOf(settings.value(settings::language)))
    , context(
          {.store = store,
           .compute = compute,
           .backups = backups,
           .dialogs = dialogs,
           .theme = theme,
           .language = language})
{
    QObject::connect(&theme, &ui::Theme::changed, &context, [this] {
        settings.set(settings::darkTheme, theme.scheme() == ui::Scheme::Dark);
    });
    context.backups.setErasures(erasuresForBackup);
    context.backups.setAutomatic(settings.value(settings::automaticBackups));
    QObject::connect(&context.backups, &ui::Backups::automaticChanged, &context, [this] {
        settings.set(settings::automaticBackups, context.backups.areAutomatic());
    });
    QObject::connect(&language, &ui::Language::changed, &context, [this] {
        settings.set(settings::language, ui::Language::code(language.tongue()));
    });
}

storage::StoreOptions Services::storeOptions() const
{
    QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    if (user.isEmpty()) user = QStringLiteral("edupro");
    return {.actor = user, .device = QSysInfo::machineHostName(), .entities = allEntities()};
}

} // namespace edupro
