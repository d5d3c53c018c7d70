// SPDX-License-Identifier: GPL-3.0-or-later
// The page Data: the school file, its backups, and bringing one of them back.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "ui/data/BackupTasks.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace edupro::ui {

class BackupsCard;
class Context;
class FileCard;
class PageHeader;
class RestoreCard;

class DataPage : public QWidget {
    Q_OBJECT
public:
    explicit DataPage(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void compare(const QString& backup, const BackupSecret& secret);
    void compareWith(const OpenFile& open, const QString& backup, const BackupSecret& secret);
    void say();

    Context& m_context;
    jobs::LatestOnly m_opening;
    jobs::LatestOnly m_comparing;
    PageHeader* m_header;
    QPushButton* m_backUp;
    BackupsCard* m_backups;
    QStackedWidget* m_side;
    FileCard* m_file;
    RestoreCard* m_restore;
};

} // namespace edupro::ui
