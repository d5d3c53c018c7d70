// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/UserPlaces.h"

#include <QDir>
#include <QStandardPaths>

namespace edupro::gui {

ui::WelcomeOptions userPlaces(const Services& services)
{
    const auto folder = [](QStandardPaths::StandardLocation place) {
        return QDir(QStandardPaths::writableLocation(place));
    };
    return {
        .schoolFolder = folder(QStandardPaths::DocumentsLocation).path(),
        .exampleFile = folder(QStandardPaths::GenericDataLocation)
                           .filePath(QStringLiteral("edupro/example-school.edupro")),
        .computer = {
            .store = services.storeOptions(), .throttle = std::make_shared<security::Throttle>()}};
}

} // namespace edupro::gui
