// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TopBar.h"

#include "ui/common/ElidedLabel.h"
#include "ui/shell/Context.h"
#include "ui/shell/SearchBox.h"
#include "ui/shell/UserMenu.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace edupro::ui {

TopBar::TopBar(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_school(new ElidedLabel(this))
    , m_switch(quietButton("switchSchool", "chevron-down"))
    , m_year(new QComboBox(this))
    , m_semester(new QComboBox(this))
    , m_search(new SearchBox(context, this))
    , m_import(new QPushButton(context.theme.icon("import", Token::Ink), {}, this))
    , m_language(quietButton("language", "language"))
    , m_theme(quietButton("theme", "moon"))
    , m_user(new UserMenu(context, this))
{
    setObjectName("topBar");
    setFixedHeight(48);
    setLook(m_school, "strong");
    m_year->setObjectName("year");
    m_semester->setObjectName("semester");
    m_import->setObjectName("import");
    m_year->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_semester->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_search->setMinimumWidth(140);
    m_search->setMaximumWidth(360);
    m_language->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 0, 20, 0);
    layout->setSpacing(8);
    layout->addWidget(m_school);
    layout->addWidget(m_switch);
    layout->addSpacing(4);
    layout->addWidget(m_year);
    layout->addWidget(m_semester);
    layout->addStretch(1);
    layout->addWidget(m_search, 4);
    layout->addSpacing(4);
    for (QWidget* part :
         {static_cast<QWidget*>(m_import),
          static_cast<QWidget*>(m_language),
          static_cast<QWidget*>(m_theme),
          static_cast<QWidget*>(m_user)})
        layout->addWidget(part);
    connectParts();
    showSchool();
    say();
}

QToolButton* TopBar::quietButton(const QString& name, const QString& icon)
{
    auto* button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(m_context.theme.icon(icon, Token::Ink));
    button->setIconSize({18, 18});
    button->setFocusPolicy(Qt::StrongFocus);
    setLook(button, "quiet");
    return button;
}

void TopBar::connectParts()
{
    connect(&m_context, &Context::schoolChanged, this, &TopBar::showSchool);
    connect(&m_context, &Context::termChanged, this, &TopBar::showSchool);
    connect(&m_context.theme, &Theme::changed, this, &TopBar::say);
    connect(m_year, &QComboBox::currentIndexChanged, this, [this] {
        showSemesters();
        m_context.selectTerm(m_semester->currentData().toString());
    });
    connect(m_semester, &QComboBox::currentIndexChanged, this, [this] {
        m_context.selectTerm(m_semester->currentData().toString());
    });
    connect(m_switch, &QToolButton::clicked, this, [this] { m_context.requestSchool(); });
    connect(m_import, &QPushButton::clicked, this, [this] { m_context.requestImport(); });
    connect(m_language, &QToolButton::clicked, this, &TopBar::switchLanguage);
    connect(m_theme, &QToolButton::clicked, this, &TopBar::switchTheme);
}

void TopBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TopBar::showSchool()
{
    const OpenSchool& school = m_context.school();
    m_school->setText(school.name);
    {
        const QSignalBlocker quiet(m_year);
        m_year->clear();
        for (auto term = school.terms.rbegin(); term != school.terms.rend(); ++term) {
            if (m_year->findText(yearOfTerm(*term)) < 0) m_year->addItem(yearOfTerm(*term));
        }
        m_year->setCurrentIndex(m_year->findText(yearOfTerm(m_context.term())));
    }
    showSemesters();
    const bool hasTerms = !school.terms.isEmpty();
    m_year->setVisible(hasTerms);
    m_semester->setVisible(hasTerms);
}

void TopBar::showSemesters()
{
    const QSignalBlocker quiet(m_semester);
    m_semester->clear();
    for (const QString& term : m_context.school().terms) {
        if (yearOfTerm(term) == m_year->currentText())
            m_semester->addItem(semesterOfTerm(term), term);
    }
    const int selected = m_semester->findData(m_context.term());
    m_semester->setCurrentIndex(std::max(selected, 0));
}

void TopBar::switchTheme()
{
    m_context.theme.setScheme(
        m_context.theme.scheme() == Scheme::Light ? Scheme::Dark : Scheme::Light);
}

void TopBar::switchLanguage()
{
    Language& language = m_context.language;
    language.setTongue(
        language.tongue() == Tongue::Indonesian ? Tongue::English : Tongue::Indonesian);
}

void TopBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        showSemesters();
        say();
    }
    QFrame::changeEvent(event);
}

void TopBar::say()
{
    const bool isLight = m_context.theme.scheme() == Scheme::Light;
    const bool isIndonesian = m_context.language.tongue() == Tongue::Indonesian;
    m_switch->setToolTip(tr("Open another school"));
    m_switch->setAccessibleName(m_switch->toolTip());
    m_year->setAccessibleName(tr("Academic year"));
    m_semester->setAccessibleName(tr("Semester"));
    m_import->setText(tr("Import"));
    m_import->setToolTip(tr("Import a file, or drop it anywhere on the window"));
    m_language->setText(isIndonesian ? "ID" : "EN");
    m_language->setToolTip(
        isIndonesian ? "English" : "Bahasa Indonesia"); // each in its own language, on purpose
    m_language->setAccessibleName(m_language->toolTip());
    m_theme->setIcon(m_context.theme.icon(isLight ? "moon" : "sun", Token::Ink));
    m_theme->setToolTip(isLight ? tr("Dark colours") : tr("Light colours"));
    m_theme->setAccessibleName(m_theme->toolTip());
}

} // namespace edupro::ui
