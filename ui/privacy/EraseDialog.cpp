// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privacy/EraseDialog.h"

#include "core/jobs/OnFinished.h"
#include "core/storage/backup/Replacement.h"
#include "ui/common/ChangeText.h"
#include "ui/common/ChoiceWords.h"
#include "ui/common/Format.h"
#include "ui/common/StateStack.h"
#include "ui/privacy/FieldOf.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace edupro::ui {

using privacy::ErasedTable;
using privacy::ErasureResult;
using storage::Store;

namespace {

QLabel* paragraph(const char* name, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

/// The headings of the columns that are emptied: "NIS, Name".
QString columnWords(const std::vector<const EntityInfo*>& entities, const ErasedTable& table)
{
    QStringList words;
    for (const EntityInfo* entity : entities) {
        if (entity->table != table.table) continue;
        for (const QString& column : table.columns)
            words << fieldWord(entity->fields[static_cast<std::size_t>(entity->indexOf(column))]);
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

EraseDialog::EraseDialog(Context& context, Wanted wanted, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_wanted(std::move(wanted))
    , m_title(new QLabel(this))
    , m_warning(new QLabel(this))
    , m_basisWord(new QLabel(this))
    , m_basis(new QComboBox(this))
    , m_typeWord(new QLabel(this))
    , m_typed(new QLineEdit(this))
    , m_erase(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName("eraseDialog");
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(560);
    setLook(m_title, "title");
    m_title->setWordWrap(true);
    setLook(m_warning, "risk");
    m_warning->setWordWrap(true);
    m_basis->setObjectName("eraseBasis");
    m_basis->addItem(QString(), QString());
    const FieldInfo& basis = fieldOf<Erasure>(u"basis");
    for (const QString& choice : choicesOf(basis))
        m_basis->addItem(QString(), choice);
    m_basis->setCurrentIndex(std::max(0, m_basis->findData(m_wanted.basis)));
    m_basisWord->setBuddy(m_basis);
    m_typed->setObjectName("eraseTyped");
    m_typed->setMaxLength(20);
    m_typeWord->setBuddy(m_typed);
    m_erase->setObjectName("eraseNow");
    m_erase->setAutoDefault(false); // Enter must not destroy
    setLook(m_erase, "danger");
    m_cancel->setObjectName("eraseNot");
    m_cancel->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_erase);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_warning);
    layout->addWidget(makePlan(), 1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_basisWord, m_basis, m_typeWord, m_typed})
        layout->addWidget(part);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    connect(m_basis, &QComboBox::activated, this, &EraseDialog::check);
    connect(m_typed, &QLineEdit::textChanged, this, &EraseDialog::check);
    connect(m_erase, &QPushButton::clicked, this, &EraseDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    say();
    load();
}

QWidget* EraseDialog::makePlan()
{
    auto* ground = new QWidget;
    setLook(ground, "plain");
    m_goesWord = new QLabel(ground);
    setLook(m_goesWord, "strong");
    m_goes = paragraph("eraseGoes", ground);
    m_staysWord = new QLabel(ground);
    setLook(m_staysWord, "strong");
    m_stays = paragraph("eraseStays", ground);
    m_keptWord = new QLabel(ground);
    setLook(m_keptWord, "strong");
    m_kept = paragraph("eraseKept", ground);
    auto* lines = new QVBoxLayout(ground);
    lines->setContentsMargins(12, 10, 8, 10);
    lines->setSpacing(4);
    lines->addWidget(m_goesWord);
    lines->addWidget(m_goes);
    lines->addSpacing(8);
    lines->addWidget(m_staysWord);
    lines->addWidget(m_stays);
    lines->addSpacing(8);
    lines->addWidget(m_keptWord);
    lines->addWidget(m_kept);
    lines->addStretch(1);
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(ground);
    auto* card = new QFrame(this);
    setLook(card, "card");
    card->setFixedHeight(300);
    m_states = new StateStack(m_context.theme, area, card);
    m_states->setObjectName("eraseStates");
    connect(m_states, &StateStack::retryRequested, this, &EraseDialog::load);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(m_states);
    return card;
}

void EraseDialog::load()
{
    m_states->showLoading();
    const auto work = [student = m_wanted.student](Store& store, const Progress&) -> Result<Plan> {
        auto plan = privacy::planErasure(store, student);
        if (!plan) return plan.error();
        const auto isStudent = [](const ErasedTable& table) {
            return table.table == entityInfo<Student>().table;
        };
        std::stable_partition(plan->begin(), plan->end(), isStudent); // first what it is about
        return Plan{
            .tables = std::move(plan).value(),
            .entities = store.entities(),
            .keptFiles = storage::keptFiles(store.path())};
    };
    jobs::onFinished(m_context.store.submit(work), this, [this](const Result<Plan>& plan) {
        if (plan)
            show(*plan);
        else
            m_states->showError(plan.error());
    });
}

void EraseDialog::show(const Plan& plan)
{
    m_plan = plan;
    m_states->showData();
    say();
    m_basis->setFocus();
}

void EraseDialog::check()
{
    m_erase->setEnabled(
        !m_plan.tables.empty() && !m_basis->currentData().toString().isEmpty() &&
        m_typed->text().trimmed() == m_wanted.nis);
}

void EraseDialog::accept()
{
    if (!m_erase->isEnabled()) return;
    const auto work = [student = m_wanted.student,
                       basis = m_basis->currentData().toString()](Store& store, const Progress&) {
        return privacy::eraseStudent(store, student, basis);
    };
    const auto future = m_context.store.submit(work);
    m_context.jobs.follow<ErasureResult>(
        tr("Erasing a student"), future, [](const ErasureResult& result) {
            return tr("Erased: %1 rows emptied, the values of %2 changes removed from the audit")
                .arg(format::count(result.rows), format::count(result.events));
        });
    // The dialog is gone when the answer comes.
    jobs::onFinished(
        future, &m_context, [&context = m_context](const Result<ErasureResult>& result) {
            if (result) context.announceChange();
        });
    QDialog::accept();
}

void EraseDialog::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QDialog::changeEvent(event);
}

void EraseDialog::say()
{
    setWindowTitle(tr("Erase a student"));
    m_title->setText(tr("Erase who %1 is?").arg(m_wanted.name));
    m_warning->setText(
        tr("This cannot be undone, not even from a backup: backups forget it, too."));
    m_keptWord->setText(tr("What an erasure does not reach"));
    m_goesWord->setText(tr("What goes for good"));
    m_staysWord->setText(tr("What stays, so that figures add up"));
    QStringList goes;
    QStringList stays;
    for (const ErasedTable& table : m_plan.tables) {
        const QString name = tableWord(table.table);
        if (table.rows > 0)
            goes << tr("%1 (%2): %3")
                        .arg(name, format::count(table.rows), columnWords(m_plan.entities, table));
        if (table.keptRows > 0) stays << tr("%1 (%2)").arg(name, format::count(table.keptRows));
    }
    goes << tr("What the audit tells of these values, and drafts about the student");
    stays << tr("That the student was here, in numbers and without a name");
    const auto bullets = [](const QStringList& lines) {
        return QStringLiteral("• ") + lines.join(QStringLiteral("\n• "));
    };
    m_goes->setText(bullets(goes));
    m_stays->setText(bullets(stays));
    m_kept->setText(
        tr("Files that a restore kept beside the school may still know the student. "
           "Remove them when they are not needed any more:") +
        u'\n' + bullets(m_plan.keptFiles));
    for (QLabel* label : {m_keptWord, m_kept})
        label->setVisible(!m_plan.keptFiles.isEmpty());
    m_basisWord->setText(tr("Why"));
    m_basis->setAccessibleName(m_basisWord->text());
    m_basis->setItemText(0, tr("Choose the reason"));
    const FieldInfo& basis = fieldOf<Erasure>(u"basis");
    for (int i = 1; i < m_basis->count(); ++i)
        m_basis->setItemText(i, choiceWord(basis, m_basis->itemData(i).toString()));
    m_typeWord->setText(
        tr("To be sure that it is the right student, type the NIS: %1").arg(m_wanted.nis));
    m_typed->setAccessibleName(m_typeWord->text());
    m_erase->setText(tr("Erase for good"));
    m_cancel->setText(tr("Cancel"));
    check();
}

void askToErase(Context& context, const EraseDialog::Wanted& wanted, QWidget* parent)
{
    (new EraseDialog(context, wanted, parent->window()))->open();
}

} // namespace edupro::ui
