// SPDX-License-Identifier: GPL-3.0-or-later
// The first step of an import: what the file is, and which column is which field.
#pragma once

#include "ui/imports/FileLook.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStandardItemModel;

namespace edupro::ui {

class RecordTable;
class Theme;

class ColumnsStep : public QWidget {
    Q_OBJECT
public:
    ColumnsStep(const Theme& theme, const QStringList& kinds, QWidget* parent = nullptr);

    void show(int kind, const ColumnMatch& match);
    int kind() const;
    /// What the person said about columns, beyond what was found.
    const QList<exchange::HeadingOverride>& map() const { return m_map; }
    void setMap(const QList<exchange::HeadingOverride>& map) { m_map = map; }
    bool isReady() const { return !m_match.problem && !m_match.headings.isEmpty(); }

signals:
    void chosen(); ///< another kind or column: match again

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QComboBox* makeFieldBox(int column);
    void chooseField(int column, const QString& field);
    void say();

    QStringList m_kinds;
    ColumnMatch m_match;
    QList<exchange::HeadingOverride> m_map;
    QLabel* m_question;
    QComboBox* m_kind;
    RecordTable* m_table;
    QStandardItemModel* m_model;
    QLabel* m_problem;
};

} // namespace edupro::ui
