// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/SchoolActions.h"

#include "core/record/Validate.h"
#include "core/school/DatedRules.h"

#include <QFile>

namespace edupro::school {

namespace {

struct SettingRow {
    QString name;
    double value = 0.0;

    static constexpr auto schema()
    {
        return entity(
            "list_settings", field(&SettingRow::name, "name"), field(&SettingRow::value, "value"));
    }
};

struct ThresholdName {
    const char* name;
    double Thresholds::*member;
};

// clang-format off
    constexpr ThresholdName thresholdNames[] = {
        { "achievement.high.average",      &Thresholds::highAverage      },
        { "achievement.high.attendance",   &Thresholds::highAttendance   },
        { "achievement.medium.average",    &Thresholds::mediumAverage    },
        { "achievement.medium.attendance", &Thresholds::mediumAttendance },
        { "attendance.high",               &Thresholds::attendanceHigh   },
        { "attendance.medium",             &Thresholds::attendanceMedium },
        { "income.high",                   &Thresholds::incomeHigh       },
        { "income.medium",                 &Thresholds::incomeMedium     },
    };
// clang-format on
const QDate inForceSince(1950, 1, 1);

/// The row of a natural key: found, or saved as given.
template<class T>
Result<T> ensure(storage::Store& store, T wanted)
{
    wanted.id = {naturalId(entityInfo<T>().table + u'/' + naturalKeyOf(wanted))};
    auto found = store.find<T>(wanted.id);
    if (!found) return found.error();
    if (found->has_value()) return (*found)->record;
    if (auto saved = store.save(wanted); !saved) return saved.error();
    return wanted;
}

Done saveInitialSettings(storage::Store& store)
{
    for (DatedSetting& setting : initialSettings()) {
        if (auto saved = store.save(setting); !saved) return saved.error();
    }
    return done();
}

} // namespace

std::vector<DatedSetting> initialSettings()
{
    std::vector<DatedSetting> settings;
    for (const RuleInfo& row : ruleInfos()) {
        settings.push_back(
            {.name = QString::fromLatin1(row.name), .since = inForceSince, .value = row.initial});
    }
    return settings;
}

Result<School>
createSchool(storage::Store& store, const QString& name, const std::optional<QString>& npsn)
{
    const Result<qint64> existing = store.count(entityInfo<School>());
    if (!existing) return existing.error();
    if (*existing > 0) {
        return Error{
            .code = ErrorCode::Conflict,
            .key = "school.exists",
            .detail = "the store holds a school already"};
    }
    auto transaction = storage::Transaction::begin(store);
    if (!transaction) return transaction.error();
    School school{.name = name, .npsn = npsn};
    if (auto saved = store.save(school); !saved) return saved.error();
    if (Done settings = saveInitialSettings(store); !settings) return settings.error();
    const QString year = termCodeOn(store.today()).left(4);
    for (const char16_t half : {u'1', u'2'}) {
        if (auto term = ensureTerm(store, year + QChar(half)); !term) return term.error();
    }
    if (Done committed = transaction->commit(); !committed) return committed.error();
    return school;
}

Result<std::unique_ptr<storage::Store>>
createSchoolFile(const QString& path, const NewSchool& school, const storage::StoreOptions& options)
{
    auto store = storage::Store::createFile(path, options);
    if (!store) return store.error();
    if (auto made = createSchool(**store, school.name, school.npsn); !made) {
        store->reset();
        QFile::remove(path); // it is ours and holds nothing
        return made.error();
    }
    return store;
}

Result<School> theSchool(storage::Store& store)
{
    auto schools = store.list<School>();
    if (!schools) return schools.error();
    if (schools->empty())
        return Error{
            .code = ErrorCode::NotFound,
            .key = "school.none",
            .detail = "the store holds no school"};
    return schools->front();
}

Result<std::vector<TermRow>> listTerms(storage::Store& store)
{
    return store.query<TermRow>(QStringLiteral("school/list_terms"));
}

Result<TermRow> currentTerm(storage::Store& store)
{
    auto terms = listTerms(store);
    if (!terms) return terms.error();
    if (terms->empty())
        return Error{
            .code = ErrorCode::NotFound, .key = "term.none", .detail = "the store holds no terms"};
    const auto withMarks =
        std::find_if(terms->rbegin(), terms->rend(), [](const TermRow& t) { return t.hasMarks; });
    if (withMarks != terms->rend()) return *withMarks;
    const QString today = termCodeOn(store.today());
    const auto now = std::find_if(
        terms->begin(), terms->end(), [&](const TermRow& t) { return t.code == today; });
    return now != terms->end() ? *now : terms->back();
}

Result<TermRow> termOf(storage::Store& store, const QString& code)
{
    auto terms = listTerms(store);
    if (!terms) return terms.error();
    QStringList codes;
    for (const TermRow& term : *terms) {
        if (term.code == code) return term;
        codes.append(term.code);
    }
    return Error{
        .code = ErrorCode::NotFound,
        .key = "term.unknown",
        .detail = "there is no term " + code.toStdString() + "; there are " +
                  codes.join(QStringLiteral(", ")).toStdString()};
}

Result<Term> ensureTerm(storage::Store& store, const QString& code)
{
    Term term = usualTerm(code);
    const EntityInfo& info = entityInfo<Term>();
    const auto wrong = issuesOfField(
        info.fields[static_cast<std::size_t>(info.indexOf(u"code"))], code, store.today());
    if (!wrong.empty()) {
        return Error{
            .code = ErrorCode::Validation,
            .key = "term.code",
            .detail = "a term is the start year of the school year and 1 or 2, as in 20251",
            .issues = wrong};
    }
    auto year = ensure(store, AcademicYear{.startYear = code.left(4).toInt()});
    if (!year) return year.error();
    term.academicYear = year->id;
    return ensure(store, term);
}

Result<ClassGroup>
ensureClassGroup(storage::Store& store, const AcademicYearId& year, const QString& name)
{
    return ensure(
        store, ClassGroup{.academicYear = year, .name = name, .gradeLevel = gradeLevelOf(name)});
}

Result<Subject> ensureSubject(storage::Store& store, const QString& name)
{
    const Result<double> mark = ruleOn(store, rules::passingMark, store.today());
    if (!mark) return mark.error();
    return ensure(store, Subject{.name = name, .passingMark = *mark});
}

Result<Thresholds> thresholdsOn(storage::Store& store, QDate day)
{
    auto rows = store.query<SettingRow>(
        QStringLiteral("school/list_settings"), {{QStringLiteral("day"), day}});
    if (!rows) return rows.error();
    Thresholds thresholds;
    for (const ThresholdName& wanted : thresholdNames) {
        const auto found = std::find_if(rows->begin(), rows->end(), [&](const SettingRow& row) {
            return row.name == QLatin1String(wanted.name);
        });
        if (found == rows->end()) {
            return Error{
                .code = ErrorCode::NotFound,
                .key = "setting.missing",
                .detail = std::string("no value of ") + wanted.name + " on " +
                          day.toString(Qt::ISODate).toStdString()};
        }
        thresholds.*(wanted.member) = found->value;
    }
    return thresholds;
}

} // namespace edupro::school
