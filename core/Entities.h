// SPDX-License-Identifier: GPL-3.0-or-later
// The one list of all entities. Only app and tests include it; generic code gets it handed in,
// type-erased.
#pragma once

#include "core/accounts/Staff.h"
#include "core/accounts/Teaching.h"
#include "core/accounts/User.h"
#include "core/achievements/Achievement.h"
#include "core/attendance/AttendanceDay.h"
#include "core/attendance/AttendanceTotal.h"
#include "core/grades/FinalMark.h"
#include "core/grades/Mark.h"
#include "core/income/GuardianIncome.h"
#include "core/people/Enrolment.h"
#include "core/people/Guardian.h"
#include "core/people/Student.h"
#include "core/privacy/Breach.h"
#include "core/privacy/Consent.h"
#include "core/privacy/Erasure.h"
#include "core/privacy/PrivacyRequest.h"
#include "core/regions/ClusterAssignment.h"
#include "core/regions/Indicator.h"
#include "core/registry/ModelVersion.h"
#include "core/school/AcademicYear.h"
#include "core/school/CalendarDay.h"
#include "core/school/ClassGroup.h"
#include "core/school/ClassSubject.h"
#include "core/school/DatedSetting.h"
#include "core/school/School.h"
#include "core/school/Subject.h"
#include "core/school/Term.h"
#include "core/warning/Prediction.h"

#include <vector>

namespace edupro {

/// Calls `visit.template operator()<T>()` for every entity, referenced ones before those that refer
/// to them.
template<class Visit>
void forEachEntity(Visit&& visit)
{
    visit.template operator()<School>();
    visit.template operator()<AcademicYear>();
    visit.template operator()<Term>();
    visit.template operator()<ClassGroup>();
    visit.template operator()<Subject>();
    visit.template operator()<ClassSubject>();
    visit.template operator()<CalendarDay>();
    visit.template operator()<DatedSetting>();
    visit.template operator()<User>();
    visit.template operator()<UserSession>();
    visit.template operator()<Staff>();
    visit.template operator()<Teaching>();
    visit.template operator()<Homeroom>();
    visit.template operator()<Student>();
    visit.template operator()<Enrolment>();
    visit.template operator()<Guardian>();
    visit.template operator()<StudentGuardian>();
    visit.template operator()<LearningObjective>();
    visit.template operator()<Assessment>();
    visit.template operator()<Mark>();
    visit.template operator()<FinalMark>();
    visit.template operator()<AttendanceTotal>();
    visit.template operator()<AttendanceSession>();
    visit.template operator()<AttendanceDay>();
    visit.template operator()<GuardianIncome>();
    visit.template operator()<Achievement>();
    visit.template operator()<Indicator>();
    visit.template operator()<IndicatorValue>();
    visit.template operator()<ModelVersion>();
    visit.template operator()<Prediction>();
    visit.template operator()<ClusterAssignment>();
    visit.template operator()<PrivacyRequest>();
    visit.template operator()<Consent>();
    visit.template operator()<Erasure>();
    visit.template operator()<Breach>();
}

/// The type-erased descriptions, in the same order.
inline std::vector<const EntityInfo*> allEntities()
{
    std::vector<const EntityInfo*> all;
    forEachEntity([&all]<class T>() { all.push_back(&entityInfo<T>()); });
    return all;
}

} // namespace edupro
