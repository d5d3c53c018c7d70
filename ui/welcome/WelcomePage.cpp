// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/WelcomePage.h"

#include "core/demo/DemoSchool.h"
#include "core/jobs/OnFinished.h"
#include "core/record/Fold.h"
#include "core/record/Validate.h"
#include "core/school/SchoolActions.h"
#include "ui/common/ErrorText.h"
#include "ui/common/RecordForm.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

namespace edupro::ui {

namespace {

constexpr int cardWidth = 340;
constexpr int cardIcon = 28;

/// "SD Negeri 1 Menteng" -> "sd-negeri-1-menteng".
QString fileNameOf(const QString& school)
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    const QString name = folded(school).replace(others, QStringLiteral(" ")).simplified();
    return name.left(60).trimmed().replace(' ', '-');
}

} // namespace

WelcomePage::WelcomePage(Context& context, const WelcomeOptions& options, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_options(options)
{
    auto* cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->addStretch(1);
    for (QFrame* card : {makeNewCard(), makeOpenCard(), makeExampleCard()})
        cards->addWidget(card);
    cards->addStretch(1);
    m_problem = new QFrame(this);
    m_problem->setObjectName("welcomeProblem");
    m_problem->setFixedWidth(3 * cardWidth + 32);
    setLook(m_problem, "problem");
    m_problemText = new QLabel(m_problem);
    m_problemText->setObjectName("welcomeProblemText");
    m_problemText->setWordWrap(true);
    m_problemText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    (new QVBoxLayout(m_problem))->addWidget(m_problemText);
    m_problem->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(makeHead());
    layout->addStretch(2);
    layout->addLayout(cards);
    layout->addWidget(m_problem, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setWindowTitle(QStringLiteral("EduPro"));
    suggestPath();
    say();
}

WelcomePage::~WelcomePage()
{
    m_making.cancel();
}

QWidget* WelcomePage::makeHead()
{
    auto* head = new QWidget(this);
    m_welcome = new QLabel(head);
    setLook(m_welcome, "display");
    m_question = new QLabel(head);
    setLook(m_question, "soft");
    m_language = new QToolButton(head);
    m_language->setObjectName("welcomeLanguage");
    m_language->setIcon(m_context.theme.icon("language"));
    m_language->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setLook(m_language, "quiet");
    connect(m_language, &QToolButton::clicked, this, [this] {
        const bool indonesian = m_context.language.tongue() == Tongue::Indonesian;
        m_context.language.setTongue(indonesian ? Tongue::English : Tongue::Indonesian);
    });
    auto* layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_language, 0, Qt::AlignRight);
    layout->addSpacing(24);
    layout->addWidget(m_welcome, 0, Qt::AlignHCenter);
    layout->addWidget(m_question, 0, Qt::AlignHCenter);
    return head;
}

WelcomePage::Card WelcomePage::makeCard(const char* icon)
{
    Card card;
    card.frame = new QFrame(this);
    card.frame->setFixedWidth(cardWidth);
    setLook(card.frame, "card");
    auto* sign = new QLabel(card.frame);
    sign->setPixmap(m_context.theme.icon(icon, Token::Accent).pixmap(cardIcon));
    connect(&m_context.theme, &Theme::changed, sign, [this, sign, icon] {
        sign->setPixmap(m_context.theme.icon(icon, Token::Accent).pixmap(cardIcon));
    });
    card.title = new QLabel(card.frame);
    setLook(card.title, "title");
    card.text = new QLabel(card.frame);
    card.text->setWordWrap(true);
    setLook(card.text, "soft");
    card.body = new QVBoxLayout(card.frame);
    card.body->setContentsMargins(20, 20, 20, 20);
    card.body->setSpacing(8);
    card.body->addWidget(sign);
    card.body->addWidget(card.title);
    card.body->addWidget(card.text);
    card.body->addSpacing(8);
    return card;
}

QFrame* WelcomePage::makeNewCard()
{
    m_new = makeCard("add");
    m_form = new RecordForm(m_context.theme, entityInfo<School>(), m_new.frame);
    m_form->leaveOut(QStringLiteral("address")); // can be told later
    m_form->setRecord(valuesOf(School{}));
    m_place = new QLabel(m_new.frame);
    m_place->setObjectName("newSchoolPlace");
    m_place->setWordWrap(true);
    setLook(m_place, "small");
    m_choose = new QPushButton(m_new.frame);
    m_choose->setObjectName("chooseSchoolPlace");
    setLook(m_choose, "link");
    m_create = new QPushButton(m_new.frame);
    m_create->setObjectName("createSchool");
    m_create->setAutoDefault(true);
    setLook(m_create, "primary");
    m_new.body->addWidget(m_form);
    m_new.body->addWidget(m_place);
    auto* link = new QHBoxLayout;
    link->setContentsMargins(-5, 0, 0, 0); // its words stand below the others
    link->addWidget(m_choose, 0, Qt::AlignLeft);
    m_new.body->addLayout(link);
    m_new.body->addStretch(1);
    m_new.body->addWidget(m_create);
    connect(m_form, &RecordForm::changed, this, &WelcomePage::suggestPath);
    connect(m_form, &RecordForm::lastFieldLeft, m_create, qOverload<>(&QWidget::setFocus));
    connect(m_choose, &QPushButton::clicked, this, &WelcomePage::choosePath);
    connect(m_create, &QPushButton::clicked, this, &WelcomePage::create);
    return m_new.frame;
}

QFrame* WelcomePage::makeOpenCard()
{
    m_open = makeCard("data");
    m_openButton = new QPushButton(m_open.frame);
    m_openButton->setObjectName("openSchool");
    m_openButton->setAutoDefault(true);
    m_open.body->addStretch(1);
    m_open.body->addWidget(m_openButton);
    connect(m_openButton, &QPushButton::clicked, this, [this] {
        m_context.dialogs.openFile(
            {.title = tr("Open a school file"),
             .filter = tr("School files (*.edupro)"),
             .suggested = m_options.schoolFolder},
            [guard = QPointer(this)](const QString& path) {
                if (guard) guard->openFile(path);
            });
    });
    return m_open.frame;
}

QFrame* WelcomePage::makeExampleCard()
{
    m_example = makeCard("chart");
    m_progress = new QProgressBar(m_example.frame);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->hide();
    m_cancel = new QPushButton(m_example.frame);
    m_cancel->setObjectName("cancelExample");
    m_cancel->hide();
    m_exampleButton = new QPushButton(m_example.frame);
    m_exampleButton->setObjectName("openExample");
    m_exampleButton->setAutoDefault(true);
    m_example.body->addStretch(1);
    m_example.body->addWidget(m_progress);
    m_example.body->addWidget(m_cancel);
    m_example.body->addWidget(m_exampleButton);
    connect(m_exampleButton, &QPushButton::clicked, this, &WelcomePage::openExample);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_making.cancel(); });
    return m_example.frame;
}

void WelcomePage::suggestPath()
{
    if (m_pathChosen) return;
    const Result<Values> typed = m_form->record();
    const QString name = typed ? fileNameOf(recordOf<School>(*typed).name) : QString();
    m_path = QDir(m_options.schoolFolder)
                 .filePath((name.isEmpty() ? tr("my-school") : name) + ".edupro");
    m_place->setText(tr("Saved as %1").arg(QDir::toNativeSeparators(m_path)));
}

void WelcomePage::choosePath()
{
    m_context.dialogs.saveFile(
        {.title = tr("Where to save the school"),
         .filter = tr("School files (*.edupro)"),
         .suggested = m_path},
        [guard = QPointer(this)](const QString& path) {
            if (!guard) return;
            guard->m_path = path.endsWith(".edupro") ? path : path + ".edupro";
            guard->m_pathChosen = true;
            guard->m_place->setText(tr("Saved as %1").arg(QDir::toNativeSeparators(guard->m_path)));
        });
}

void WelcomePage::create()
{
    const Result<Values> typed = m_form->record();
    if (!typed) {
        refuse(typed.error());
        return;
    }
    const std::vector<Issue> issues =
        issuesOfRecord(entityInfo<School>(), *typed, QDate::currentDate());
    if (hasErrors(issues)) {
        refuse({.code = ErrorCode::Validation, .issues = issues});
        return;
    }
    if (QFileInfo::exists(m_path)) {
        m_refused = m_path;
        refuse({.code = ErrorCode::Io, .key = "store.exists"});
        return;
    }
    m_error.reset();
    m_problem->hide();
    const auto school = recordOf<School>(*typed);
    emit newSchoolWanted(m_path, {.name = school.name, .npsn = school.npsn});
}

void WelcomePage::openFile(const QString& path)
{
    open(path, [path, computer = m_options.computer]() -> Result<std::unique_ptr<storage::Store>> {
        auto opened = accounts::openWithoutSignIn(path, computer);
        if (!opened) return opened.error();
        return std::move(opened->store);
    });
}

void WelcomePage::open(const QString& path, storage::StoreLane::Open work)
{
    if (m_busy) return;
    setBusy(true);
    jobs::onFinished(m_context.store.open(std::move(work)), this, [this, path](const Done& done) {
        setBusy(false);
        m_refused = path;
        if (done)
            emit opened(path);
        else if (done.error().key == "key.needed")
            emit signInNeeded(path);
        else
            refuse(done.error());
    });
}

void WelcomePage::openExample()
{
    if (QFileInfo::exists(m_options.exampleFile))
        openFile(m_options.exampleFile);
    else
        makeExample();
}

void WelcomePage::makeExample()
{
    if (m_busy) return;
    setBusy(true);
    const auto work = [path = m_options.exampleFile, options = m_options.computer.store](
                          const Progress& progress) -> Result<Unit> {
        QDir().mkpath(QFileInfo(path).path());
        const demo::DemoOptions school{.today = QDate::currentDate()};
        const auto store = demo::createDemoFile(path, school, options, progress);
        if (!store) return store.error();
        return Unit{}; // closed here, opened again by the storage lane
    };
    m_making = m_context.compute.submit(work);
    m_progress->setValue(0);
    m_progress->show();
    m_cancel->show();
    m_exampleButton->hide();
    auto* watcher = new QFutureWatcher<Result<Unit>>(this);
    connect(
        watcher, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(watcher, &QFutureWatcherBase::finished, watcher, &QObject::deleteLater);
    watcher->setFuture(m_making);
    jobs::onFinished(m_making, this, [this](const Done& made) {
        m_progress->hide();
        m_cancel->hide();
        m_exampleButton->show();
        setBusy(false);
        if (made)
            openFile(m_options.exampleFile);
        else
            refuse(made.error());
    });
}

void WelcomePage::setBusy(bool busy)
{
    m_busy = busy;
    m_error.reset();
    m_refused.clear();
    m_problem->hide();
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_form, m_choose, m_create, m_openButton, m_exampleButton})
        part->setEnabled(!busy);
}

void WelcomePage::refuse(const Error& error)
{
    m_error = error;
    m_error->issues = m_form->showIssues(error.issues);
    // Faults of the form stand below its fields.
    if (!error.issues.empty() && m_error->issues.empty()) m_error.reset();
    m_problem->setVisible(m_error.has_value());
    sayProblem();
    emit refused();
}

void WelcomePage::sayProblem()
{
    if (!m_error) return;
    const ErrorWords said = words(*m_error);
    QStringList lines = {said.what, QDir::toNativeSeparators(m_refused), said.why, said.advice};
    lines.removeAll(QString());
    m_problemText->setText(lines.join('\n'));
    m_problemText->setToolTip(QString::fromStdString(m_error->detail));
}

void WelcomePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void WelcomePage::say()
{
    m_welcome->setText(tr("Welcome to EduPro"));
    m_question->setText(tr("How do you want to begin?"));
    const bool indonesian = m_context.language.tongue() == Tongue::Indonesian;
    m_language->setText(indonesian ? "English" : "Bahasa Indonesia");
    m_new.title->setText(tr("New school"));
    m_new.text->setText(
        tr("On this computer, in one encrypted file that you can copy and back up."));
    m_choose->setText(tr("Choose another place…"));
    m_create->setText(tr("Go on"));
    m_open.title->setText(tr("Open a school"));
    m_open.text->setText(tr("A school file (.edupro) that is already on this computer."));
    m_openButton->setText(tr("Choose a file…"));
    m_example.title->setText(tr("Look at the example"));
    m_example.text->setText(
        tr("A made-up school with 600 students, marks, attendance and incomes, to try everything "
           "without harm."));
    m_exampleButton->setText(tr("Open the example school"));
    m_cancel->setText(tr("Cancel"));
    suggestPath();
    sayProblem();
}

} // namespace edupro::ui
