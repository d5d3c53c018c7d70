// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/SqlCommand.h"

#include "app/cli/SignedStore.h"
#include "app/cli/TextTable.h"
#include "core/storage/SqlDoor.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace edupro::cli {

namespace {

/// One value as JSON: numbers as numbers, bytes as hexadecimal text.
QByteArray jsonOf(const QVariant& value)
{
    if (!value.isValid()) return "null";
    if (value.typeId() == QMetaType::LongLong) return QByteArray::number(value.toLongLong());
    if (value.typeId() == QMetaType::Double && !std::isfinite(value.toDouble())) return "null";
    const QJsonValue json = value.typeId() == QMetaType::Double ? QJsonValue(value.toDouble())
                            : value.typeId() == QMetaType::QByteArray
                                ? QJsonValue(QString::fromLatin1(value.toByteArray().toHex()))
                                : QJsonValue(value.toString());
    const QByteArray list = QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

/// A QJsonObject would sort the columns by name.
QByteArray objectOf(const QList<QByteArray>& names, const QVariantList& row)
{
    QByteArray object = "{";
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (i > 0) object += ", ";
        object += names[i] + ": " + jsonOf(row[i]);
    }
    return object + '}';
}

} // namespace

Done askBySql(const Arguments& arguments, Terminal& terminal)
{
    auto store = openStore(arguments);
    if (!store) return store.error();
    QStringList columns;
    QList<QByteArray> names;
    std::vector<QVariantList> rows;
    const auto answer = storage::readBySql(
        **store,
        arguments.word(0),
        [&](const QStringList& found) {
            columns = found;
            for (const QString& name : found)
                names.append(jsonOf(name));
        },
        [&](const QVariantList& row) {
            rows.push_back(row);
            return true;
        });
    if (!answer) return answer.error();
    if (!terminal.json()) {
        sayTable(terminal, columns, rows);
        return done();
    }
    QByteArrayList objects;
    for (const QVariantList& row : rows)
        objects.append(objectOf(names, row));
    terminal.giveText(objects.isEmpty() ? "[]\n" : "[\n" + objects.join(",\n") + "\n]\n");
    return done();
}

} // namespace edupro::cli
