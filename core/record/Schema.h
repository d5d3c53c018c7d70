// SPDX-License-Identifier: GPL-3.0-or-later
// An entity's description, once as compile-time data and once type-erased for code that serves
// every entity.
#pragma once

#include "core/base/Error.h"
#include "core/record/Field.h"

#include <QJsonValue>
#include <QVariant>

#include <cassert>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace edupro {

template<class... Fields>
struct Description {
    const char* table;
    std::tuple<Fields...> fields;
};

/// Describes an entity (table name) or the row of a named query (any name).
template<class... Fields>
constexpr Description<Fields...> entity(const char* table, Fields... fields)
{
    return {table, {fields...}};
}

/// The values of one record in the order of its schema. A missing value is an invalid QVariant;
/// otherwise Text and Json are QString, Integer and Moment qlonglong, Real double, Flag bool, Date
/// QDate, Uuid QUuid.
using Values = std::vector<QVariant>;

struct FieldInfo {
    QString column;
    Label text;
    FieldRules rules;
    FieldType type = FieldType::Text;
    bool nullable = false;
};

/// Everything generic code needs to know of an entity. Lives for ever; compare by address.
struct EntityInfo {
    QString table;
    std::vector<FieldInfo> fields;
    int key = -1; ///< index of the identity, -1 in rows of named queries
    /// The parts of a fact's natural key (`naturalKeyOf(const T&)` beside the struct), or null for
    /// things with identities of their own.
    QString (*naturalKey)(const Values&) = nullptr;
    /// Record rules beyond single fields (`issuesOf(const T&)` beside the struct), or null.
    std::vector<Issue> (*recordIssues)(const Values&) = nullptr;

    /// Index of a column, -1 when there is none.
    int indexOf(QStringView column) const;
};

namespace detail {

template<class M>
struct Member {
    using Inner = M;
    static constexpr bool optional = false;
};
template<class M>
struct Member<std::optional<M>> {
    using Inner = M;
    static constexpr bool optional = true;
};
template<class M>
struct IsId : std::false_type {
};
template<class Tag>
struct IsId<Id<Tag>> : std::true_type {
};

template<class M>
constexpr FieldType typeOf(const FieldRules& rules)
{
    if constexpr (IsId<M>::value) {
        return FieldType::Uuid;
    } else if constexpr (std::is_same_v<M, bool>) {
        return FieldType::Flag;
    } else if constexpr (std::is_integral_v<M>) {
        return rules.instant ? FieldType::Moment : FieldType::Integer;
    } else if constexpr (std::is_floating_point_v<M>) {
        return FieldType::Real;
    } else if constexpr (std::is_same_v<M, QDate>) {
        return FieldType::Date;
    } else {
        static_assert(
            std::is_same_v<M, QString>, "a field is text, number, flag, date or identity");
        return rules.json ? FieldType::Json : FieldType::Text;
    }
}

template<class M>
QVariant toVariant(const M& value)
{
    if constexpr (Member<M>::optional) {
        return value ? toVariant(*value) : QVariant();
    } else if constexpr (IsId<M>::value) {
        return value.isNull() ? QVariant() : QVariant::fromValue(value.value);
    } else if constexpr (std::is_same_v<M, bool>) {
        return QVariant(value);
    } else if constexpr (std::is_integral_v<M>) {
        return QVariant(static_cast<qlonglong>(value));
    } else if constexpr (std::is_same_v<M, QDate>) {
        return value.isValid() ? QVariant(value) : QVariant();
    } else {
        return QVariant(value);
    }
}

template<class M>
M fromVariant(const QVariant& value)
{
    if constexpr (Member<M>::optional) {
        if (!value.isValid()) return std::nullopt;
        return fromVariant<typename Member<M>::Inner>(value);
    } else if constexpr (IsId<M>::value) {
        return M{value.toUuid()};
    } else if constexpr (std::is_integral_v<M> && !std::is_same_v<M, bool>) {
        return static_cast<M>(value.toLongLong());
    } else {
        return value.value<M>();
    }
}

template<class T, std::size_t... I>
Values valuesOf(const T& record, std::index_sequence<I...>)
{
    constexpr auto description = T::schema();
    return {toVariant(record.*(std::get<I>(description.fields).member))...};
}

template<class T, std::size_t... I>
T recordOf(const Values& values, std::index_sequence<I...>)
{
    constexpr auto description = T::schema();
    T record{};
    ((record.*(std::get<I>(description.fields).member) =
          fromVariant<typename std::tuple_element_t<I, decltype(description.fields)>::MemberType>(
              values[I])),
     ...);
    return record;
}

template<class T>
constexpr std::size_t fieldCount = std::tuple_size_v<decltype(T::schema().fields)>;

template<class T>
concept HasNaturalKey = requires(const T& record)
{
    naturalKeyOf(record);
};

template<class T>
concept HasRecordRules = requires(const T& record)
{
    issuesOf(record);
};

} // namespace detail

template<class T>
Values valuesOf(const T& record)
{
    return detail::valuesOf(record, std::make_index_sequence<detail::fieldCount<T>>());
}

/// The record of `values`. Precondition: one value per field, each of its field's type or missing.
template<class T>
T recordOf(const Values& values)
{
    assert(values.size() == detail::fieldCount<T>);
    return detail::recordOf<T>(values, std::make_index_sequence<detail::fieldCount<T>>());
}

/// The type-erased description of T, made on first use. Thread-safe.
template<class T>
const EntityInfo& entityInfo()
{
    static const EntityInfo info = [] {
        constexpr auto description = T::schema();
        EntityInfo made;
        made.table = QString::fromLatin1(description.table);
        std::apply(
            [&made](const auto&... fields) {
                const auto add = [&made]<class R, class M>(const Field<R, M>& f) {
                    using Inner = typename detail::Member<M>::Inner;
                    if (f.rules.key) made.key = static_cast<int>(made.fields.size());
                    made.fields.push_back(
                        {.column = QString::fromLatin1(f.column),
                         .text = f.text,
                         .rules = f.rules,
                         .type = detail::typeOf<Inner>(f.rules),
                         .nullable = detail::Member<M>::optional});
                };
                (add(fields), ...);
            },
            description.fields);
        if constexpr (detail::HasNaturalKey<T>) {
            made.naturalKey = [](const Values& values) {
                return naturalKeyOf(recordOf<T>(values));
            };
        }
        if constexpr (detail::HasRecordRules<T>) {
            made.recordIssues = [](const Values& values) {
                return issuesOf(recordOf<T>(values));
            };
        }
        return made;
    }();
    return info;
}

} // namespace edupro
