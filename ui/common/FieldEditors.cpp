// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/FieldEditors.h"

#include "core/record/Validate.h"
#include "ui/common/ChoiceWords.h"
#include "ui/common/ReadOnly.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace edupro::ui {

namespace {

constexpr int longestLine = 300; ///< characters; what may be longer gets several lines

/// A box has no read-only state of its own: it is disabled, but reads like the lines beside it.
void closeBox(QComboBox* box, bool readOnly)
{
    box->setProperty("readOnly", readOnly);
    box->setDisabled(readOnly);
    dressAnew(box);
}

/// Texts and numbers.
class LineEditor : public FieldEditor {
public:
    LineEditor(const FieldInfo& field, QWidget* parent, std::function<void()> changed)
        : m_field(field)
        , m_line(new QLineEdit(parent))
    {
        QObject::connect(
            m_line, &QLineEdit::textEdited, m_line, [changed = std::move(changed)] { changed(); });
    }

    QWidget* widget() const override { return m_line; }
    Result<QVariant> value() const override { return valueFromText(m_field, m_line->text()); }
    void show(const QVariant& value) override
    {
        QString text = textOf(m_field, value);
        if (m_field.type == FieldType::Real) text.replace('.', QLocale().decimalPoint());
        ui::setReadOnly(m_line, m_readOnly);
        m_line->setText(text);
        m_line->setCursorPosition(0);
    }
    void cover(const QString& mask) override
    {
        ui::setReadOnly(m_line, true);
        m_line->setText(mask);
    }
    void setReadOnly(bool readOnly) override
    {
        m_readOnly = readOnly;
        ui::setReadOnly(m_line, readOnly);
    }

protected:
    const FieldInfo m_field;
    QLineEdit* const m_line;

private:
    bool m_readOnly = false;
};

/// Texts of several sentences. Tab leaves, Enter begins a new line.
class TextEditor : public FieldEditor {
public:
    TextEditor(const FieldInfo& field, QWidget* parent, std::function<void()> changed)
        : m_field(field)
        , m_text(new QPlainTextEdit(parent))
    {
        m_text->setTabChangesFocus(true);
        m_text->setFixedHeight(linesShown * m_text->fontMetrics().lineSpacing() + 20);
        QObject::connect(
            m_text, &QPlainTextEdit::textChanged, m_text, [changed = std::move(changed)] {
                changed();
            });
    }

    QWidget* widget() const override { return m_text; }
    Result<QVariant> value() const override
    {
        return valueFromText(m_field, m_text->toPlainText());
    }
    void show(const QVariant& value) override
    {
        ui::setReadOnly(m_text, m_readOnly);
        write(textOf(m_field, value));
    }
    void cover(const QString& mask) override
    {
        ui::setReadOnly(m_text, true);
        write(mask);
    }
    void setReadOnly(bool readOnly) override
    {
        m_readOnly = readOnly;
        ui::setReadOnly(m_text, readOnly);
    }

private:
    static constexpr int linesShown = 3;

    void write(const QString& text)
    {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(text);
    }

    const FieldInfo m_field;
    QPlainTextEdit* const m_text;
    bool m_readOnly = false;
};

class DateEditor : public LineEditor {
public:
    DateEditor(const FieldInfo& field, QWidget* parent, std::function<void()> changed)
        : LineEditor(field, parent, std::move(changed))
    {
        // What was understood is shown at once, so that a slip is seen while it is fresh.
        QObject::connect(m_line, &QLineEdit::editingFinished, m_line, [line = m_line] {
            if (const QDate date = typedDate(line->text()); date.isValid())
                line->setText(dateText(date));
        });
        retranslate();
    }

    Result<QVariant> value() const override
    {
        const QString text = m_line->text().trimmed();
        if (text.isEmpty()) return QVariant();
        if (const QDate date = typedDate(text); date.isValid()) return QVariant(date);
        return Error{
            .code = ErrorCode::Validation,
            .key = "value.date",
            .detail = m_field.column.toStdString() + ": not a date",
            .issues = {
                {.field = m_field.column.toStdString(),
                 .rule = "date",
                 .value = text.toStdString()}}};
    }
    void show(const QVariant& value) override { m_line->setText(dateText(value.toDate())); }
    void retranslate() override
    {
        m_line->setPlaceholderText(QCoreApplication::translate("FieldEditors", "dd/mm/yyyy"));
    }
};

class ChoiceEditor : public FieldEditor {
public:
    ChoiceEditor(const FieldInfo& field, QWidget* parent, std::function<void()> changed)
        : m_field(field)
        , m_box(new QComboBox(parent))
    {
        if (m_field.nullable) m_box->addItem(QString(), QVariant());
        if (m_field.type == FieldType::Flag) {
            m_box->addItem(QString(), QVariant(true));
            m_box->addItem(QString(), QVariant(false));
        }
        for (const QString& choice : choicesOf(m_field))
            m_box->addItem(QString(), QVariant(choice));
        retranslate();
        QObject::connect(
            m_box, &QComboBox::activated, m_box, [changed = std::move(changed)] { changed(); });
    }

    QWidget* widget() const override { return m_box; }
    Result<QVariant> value() const override { return m_box->currentData(); }
    void show(const QVariant& value) override
    {
        m_box->setCurrentIndex(std::max(0, m_box->findData(value)));
    }
    void setReadOnly(bool readOnly) override { closeBox(m_box, readOnly); }
    void retranslate() override
    {
        for (int i = 0; i < m_box->count(); ++i)
            m_box->setItemText(i, word(m_box->itemData(i)));
    }

private:
    QString word(const QVariant& value) const
    {
        if (!value.isValid()) return QString(QChar(0x2014));
        if (m_field.type != FieldType::Flag) return choiceWord(m_field, value.toString());
        return value.toBool() ? QCoreApplication::translate("FieldEditors", "Yes")
                              : QCoreApplication::translate("FieldEditors", "No");
    }

    const FieldInfo m_field;
    QComboBox* const m_box;
};

class SuggestingEditor : public FieldEditor {
public:
    SuggestingEditor(const FieldInfo& field, QWidget* parent, std::function<void()> changed)
        : m_field(field)
        , m_box(new QComboBox(parent))
    {
        m_box->setEditable(true);
        m_box->setInsertPolicy(QComboBox::NoInsert);
        m_box->completer()->setFilterMode(Qt::MatchStartsWith);
        m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
        const auto tell = [changed = std::move(changed)] {
            changed();
        };
        QObject::connect(m_box->lineEdit(), &QLineEdit::textEdited, m_box, tell);
        QObject::connect(m_box, &QComboBox::activated, m_box, tell);
    }

    QWidget* widget() const override { return m_box; }
    Result<QVariant> value() const override
    {
        return valueFromText(m_field, m_box->currentText().simplified());
    }
    void show(const QVariant& value) override { m_box->setEditText(textOf(m_field, value)); }
    void setReadOnly(bool readOnly) override { closeBox(m_box, readOnly); }
    void suggest(const QStringList& texts) override
    {
        QStringList present;
        for (int i = 0; i < m_box->count(); ++i)
            present << m_box->itemText(i);
        if (present == texts) return; // leaves the cursor of who is typing alone
        const QString typed = m_box->currentText();
        m_box->clear();
        m_box->addItems(texts);
        m_box->setCurrentIndex(-1);
        m_box->setEditText(typed);
    }

private:
    const FieldInfo m_field;
    QComboBox* const m_box;
};

} // namespace

std::unique_ptr<FieldEditor>
makeEditor(const FieldInfo& field, QWidget* parent, std::function<void()> changed)
{
    if (field.type == FieldType::Flag || !field.rules.choices.empty())
        return std::make_unique<ChoiceEditor>(field, parent, std::move(changed));
    if (field.type == FieldType::Date)
        return std::make_unique<DateEditor>(field, parent, std::move(changed));
    if (field.type == FieldType::Text && field.rules.length.max > longestLine)
        return std::make_unique<TextEditor>(field, parent, std::move(changed));
    return std::make_unique<LineEditor>(field, parent, std::move(changed));
}

std::unique_ptr<FieldEditor>
makeSuggestingEditor(const FieldInfo& field, QWidget* parent, std::function<void()> changed)
{
    return std::make_unique<SuggestingEditor>(field, parent, std::move(changed));
}

QDate typedDate(const QString& text)
{
    const QString plain = text.simplified();
    if (const QDate iso = QDate::fromString(plain, Qt::ISODate); iso.isValid()) return iso;
    const QLocale locale;
    for (const char* form :
         {"d/M/yyyy",
          "d-M-yyyy",
          "d.M.yyyy",
          "d M yyyy",
          "ddMMyyyy",
          "d MMM yyyy",
          "d MMMM yyyy"}) {
        const QDate date = locale.toDate(plain, QString::fromLatin1(form));
        if (date.isValid() && date.year() >= 1000) return date;
    }
    return {};
}

QString dateText(QDate date)
{
    return date.toString(QStringLiteral("dd/MM/yyyy"));
}

} // namespace edupro::ui
