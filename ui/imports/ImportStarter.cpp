// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/imports/ImportStarter.h"

#include "ui/imports/ImportDialog.h"
#include "ui/shell/Context.h"

namespace edupro::ui {

ImportStarter::ImportStarter(Context& context, std::vector<ImportChoice> choices, QWidget* window)
    : QObject(window)
    , m_context(context)
    , m_choices(std::move(choices))
    , m_window(window)
{
    connect(&context, &Context::importRequested, this, &ImportStarter::start);
    connect(
        &context,
        &Context::pageRequested,
        this,
        [this](const QString& page, const PageFilter& filter) {
            if (page != QStringLiteral("import")) return;
            m_draft = filter.value("draft").toJsonObject();
            start({ImportDialog::fileOf(m_draft)});
        });
}

void ImportStarter::start(const QStringList& paths)
{
    if (!paths.isEmpty()) {
        m_waiting += paths;
        openNext();
        return;
    }
    m_context.dialogs.openFile(
        {.title = tr("Choose the file to import"),
         .filter = tr("Tables (*.csv *.tsv *.txt);;All files (*)"),
         .suggested = {}},
        [guard = QPointer(this)](const QString& path) {
            if (guard) guard->start({path});
        });
}

void ImportStarter::openNext()
{
    if (m_open || m_waiting.isEmpty()) return;
    const QString path = m_waiting.takeFirst();
    m_open = new ImportDialog(m_context, m_choices, path, m_window);
    if (path == ImportDialog::fileOf(m_draft)) m_open->resume(std::exchange(m_draft, {}));
    m_open->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_open, &QDialog::finished, this, [this] {
        m_open.clear();
        openNext();
    });
    m_open->open();
}

} // namespace edupro::ui
