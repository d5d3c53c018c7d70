// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Json.h"

#include "core/record/Validate.h"

namespace edupro {

namespace {

QJsonValue jsonOf(const FieldInfo& field, const QVariant& value)
{
    if (!value.isValid()) return QJsonValue::Null;
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Moment:
        return value.toLongLong();
    case FieldType::Real:
        return value.toDouble();
    case FieldType::Flag:
        return value.toBool();
    default:
        return textOf(field, value);
    }
}

} // namespace

QJsonObject toJson(const EntityInfo& entity, const Values& values)
{
    QJsonObject object;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].isValid())
            object.insert(entity.fields[i].column, jsonOf(entity.fields[i], values[i]));
    }
    return object;
}

QJsonObject changedFields(const EntityInfo& entity, const Values& values, const Values& other)
{
    QJsonObject object;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] != other[i])
            object.insert(entity.fields[i].column, jsonOf(entity.fields[i], values[i]));
    }
    return object;
}

} // namespace edupro
