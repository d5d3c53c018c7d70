// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Context.h"

#include <QCoreApplication>

namespace edupro::ui {

Context::Context(const Parts& parts, QObject* parent)
    : QObject(parent)
    , store(parts.store)
    , compute(parts.compute)
    , dialogs(parts.dialogs)
    , theme(parts.theme)
    , language(parts.language)
    , backups(parts.store, parts.backups)
{
}

void Context::setSchool(const OpenSchool& school, const QString& term)
{
    m_school = school;
    m_term = term;
    emit schoolChanged();
    emit termChanged();
}

void Context::selectTerm(const QString& code)
{
    if (code == m_term || !m_school.terms.contains(code)) return;
    m_term = code;
    emit termChanged();
}

void Context::setStanding(const Standing& standing)
{
    m_standing = standing;
    emit standingChanged();
}

void Context::setPerson(const Person& person)
{
    m_person = person;
    emit personChanged();
}

void Context::requestLock()
{
    if (m_person.isSignedIn()) emit lockRequested();
}

void Context::requestSignOut()
{
    if (m_person.isSignedIn()) emit signOutRequested();
}

void Context::requestPasswordChange()
{
    if (m_person.isSignedIn()) emit passwordChangeRequested();
}

void Context::openPage(const QString& id, const PageFilter& filter)
{
    emit pageRequested(id, filter);
}

void Context::requestImport(const QStringList& paths)
{
    emit importRequested(paths);
}

QString yearOfTerm(const QString& code)
{
    const int year = code.left(4).toInt();
    return QString("%1/%2").arg(year).arg(year + 1);
}

QString semesterOfTerm(const QString& code)
{
    return code.endsWith('1') ? QCoreApplication::translate("Term", "Semester 1")
                              : QCoreApplication::translate("Term", "Semester 2");
}

} // namespace edupro::ui
