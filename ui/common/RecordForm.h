// SPDX-License-Identifier: GPL-3.0-or-later
// A form made from the description of an entity: one labelled editor per field, faults said below
// it.
#pragma once

#include "core/base/Error.h"
#include "core/record/Schema.h"
#include "ui/common/FieldEditors.h"

#include <QJsonObject>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace edupro::ui {

class Theme;

/// Fields that are hidden, or hold an identity of another record, have no editor and keep their
/// values. Enter goes to the next field. A field is checked when it is left.
class RecordForm : public QWidget {
    Q_OBJECT
public:
    RecordForm(const Theme& theme, const EntityInfo& entity, QWidget* parent = nullptr);
    ~RecordForm() override;

    /// Adds a field that the record does not have (the class of a student), behind the field
    /// `after`.
    void addField(const FieldInfo& field, const QString& after);
    /// Takes the editor of a field away; the field keeps its value.
    void leaveOut(const QString& column);
    /// What an added field offers.
    void suggest(const QString& column, const QStringList& texts);

    /// Shows a record, and begins anew: nothing changed, no faults, nothing covered. Added fields
    /// become empty.
    void setRecord(const Values& values);
    /// Shows `mask` in the place of a value that the form is not told. The editor takes nothing,
    /// record() says what setRecord() said, and a button asks for the value (see valueWanted()).
    void cover(const QString& column, const QString& mask);
    /// Shows the value that was asked for.
    void uncover(const QString& column, const QVariant& value);
    /// Covers again what was uncovered and not changed since.
    void coverAgain();
    QStringList covered() const;
    /// Lets everything be read and nothing be changed.
    void setReadOnly(bool readOnly);
    /// Shows a value without counting it as typed.
    void setValue(const QString& column, const QVariant& value);
    /// The record as typed. Validation with the issues of what cannot be read.
    Result<Values> record() const;
    /// An added field's value; missing when it cannot be read.
    QVariant value(const QString& column) const;
    /// True when the person has typed or chosen something since setRecord().
    bool isChanged() const { return m_changed; }
    /// What stands in the editors, readable or not, by column; for a draft. Without sealed fields,
    /// which must not stand in the open elsewhere.
    QJsonObject typed() const;
    /// Shows typed() again and counts it as typed.
    void retype(const QJsonObject& typed);
    /// What is shown now is what is stored.
    void setUnchanged();

    /// Says each issue below its field and puts the cursor into the first one. Answers those that
    /// belong to no field.
    std::vector<Issue> showIssues(const std::vector<Issue>& issues);
    /// Says below each field that differs what is stored now.
    void showStored(const Values& stored);
    void clearNotes();
    void focusFirst();
    QWidget* editor(const QString& column) const;
    /// The heading of a field; the column itself when there is none.
    QString fieldName(const std::string& column) const;

signals:
    void changed();
    void valueWanted(const QString& column); ///< of a covered field
    void lastFieldLeft();                    ///< Enter in the last field

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Row;

    void addRow(std::unique_ptr<Row> row, std::size_t place);
    void layOut();
    void setCovered(Row& row, bool covered);
    Row* rowOf(QStringView column) const;
    Row* rowOf(const QObject* widget) const;
    void goOn(const Row* from);
    void scrollTo(QWidget* part);
    void check(Row& row);
    void say(Row& row);

    const Theme& m_theme;
    const EntityInfo& m_entity;
    Values m_values; ///< as shown by setRecord()
    std::vector<std::unique_ptr<Row>> m_rows;
    QGridLayout* m_layout;
    bool m_changed = false;
};

} // namespace edupro::ui
