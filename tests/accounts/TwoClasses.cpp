// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/accounts/TwoClasses.h"

#include "core/accounts/RowScopes.h"
#include "tests/support/Catch.h"
#include "tests/support/Stores.h"

namespace edupro::tests {

namespace {

const QString json = QStringLiteral("{}");

QString numbered(const char* text, Side side, int variant)
{
    return QString::fromLatin1(text) + QString::number(side == Side::Own ? 1 : 2) +
           QString::number(variant);
}

QDate day(int variant)
{
    return QDate(2026, 2, 2).addDays(variant);
}

} // namespace

template<class T>
T TwoClasses::saved(T record)
{
    if (const auto done = store->save(record); !done) FAIL(done.error().detail);
    return record;
}

template<class T, class Make>
void TwoClasses::describe(Make make)
{
    const EntityInfo& entity = entityInfo<T>();
    rows[&entity] = [make](Side side, int variant, bool touched) {
        return valuesOf<T>(make(side, variant, touched));
    };
    for (const Side side : sides) {
        Values values = rows[&entity](side, 0, false);
        if (const auto done = store->save(entity, values); !done)
            FAIL(entity.table.toStdString() << ": " << done.error().detail);
        stored[{&entity, side}] = values[static_cast<std::size_t>(entity.key)].toUuid();
    }
}

TwoClasses::TwoClasses()
    : store(memoryStore())
{
    makeFrame();
    for (const Side side : sides)
        makePeople(side);
    describeFrame();
    describePeople();
    describeFacts();
    describeModels();
    describePrivacy();
}

void TwoClasses::makeFrame()
{
    year = saved(AcademicYear{.startYear = 2025});
    term = usualTerm(QStringLiteral("20252"));
    term.academicYear = year.id;
    term = saved(term);
    lockedTerm = usualTerm(QStringLiteral("20251"));
    lockedTerm.academicYear = year.id;
    lockedTerm.state = QStringLiteral("locked");
    lockedTerm = saved(lockedTerm);
}

void TwoClasses::makePeople(Side side)
{
    const bool own = side == Side::Own;
    users[side] = saved(User{
        .login = own ? QStringLiteral("guru") : QStringLiteral("lain"),
        .name = own ? QStringLiteral("Bu Guru") : QStringLiteral("Pak Lain"),
        .roles = QStringLiteral("teacher")});
    classGroups[side] = saved(ClassGroup{
        .academicYear = year.id, .name = own ? QStringLiteral("7A") : QStringLiteral("8B")});
    subjects[side] =
        saved(Subject{.name = own ? QStringLiteral("Matematika") : QStringLiteral("Biologi")});
    for (int i = 0; i < 4; ++i) {
        const auto at = static_cast<std::size_t>(i);
        students[side][at] =
            saved(Student{.nis = numbered("100", side, i), .name = numbered("Siswa ", side, i)});
        guardians[side][at] = saved(Guardian{.name = numbered("Wali ", side, i)});
        saved(Enrolment{
            .student = students[side][at].id,
            .classGroup = classGroups[side].id,
            .startsOn = QDate(2025, 7, 1)});
        saved(StudentGuardian{
            .student = students[side][at].id,
            .guardian = guardians[side][at].id,
            .relation = QStringLiteral("father")});
    }
}

// Each person teaches both subjects of the own class, so that the rows of the fixture differ by
// class; that a subject counts too is a test of its own.
void TwoClasses::describeFrame()
{
    describe<School>([](Side side, int variant, bool touched) {
        return School{
            .name = numbered("SMP ", side, variant),
            .address = touched ? std::optional(QStringLiteral("Jl. Baru")) : std::nullopt};
    });
    describe<AcademicYear>([](Side side, int variant, bool) {
        return AcademicYear{.startYear = (side == Side::Own ? 2000 : 1980) + variant};
    });
    describe<Term>([this](Side side, int variant, bool touched) {
        Term row = usualTerm(QString::number((side == Side::Own ? 2000 : 1980) + variant) + u'1');
        row.academicYear = year.id;
        if (touched) row.endsOn = row.endsOn.addDays(-1);
        return row;
    });
    describe<Subject>([](Side side, int variant, bool touched) {
        return Subject{
            .name = numbered("Mapel ", side, variant), .passingMark = touched ? 70.0 : 75.0};
    });
    describe<DatedSetting>([](Side side, int variant, bool touched) {
        return DatedSetting{
            .name = numbered("setting", side, variant),
            .since = QDate(2020, 1, 1),
            .value = touched ? 2.0 : 1.0};
    });
    describe<CalendarDay>([](Side side, int variant, bool touched) {
        return CalendarDay{
            .day = QDate(side == Side::Own ? 2025 : 2024, 12, 20 + variant),
            .name = touched ? QStringLiteral("Libur Semester") : QStringLiteral("Libur")};
    });
    describe<ClassGroup>([this](Side side, int variant, bool touched) {
        ClassGroup row =
            variant == 0
                ? classGroups[side]
                : ClassGroup{.academicYear = year.id, .name = numbered("9", side, variant)};
        if (touched) row.gradeLevel = 9;
        return row;
    });
    describe<ClassSubject>([this](Side side, int variant, bool touched) {
        return ClassSubject{
            .classGroup = classGroups[side].id,
            .subject =
                subjects[variant == 0 ? side : (side == Side::Own ? Side::Other : Side::Own)].id,
            .term = variant < 2 ? term.id : lockedTerm.id,
            .passingMark = touched ? std::optional(70.0) : std::nullopt};
    });
    describe<Teaching>([this](Side side, int variant, bool) {
        return Teaching{
            .classGroup = classGroups[side].id,
            .subject =
                subjects[variant == 0 ? side : (side == Side::Own ? Side::Other : Side::Own)].id,
            .user = users[side].id,
            .term = variant < 2 ? term.id : lockedTerm.id};
    });
    describe<Homeroom>([this](Side side, int, bool) {
        return Homeroom{.classGroup = classGroups[side].id, .user = users[side].id};
    });
    saved(recordOf<Teaching>(rows[&entityInfo<Teaching>()](Side::Own, 2, false)));
}

void TwoClasses::describePeople()
{
    describe<User>([this](Side side, int variant, bool touched) {
        User row = variant == 0 ? users[side]
                                : User{
                                      .login = numbered("orang", side, variant),
                                      .name = QStringLiteral("Orang"),
                                      .roles = QStringLiteral("staff")};
        if (touched) row.name += QStringLiteral(" Baru");
        return row;
    });
    describe<Staff>([this](Side side, int variant, bool touched) {
        return Staff{
            .name = numbered("Pegawai ", side, variant),
            .nuptk = touched ? std::optional(QStringLiteral("1234567890123456")) : std::nullopt,
            .user = variant == 0 ? std::optional(users[side].id) : std::nullopt};
    });
    describe<UserSession>([this](Side side, int variant, bool touched) {
        return UserSession{
            .user = users[side].id,
            .computer = numbered("pc", side, variant),
            .startedAt = testNow,
            .endedAt = touched ? std::optional<qint64>(testNow) : std::nullopt};
    });
    describe<Student>([this](Side side, int variant, bool touched) {
        Student row = variant == 0 ? students[side][0]
                                   : Student{
                                         .nis = numbered("200", side, variant),
                                         .name = numbered("Siswa Baru ", side, variant)};
        if (touched) row.address = QStringLiteral("Jl. Baru");
        return row;
    });
    describe<Enrolment>([this](Side side, int variant, bool touched) {
        return Enrolment{
            .student = students[side][0].id,
            .classGroup = classGroups[side].id,
            .startsOn = QDate(2025, 7, 1 + variant),
            .endsOn = touched ? std::optional(QDate(2026, 6, 30)) : std::nullopt};
    });
    describe<Guardian>([this](Side side, int variant, bool touched) {
        Guardian row =
            variant == 0 ? guardians[side][0] : Guardian{.name = numbered("Wali ", side, variant)};
        if (touched) row.occupation = QStringLiteral("Petani");
        return row;
    });
    describe<StudentGuardian>([this](Side side, int variant, bool touched) {
        const auto at = static_cast<std::size_t>(variant);
        return StudentGuardian{
            .student = students[side][0].id,
            .guardian = guardians[side][at].id,
            .relation = touched ? QStringLiteral("guardian") : QStringLiteral("father")};
    });
}

void TwoClasses::describeFacts()
{
    describe<FinalMark>([this](Side side, int variant, bool touched) {
        return FinalMark{
            .student = students[side][static_cast<std::size_t>(variant)].id,
            .subject = subjects[side].id,
            .term = term.id,
            .mark = touched ? 81.0 : 80.0};
    });
    const Subject untaught = saved(Subject{.name = QStringLiteral("Fisika")});
    describe<LearningObjective>([this, untaught](Side side, int variant, bool touched) {
        return LearningObjective{
            .id = LearningObjectiveId{naturalId(numbered("objective", side, variant))},
            .subject = side == Side::Own ? subjects[side].id : untaught.id,
            .code = numbered("TP ", side, variant),
            .text = touched ? QStringLiteral("Menghitung luas") : QStringLiteral("Menghitung")};
    });
    describe<Assessment>([this](Side side, int variant, bool touched) {
        return Assessment{
            .id = AssessmentId{naturalId(numbered("assessment", side, variant))},
            .classGroup = classGroups[side].id,
            .subject = subjects[side].id,
            .term = term.id,
            .kind = QStringLiteral("material"),
            .title = numbered("SLM ", side, variant),
            .position = touched ? 7 : 1};
    });
    describe<Mark>([this](Side side, int variant, bool touched) {
        return Mark{
            .student = students[side][static_cast<std::size_t>(variant)].id,
            .assessment = AssessmentId{stored.at({&entityInfo<Assessment>(), side})},
            .value = 80.0,
            .remedial = touched ? std::optional(90.0) : std::nullopt};
    });
    describe<AttendanceTotal>([this](Side side, int variant, bool touched) {
        return AttendanceTotal{
            .student = students[side][static_cast<std::size_t>(variant)].id,
            .term = term.id,
            .effectiveDays = 100,
            .sick = touched ? 2 : 1};
    });
    describe<AttendanceSession>([this](Side side, int variant, bool) {
        return AttendanceSession{.classGroup = classGroups[side].id, .day = day(variant)};
    });
    describe<AttendanceDay>([this](Side side, int variant, bool touched) {
        return AttendanceDay{
            .student = students[side][0].id,
            .day = day(variant),
            .status = touched ? QStringLiteral("I") : QStringLiteral("S")};
    });
    describe<GuardianIncome>([this](Side side, int variant, bool touched) {
        return GuardianIncome{
            .guardian = guardians[side][0].id,
            .since = day(variant),
            .amount = touched ? 3'000'000 : 2'000'000};
    });
    describe<Achievement>([this](Side side, int variant, bool touched) {
        return Achievement{
            .student = students[side][0].id,
            .title = numbered("Lomba ", side, variant),
            .level = QStringLiteral("school"),
            .rank = touched ? std::optional(QStringLiteral("Juara 1")) : std::nullopt,
            .achievedOn = day(0)};
    });
}

void TwoClasses::describeModels()
{
    describe<Indicator>([](Side side, int variant, bool touched) {
        return Indicator{
            .code = numbered("indikator", side, variant),
            .name = QStringLiteral("Indikator"),
            .direction = touched ? 1 : 0};
    });
    const QUuid indicator = stored.at({&entityInfo<Indicator>(), Side::Own});
    describe<IndicatorValue>([indicator](Side side, int variant, bool touched) {
        return IndicatorValue{
            .indicator = IndicatorId{indicator},
            .region = side == Side::Own ? QStringLiteral("P11") : QStringLiteral("P12"),
            .year = 2020 + variant,
            .value = touched ? 2.0 : 1.0};
    });
    describe<ModelVersion>([](Side side, int variant, bool touched) {
        return ModelVersion{
            .kind = QStringLiteral("tree"),
            .number = (side == Side::Own ? 1 : 100) + variant,
            .target = QStringLiteral("next-term"),
            .trainedAt = testNow,
            .model = json,
            .metrics = touched ? QStringLiteral("{\"a\":1}") : json};
    });
    const ModelVersionId model{stored.at({&entityInfo<ModelVersion>(), Side::Own})};
    describe<Prediction>([this, model](Side side, int variant, bool touched) {
        return Prediction{
            .student = students[side][static_cast<std::size_t>(variant)].id,
            .term = term.id,
            .target = QStringLiteral("next-term"),
            .modelVersion = model,
            .level = QStringLiteral("Rendah"),
            .support = touched ? 2.0 : 1.0,
            .reason = json};
    });
    describe<ClusterAssignment>([model](Side side, int variant, bool touched) {
        return ClusterAssignment{
            .modelVersion = model,
            .region = (side == Side::Own ? QStringLiteral("P3") : QStringLiteral("P7")) +
                      QString::number(variant + 1),
            .cluster = touched ? 1 : 0,
            .readiness = QStringLiteral("Tinggi")};
    });
}

void TwoClasses::describePrivacy()
{
    describe<Consent>([this](Side side, int variant, bool touched) {
        return Consent{
            .student = students[side][0].id,
            .purpose = QStringLiteral("prediction"),
            .state = touched ? QStringLiteral("withdrawn") : QStringLiteral("given"),
            .since = day(variant)};
    });
    describe<PrivacyRequest>([this](Side side, int variant, bool touched) {
        return PrivacyRequest{
            .student = students[side][static_cast<std::size_t>(variant)].id,
            .kind = QStringLiteral("access"),
            .requester = QStringLiteral("Wali"),
            .wish = touched ? std::optional(QStringLiteral("semua")) : std::nullopt,
            .receivedAt = testNow,
            .dueAt = testNow + answerWithin};
    });
    describe<Erasure>([](Side side, int variant, bool touched) {
        return Erasure{
            .id = ErasureId{naturalId(numbered("erasure", side, variant))},
            .erasedAt = testNow,
            .erasedBy = QStringLiteral("tester"),
            .basis = touched ? QStringLiteral("error") : QStringLiteral("request")};
    });
    describe<Breach>([](Side side, int variant, bool touched) {
        return Breach{
            .noticedAt = testNow,
            .dueAt = testNow + answerWithin,
            .what = numbered("Laptop hilang ", side, variant),
            .data = QStringLiteral("nilai"),
            .affected = touched ? std::optional<qint64>(3) : std::nullopt};
    });
}

void TwoClasses::signIn(security::Roles roles)
{
    User person = users[Side::Own];
    person.roles = security::textOf(roles);
    person = saved(person);
    const UserSessionId session{stored.at({&entityInfo<UserSession>(), Side::Own})};
    const auto admitted = accounts::SignedIn::admit(*store, person, session, {});
    if (!admitted) FAIL(admitted.error().detail);
}

void TwoClasses::signOut()
{
    store->admit(nullptr);
    REQUIRE(accounts::clearRowScopes(*store).has_value());
}

} // namespace edupro::tests
