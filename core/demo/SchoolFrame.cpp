// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/SchoolFrame.h"

#include "core/demo/SchoolDays.h"
#include "core/demo/StudentLife.h"

#include <algorithm>
#include <array>

namespace edupro::demo {

namespace {

constexpr std::size_t fewestDays = 20;

struct SubjectRow {
    const char* name;
    const char* shortName;
    double passingMark;
};
// clang-format off
constexpr std::array subjectRows{
    SubjectRow{"Pendidikan Agama dan Budi Pekerti",              "PABP",        75},
    SubjectRow{"Pendidikan Pancasila",                           "PP",          75},
    SubjectRow{"Bahasa Indonesia",                               "B. Indonesia", 75},
    SubjectRow{"Matematika",                                     "Matematika",  70},
    SubjectRow{"Ilmu Pengetahuan Alam",                          "IPA",         70},
    SubjectRow{"Ilmu Pengetahuan Sosial",                        "IPS",         72},
    SubjectRow{"Bahasa Inggris",                                 "B. Inggris",  70},
    SubjectRow{"Pendidikan Jasmani, Olahraga, dan Kesehatan",    "PJOK",        75},
    SubjectRow{"Informatika",                                    "Informatika", 72},
    SubjectRow{"Seni Budaya",                                    "Seni",        75}};
// clang-format on
static_assert(subjectRows.size() == subjectCount);

QString previousTerm(const QString& code)
{
    const bool odd = code.endsWith(u'1');
    const int year = code.left(4).toInt() - (odd ? 1 : 0);
    return QStringLiteral("%1%2").arg(year).arg(odd ? 2 : 1);
}

QStringList termCodesUntil(QDate today, int count)
{
    QString code = termCodeOn(today);
    if (schoolDays(usualTerm(code), today).size() < fewestDays) code = previousTerm(code);
    QStringList codes;
    for (; codes.size() < count; code = previousTerm(code))
        codes.prepend(code);
    return codes;
}

std::vector<Subject> makeSubjects()
{
    std::vector<Subject> subjects;
    for (const SubjectRow& row : subjectRows) {
        Subject subject;
        subject.name = QString::fromUtf8(row.name);
        subject.shortName = QString::fromUtf8(row.shortName);
        subject.passingMark = row.passingMark;
        identify(subject);
        subjects.push_back(subject);
    }
    return subjects;
}

} // namespace

SchoolFrame frameOn(QDate today, int termCount)
{
    SchoolFrame frame;
    frame.school.name = QStringLiteral("SMP Contoh Nusantara");
    frame.school.address = QStringLiteral("Jl. Pendidikan No. 1");
    for (const QString& code : termCodesUntil(today, termCount)) {
        Term term = usualTerm(code);
        const int startYear = code.left(4).toInt();
        if (frame.years.empty() || frame.years.back().startYear != startYear) {
            frame.years.push_back({.startYear = startYear});
            identify(frame.years.back());
        }
        term.academicYear = frame.years.back().id;
        term.state = QStringLiteral("locked");
        identify(term);
        frame.days.push_back(schoolDays(term, today));
        frame.terms.push_back(term);
    }
    frame.terms.back().state = QStringLiteral("open");
    frame.subjects = makeSubjects();
    return frame;
}

} // namespace edupro::demo
