// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the import for dropped files, one after the other, or for a file that the person chooses.
#pragma once

#include "ui/imports/FileLook.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QStringList>

class QWidget;

namespace edupro::ui {

class Context;
class ImportDialog;

/// Listens to Context::importRequested(), and to pageRequested("import") with a draft. `window` is
/// the parent of the dialogs.
class ImportStarter : public QObject {
    Q_OBJECT
public:
    ImportStarter(Context& context, std::vector<ImportChoice> choices, QWidget* window);

private:
    void start(const QStringList& paths);
    void openNext();

    Context& m_context;
    std::vector<ImportChoice> m_choices;
    QWidget* m_window;
    QStringList m_waiting;
    QJsonObject m_draft; ///< of the file that is opened next
    QPointer<ImportDialog> m_open;
};

} // namespace edupro::ui
