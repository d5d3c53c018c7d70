// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/warning/Features.h"

#include <algorithm>
#include <array>

namespace edupro::warning {

namespace {

struct Known {
    const StudentTerm& now;
    const StudentTerm* before;
    const school::Thresholds& thresholds;
};

using Value = double (*)(const Known&);
using Words = std::array<const char*, levelCount>; ///< by Level

constexpr Words categoryWords = {"Rendah", "Menengah", "Tinggi"};
constexpr Words achievementWords = {"Rendah", "Sedang", "Tinggi"};

struct Feature {
    const char* name;
    const Words* categories; ///< null: a number
    Value value;
};

template<class T>
double orMissing(const std::optional<T>& value)
{
    return value ? static_cast<double>(*value) : ml::missing;
}

Level levelAt(double value, double high, double medium)
{
    if (value >= high) return Level::High;
    return value >= medium ? Level::Medium : Level::Low;
}

double attendanceCategory(const Known& known)
{
    const auto percent = attendancePercent(known.now);
    if (!percent) return ml::missing;
    const school::Thresholds& rule = known.thresholds;
    return static_cast<double>(levelAt(*percent, rule.attendanceHigh, rule.attendanceMedium));
}

double trend(const Known& known)
{
    if (!known.before || !known.before->average || !known.now.average) return ml::missing;
    return *known.now.average - *known.before->average;
}

/// Percent of the effective days, so that a term that is still running compares with a whole one.
double shareOfDays(const StudentTerm& row, const std::optional<int>& days)
{
    if (!days || !row.effectiveDays || *row.effectiveDays <= 0) return ml::missing;
    return 100.0 * *days / *row.effectiveDays;
}

// clang-format off
constexpr Feature features[] = {
    { "rata_rata",            nullptr,           [](const Known& k) { return orMissing(k.now.average); } },
    { "kategori_penghasilan", &categoryWords,    [](const Known& k) { return orMissing(incomeLevelOf(k.now, k.thresholds)); } },
    { "kategori_kehadiran",   &achievementWords, attendanceCategory },
    { "tren_rata_rata",       nullptr,           trend },
    { "nilai_terendah",       nullptr,           [](const Known& k) { return orMissing(k.now.lowestMark); } },
    { "mapel_di_bawah_kkm",   nullptr,           [](const Known& k) { return orMissing(k.now.belowPassing); } },
    { "persen_sakit",         nullptr,           [](const Known& k) { return shareOfDays(k.now, k.now.sick); } },
    { "persen_izin",          nullptr,           [](const Known& k) { return shareOfDays(k.now, k.now.excused); } },
    { "persen_alpa",          nullptr,           [](const Known& k) { return shareOfDays(k.now, k.now.absent); } },
};
// clang-format on
constexpr std::string_view incomeFeature = "kategori_penghasilan";

Error unknownColumn(const std::string& what)
{
    return {
        .code = ErrorCode::Corrupt,
        .key = "model.damaged",
        .detail =
            "the stored model asks for " + what + ", which is not known here; train a new one"};
}

} // namespace

QString nameOf(Target target)
{
    return target == Target::NextTerm ? QStringLiteral("next-term") : QStringLiteral("status-now");
}

std::optional<Target> targetOf(QStringView name)
{
    for (const Target target : {Target::NextTerm, Target::StatusNow}) {
        if (name == nameOf(target)) return target;
    }
    return std::nullopt;
}

QString nameOf(Level level)
{
    return QString::fromLatin1(achievementWords[static_cast<std::size_t>(level)]);
}

namespace {

/// A category that is worked out from a part of the figures would be wrong, not just incomplete.
Done mayReadFigures(storage::Store& store)
{
    const storage::Access* person = store.access();
    if (!person) return done();
    using security::Action;
    using security::Object;
    for (const Object object : {Object::Marks, Object::Attendance, Object::Incomes}) {
        if (person->scopeOf(Action::Read, object) != security::Scope::All)
            return storage::denied(Action::Create, Object::Predictions);
    }
    return done();
}

} // namespace

const StudentTerm* TermData::find(const StudentId& student) const
{
    const auto place = std::lower_bound(
        students.begin(), students.end(), student, [](const StudentTerm& row, const StudentId& id) {
            return row.student < id;
        });
    return place != students.end() && place->student == student ? &*place : nullptr;
}

Result<TermData> readTerm(storage::Store& store, const school::TermRow& term)
{
    if (Done may = mayReadFigures(store); !may) return may.error();
    auto thresholds = school::thresholdsOn(store, term.endsOn);
    if (!thresholds) return thresholds.error();
    auto rows = store.query<StudentTerm>(
        QStringLiteral("warning/student_features"),
        {{QStringLiteral("term"), QVariant::fromValue(term.id.value)},
         {QStringLiteral("starts_on"), term.startsOn},
         {QStringLiteral("ends_on"), term.endsOn}});
    if (!rows) return rows.error();
    TermData data{term, *thresholds, std::move(rows).value()};
    // The databases order identities in their own ways; find() needs ours.
    std::sort(data.students.begin(), data.students.end(), [](const auto& a, const auto& b) {
        return a.student < b.student;
    });
    return data;
}

std::optional<double> attendancePercent(const StudentTerm& row)
{
    if (!row.effectiveDays || *row.effectiveDays <= 0) return std::nullopt;
    const int missed = row.sick.value_or(0) + row.excused.value_or(0) + row.absent.value_or(0);
    return 100.0 * (*row.effectiveDays - missed) / *row.effectiveDays;
}

std::optional<Level> levelOf(const StudentTerm& row, const school::Thresholds& thresholds)
{
    const auto attendance = attendancePercent(row);
    if (!row.average || !attendance) return std::nullopt;
    const auto reaches = [&](double average, double percent) {
        return *row.average >= average && *attendance >= percent;
    };
    if (reaches(thresholds.highAverage, thresholds.highAttendance)) return Level::High;
    if (reaches(thresholds.mediumAverage, thresholds.mediumAttendance)) return Level::Medium;
    return Level::Low;
}

std::optional<Level> incomeLevelOf(const StudentTerm& row, const school::Thresholds& thresholds)
{
    if (!row.incomeLowest) return std::nullopt;
    const auto level = [&thresholds](double income) {
        return levelAt(income, thresholds.incomeHigh, thresholds.incomeMedium);
    };
    const Level lowest = level(static_cast<double>(*row.incomeLowest));
    const Level highest =
        row.incomeHighest ? level(static_cast<double>(*row.incomeHighest)) : Level::High;
    if (lowest != highest) return std::nullopt;
    return lowest;
}

QString termAfter(const QString& code)
{
    const int year = code.left(4).toInt();
    return code.endsWith(u'1') ? QStringLiteral("%1%2").arg(year).arg(2)
                               : QStringLiteral("%1%2").arg(year + 1).arg(1);
}

QString termBefore(const QString& code)
{
    const int year = code.left(4).toInt();
    return code.endsWith(u'2') ? QStringLiteral("%1%2").arg(year).arg(1)
                               : QStringLiteral("%1%2").arg(year - 1).arg(2);
}

std::vector<ml::TreeColumn> featureColumns(bool withIncome)
{
    std::vector<ml::TreeColumn> columns;
    for (const Feature& feature : features) {
        if (!withIncome && feature.name == incomeFeature) continue;
        ml::TreeColumn column{.name = feature.name};
        if (feature.categories) {
            column.kind = ml::ColumnKind::Nominal;
            column.categories.assign(feature.categories->begin(), feature.categories->end());
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

Result<FeatureReader> FeatureReader::forColumns(const std::vector<ml::TreeColumn>& columns)
{
    FeatureReader reader;
    for (const ml::TreeColumn& column : columns) {
        const auto* const found =
            std::find_if(std::begin(features), std::end(features), [&](const Feature& feature) {
                return column.name == feature.name &&
                       (feature.categories != nullptr) == (column.kind == ml::ColumnKind::Nominal);
            });
        if (found == std::end(features)) return unknownColumn("\"" + column.name + "\"");
        Source source{.feature = static_cast<std::size_t>(found - std::begin(features))};
        for (std::size_t i = 0; found->categories && i < levelCount; ++i) {
            const auto place = std::find(
                column.categories.begin(), column.categories.end(), (*found->categories)[i]);
            if (place == column.categories.end())
                return unknownColumn("other categories of \"" + column.name + "\"");
            source.codes.push_back(static_cast<double>(place - column.categories.begin()));
        }
        reader.m_sources.push_back(std::move(source));
    }
    return reader;
}

std::vector<double> FeatureReader::row(
    const StudentTerm& now, const StudentTerm* before, const school::Thresholds& thresholds) const
{
    const Known known{now, before, thresholds};
    std::vector<double> values;
    values.reserve(m_sources.size());
    for (const Source& source : m_sources) {
        const double value = features[source.feature].value(known);
        const bool number = source.codes.empty() || ml::isMissing(value);
        values.push_back(number ? value : source.codes[static_cast<std::size_t>(value)]);
    }
    return values;
}

} // namespace edupro::warning
