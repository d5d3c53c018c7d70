// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/RestoreCard.h"

#include "ui/common/ChangeText.h"
#include "ui/common/Format.h"
#include "ui/common/Labelled.h"
#include "ui/common/PasswordField.h"
#include "ui/shell/Context.h"

#include <QCheckBox>
#include <QDateTime>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

namespace edupro::ui {

using storage::Kinship;
using storage::TableDifference;

namespace {

QString kinshipWords(Kinship kinship)
{
    switch (kinship) {
    case Kinship::NothingThere:
        return RestoreCard::tr("The open file cannot be compared with it.");
    case Kinship::SameLine:
        return RestoreCard::tr("An earlier state of this school file.");
    case Kinship::OtherLine:
        return RestoreCard::tr(
            "Of this school, but of another line: one of the two was restored or "
            "copied since. Each may hold entries that the other never had.");
    case Kinship::OtherSchool:
        return RestoreCard::tr("Of another school. Everything in the open file would be replaced "
                               "by the data of that school.");
    }
    return {};
}

bool changes(const TableDifference& table)
{
    return table.added > 0 || table.changed > 0 || table.removed > 0;
}

/// Those that a person knows by name. Not sessions, which change by every sign-in, and not
/// erasures, which a restore repeats.
std::vector<TableDifference> shown(const std::vector<TableDifference>& tables)
{
    std::vector<TableDifference> rows;
    for (const TableDifference& table : tables) {
        const bool known = tableWord(table.table) != table.table;
        const bool stays =
            table.table == QStringLiteral("sessions") || table.table == QStringLiteral("erasures");
        if (known && changes(table) && !stays) rows.push_back(table);
    }
    return rows;
}

QString countText(qint64 count)
{
    return count > 0 ? format::count(count) : QString(format::missing);
}

} // namespace

RestoreCard::RestoreCard(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_after(new QLabel(this))
    , m_sure(new QCheckBox(this))
    , m_restore(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName("restoreCard");
    setLook(this, "card");
    setLook(m_title, "strong");
    m_text->setObjectName("restoreText");
    setLook(m_after, "small");
    m_problem->setObjectName("restoreProblem");
    setLook(m_problem, "risk");
    m_sure->setObjectName("restoreSure");
    m_restore->setObjectName("restoreBackup");
    setLook(m_restore, "primary");
    m_cancel->setObjectName("leaveRestore");
    for (QLabel* label : {m_title, m_text, m_problem, m_after})
        label->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_restore);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(makeLock());
    layout->addWidget(makeChanges(), 1);
    layout->addWidget(m_after);
    layout->addWidget(m_sure);
    layout->addWidget(m_problem);
    layout->addStretch(0);
    layout->addLayout(buttons);
    connect(m_sure, &QCheckBox::toggled, this, &RestoreCard::allow);
    connect(m_restore, &QPushButton::clicked, this, &RestoreCard::restore);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_compared = {};
        emit left();
    });
    showStep(Step::Comparing);
}

QWidget* RestoreCard::makeLock()
{
    m_lock = new QWidget(this);
    m_loginWord = new QLabel(m_lock);
    m_login = new QLineEdit(m_lock);
    m_login->setObjectName("backupLogin");
    m_passwordWord = new QLabel(m_lock);
    m_password = new PasswordField(m_context.theme, QStringLiteral("backupPassword"), m_lock);
    m_codeWord = new QLabel(m_lock);
    m_code = new QLineEdit(m_lock);
    m_code->setObjectName("backupCode");
    m_code->setMaxLength(60);
    m_open = new QPushButton(m_lock);
    m_open->setObjectName("openBackup");
    auto* layout = new QVBoxLayout(m_lock);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    addLabelled(*layout, m_loginWord, m_login);
    addLabelled(*layout, m_passwordWord, m_password);
    addLabelled(*layout, m_codeWord, m_code);
    layout->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_login, &QLineEdit::returnPressed, m_password, qOverload<>(&QWidget::setFocus));
    connect(m_password, &PasswordField::entered, this, &RestoreCard::submitSecret);
    connect(m_code, &QLineEdit::returnPressed, this, &RestoreCard::submitSecret);
    connect(m_open, &QPushButton::clicked, this, &RestoreCard::submitSecret);
    return m_lock;
}

QWidget* RestoreCard::makeChanges()
{
    auto* area = new QScrollArea(this);
    area->setObjectName("restoreChanges");
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* rows = new QWidget(area);
    setLook(rows, "bar"); // the panel's ground
    m_grid = new QGridLayout(rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    area->setWidget(rows);
    m_changes = area;
    return area;
}

void RestoreCard::begin(const QString& backup)
{
    if (backup != m_compared.path) {
        m_code->clear();
        m_login->setText(m_context.person().login);
    }
    m_compared = {.path = backup, .preview = {}, .keys = {}};
    showStep(Step::Comparing);
}

void RestoreCard::show(const ComparedBackup& compared)
{
    m_compared = compared;
    m_code->clear();
    m_sure->setChecked(false);
    showStep(Step::Compared);
    m_cancel->setFocus();
}

void RestoreCard::refuse(const Error& error)
{
    m_error = error;
    const bool locked = error.key == "key.needed" || error.key == "key.wrong" ||
                        error.key == "key.expired" || error.key == "key.code" ||
                        error.key == "key.wait";
    showStep(locked ? Step::Locked : Step::Refused);
    if (!locked) return;
    if (m_login->text().isEmpty())
        m_login->setFocus();
    else
        m_password->setFocus();
}

void RestoreCard::submitSecret()
{
    BackupSecret secret{.login = m_login->text().trimmed(), .password = {}, .code = {}};
    if (!m_password->isEmpty()) {
        QString typed = m_password->take();
        secret.password =
            std::make_shared<const security::SecretBytes>(security::SecretBytes::ofPassword(typed));
        security::wipe(typed);
    } else {
        QString typed = wipeableText(*m_code);
        auto code = security::RecoveryCode::parse(typed);
        security::wipe(typed);
        if (!code) {
            refuse(code.error());
            return;
        }
        secret.code = std::make_shared<const security::RecoveryCode>(std::move(code).value());
    }
    emit secretGiven(secret);
}

void RestoreCard::restore()
{
    const QString when =
        format::dateTime(QDateTime::fromMSecsSinceEpoch(m_compared.preview.manifest.createdAt));
    m_context.dialogs.confirm(
        {.title = tr("Restore the backup of %1?").arg(when),
         .text = tr("The school closes and takes the state of that day. The present file is not "
                    "deleted: it stays beside it, under a name with \"before-restore\"."),
         .accept = tr("Restore"),
         .dangerous = true},
        [guard = QPointer(this)] {
            if (!guard) return;
            const ComparedBackup& compared = guard->m_compared;
            guard->m_context.requestRestore(
                {.backup = compared.path,
                 .keys = compared.keys,
                 .kinship = compared.preview.kinship,
                 .otherProtection = guard->hasOtherProtection()});
        });
}

void RestoreCard::showStep(Step step)
{
    m_step = step;
    m_lock->setVisible(step == Step::Locked);
    m_changes->setVisible(step == Step::Compared);
    m_after->setVisible(step == Step::Compared);
    m_restore->setVisible(step == Step::Compared);
    say();
    allow();
}

void RestoreCard::fillChanges()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto put = [this](int row, int column, const QString& text, const char* look) {
        auto* label = new QLabel(text, m_grid->parentWidget());
        if (look) setLook(label, look);
        label->setAlignment(column == 0 ? Qt::AlignLeft : Qt::AlignRight);
        m_grid->addWidget(label, row, column);
    };
    const std::vector<TableDifference> rows = shown(m_compared.preview.tables);
    if (rows.empty()) {
        put(0, 0, tr("No row would change."), nullptr);
        m_grid->setRowStretch(1, 1);
        return;
    }
    const QString heads[] = {QString(), tr("come back"), tr("change"), tr("go")};
    for (int column = 0; column < 4; ++column)
        put(0, column, heads[column], "small");
    int line = 1;
    for (const TableDifference& row : rows) {
        put(line, 0, tableWord(row.table), nullptr);
        put(line, 1, countText(row.added), nullptr);
        put(line, 2, countText(row.changed), nullptr);
        put(line, 3, countText(row.removed), row.removed > 0 ? "risk" : nullptr);
        ++line;
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setRowStretch(line, 1);
}

void RestoreCard::allow()
{
    const bool asks = m_step == Step::Compared && !cautions().isEmpty();
    m_sure->setVisible(asks);
    m_restore->setEnabled(!asks || m_sure->isChecked());
}

bool RestoreCard::hasOtherProtection() const
{
    return m_compared.preview.manifest.encrypted != m_context.standing().encrypted;
}

QStringList RestoreCard::cautions() const
{
    const storage::RestorePreview& preview = m_compared.preview;
    QStringList cautions;
    if (preview.kinship != Kinship::SameLine) cautions << kinshipWords(preview.kinship);
    if (!hasOtherProtection()) return cautions;
    if (preview.manifest.encrypted)
        cautions << tr("The backup is encrypted, the open file is not: afterwards only the "
                       "passwords and the recovery code of that day open the school.");
    else
        cautions << tr("The backup is not encrypted, the open file is: afterwards everybody who "
                       "gets the file can read it.");
    return cautions;
}

void RestoreCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QFrame::changeEvent(event);
}

void RestoreCard::say()
{
    const QString file = QFileInfo(m_compared.path).fileName();
    m_title->setText(tr("Restore"));
    m_problem->setVisible(false);
    if (m_step == Step::Comparing) {
        m_text->setText(tr("Comparing the backup with the open file…"));
    } else if (m_step == Step::Compared) {
        sayCompared();
    } else if (m_error) {
        const bool asks = m_error->key == "key.needed";
        const ErrorWords said = words(*m_error);
        m_text->setText(
            m_step == Step::Locked
                ? tr("%1 opens with the password or the recovery code of the day "
                     "it was made.")
                      .arg(file)
                : file);
        m_problem->setText(inLines(said));
        m_problem->setVisible(!asks);
    }
    m_loginWord->setText(tr("User name"));
    m_login->setAccessibleName(m_loginWord->text());
    m_passwordWord->setText(tr("Password"));
    m_password->setAccessibleWords(m_passwordWord->text());
    m_codeWord->setText(tr("or the recovery code"));
    m_code->setAccessibleName(tr("Recovery code"));
    m_open->setText(tr("Open the backup"));
    m_restore->setText(tr("Restore…"));
    m_cancel->setText(tr("Close"));
}

void RestoreCard::sayCompared()
{
    const storage::RestorePreview& preview = m_compared.preview;
    m_title->setText(
        tr("Restore the backup of %1")
            .arg(format::dateTime(QDateTime::fromMSecsSinceEpoch(preview.manifest.createdAt))));
    const QStringList cautions = this->cautions();
    setLook(m_text, cautions.isEmpty() ? "soft" : "watch");
    m_text->setText(
        cautions.isEmpty() ? kinshipWords(preview.kinship) : cautions.join(QStringLiteral("\n\n")));
    m_sure->setText(tr("I have read this and want it"));
    const bool keepsPeople = preview.kinship != Kinship::OtherSchool && !hasOtherProtection();
    m_after->setText(
        keepsPeople
            ? tr("Whoever was erased since stays erased. People, roles and passwords stay those "
                 "of today.")
            : tr("Whoever was erased since stays erased. People, roles and passwords are then "
                 "those of that day."));
    fillChanges();
}

} // namespace edupro::ui
