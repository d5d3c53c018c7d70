// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/PasswordField.h"

#include "ui/common/Theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace edupro::ui {

namespace {

constexpr int longestPassword = 1000;

} // namespace

PasswordField::PasswordField(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_line(new QLineEdit(this))
    , m_show(new QToolButton(this))
    , m_caps(new QLabel(this))
{
    m_line->setObjectName(name);
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setMaxLength(longestPassword);
    m_line->setContextMenuPolicy(Qt::NoContextMenu);
    m_line->setInputMethodHints(
        Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_line->installEventFilter(this);
    m_show->setObjectName(name + "Show");
    m_show->setCheckable(true);
    m_show->setFocusPolicy(Qt::TabFocus);
    setLook(m_show, "quiet");
    m_caps->setObjectName(name + "Caps");
    setLook(m_caps, "watchNote");
    m_caps->hide();
    setFocusProxy(m_line);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addWidget(m_show);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_caps);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        if (m_line->text().isEmpty()) m_caps->hide();
        emit edited();
    });
    connect(m_line, &QLineEdit::returnPressed, this, &PasswordField::entered);
    connect(m_show, &QToolButton::toggled, this, [this](bool shown) {
        m_line->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        say();
    });
    say();
}

QString PasswordField::take()
{
    QString typed = text();
    m_line->clear();
    m_show->setChecked(false);
    return typed;
}

QString PasswordField::text() const
{
    return wipeableText(*m_line);
}

bool PasswordField::isEmpty() const
{
    return m_line->text().isEmpty();
}

void PasswordField::setAccessibleWords(const QString& words)
{
    m_line->setAccessibleName(words);
}

bool PasswordField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QString typed = key->text();
        if (key->key() == Qt::Key_CapsLock) {
            m_caps->hide(); // the next letter tells
        } else if (typed.size() == 1 && typed[0].isLetter()) {
            const bool shift = key->modifiers().testFlag(Qt::ShiftModifier);
            m_caps->setVisible(
                typed[0].isUpper() != shift && typed[0].isUpper() != typed[0].isLower());
        }
    }
    return QWidget::eventFilter(watched, event);
}

void PasswordField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void PasswordField::say()
{
    const bool shown = m_show->isChecked();
    m_show->setIcon(m_theme.icon(shown ? "eye-off" : "eye", Token::InkSoft));
    m_show->setToolTip(shown ? tr("Hide the password") : tr("Show the password"));
    m_show->setAccessibleName(m_show->toolTip());
    m_caps->setText(tr("Caps Lock seems to be on."));
}

QString wipeableText(const QLineEdit& line)
{
    const QString shown = line.text();
    return QString(shown.constData(), shown.size());
}

} // namespace edupro::ui
