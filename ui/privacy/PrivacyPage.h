// SPDX-License-Identifier: GPL-3.0-or-later
// Personal data: requests of the persons concerned, what is kept too long, breaches, erasures.
#pragma once

#include <QVariantMap>
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace edupro::ui {

class BreachesTab;
class Context;
class ErasuresTab;
class PageHeader;
class RequestsTab;
class RetentionTab;

/// Opened with {"student": id, "name": words} it begins a request, with {"draft": content} it takes
/// one up. Tabs are made when they are first looked at.
class PrivacyPage : public QWidget {
    Q_OBJECT
public:
    explicit PrivacyPage(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Tab { Requests, Retention, Breaches, Erasures };

    void obey(const QString& page, const QVariantMap& filter);
    void showTab(int tab);
    void open(Tab tab);
    void add();
    void say();

    Context& m_context;
    PageHeader* m_header;
    QPushButton* m_add;
    QPushButton* m_export;
    QTabBar* m_tabs;
    QStackedWidget* m_area;
    RequestsTab* m_requests = nullptr;
    RetentionTab* m_retention = nullptr;
    BreachesTab* m_breaches = nullptr;
    ErasuresTab* m_erasures = nullptr;
};

} // namespace edupro::ui
