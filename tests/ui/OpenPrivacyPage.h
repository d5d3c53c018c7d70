// SPDX-License-Identifier: GPL-3.0-or-later
// The page of personal data in a window of its own, for its tests.
#pragma once

#include "tests/privacy/SampleFamily.h"
#include "tests/support/SchoolDesk.h"
#include "tests/support/Stores.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/privacy/EraseDialog.h"
#include "ui/privacy/PrivacyPage.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>

namespace edupro::tests {

inline constexpr Instant hour = 60 * 60 * 1000;
enum PrivacyTab { Requests, Retention, Breaches, Erasures };

/// The page over a family's school; its time stands until a test moves it.
struct OpenPrivacyPage {
    Desk desk;
    std::shared_ptr<std::atomic<Instant>> now =
        std::make_shared<std::atomic<Instant>>(QDateTime::currentMSecsSinceEpoch());
    Family family;
    std::unique_ptr<ui::PrivacyPage> page;

    /// In memory where no path of a new file is given.
    explicit OpenPrivacyPage(const QString& path = {}, ui::Tongue tongue = ui::Tongue::English)
        : desk(tongue)
    {
        storage::StoreOptions options = testOptions();
        options.clock = [now = now] {
            return now->load();
        };
        auto opened = desk.store.open([options, path] {
            return path.isEmpty() ? storage::Store::openMemory(options)
                                  : storage::Store::createFile(path, options);
        });
        REQUIRE(soon([&] { return opened.isFinished(); }));
        REQUIRE(opened.resultAt(0).has_value());
        family =
            inStore(desk, [](storage::Store& store) -> Result<Family> { return aFamily(store); });
    }
    void show(PrivacyTab tab = Requests)
    {
        page = std::make_unique<ui::PrivacyPage>(desk.context);
        page->resize(1140, 640);
        showActive(*page);
        openTab(tab);
    }
    void openTab(PrivacyTab tab) const
    {
        child<QTabBar>(*page, "privacyTabs")->setCurrentIndex(tab);
    }
    ui::RecordTable* table(const char* name) const { return child<ui::RecordTable>(*page, name); }
    QString cell(const char* name, int row, int column) const
    {
        return table(name)->model()->index(row, column).data().toString().replace(QChar(0xA0), ' ');
    }
    bool hasRows(const char* name, int rows) const
    {
        return soon([&] { return table(name)->model()->rowCount() == rows; });
    }
    QPushButton* button(const char* name) const { return child<QPushButton>(*page, name); }
    void press(const char* name) const { button(name)->click(); }
    void write(const char* name, const QString& text) const
    {
        child<QPlainTextEdit>(*page, name)->setPlainText(text);
    }
    template<class Work>
    auto ask(Work work)
    {
        return inStore(desk, std::move(work));
    }
    void receive(const char* kind, Instant hoursAgo)
    {
        ask([&](storage::Store& store) {
            return privacy::receiveRequest(
                store,
                {.student = family.other.id,
                 .kind = kind,
                 .requester = "Ibu Budi",
                 .receivedAt = now->load() - hoursAgo * hour});
        });
    }
    bool told(const char* text) const
    {
        return soon([&] {
            const auto& jobs = desk.context.jobs.list();
            return !jobs.empty() && jobs.back().told.contains(QLatin1String(text));
        });
    }
    ui::EraseDialog* eraseDialog() const
    {
        REQUIRE(soon([&] {
            auto* dialog = page->findChild<ui::EraseDialog*>();
            return dialog && child<ui::StateStack>(*dialog, "eraseStates")->state() ==
                                 ui::StateStack::State::Data;
        }));
        return page->findChild<ui::EraseDialog*>();
    }
};

inline void choose(QComboBox* box, const QString& data)
{
    box->setCurrentIndex(box->findData(data));
    emit box->activated(box->currentIndex());
}

} // namespace edupro::tests
