// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the import for dropped files, one after the other, or for a file that the person chooses.
#pragma once

#include "ui/imports/FileLook.h"

#include <QObject>
#include <QPointer>
#include <QStringList>

class QDialog;
class QWidget;

namespace edupro::ui {

class Context;

/// Listens to Context::importRequested(). `window` is the parent of the dialogs.
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
    QPointer<QDialog> m_open;
};

} // namespace edupro::ui
