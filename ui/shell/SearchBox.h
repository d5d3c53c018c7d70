// SPDX-License-Identifier: GPL-3.0-or-later
// The search field of the top bar: asks every source while the person types, and opens what is
// chosen.
#pragma once

#include "ui/shell/Context.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;
class QTimer;

namespace edupro::ui {

class SearchBox : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchBox(Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void ask();
    void add(const std::vector<SearchHit>& hits);
    void open(int row);
    void say();

    Context& m_context;
    QTimer* m_pause;
    QStandardItemModel* m_model;
    QCompleter* m_completer;
    std::vector<SearchHit> m_hits;
    int m_question = 0; ///< answers to older questions are dropped
};

} // namespace edupro::ui
