// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/achievements/AchievementImport.h"

#include "core/achievements/Achievement.h"
#include "core/people/StudentDirectory.h"
#include "core/record/Fold.h"

namespace edupro::achievements {

using exchange::ImportRow;
using exchange::RowOutcome;

namespace {

const QString nisField = QStringLiteral("nis");
const QString titleField = QStringLiteral("title");
const QString levelField = QStringLiteral("level");
const QString rankField = QStringLiteral("rank");
const QString dateField = QStringLiteral("date");

QString levelOf(const QString& text)
{
    // clang-format off
    static const QHash<QString, QString> words = {
        {"sekolah", "school"}, {"kecamatan", "district"}, {"kabupaten", "regency"}, {"kota", "regency"},
        {"kabupaten kota", "regency"}, {"kab kota", "regency"}, {"city", "regency"}, {"provinsi", "province"},
        {"propinsi", "province"}, {"nasional", "national"}, {"internasional", "international"}};
    // clang-format on
    const QString key = folded(text);
    return words.value(key, key);
}

class AchievementImport final : public exchange::RowImport {
public:
    QList<exchange::WantedField> fields() const override
    {
        return {
            {nisField, true},
            {titleField, true},
            {levelField, true},
            {dateField, true},
            {rankField}};
    }

    Done begin(storage::Store& store, const exchange::ImportTable&) override
    {
        return m_students.load(store);
    }

    Result<RowOutcome> take(storage::Store& store, ImportRow& row) override
    {
        const auto student = m_students.studentOf(row);
        row.require(dateField);
        const auto date = row.date(dateField);
        Achievement achievement;
        achievement.title = row.text(titleField).simplified();
        achievement.level = levelOf(row.text(levelField));
        if (const QString rank = row.text(rankField); !rank.isEmpty()) achievement.rank = rank;
        if (row.isRejected()) return RowOutcome::Rejected;
        achievement.student = *student;
        achievement.achievedOn = *date;
        if (!row.check(achievement)) return RowOutcome::Rejected;
        if (!row.claim(nisField, naturalKeyOf(achievement))) return RowOutcome::Rejected;
        return exchange::saveRow(store, achievement, row);
    }

private:
    people::StudentDirectory m_students;
};

} // namespace

std::unique_ptr<exchange::RowImport> achievementImport()
{
    return std::make_unique<AchievementImport>();
}

} // namespace edupro::achievements
