// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/StateStack.h"

#include "ui/common/Theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace edupro::ui {

namespace {

constexpr int loadingDelay = 150; // ms
constexpr int widestText = 480;
constexpr int iconSize = 32;

QLabel* centredLabel(const char* look, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setLook(label, look);
    return label;
}

void setTextOrHide(QLabel* label, const QString& text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

StateStack::StateStack(const Theme& theme, QWidget* content, QWidget* parent)
    : QStackedWidget(parent)
    , m_theme(theme)
    , m_content(content)
{
    m_loading = makeLoading();
    m_empty = makeMessage("empty", "primary");
    m_problem = makeMessage("problem", "button");
    addWidget(m_content);
    connect(m_empty.action, &QPushButton::clicked, this, &StateStack::actionRequested);
    connect(m_problem.action, &QPushButton::clicked, this, &StateStack::retryRequested);
    m_empty.icon->setPixmap(theme.icon("inbox", Token::InkFaint).pixmap(iconSize));
    m_problem.icon->setPixmap(theme.icon("alert-triangle", Token::Risk).pixmap(iconSize));
    connect(&theme, &Theme::changed, this, [this] {
        m_empty.icon->setPixmap(m_theme.icon("inbox", Token::InkFaint).pixmap(iconSize));
        m_problem.icon->setPixmap(m_theme.icon("alert-triangle", Token::Risk).pixmap(iconSize));
    });
    say();
    showLoading();
}

void StateStack::showLoading()
{
    m_loadingSign->hide();
    m_loadingDelay->start();
    setState(State::Loading, m_loading);
}

void StateStack::showEmpty(std::function<EmptyWords()> words)
{
    m_emptyWords = std::move(words);
    setState(State::Empty, m_empty.page);
}

void StateStack::showError(const Error& error, FieldNames names)
{
    m_error = error;
    m_names = std::move(names);
    setState(State::Error, m_problem.page);
}

void StateStack::showData()
{
    setState(State::Data, m_content);
}

void StateStack::setState(State state, QWidget* page)
{
    m_state = state;
    if (state != State::Loading) m_loadingDelay->stop();
    say();
    setCurrentWidget(page);
}

void StateStack::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QStackedWidget::changeEvent(event);
}

void StateStack::say()
{
    m_loadingWord->setText(tr("Loading…"));
    m_problem.action->setText(tr("Try again"));
    if (m_state == State::Error) sayError();
    if (m_state != State::Empty) return;
    const EmptyWords words = m_emptyWords();
    m_empty.what->setText(words.title);
    setTextOrHide(m_empty.why, words.why);
    m_empty.action->setText(words.action);
    m_empty.action->setVisible(!words.action.isEmpty());
}

void StateStack::sayError()
{
    const ErrorWords said = words(m_error, m_names);
    m_problem.what->setText(said.what);
    setTextOrHide(m_problem.why, said.why);
    setTextOrHide(m_problem.advice, said.advice);
    setTextOrHide(m_problem.detail, QString::fromStdString(m_error.detail));
}

QWidget* StateStack::makeLoading()
{
    auto* page = new QWidget(this);
    m_loadingSign = new QWidget(page);
    m_loadingWord = new QLabel(m_loadingSign);
    m_loadingWord->setAlignment(Qt::AlignCenter);
    setLook(m_loadingWord, "soft");
    auto* bar = new QProgressBar(m_loadingSign);
    bar->setRange(0, 0);
    bar->setFixedWidth(120);
    bar->setTextVisible(false);
    auto* sign = new QVBoxLayout(m_loadingSign);
    sign->addWidget(m_loadingWord);
    sign->addWidget(bar, 0, Qt::AlignHCenter);
    auto* layout = new QVBoxLayout(page);
    layout->addWidget(m_loadingSign, 0, Qt::AlignCenter);
    m_loadingDelay = new QTimer(this);
    m_loadingDelay->setSingleShot(true);
    m_loadingDelay->setInterval(loadingDelay);
    connect(m_loadingDelay, &QTimer::timeout, m_loadingSign, &QWidget::show);
    addWidget(page);
    return page;
}

StateStack::Message StateStack::makeMessage(const QString& name, const char* buttonLook)
{
    Message message;
    message.page = new QWidget(this);
    message.icon = new QLabel(message.page);
    message.icon->setAlignment(Qt::AlignCenter);
    message.what = centredLabel("title", message.page);
    message.why = centredLabel("soft", message.page);
    message.advice = centredLabel("soft", message.page);
    message.detail = centredLabel("small", message.page);
    message.detail->hide();
    message.action = new QPushButton(message.page);
    message.action->setObjectName(name + "Action");
    setLook(message.action, buttonLook);
    auto* column = new QWidget(message.page);
    column->setMaximumWidth(widestText);
    auto* whole = new QHBoxLayout(message.page);
    whole->addStretch();
    whole->addWidget(column, 1);
    whole->addStretch();
    auto* layout = new QVBoxLayout(column);
    layout->setSpacing(8);
    layout->addStretch(2);
    for (QWidget* part : {message.icon, message.what, message.why, message.advice})
        layout->addWidget(part);
    layout->addSpacing(4);
    layout->addWidget(message.action, 0, Qt::AlignHCenter);
    layout->addWidget(message.detail);
    layout->addStretch(3);
    message.advice->hide();
    addWidget(message.page);
    return message;
}

} // namespace edupro::ui
