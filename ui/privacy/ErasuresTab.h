// SPDX-License-Identifier: GPL-3.0-or-later
// The register of erasures: when, by whom, why.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/privacy/Erasure.h"

#include <QHash>
#include <QWidget>

namespace edupro::ui {

class Context;
class ListPane;

class ErasuresTab : public QWidget {
    Q_OBJECT
public:
    explicit ErasuresTab(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Listed {
        std::vector<Erasure> rows; ///< newest first
        QHash<QString, QString> names;
    };

    void load();
    void show(Listed listed);

    Context& m_context;
    ListPane* m_list;
    Listed m_listed;
    jobs::LatestOnly m_loading;
};

} // namespace edupro::ui
