// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registry/ModelRegistry.h"

#include <QJsonDocument>

namespace edupro::registry {

namespace {

struct NumberRow {
    int number = 0;
    static constexpr auto schema()
    {
        return entity("last_number", field(&NumberRow::number, "number"));
    }
};

QString textOf(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<std::vector<ModelVersion>>
inProduction(storage::Store& store, const QString& kind, const QString& target)
{
    return store.query<ModelVersion>(
        QStringLiteral("registry/list_production"),
        {{QStringLiteral("kind"), kind}, {QStringLiteral("target"), target}});
}

} // namespace

Result<ModelVersion> registerModel(storage::Store& store, const NewModel& model)
{
    auto last = store.query<NumberRow>(
        QStringLiteral("registry/last_number"), {{QStringLiteral("kind"), model.kind}});
    if (!last) return last.error();
    auto before = inProduction(store, model.kind, model.target);
    if (!before) return before.error();
    for (ModelVersion& version : *before) {
        version.production = false;
        if (auto saved = store.save(version); !saved) return saved.error();
    }
    ModelVersion fresh{
        .kind = model.kind,
        .number = last->front().number + 1,
        .target = model.target,
        .trainedAt = store.now(),
        .model = textOf(model.model),
        .metrics = textOf(model.metrics),
        .production = true};
    if (auto saved = store.save(fresh); !saved) return saved.error();
    return fresh;
}

Result<std::optional<ModelVersion>>
productionModel(storage::Store& store, const QString& kind, const QString& target)
{
    auto versions = inProduction(store, kind, target);
    if (!versions) return versions.error();
    if (versions->empty()) return std::optional<ModelVersion>();
    return std::optional<ModelVersion>(versions->front());
}

} // namespace edupro::registry
