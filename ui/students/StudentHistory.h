// SPDX-License-Identifier: GPL-3.0-or-later
// The panel that tells who changed what of a student, and when.
#pragma once

#include "core/jobs/LatestOnly.h"
#include "core/people/Student.h"
#include "core/storage/StoreLane.h"

#include <QFrame>
#include <QHash>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace edupro::ui {

class Context;
class StateStack;

/// Newest first. Masked values are told as changed, not shown. Esc leaves.
class StudentHistory : public QFrame {
    Q_OBJECT
public:
    static constexpr int longest = 200; ///< changes that are listed

    explicit StudentHistory(Context& context, QWidget* parent = nullptr);

    void show(const StudentId& student, const QString& name);
    const StudentId& student() const { return m_student; }
    void load();

signals:
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Told;

    void take(const Told& told);
    void addEntry(const storage::Change& change);
    void say();

    Context& m_context;
    StudentId m_student;
    QString m_name;
    std::vector<storage::Change> m_changes;
    QHash<QString, QString> m_people;
    QLabel* m_title;
    StateStack* m_states;
    QVBoxLayout* m_entries = nullptr;
    QPushButton* m_close;
    jobs::LatestOnly m_loading;
};

} // namespace edupro::ui
