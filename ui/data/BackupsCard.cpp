// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/data/BackupsCard.h"

#include "core/jobs/OnFinished.h"
#include "ui/common/ElidedLabel.h"
#include "ui/common/ErrorText.h"
#include "ui/common/RecordTable.h"
#include "ui/common/StateStack.h"
#include "ui/data/BackupsModel.h"
#include "ui/data/FileCard.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>

namespace edupro::ui {

using security::Action;
using security::Object;
using storage::BackupCheck;
using storage::BackupFile;
using storage::Store;

BackupsCard::BackupsCard(Context& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_model(new BackupsModel(this))
{
    setLook(this, "card");
    makeList();
    connectParts();
    m_verify->setVisible(context.may(Action::Verify, Object::Backups));
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_restore, m_restoreFile, m_automatic, m_otherFolder})
        part->setVisible(context.may(Action::Update, Object::Backups));
    choose();
    say();
    load();
}

void BackupsCard::connectParts()
{
    Backups& backups = m_context.backups;
    connect(m_verify, &QPushButton::clicked, this, &BackupsCard::verify);
    connect(m_restore, &QPushButton::clicked, this, &BackupsCard::restoreChosen);
    connect(m_restoreFile, &QPushButton::clicked, this, &BackupsCard::restoreFile);
    connect(m_otherFolder, &QPushButton::clicked, this, &BackupsCard::chooseFolder);
    connect(m_ownFolder, &QPushButton::clicked, this, [&backups] { backups.chooseFolder({}); });
    connect(
        m_showFolder, &QPushButton::clicked, this, [&backups] { openFolder(backups.folder()); });
    connect(m_automatic, &QCheckBox::toggled, &backups, &Backups::setAutomatic);
    connect(&backups, &Backups::changed, this, &BackupsCard::load);
    connect(m_table, &RecordTable::currentMoved, this, &BackupsCard::choose);
    connect(m_table, &RecordTable::opened, this, &BackupsCard::restoreChosen);
    connect(m_states, &StateStack::retryRequested, this, &BackupsCard::load);
    connect(m_states, &StateStack::actionRequested, this, &BackupsCard::backUp);
}

void BackupsCard::makeList()
{
    m_age = new QLabel(this);
    m_age->setObjectName("backupAge");
    m_age->setWordWrap(true);
    m_table = new RecordTable(m_context.theme, this);
    m_table->setObjectName("backupsTable");
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView* head = m_table->horizontalHeader();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(BackupsModel::Made, QHeaderView::Stretch);
    head->resizeSection(BackupsModel::Kind, 160);
    head->resizeSection(BackupsModel::Students, 80);
    head->resizeSection(BackupsModel::Size, 90);
    head->resizeSection(BackupsModel::State, 190);
    m_states = new StateStack(m_context.theme, m_table, this);
    m_states->setObjectName("backupsStates");
    m_told = new QLabel(this);
    m_told->setObjectName("backupTold");
    m_told->setWordWrap(true);
    m_told->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(m_age);
    layout->addLayout(makePlace());
    layout->addWidget(m_states, 1);
    layout->addWidget(m_told);
    layout->addLayout(makeButtons());
}

QBoxLayout* BackupsCard::makePlace()
{
    m_folder = new ElidedLabel(this);
    m_folder->setObjectName("backupFolder");
    setLook(m_folder, "small");
    m_showFolder = new QPushButton(this);
    m_showFolder->setObjectName("showBackupFolder");
    m_otherFolder = new QPushButton(this);
    m_otherFolder->setObjectName("chooseBackupFolder");
    m_ownFolder = new QPushButton(this);
    m_ownFolder->setObjectName("ownBackupFolder");
    auto* place = new QHBoxLayout;
    place->addWidget(m_folder, 1);
    for (QPushButton* button : {m_showFolder, m_otherFolder, m_ownFolder}) {
        setLook(button, "link");
        place->addWidget(button);
    }
    return place;
}

QBoxLayout* BackupsCard::makeButtons()
{
    m_verify = new QPushButton(this);
    m_verify->setObjectName("verifyBackup");
    m_restore = new QPushButton(this);
    m_restore->setObjectName("previewRestore");
    m_restoreFile = new QPushButton(this);
    m_restoreFile->setObjectName("restoreFile");
    m_automatic = new QCheckBox(this);
    m_automatic->setObjectName("automaticBackups");
    m_automatic->setChecked(m_context.backups.areAutomatic());
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_verify, m_restore, m_restoreFile})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_automatic);
    return buttons;
}

void BackupsCard::load()
{
    if (!m_listed) m_states->showLoading();
    const auto work = [folder = m_context.backups.folder()](Store& store, const Progress&) {
        return listForPage(store, folder);
    };
    m_loading.ask(m_context.store.submit(work), this, [this](const Result<BackupsListed>& listed) {
        if (listed)
            take(*listed);
        else
            m_states->showError(listed.error());
    });
}

void BackupsCard::take(const BackupsListed& listed)
{
    const QString before = m_table->currentId();
    m_listed = listed;
    m_model->setListed(listed);
    if (m_model->rowCount() == 0) {
        m_states->showEmpty([may = m_context.may(Action::Create, Object::Backups)] {
            return EmptyWords{
                .title = tr("There is no backup yet"),
                .why = tr("A backup is one file that holds the whole school. Keep one on a stick "
                          "in another room, for the day when this computer is gone."),
                .action = may ? tr("Back up now") : QString()};
        });
    } else {
        m_states->showData();
        m_table->selectRow(std::max(0, m_model->indexOf(before)));
    }
    choose();
    say();
    emit loaded(listed.schoolSize);
}

void BackupsCard::choose()
{
    const BackupsModel::Row* row = m_model->at(m_table->currentIndex().row());
    m_verify->setEnabled(row && !m_checks);
    m_restore->setEnabled(row && row->readable);
}

void BackupsCard::backUp()
{
    if (m_backsUp) return;
    m_backsUp = true;
    emit backingUp(true);
    const auto future = m_context.backups.backUp();
    const QString folder = m_context.backups.folder();
    m_context.jobs.follow<BackupFile>(
        tr("Backing up"),
        future,
        [](const BackupFile& backup) {
            return tr("Backed up and checked: %1").arg(QFileInfo(backup.path).fileName());
        },
        {.text = tr("Show the folder"), .go = [folder] {
             openFolder(folder);
         }});
    jobs::onFinished(future, this, [this](const Result<BackupFile>& made) {
        m_backsUp = false;
        emit backingUp(false);
        if (made) {
            tell({}, "soft");
            m_context.backups.announceChange();
        } else {
            showProblem(made.error());
        }
    });
}

void BackupsCard::verify()
{
    const BackupsModel::Row* row = m_model->at(m_table->currentIndex().row());
    if (!row || m_checks) return;
    m_checks = true;
    choose();
    const auto fail = [this](const Error& error) {
        m_checks = false;
        choose();
        showProblem(error);
    };
    const auto read = [](Store& store, const Progress&) {
        return openFileOf(store, false);
    };
    const auto check = [this, path = row->backup.path](const OpenFile& open) {
        const auto future = m_context.backups.lane().submit(
            [path, keys = keysOf(open, {})](const Progress& progress) {
                auto opened = storage::verifyBackup(path, keys, progress);
                if (opened || opened.error().key != "key.needed") return opened;
                return storage::verifyBackup(path, {}, progress); // its bytes at least
            });
        m_context.jobs.follow<BackupCheck>(
            tr("Checking the backup"), future, [](const BackupCheck&) { return tr("Checked"); });
        jobs::onFinished(future, this, [this, path](const Result<BackupCheck>& checked) {
            takeCheck(path, checked);
        });
    };
    jobs::onFinished(
        m_context.store.submit(read), this, [fail, check](const Result<OpenFile>& open) {
            if (open)
                check(*open);
            else
                fail(open.error());
        });
}

void BackupsCard::takeCheck(const QString& path, const Result<BackupCheck>& check)
{
    using Check = BackupsModel::Check;
    m_checks = false;
    choose();
    const QDateTime now = QDateTime::currentDateTime();
    if (check && check->opened) {
        m_model->setCheck(path, Check::Whole, now);
        tell(tr("This backup is whole: it was opened, checked and counted."), "fine");
    } else if (check) {
        m_model->setCheck(path, Check::Locked, now);
        tell(
            tr("Every byte is as it was written. It was made under other keys, so it was not "
               "opened: Restore asks for them."),
            "watch");
    } else {
        if (check.error().code == ErrorCode::Corrupt) m_model->setCheck(path, Check::Damaged, now);
        showProblem(check.error());
    }
}

void BackupsCard::restoreChosen()
{
    if (!m_restore->isEnabled() || m_restore->isHidden()) return;
    const BackupsModel::Row* row = m_model->at(m_table->currentIndex().row());
    if (row) emit restoreWanted(row->backup.path);
}

void BackupsCard::restoreFile()
{
    m_context.dialogs.openFile(
        {.title = tr("Choose the backup to restore"),
         .filter = tr("Backups (*.edupro-backup)"),
         .suggested = {}},
        [guard = QPointer(this)](const QString& path) {
            if (guard) emit guard->restoreWanted(path);
        });
}

void BackupsCard::chooseFolder()
{
    m_context.dialogs.chooseFolder(
        {.title = tr("Where backups go"), .filter = {}, .suggested = m_context.backups.folder()},
        [guard = QPointer(this)](const QString& folder) {
            if (guard) guard->m_context.backups.chooseFolder(folder);
        });
}

void BackupsCard::showProblem(const Error& error)
{
    if (error.code == ErrorCode::Cancelled) {
        tell({}, "soft");
        return;
    }
    const ErrorWords said = words(error);
    tell((QStringList() << said.what << said.advice).join(' '), "risk");
}

void BackupsCard::tell(const QString& text, const char* look)
{
    setLook(m_told, look);
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
}

void BackupsCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        tell({}, "soft");
        say();
    }
    QFrame::changeEvent(event);
}

void BackupsCard::focusTable()
{
    m_table->setFocus();
}

void BackupsCard::say()
{
    const Backups& backups = m_context.backups;
    m_folder->setText(tr("In %1").arg(QDir::toNativeSeparators(backups.folder())));
    m_showFolder->setText(tr("Show the folder"));
    m_showFolder->setVisible(m_model->rowCount() > 0);
    m_otherFolder->setText(tr("Choose a stick or folder…"));
    m_ownFolder->setText(tr("Beside the school file"));
    m_ownFolder->setVisible(
        backups.hasChosenFolder() && m_context.may(Action::Update, Object::Backups));
    m_verify->setText(tr("Check"));
    m_restore->setText(tr("Restore…"));
    m_restoreFile->setText(tr("Restore another file…"));
    m_automatic->setText(tr("Back up automatically"));
    m_automatic->setToolTip(
        tr("Once a day, before every import, and when the program closes after changes"));
    m_table->setAccessibleName(tr("Backups"));
    m_model->retranslate();
    sayAge();
}

void BackupsCard::sayAge()
{
    m_age->setVisible(m_listed.has_value());
    if (!m_listed) return;
    const std::optional<int> days = m_listed->daysSince;
    const bool old = !days || *days >= storage::warnAfterDays;
    setLook(m_age, old ? "risk" : "fine");
    if (!days)
        m_age->setText(tr("This school has no backup here. If this computer breaks, everything is "
                          "lost."));
    else if (*days == 0)
        m_age->setText(tr("Backed up within the last 24 hours."));
    else
        m_age->setText(tr("The newest backup is %Ln day(s) old.", nullptr, *days));
}

} // namespace edupro::ui
