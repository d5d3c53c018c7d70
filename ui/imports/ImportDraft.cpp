// SPDX-License-Identifier: GPL-3.0-or-later
// What was said about the columns of a file, kept when the session ends.
#include "ui/common/StateStack.h"
#include "ui/imports/ColumnsStep.h"
#include "ui/imports/ImportDialog.h"
#include "ui/shell/Context.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace edupro::ui {

namespace {

const QString fileKey = QStringLiteral("file");
const QString kindKey = QStringLiteral("kind");
const QString mapKey = QStringLiteral("map");
const QString headingKey = QStringLiteral("heading");
const QString fieldKey = QStringLiteral("field");

} // namespace

void ImportDialog::take(const FileLook& look)
{
    m_columns->show(look.choice, look.match);
    m_state->showData();
    const QJsonObject draft = std::exchange(m_draft, {});
    const auto kind =
        std::find_if(m_choices.begin(), m_choices.end(), [&draft](const ImportChoice& choice) {
            return choice.name == draft[kindKey].toString();
        });
    if (kind == m_choices.end()) return;
    QList<exchange::HeadingOverride> map;
    for (const QJsonValue& said : draft[mapKey].toArray())
        map.append({.heading = said[headingKey].toString(), .field = said[fieldKey].toString()});
    m_columns->show(static_cast<int>(kind - m_choices.begin()), look.match);
    m_columns->setMap(map);
    match();
}

QString ImportDialog::fileOf(const QJsonObject& draft)
{
    return draft[fileKey].toString();
}

std::optional<Draft> ImportDialog::draft() const
{
    if (m_columns->map().isEmpty() || m_step == Step::Done) return std::nullopt;
    QJsonArray map;
    for (const exchange::HeadingOverride& said : m_columns->map())
        map.append(QJsonObject{{headingKey, said.heading}, {fieldKey, said.field}});
    return Draft{
        .page = QStringLiteral("import"),
        .title = QFileInfo(m_path).fileName(),
        .content = {
            {fileKey, m_path},
            {kindKey, m_choices[static_cast<std::size_t>(m_columns->kind())].name},
            {mapKey, map}}};
}

void ImportDialog::whenFree(std::function<void()> then)
{
    if (!draft()) {
        then();
        return;
    }
    m_context.dialogs.confirm(
        {.title = tr("Discard what you said about the columns?"),
         .text = tr("The file has not been imported yet."),
         .accept = tr("Discard"),
         .dangerous = true},
        std::move(then));
}

} // namespace edupro::ui
