// SPDX-License-Identifier: GPL-3.0-or-later
// One description enforces the same rule wherever a value comes from.
#include "core/Entities.h"
#include "core/exchange/Importer.h"
#include "core/exchange/RecordText.h"
#include "core/people/StudentImport.h"
#include "core/record/Validate.h"
#include "tests/support/FieldSamples.h"
#include "tests/support/SchoolDesk.h"
#include "tests/support/Stores.h"
#include "ui/common/RecordForm.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>

using namespace edupro;
using namespace edupro::tests;

namespace {

const QDate today(2026, 6, 15);

/// The rules that a value of one column breaks, without warnings.
std::vector<std::string> rulesOf(const std::vector<Issue>& issues, const QString& column)
{
    std::vector<std::string> rules;
    for (const Issue& issue : issues)
        if (!issue.warning && issue.field == column.toStdString()) rules.push_back(issue.rule);
    return rules;
}

std::string firstOf(const std::vector<std::string>& rules)
{
    return rules.empty() ? std::string() : rules.front();
}

const QVariant& valueOf(const EntityInfo& entity, const FieldInfo& field, const Values& values)
{
    return values[static_cast<std::size_t>(&field - entity.fields.data())];
}

/// As the command line takes it.
std::string brokenInWords(
    storage::Store& store, const EntityInfo& entity, const FieldInfo& field, const QString& text)
{
    const auto typed =
        exchange::withTyped(store, entity, Values(entity.fields.size()), {{field.column, text}});
    if (!typed) return firstOf(rulesOf(typed.error().issues, field.column));
    return firstOf(
        rulesOf(issuesOfField(field, valueOf(entity, field, *typed), today), field.column));
}

/// Types into the editor of the form; false when the editor cannot take this text at all.
bool typeIntoForm(QWidget* editor, const QString& text)
{
    if (auto* line = qobject_cast<QLineEdit*>(editor)) {
        line->setText(text);
        return true;
    }
    if (auto* lines = qobject_cast<QPlainTextEdit*>(editor)) {
        lines->setPlainText(text);
        return true;
    }
    auto* box = qobject_cast<QComboBox*>(editor);
    REQUIRE(box);
    for (int i = 0; i < box->count(); ++i) {
        const QVariant value = box->itemData(i);
        const bool isFlag = value.typeId() == QMetaType::Bool;
        const QString offered = !isFlag ? value.toString() : value.toBool() ? "true" : "0";
        if (offered != text.trimmed()) continue;
        box->setCurrentIndex(i);
        return true;
    }
    return false;
}

/// As the form takes it: what cannot be read, then what the store would refuse.
std::string
brokenInForm(const ui::RecordForm& form, const EntityInfo& entity, const FieldInfo& field)
{
    const Result<Values> record = form.record();
    if (!record) return firstOf(rulesOf(record.error().issues, field.column));
    return firstOf(
        rulesOf(issuesOfField(field, valueOf(entity, field, *record), today), field.column));
}

std::string told(const EntityInfo& entity, const FieldInfo& field, const FieldSample& sample)
{
    const QString text = sample.text.left(40);
    return QStringLiteral("%1.%2 = \"%3\"").arg(entity.table, field.column, text).toStdString();
}

/// A file of one row.
QString fileWith(const QTemporaryDir& folder, const QMap<QString, QString>& row)
{
    QFile file(folder.filePath("students.csv"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QStringList cells = row.values();
    file.write((row.keys().join(u',') + "\n\"" + cells.join("\",\"") + "\"\n").toUtf8());
    return file.fileName();
}

bool isTyped(const EntityInfo& entity, const FieldInfo& field)
{
    return &field != &entity.fields[static_cast<std::size_t>(entity.key)] &&
           field.type != FieldType::Uuid && field.rules.references.empty();
}

} // namespace

TEST_CASE("On the command line every field of every table enforces its rules", "[ui][record]")
{
    const auto store = memoryStore();
    int checked = 0;
    for (const EntityInfo* entity : allEntities()) {
        for (const FieldInfo& field : entity->fields) {
            if (!isTyped(*entity, field)) continue;
            for (const FieldSample& sample : samplesOf(field, today)) {
                INFO(told(*entity, field, sample));
                CHECK(brokenInWords(*store, *entity, field, sample.text) == sample.broken);
                ++checked;
            }
        }
    }
    CHECK(checked > 500);
}

TEST_CASE("In a form every field of every table enforces the same rules", "[ui][record]")
{
    const Desk desk(ui::Tongue::English);
    int checked = 0;
    for (const EntityInfo* entity : allEntities()) {
        ui::RecordForm form(desk.context.theme, *entity);
        for (const FieldInfo& field : entity->fields) {
            QWidget* editor = isTyped(*entity, field) ? form.editor(field.column) : nullptr;
            if (!editor) continue; // hidden
            for (const FieldSample& sample : samplesOf(field, today)) {
                INFO(told(*entity, field, sample));
                form.setRecord(Values(entity->fields.size()));
                if (!typeIntoForm(editor, sample.text)) {
                    // A box offers what is allowed and nothing else.
                    CHECK((!sample.broken.empty() || sample.text.trimmed().isEmpty()));
                    continue;
                }
                CHECK(brokenInForm(form, *entity, field) == sample.broken);
                ++checked;
            }
        }
    }
    CHECK(checked > 300);
}

TEST_CASE("An import of students refuses what the form of a student refuses", "[ui][record]")
{
    const QTemporaryDir folder;
    const auto store = memoryStore();
    const EntityInfo& entity = entityInfo<Student>();
    int checked = 0;
    for (const exchange::WantedField& wanted : people::studentImport(std::nullopt)->fields()) {
        const int index = entity.indexOf(wanted.name);
        if (index < 0) continue; // the class
        const FieldInfo& field = entity.fields[static_cast<std::size_t>(index)];
        if (!field.rules.choices.empty()) continue; // files have words of their own for those
        for (const FieldSample& sample : samplesOf(field, store->today())) {
            QMap<QString, QString> row{{"nis", "10001"}, {"name", "Siswa Contoh"}};
            row[field.column] = sample.text;
            const QString path = fileWith(folder, row);
            const auto import = people::studentImport(std::nullopt);
            const auto report = exchange::importFile(*store, path, *import);
            if (!report) FAIL(report.error().detail);
            INFO(told(entity, field, sample));
            REQUIRE(report->rejected == (sample.broken.empty() ? 0 : 1));
            const QString rule = report->rejected ? report->issues.front().rule : QString();
            CHECK(rule.toStdString() == sample.broken);
            ++checked;
        }
    }
    CHECK(checked > 60);
}
