// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/Language.h"

#include <QCoreApplication>

// Resources of a static library are not found until this names them; the macro must stand outside
// any namespace.
static void openTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace edupro::ui {

Language::Language(Tongue tongue, QObject* parent)
    : QObject(parent)
    , m_tongue(tongue)
{
    openTranslations();
    install();
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_toolkit);
}

void Language::setTongue(Tongue tongue)
{
    if (tongue == m_tongue) return;
    m_tongue = tongue;
    install();
    emit changed();
}

QString Language::code(Tongue tongue)
{
    return tongue == Tongue::Indonesian ? "id" : "en";
}

Tongue Language::ofDesktop()
{
    return QLocale::system().language() == QLocale::English ? Tongue::English : Tongue::Indonesian;
}

void Language::install()
{
    // The locale first: the translators' LanguageChange makes every widget write its numbers anew.
    QLocale::setDefault(
        m_tongue == Tongue::Indonesian ? QLocale(QLocale::Indonesian, QLocale::Indonesia)
                                       : QLocale(QLocale::English, QLocale::UnitedStates));
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_toolkit);
    // Built without LinguistTools there are no translations: the window then speaks English.
    if (m_toolkit.load(":/i18n/qtbase_" + code(m_tongue)))
        QCoreApplication::installTranslator(&m_toolkit);
    if (m_own.load(":/i18n/edupro_" + code(m_tongue))) QCoreApplication::installTranslator(&m_own);
}

} // namespace edupro::ui
