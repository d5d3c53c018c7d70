// SPDX-License-Identifier: GPL-3.0-or-later
// What a page gets from the shell: lanes, dialogs, look, jobs, the selected term, and ways to reach
// other pages.
#pragma once

#include "core/jobs/Lane.h"
#include "core/storage/StoreLane.h"
#include "ui/common/Dialogs.h"
#include "ui/common/Language.h"
#include "ui/common/Theme.h"
#include "ui/shell/Backups.h"
#include "ui/shell/Jobs.h"
#include "ui/shell/Person.h"

#include <QDate>
#include <QVariantMap>

namespace edupro::ui {

/// What another page is opened with, by agreement between the two: {"class": "8B"}, {"student":
/// id}.
using PageFilter = QVariantMap;

/// The open school as the top bar shows it.
struct OpenSchool {
    QString name;
    QStringList terms; ///< codes, oldest first: "20251"
};

/// The status line. Texts are facts; the line puts them into the user's language.
struct Standing {
    enum class Saving { Saved, Saving, Failed };
    QString file; ///< path of the school file; empty: none open
    bool encrypted = false;
    Saving saving = Saving::Saved;
    int modelVersion = 0; ///< 0: no model in production
    QDate modelDate;
};

/// One hit of the search field.
struct SearchHit {
    QString text;
    QString detail;
    QString icon;
    std::function<void()> open;
};
using SearchAnswer = std::function<void(const std::vector<SearchHit>&)>;
/// Answers once, now or later, on the window's thread.
using SearchSource = std::function<void(const QString& text, SearchAnswer answer)>;

/// One per window; outlives every page. Window thread only.
class Context : public QObject {
    Q_OBJECT
public:
    struct Parts {
        storage::StoreLane& store;
        jobs::Lane& compute;
        jobs::Lane& backups; ///< one thread
        Dialogs& dialogs;
        Theme& theme;
        Language& language;
    };
    explicit Context(const Parts& parts, QObject* parent = nullptr);

    storage::StoreLane& store;
    jobs::Lane& compute;
    Dialogs& dialogs;
    Theme& theme;
    Language& language;
    Jobs jobs;
    Backups backups;

    const OpenSchool& school() const { return m_school; }
    /// Shows the school and selects `term` (one of its terms, or empty when it has none).
    void setSchool(const OpenSchool& school, const QString& term);
    /// The code of the selected term, which filters every page; empty without terms.
    const QString& term() const { return m_term; }
    void selectTerm(const QString& code);

    const Person& person() const { return m_person; }
    void setPerson(const Person& person);
    /// Whether the person may, on some rows at least; the core decides again at each action.
    bool may(security::Action action, security::Object object) const
    {
        return m_person.may(action, object);
    }

    const Standing& standing() const { return m_standing; }
    void setStanding(const Standing& standing);

    /// Opens the page `id` ("students"); it then hears pageOpened() with the filter.
    void openPage(const QString& id, const PageFilter& filter = {});
    /// Asks for the import, with the dropped files or none (the person then chooses).
    void requestImport(const QStringList& paths = {});
    /// Asks to leave this school and open another one.
    void requestSchool() { emit schoolRequested(); }
    /// Asks to hide everything until the person gives their password. Nothing without a person.
    void requestLock();
    void requestSignOut();
    void requestPasswordChange();
    /// Asks to put a backup in the place of the open file, which closes this school meanwhile.
    void requestRestore(const RestoreOrder& order) { emit restoreRequested(order); }
    /// Asks for a new file key of an encrypted school, or to encrypt a plain one; it closes
    /// meanwhile.
    void requestNewKey() { emit newKeyRequested(); }
    /// Asks for a new recovery code.
    void requestNewCode() { emit newCodeRequested(); }
    /// Tells every page that stored data has changed. Call it after each successful write.
    void announceChange() { emit dataChanged(); }

    void addSearchSource(SearchSource source) { m_searchSources.push_back(std::move(source)); }
    const std::vector<SearchSource>& searchSources() const { return m_searchSources; }

signals:
    void dataChanged(); ///< stored data differs from what pages show: load again
    void termChanged(); ///< another term was selected: load again
    void schoolChanged();
    void standingChanged();
    void personChanged();
    void pageRequested(const QString& id, const edupro::ui::PageFilter& filter);
    void pageOpened(
        const QString& id,
        const edupro::ui::PageFilter& filter); ///< built, shown; empty filter: plain visit
    void importRequested(const QStringList& paths);
    void schoolRequested();
    void lockRequested();
    void signOutRequested();
    void passwordChangeRequested();
    void restoreRequested(const edupro::ui::RestoreOrder& order);
    void newKeyRequested();
    void newCodeRequested();

private:
    OpenSchool m_school;
    QString m_term;
    Standing m_standing;
    Person m_person;
    std::vector<SearchSource> m_searchSources;
};

/// "2025/2026" of "20251".
QString yearOfTerm(const QString& code);
/// "Ganjil" or "Genap" in the language of the window.
QString semesterOfTerm(const QString& code);

} // namespace edupro::ui
