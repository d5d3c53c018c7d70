// SPDX-License-Identifier: GPL-3.0-or-later
// The school's settings: profile, years and terms, calendar, classes, subjects, rules; and the
// assistant that sets a new school up.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/school/SetupActions.h"
#include "ui/school/SettingsTabs.h"

#include <QVariantMap>
#include <QWidget>

#include <array>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace edupro::ui {

class Context;
class PageHeader;
class SetupAssistant;
class SetupTab;
class UndoBar;

/// Opened with {"draft": content} it takes one up, with {"tab": number} it shows that. Tabs are
/// made when they are first looked at. A school without classes is met with the assistant, if the
/// person may write.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPage(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void obey(const QString& page, const QVariantMap& filter);
    void lookWhetherEmpty();
    QWidget* tabWidget(int tab);
    QWidget* makeTab(int tab);
    void showTab(int tab);
    void add();
    void openAssistant();
    void leaveAssistant();
    void tellApplied(const school::AppliedSetup& applied);
    void takeBack(const school::AppliedSetup& applied);
    bool mayWrite() const;
    void say();

    Context& m_context;
    PageHeader* m_header;
    QPushButton* m_add;
    QPushButton* m_setUp;
    QTabBar* m_tabs;
    QStackedWidget* m_area;
    QWidget* m_assistantGround;
    SetupAssistant* m_assistant;
    UndoBar* m_undo;
    std::array<QWidget*, SettingsTab::count> m_made{};
    jobs::LatestOnly m_looking;
};

} // namespace edupro::ui
