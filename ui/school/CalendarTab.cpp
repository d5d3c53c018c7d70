// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/school/CalendarTab.h"

#include "core/jobs/OnFinished.h"
#include "core/school/CalendarText.h"
#include "core/school/SchoolRecords.h"
#include "core/school/Term.h"
#include "ui/common/ChoiceWords.h"
#include "ui/common/Format.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/common/UndoBar.h"
#include "ui/school/CalendarMonth.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

namespace edupro::ui {

namespace {

constexpr int sideWidth = 360;

const FieldInfo& kindField()
{
    const EntityInfo& entity = entityInfo<CalendarDay>();
    return entity.fields[static_cast<std::size_t>(entity.indexOf(u"kind"))];
}

QDate firstOfMonth(QDate day)
{
    return QDate(day.year(), day.month(), 1);
}

} // namespace

CalendarTab::CalendarTab(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_before(new QToolButton(this))
    , m_after(new QToolButton(this))
    , m_title(new QLabel(this))
    , m_month(new CalendarMonth(context.theme, this))
    , m_kindWord(new QLabel(this))
    , m_kind(new QComboBox(this))
    , m_nameWord(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_paste(new QPushButton(this))
    , m_hint(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_list(new ListPane(context.theme, QStringLiteral("calendarTable"), this))
    , m_undo(new UndoBar(context.theme, std::chrono::seconds(10), this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeMonth(), 1);
    layout->addWidget(makeSide());
    connect(m_month, &CalendarMonth::toggled, this, &CalendarTab::toggle);
    connect(m_before, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_after, &QToolButton::clicked, this, [this] { go(1); });
    connect(m_paste, &QPushButton::clicked, this, &CalendarTab::paste);
    const auto bind = [](QWidget* on, const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, on);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, on, act);
    };
    bind(m_month, QKeySequence::Paste, [this] { paste(); });
    bind(this, Qt::Key_PageUp, [this] { go(-1); });
    bind(this, Qt::Key_PageDown, [this] { go(1); });
    connect(&m_list->table(), &RecordTable::opened, this, [this](const QString& id) {
        m_first = firstOfMonth(QDate::fromString(id, Qt::ISODate));
        load();
    });
    connect(&m_list->states(), &StateStack::retryRequested, this, &CalendarTab::load);
    connect(&context, &Context::dataChanged, this, &CalendarTab::load);
    say();
    load();
}

QWidget* CalendarTab::makeMonth()
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    setLook(m_title, "title");
    m_title->setObjectName("calendarTitle");
    m_title->setAlignment(Qt::AlignCenter);
    m_before->setObjectName("monthBefore");
    m_after->setObjectName("monthAfter");
    m_before->setIcon(m_context.theme.icon(QStringLiteral("chevron-left")));
    m_after->setIcon(m_context.theme.icon(QStringLiteral("chevron-right")));
    auto* head = new QHBoxLayout;
    head->addWidget(m_before);
    head->addWidget(m_title, 1);
    head->addWidget(m_after);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_month, 1);
    layout->addWidget(m_undo);
    return card;
}

QWidget* CalendarTab::makeSide()
{
    const bool mayWrite = m_context.may(security::Action::Create, security::Object::Settings);
    auto* side = new QWidget(this);
    side->setFixedWidth(sideWidth);
    m_kind->setObjectName("calendarKind");
    m_name->setObjectName("calendarName");
    m_name->setMaxLength(100);
    m_paste->setObjectName("pasteCalendar");
    m_hint->setWordWrap(true);
    setLook(m_hint, "soft");
    setLook(m_problem, "risk");
    m_problem->setObjectName("calendarProblem");
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_kindWord->setBuddy(m_kind);
    m_nameWord->setBuddy(m_name);
    m_list->setWidths({90, 0});
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_kindWord, m_kind, m_nameWord, m_name, m_hint, m_paste}) {
        layout->addWidget(part);
        part->setVisible(mayWrite);
    }
    layout->addWidget(m_problem);
    layout->addWidget(m_list, 1);
    return side;
}

Result<CalendarTab::Shown> CalendarTab::read(storage::Store& store, QDate month)
{
    Shown shown{.today = store.today(), .month = {}, .named = {}};
    const QDate first = month.isValid() ? month : firstOfMonth(shown.today);
    auto days = school::schoolCalendar(store, first, first.addMonths(1).addDays(-1));
    if (!days) return days.error();
    shown.month = std::move(days).value();
    const DaySpan year = daysOfYear(termCodeOn(first).left(4).toInt());
    auto named = school::listCalendarDays(store, year.first, year.last);
    if (!named) return named.error();
    shown.named = std::move(named).value();
    return shown;
}

void CalendarTab::load()
{
    const auto work = [month = m_first](storage::Store& store, const Progress&) {
        return read(store, month);
    };
    m_loading.ask(m_context.store.submit(work), this, [this](Result<Shown> shown) {
        if (shown)
            show(std::move(shown).value());
        else
            m_list->states().showError(shown.error());
    });
}

void CalendarTab::show(Shown shown)
{
    const bool isFirst = !m_first.isValid();
    m_shown = std::move(shown);
    m_first = m_shown.month.front().day;
    m_month->show(m_shown.month);
    if (isFirst) m_month->chooseDay(m_shown.today);
    const auto rows = [this] {
        TextRows::Table table{.headings = {tr("Day"), tr("Name")}, .rows = {}, .numbers = {}};
        for (const CalendarDay& day : m_shown.named)
            table.rows.push_back(
                {.id = day.day.toString(Qt::ISODate),
                 .cells = {format::date(day.day), day.name},
                 .chip = {}});
        return table;
    };
    m_list->show(rows);
    if (m_shown.named.empty()) {
        m_list->states().showEmpty([] {
            return EmptyWords{
                .title = tr("No holidays in this school year"),
                .why = tr("Mark them in the month, or paste the list of the government's decree."),
                .action = {}};
        });
    }
    say();
}

void CalendarTab::go(int months)
{
    m_first = m_first.addMonths(months);
    load();
}

void CalendarTab::toggle(QDate day)
{
    m_problem->hide();
    if (!m_context.may(security::Action::Create, security::Object::Settings)) return;
    const auto named =
        std::find_if(m_shown.named.begin(), m_shown.named.end(), [day](const CalendarDay& known) {
            return known.day == day;
        });
    if (named != m_shown.named.end()) {
        putBack({CalendarDay{.day = day}});
        const std::vector<CalendarDay> before{*named};
        m_undo->offer(tr("%1 taken out of the calendar.").arg(named->name), [this, before] {
            putBack(before);
        });
        return;
    }
    const QString kind = m_kind->currentData().toString();
    const QString typed = m_name->text().simplified();
    enter({CalendarDay{
        .day = day, .kind = kind, .name = typed.isEmpty() ? m_kind->currentText() : typed}});
}

void CalendarTab::paste()
{
    m_problem->hide();
    if (!m_context.may(security::Action::Create, security::Object::Settings)) return;
    const auto days = school::calendarFromText(
        QApplication::clipboard()->text(), m_kind->currentData().toString());
    if (!days)
        tell(days.error());
    else
        enter(*days);
}

void CalendarTab::enter(const std::vector<CalendarDay>& days)
{
    const auto work = [days](storage::Store& store, const Progress&) {
        return school::enterCalendarDays(store, days);
    };
    using Before = Result<std::vector<CalendarDay>>;
    jobs::onFinished(m_context.store.submit(work), this, [this](const Before& before) {
        if (!before) {
            tell(before.error());
            return;
        }
        m_context.announceChange();
        m_undo->offer(
            tr("%n days entered.", nullptr, static_cast<int>(before->size())),
            [this, days = *before] { putBack(days); });
    });
}

void CalendarTab::putBack(const std::vector<CalendarDay>& days)
{
    const auto work = [days](storage::Store& store, const Progress&) {
        return school::putBackCalendarDays(store, days);
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Done& put) {
        if (!put) tell(put.error());
        m_context.announceChange();
    });
}

void CalendarTab::tell(const Error& error)
{
    const auto names = [](const std::string&) {
        return tr("Day");
    };
    m_problem->setText(inLines(words(error, names)));
    m_problem->show();
}

void CalendarTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_list->rows().retranslate();
        say();
    }
    QWidget::changeEvent(event);
}

void CalendarTab::say()
{
    m_title->setText(
        m_first.isValid() ? QLocale().standaloneMonthName(m_first.month()) + QLatin1Char(' ') +
                                QString::number(m_first.year())
                          : QString());
    m_month->setAccessibleName(tr("School calendar %1").arg(m_title->text()));
    m_before->setToolTip(tr("Month before (Page up)"));
    m_before->setAccessibleName(tr("Month before"));
    m_after->setToolTip(tr("Month after (Page down)"));
    m_after->setAccessibleName(tr("Month after"));
    m_kindWord->setText(tr("A day that is marked becomes"));
    const int chosen = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    for (const QString& kind : choicesOf(kindField()))
        m_kind->addItem(choiceWord(kindField(), kind), kind);
    m_kind->setCurrentIndex(chosen);
    m_kind->setAccessibleName(m_kindWord->text());
    m_nameWord->setText(tr("Its name"));
    m_name->setAccessibleName(m_nameWord->text());
    m_hint->setText(tr("Click a day, or press Space on it, to mark it; once more takes the mark "
                       "away. A list, one line a day such as “17/08/2026 Proklamasi”, is copied "
                       "and pasted."));
    m_paste->setText(tr("Paste a list"));
    m_paste->setToolTip(tr("Enter the copied lines (Ctrl+V in the month)"));
}

} // namespace edupro::ui
