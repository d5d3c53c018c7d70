// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/students/StudentsPage.h"

#include "core/jobs/OnFinished.h"
#include "core/people/PeopleActions.h"
#include "ui/common/ErrorText.h"
#include "ui/common/PageHeader.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/common/UndoBar.h"
#include "ui/privacy/PersonalDataPanel.h"
#include "ui/shell/Context.h"
#include "ui/students/StudentForm.h"
#include "ui/students/StudentHistory.h"
#include "ui/students/StudentTableModel.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace edupro::ui {

namespace {

constexpr int formWidth = 400;

StudentId idOf(const QString& text)
{
    return {QUuid::fromString(text)};
}

} // namespace

StudentsPage::StudentsPage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_header(new PageHeader(context.theme, this))
    , m_add(m_header->addAction("addStudent", "add"))
    , m_toHistory(m_header->addAction("showHistory", "info"))
    , m_toPersonalData(m_header->addAction("showPersonalData", "shield"))
    , m_model(new StudentTableModel(context.store, this))
    , m_form(new StudentForm(context, this))
    , m_history(new StudentHistory(context, this))
    , m_personalData(new PersonalDataPanel(context, this))
    , m_problem(new QLabel(this))
    , m_undo(new UndoBar(context.theme, std::chrono::seconds(10), this))
{
    for (QWidget* panel : std::initializer_list<QWidget*>{m_form, m_history, m_personalData}) {
        panel->setFixedWidth(formWidth);
        panel->hide();
    }
    m_add->setVisible(context.may(security::Action::Create, security::Object::Students));
    m_toHistory->setVisible(context.may(security::Action::Read, security::Object::Audit));
    m_toPersonalData->setVisible(PersonalDataPanel::isFor(context));
    m_problem->setObjectName("studentsProblem");
    m_problem->setWordWrap(true);
    setLook(m_problem, "risk");
    m_problem->hide();
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(makeFilters());
    left->addWidget(makeList(), 1);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left, 1);
    columns->addWidget(m_form);
    columns->addWidget(m_history);
    columns->addWidget(m_personalData);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addLayout(columns, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_undo);
    connectParts();
    addShortcuts();
    say();
    reload();
    loadClasses();
}

void StudentsPage::connectParts()
{
    connect(m_add, &QPushButton::clicked, this, &StudentsPage::addStudent);
    connect(m_toHistory, &QPushButton::clicked, this, &StudentsPage::showHistory);
    connect(m_toPersonalData, &QPushButton::clicked, this, &StudentsPage::showPersonalData);
    connect(m_history, &StudentHistory::left, this, &StudentsPage::closePanel);
    connect(m_personalData, &PersonalDataPanel::left, this, &StudentsPage::closePanel);
    connect(m_search, &QLineEdit::textChanged, this, &StudentsPage::search);
    connect(m_class, &QComboBox::activated, this, &StudentsPage::search);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &StudentsPage::sortBy);
    connect(m_table, &RecordTable::opened, this, &StudentsPage::editStudent);
    connect(m_table, &RecordTable::deleteRequested, this, &StudentsPage::deleteStudent);
    connect(m_model, &StudentTableModel::loaded, this, &StudentsPage::showLoaded);
    connect(m_model, &StudentTableModel::failed, m_list, [this](const Error& error) {
        m_list->showError(error);
    });
    connect(m_list, &StateStack::retryRequested, this, [this] { reload(m_focus); });
    connect(m_list, &StateStack::actionRequested, this, [this] {
        if (m_model->isFiltered())
            clearSearch();
        else
            m_context.requestImport();
    });
    connect(m_form, &StudentForm::shown, this, [this] { showPanel(m_form); });
    connect(m_form, &StudentForm::saved, this, &StudentsPage::takeSaved);
    connect(m_form, &StudentForm::left, this, &StudentsPage::closePanel);
    connect(m_form, &StudentForm::failed, this, &StudentsPage::showProblem);
    connect(&m_context, &Context::dataChanged, this, [this] {
        reload(m_focus.isNull() ? idOf(m_table->currentId()) : m_focus);
        loadClasses();
    });
    connect(&m_context, &Context::pageOpened, this, &StudentsPage::obey);
}

void StudentsPage::obey(const QString& page, const QVariantMap& filter)
{
    if (page != QStringLiteral("students")) return;
    if (filter.contains("draft")) {
        m_form->resume(filter.value("draft").toJsonObject());
    } else if (filter.contains("student")) {
        m_focus = idOf(filter.value("student").toString());
        clearSearch();
    } else if (filter.contains("class")) {
        const QString name = filter.value("class").toString();
        if (m_class->findData(name) < 0) m_class->addItem(name, name);
        m_class->setCurrentIndex(m_class->findData(name));
        m_search->clear();
        search();
    } else if (!m_form->isVisible()) {
        m_takesFocus = m_list->state() == StateStack::State::Loading;
        focusList();
    }
}

void StudentsPage::focusList()
{
    const bool hasRows = m_list->state() == StateStack::State::Data;
    (hasRows ? static_cast<QWidget*>(m_table) : m_search)->setFocus();
}

void StudentsPage::search()
{
    m_keepRow = 0;
    m_table->scrollToTop();
    m_model->setSearch(m_search->text(), m_class->currentData().toString(), m_focus);
}

void StudentsPage::clearSearch()
{
    const QSignalBlocker quiet(m_search);
    m_search->clear();
    m_class->setCurrentIndex(0);
    search();
}

void StudentsPage::sortBy(int column)
{
    QHeaderView* head = m_table->horizontalHeader();
    if (column == StudentTableModel::Name || column == StudentTableModel::Nis) {
        m_order = {column, head->sortIndicatorOrder()};
        m_focus = idOf(m_table->currentId());
        m_model->sort(column, m_order.second, m_focus);
    }
    head->setSortIndicator(m_order.first, m_order.second); // a click moves it to any column
}

void StudentsPage::reload(const StudentId& focus)
{
    m_focus = focus;
    if (m_table->currentIndex().isValid()) m_keepRow = m_table->currentIndex().row();
    m_model->reload(focus, m_table->rowAt(0));
}

void StudentsPage::loadClasses()
{
    const auto work = [](storage::Store& store, const Progress&) {
        return people::listClassNames(store);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Result<QStringList>& names) {
        if (!names) return; // the list says why
        const QString chosen = m_class->currentData().toString();
        while (m_class->count() > 1)
            m_class->removeItem(1);
        for (const QString& name : *names)
            m_class->addItem(name, name);
        m_class->setCurrentIndex(std::max(0, m_class->findData(chosen)));
        m_form->suggestClasses(*names);
    });
}

void StudentsPage::showLoaded(int focusRow)
{
    const StudentId focus = std::exchange(m_focus, {});
    sayCount();
    if (focusRow < 0 && std::exchange(m_reveal, false) && m_model->isFiltered()) {
        m_focus = focus;
        clearSearch(); // what was just saved must be seen
        return;
    }
    m_reveal = false;
    if (m_model->rowCount() == 0) {
        showEmpty();
        return;
    }
    m_list->showData();
    const int row = focusRow >= 0 ? focusRow : std::min(m_keepRow, m_model->rowCount() - 1);
    m_table->setCurrentIndex(m_model->index(row, StudentTableModel::Name));
    if (std::exchange(m_takesFocus, false)) focusList();
}

void StudentsPage::showEmpty()
{
    if (m_model->isFiltered())
        m_list->showEmpty([] {
            return EmptyWords{
                .title = tr("No student is found"),
                .why = tr("Check the spelling of the name or NIS, and the class that is chosen."),
                .action = tr("Show all students")};
        });
    else
        m_list->showEmpty([] {
            return EmptyWords{
                .title = tr("There are no students yet"),
                .why = tr("Import the list you have (CSV), or add the first student with Ctrl+N."),
                .action = tr("Import a file")};
        });
}

void StudentsPage::showProblem(const Error& error)
{
    const ErrorWords said = words(error);
    m_problem->setText((QStringList() << said.what << said.advice).join(' '));
    m_problem->show();
}

void StudentsPage::addStudent()
{
    if (m_add->isHidden()) return;
    m_form->whenFree([this] { m_form->add(m_model->className()); });
}

void StudentsPage::editStudent(const QString& id)
{
    if (id.isEmpty()) return; // the row is not there yet
    m_problem->hide();
    m_form->whenFree([this, id] { m_form->edit(idOf(id)); });
}

void StudentsPage::showHistory()
{
    const int row = m_table->currentIndex().row();
    const StudentId student = m_model->idAt(row);
    if (student.isNull() || m_toHistory->isHidden()) return;
    m_form->whenFree([this, student, name = m_model->nameAt(row)] {
        showPanel(m_history);
        m_history->show(student, name);
    });
}

void StudentsPage::showPersonalData()
{
    const int row = m_table->currentIndex().row();
    const StudentId student = m_model->idAt(row);
    if (student.isNull() || m_toPersonalData->isHidden()) return;
    const QString nis = m_model->index(row, StudentTableModel::Nis).data().toString();
    m_form->whenFree([this, student, nis, name = m_model->nameAt(row)] {
        showPanel(m_personalData);
        m_personalData->show(student, name, nis);
    });
}

void StudentsPage::showPanel(QWidget* shown)
{
    for (QWidget* panel : std::initializer_list<QWidget*>{m_form, m_history, m_personalData})
        panel->setVisible(panel == shown);
    m_keys->setVisible(!shown); // for want of room
}

void StudentsPage::deleteStudent()
{
    const int row = m_table->currentIndex().row();
    const StudentId student = m_model->idAt(row);
    const bool may = m_context.may(security::Action::Update, security::Object::Students);
    if (student.isNull() || !may) return;
    const auto work = [student](storage::Store& store, const Progress&) {
        return store.remove(entityInfo<Student>(), student.value);
    };
    const auto deleted = [this, student, name = m_model->nameAt(row)](const Done& removed) {
        if (!removed) {
            showProblem(removed.error());
            return;
        }
        m_problem->hide();
        if (m_form->student() == student) closePanel();
        m_undo->offer(tr("%1 has been deleted.").arg(name), [this, student] { restore(student); });
        m_context.announceChange();
    };
    jobs::onFinished(m_context.store.submit(work), this, deleted);
}

void StudentsPage::restore(const StudentId& student)
{
    const auto work = [student](storage::Store& store, const Progress&) {
        return store.restore(entityInfo<Student>(), student.value);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this, student](const Done& restored) {
        if (!restored) {
            showProblem(restored.error());
            return;
        }
        m_focus = student;
        m_context.announceChange();
        m_table->setFocus();
    });
}

void StudentsPage::takeSaved(const StudentId& student, bool goesOn)
{
    m_problem->hide();
    if (!goesOn) closePanel();
    m_focus = student;
    m_reveal = true;
    m_context.announceChange();
}

void StudentsPage::closePanel()
{
    showPanel(nullptr);
    focusList();
}

bool StudentsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_table->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void StudentsPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

} // namespace edupro::ui
