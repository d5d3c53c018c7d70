// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/school/SetupPlan.h"

#include <algorithm>
#include <span>

namespace edupro::school {

namespace {

constexpr unsigned sd = 1;
constexpr unsigned smp = 2;
constexpr unsigned sma = 4;
constexpr unsigned smk = 8;
constexpr unsigned every = sd | smp | sma | smk;

/// A subject of the levels, within these grades.
struct SubjectRow {
    const char* name;
    const char* shortName;
    unsigned levels;
    int firstGrade = 1;
    int lastGrade = 12;
};

// clang-format off
    constexpr SubjectRow merdeka[] = {
        {"Pendidikan Agama dan Budi Pekerti",               "PABP",   every},
        {"Pendidikan Pancasila",                            "PP",     every},
        {"Bahasa Indonesia",                                "BIN",    every},
        {"Matematika",                                      "MTK",    every},
        {"Ilmu Pengetahuan Alam dan Sosial",                "IPAS",   sd, 3, 6},
        {"Ilmu Pengetahuan Alam",                           "IPA",    smp},
        {"Ilmu Pengetahuan Sosial",                         "IPS",    smp},
        {"Fisika",                                          "FIS",    sma},
        {"Kimia",                                           "KIM",    sma},
        {"Biologi",                                         "BIO",    sma},
        {"Geografi",                                        "GEO",    sma},
        {"Sosiologi",                                       "SOS",    sma},
        {"Ekonomi",                                         "EKO",    sma},
        {"Sejarah",                                         "SEJ",    sma | smk},
        {"Bahasa Inggris",                                  "BIG",    smp | sma | smk},
        {"Informatika",                                     "INF",    smp | sma},
        {"Informatika",                                     "INF",    smk, 10, 10},
        {"Projek Ilmu Pengetahuan Alam dan Sosial",         "PIPAS",  smk, 10, 10},
        {"Dasar-dasar Program Keahlian",                    "DPK",    smk, 10, 10},
        {"Konsentrasi Keahlian",                            "KK",     smk, 11, 12},
        {"Projek Kreatif dan Kewirausahaan",                "PKK",    smk, 11, 12},
        {"Praktik Kerja Lapangan",                          "PKL",    smk, 12, 12},
        {"Pendidikan Jasmani, Olahraga, dan Kesehatan",     "PJOK",   sd | smp | sma},
        {"Pendidikan Jasmani, Olahraga, dan Kesehatan",     "PJOK",   smk, 10, 11},
        {"Seni dan Budaya",                                 "SB",     sd | smp | sma},
        {"Seni dan Budaya",                                 "SB",     smk, 10, 10},
    };

    constexpr SubjectRow k13[] = {
        {"Pendidikan Agama dan Budi Pekerti",               "PABP",   every},
        {"Pendidikan Pancasila dan Kewarganegaraan",        "PPKn",   every},
        {"Bahasa Indonesia",                                "BIN",    every},
        {"Matematika",                                      "MTK",    every},
        {"Ilmu Pengetahuan Alam",                           "IPA",    sd, 4, 6},
        {"Ilmu Pengetahuan Sosial",                         "IPS",    sd, 4, 6},
        {"Ilmu Pengetahuan Alam",                           "IPA",    smp},
        {"Ilmu Pengetahuan Sosial",                         "IPS",    smp},
        {"Sejarah Indonesia",                               "SEJ",    sma},
        {"Sejarah Indonesia",                               "SEJ",    smk, 10, 10},
        {"Bahasa Inggris",                                  "BIG",    smp | sma | smk},
        {"Fisika",                                          "FIS",    sma},
        {"Kimia",                                           "KIM",    sma},
        {"Biologi",                                         "BIO",    sma},
        {"Geografi",                                        "GEO",    sma},
        {"Sosiologi",                                       "SOS",    sma},
        {"Ekonomi",                                         "EKO",    sma},
        {"Dasar Program Keahlian",                          "DPK",    smk, 10, 10},
        {"Kompetensi Keahlian",                             "KK",     smk, 11, 12},
        {"Seni Budaya dan Prakarya",                        "SBdP",   sd},
        {"Seni Budaya",                                     "SB",     smp | sma},
        {"Seni Budaya",                                     "SB",     smk, 10, 10},
        {"Prakarya",                                        "PKY",    smp},
        {"Prakarya dan Kewirausahaan",                      "PKWU",   sma},
        {"Produk Kreatif dan Kewirausahaan",                "PKK",    smk, 11, 12},
        {"Pendidikan Jasmani, Olahraga, dan Kesehatan",     "PJOK",   sd | smp | sma},
        {"Pendidikan Jasmani, Olahraga, dan Kesehatan",     "PJOK",   smk, 10, 11},
    };

    struct FixedHoliday { int month; int day; const char* name; };
    constexpr FixedHoliday fixed[] = {
        {8, 17, "Proklamasi Kemerdekaan"},
        {12, 25, "Kelahiran Yesus Kristus"},
        {1, 1, "Tahun Baru Masehi"},
        {5, 1, "Hari Buruh Internasional"},
        {6, 1, "Hari Lahir Pancasila"},
    };
// clang-format on

unsigned bitOf(SchoolLevel level)
{
    switch (level) {
    case SchoolLevel::Sd:
        return sd;
    case SchoolLevel::Smp:
        return smp;
    case SchoolLevel::Sma:
        return sma;
    case SchoolLevel::Smk:
        return smk;
    }
    return 0;
}

std::vector<ClassGroup> classesOf(const SetupChoice& choice)
{
    const auto [first, last] = gradesOf(choice.level);
    const int parallel = std::clamp(choice.parallelClasses, 1, mostParallelClasses);
    std::vector<ClassGroup> classes;
    for (int grade = first; grade <= last; ++grade) {
        for (int i = 0; i < parallel; ++i) {
            QString name = QString::number(grade);
            if (parallel > 1) name += QChar(u'A' + i);
            classes.push_back({.name = name, .gradeLevel = grade, .curriculum = choice.curriculum});
        }
    }
    return classes;
}

} // namespace

std::pair<int, int> gradesOf(SchoolLevel level)
{
    switch (level) {
    case SchoolLevel::Sd:
        return {1, 6};
    case SchoolLevel::Smp:
        return {7, 9};
    case SchoolLevel::Sma:
    case SchoolLevel::Smk:
        return {10, 12};
    }
    return {1, 12};
}

std::vector<PlannedSubject> usualSubjects(SchoolLevel level, const QString& curriculum)
{
    const std::span<const SubjectRow> rows = curriculum == u"k13"
                                                 ? std::span<const SubjectRow>(k13)
                                                 : std::span<const SubjectRow>(merdeka);
    const auto [first, last] = gradesOf(level);
    std::vector<PlannedSubject> subjects;
    for (const SubjectRow& row : rows) {
        if (!(row.levels & bitOf(level))) continue;
        subjects.push_back(
            {.name = QString::fromLatin1(row.name),
             .shortName = QString::fromLatin1(row.shortName),
             .firstGrade = std::max(row.firstGrade, first),
             .lastGrade = std::min(row.lastGrade, last)});
    }
    return subjects;
}

std::vector<CalendarDay> fixedHolidays(int startYear)
{
    std::vector<CalendarDay> days;
    for (const FixedHoliday& row : fixed)
        days.push_back(
            {.day = QDate(row.month >= 7 ? startYear : startYear + 1, row.month, row.day),
             .name = QString::fromLatin1(row.name)});
    return days;
}

SetupPlan proposeSetup(const SetupChoice& choice)
{
    SetupPlan plan{.choice = choice};
    for (const char16_t half : {u'1', u'2'})
        plan.terms.push_back(usualTerm(QString::number(choice.startYear) + QChar(half)));
    plan.classes = classesOf(choice);
    plan.subjects = usualSubjects(choice.level, choice.curriculum);
    plan.holidays = fixedHolidays(choice.startYear);
    return plan;
}

} // namespace edupro::school
