// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/Drafts.h"

#include <QJsonDocument>
#include <QSqlQuery>

namespace edupro::storage {

Done keepDrafts(Store& store, const QUuid& user, std::vector<StoredDraft> drafts)
{
    for (StoredDraft& draft : drafts) {
        if (draft.id.isNull()) draft.id = store.newId();
        const QByteArray content = QJsonDocument(draft.content).toJson(QJsonDocument::Compact);
        const Result<qint64> kept = store.connection().run(
            QStringLiteral("INSERT INTO drafts (id, user_id, page, title, content, kept_at) "
                           "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                           "content = excluded.content, kept_at = excluded.kept_at"),
            {QVariant::fromValue(draft.id),
             QVariant::fromValue(user),
             draft.page,
             draft.title,
             QString::fromUtf8(content),
             static_cast<qlonglong>(store.now())});
        if (!kept) return kept.error();
    }
    return done();
}

Result<std::vector<StoredDraft>> ownDrafts(Store& store)
{
    std::vector<StoredDraft> drafts;
    if (!store.access()) return drafts;
    const Done read = store.connection().read(
        QStringLiteral("SELECT id, page, title, content, kept_at FROM drafts WHERE user_id = ? "
                       "ORDER BY kept_at, id"),
        {QVariant::fromValue(store.access()->user())},
        [&drafts](const QSqlQuery& row) {
            drafts.push_back(
                {.id = row.value(0).toUuid(),
                 .page = row.value(1).toString(),
                 .title = row.value(2).toString(),
                 .content = QJsonDocument::fromJson(row.value(3).toString().toUtf8()).object(),
                 .at = row.value(4).toLongLong()});
            return true;
        });
    if (!read) return read.error();
    return drafts;
}

Done dropDraft(Store& store, const QUuid& id)
{
    if (!store.access()) return done();
    const Result<qint64> dropped = store.connection().run(
        QStringLiteral("DELETE FROM drafts WHERE id = ? AND user_id = ?"),
        {QVariant::fromValue(id), QVariant::fromValue(store.access()->user())});
    return dropped ? done() : Done(dropped.error());
}

} // namespace edupro::storage
