// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/StudentPicker.h"

#include "core/jobs/OnFinished.h"
#include "ui/common/Roles.h"
#include "ui/common/SpokenLine.h"
#include "ui/shell/Context.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTimer>

namespace edupro::ui {

using Rows = std::vector<people::StudentRow>;

namespace {

constexpr int typingPause = 120; // ms
constexpr qint64 longest = 8;

QString wordsOf(const people::StudentRow& row)
{
    QStringList words{row.name};
    if (row.className) words << *row.className;
    words << QStringLiteral("NIS ") + row.nis;
    return words.join(QStringLiteral(" · "));
}

} // namespace

StudentPicker::StudentPicker(Context& context, QWidget* parent)
    : QLineEdit(parent)
    , m_context(context)
    , m_pause(new QTimer(this))
    , m_model(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_model, this))
{
    addAction(context.theme.icon("search"), LeadingPosition);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(static_cast<int>(longest));
    m_completer->setWidget(this); // not setCompleter(): the row decides, not its text
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(m_pause, &QTimer::timeout, this, &StudentPicker::ask);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_student = {};
        m_takesFirst = false;
        ++m_question;
        m_pause->start();
        emit changed();
    });
    connect(
        m_completer,
        qOverload<const QModelIndex&>(&QCompleter::activated),
        this,
        [this](const QModelIndex& index) { take(index.row()); });
    say();
}

void StudentPicker::choose(const StudentId& student, const QString& text)
{
    m_student = student;
    setText(text);
    setCursorPosition(0);
}

void StudentPicker::forget()
{
    choose({}, {});
}

void StudentPicker::ask()
{
    const QString wanted = text().trimmed();
    m_model->clear();
    if (wanted.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    const int question = ++m_question;
    const auto work = [wanted](storage::Store& store, const Progress&) {
        return people::listStudents(store, {.text = wanted, .className = {}}, 0, longest);
    };
    jobs::onFinished(
        m_context.store.submit(work), this, [this, question](const Result<Rows>& rows) {
            if (question == m_question) list(rows ? *rows : Rows());
        });
}

void StudentPicker::list(const Rows& rows)
{
    for (const people::StudentRow& row : rows) {
        auto* item = new QStandardItem(wordsOf(row));
        item->setData(row.id.text(), idRole);
        m_model->appendRow(item);
    }
    if (std::exchange(m_takesFirst, false)) {
        take(0);
        return;
    }
    if (rows.empty() || !hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void StudentPicker::take(int row)
{
    const QStandardItem* item = m_model->item(row);
    if (!item) return;
    choose({QUuid::fromString(item->data(idRole).toString())}, item->text());
    m_completer->popup()->hide();
    emit chosen();
    emit changed();
}

void StudentPicker::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || text().trimmed().isEmpty()) {
        QLineEdit::keyPressEvent(event);
    } else if (!m_student.isNull()) {
        emit chosen();
    } else if (m_pause->isActive() || m_model->rowCount() == 0) {
        m_takesFirst = true;
        m_pause->stop();
        ask();
    } else {
        take(0);
    }
}

void StudentPicker::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QLineEdit::changeEvent(event);
}

void StudentPicker::say()
{
    setPlaceholderText(tr("Name or NIS"));
    nameForHearing(*this, tr("Student"));
}

} // namespace edupro::ui
