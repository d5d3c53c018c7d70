// SPDX-License-Identifier: GPL-3.0-or-later
// The first thing a person sees: make a school, open one, or look at the example.
#pragma once

#include "core/accounts/SignIn.h"
#include "core/base/Error.h"
#include "core/storage/StoreLane.h"

#include <QFrame>
#include <QFuture>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace edupro::ui {

class Context;
class RecordForm;

/// Where new files go and who writes into them.
struct WelcomeOptions {
    QString schoolFolder; ///< suggested for new schools
    QString exampleFile;  ///< where the example school is kept
    accounts::Computer computer;
};

/// After opened() the storage lane holds the school, a plain file without users.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    WelcomePage(Context& context, const WelcomeOptions& options, QWidget* parent = nullptr);
    ~WelcomePage() override;

    /// Opens a school file; says why not when it cannot be opened.
    void openFile(const QString& path);
    bool isBusy() const { return m_busy; }
    /// Shows why a school could not be opened.
    void refuse(const Error& error);

signals:
    void opened(const QString& path);
    void signInNeeded(const QString& path); ///< the file is somebody's; nothing is open
    /// The name and place of a new school have been typed; it is not made yet.
    void newSchoolWanted(const QString& path, const edupro::school::NewSchool& school);
    void refused(); ///< the page says why

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Card {
        QFrame* frame = nullptr;
        QLabel* title = nullptr;
        QLabel* text = nullptr;
        QVBoxLayout* body = nullptr;
    };

    Card makeCard(const char* icon);
    QWidget* makeHead();
    QFrame* makeNewCard();
    QFrame* makeOpenCard();
    QFrame* makeExampleCard();
    void suggestPath();
    void choosePath();
    void create();
    void open(const QString& path, storage::StoreLane::Open work);
    void openExample();
    void makeExample();
    void setBusy(bool busy);
    void say();
    void sayProblem();

    Context& m_context;
    const WelcomeOptions m_options;
    QString m_path; ///< of the new school
    bool m_pathChosen = false;
    bool m_busy = false;
    QFuture<Result<Unit>> m_making;
    std::optional<Error> m_error;
    QString m_refused; ///< the file it is about
    QLabel* m_welcome = nullptr;
    QLabel* m_question = nullptr;
    QToolButton* m_language = nullptr;
    Card m_new;
    RecordForm* m_form = nullptr;
    QLabel* m_place = nullptr;
    QPushButton* m_choose = nullptr;
    QPushButton* m_create = nullptr;
    Card m_open;
    QPushButton* m_openButton = nullptr;
    Card m_example;
    QPushButton* m_exampleButton = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_cancel = nullptr;
    QFrame* m_problem = nullptr;
    QLabel* m_problemText = nullptr;
};

} // namespace edupro::ui
