// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SearchBox.h"

#include "ui/common/SpokenLine.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTimer>

namespace edupro::ui {

namespace {

constexpr int typingPause = 120; // ms
constexpr int rowRole = Qt::UserRole + 1;

} // namespace

SearchBox::SearchBox(Context& context, QWidget* parent)
    : QLineEdit(parent)
    , m_context(context)
    , m_pause(new QTimer(this))
    , m_model(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_model, this))
{
    setObjectName("search");
    setClearButtonEnabled(false);
    addAction(context.theme.icon("search"), LeadingPosition);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_completer->setWidget(this); // not setCompleter(): choosing must not write into the field
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(this, &QLineEdit::textEdited, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, &SearchBox::ask);
    connect(
        m_completer,
        qOverload<const QModelIndex&>(&QCompleter::activated),
        this,
        [this](const QModelIndex& index) { open(index.data(rowRole).toInt()); });
    say();
}

void SearchBox::ask()
{
    const int question = ++m_question;
    m_hits.clear();
    m_model->clear();
    const QString wanted = text().trimmed();
    if (wanted.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    for (const SearchSource& source : m_context.searchSources()) {
        source(wanted, [guard = QPointer(this), question](const std::vector<SearchHit>& hits) {
            if (guard && guard->m_question == question) guard->add(hits);
        });
    }
}

void SearchBox::add(const std::vector<SearchHit>& hits)
{
    for (const SearchHit& hit : hits) {
        auto* item = new QStandardItem(
            m_context.theme.icon(hit.icon),
            hit.detail.isEmpty() ? hit.text : hit.text + "  ·  " + hit.detail);
        item->setData(static_cast<int>(m_hits.size()), rowRole);
        m_model->appendRow(item);
        m_hits.push_back(hit);
    }
    if (m_hits.empty() || !hasFocus()) return;
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void SearchBox::open(int row)
{
    if (row < 0 || row >= static_cast<int>(m_hits.size())) return;
    const SearchHit hit = m_hits[static_cast<std::size_t>(row)];
    clear();
    m_completer->popup()->hide();
    hit.open();
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        clear();
        ask(); // for nothing: the hits go, too
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        open(0);
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void SearchBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QLineEdit::changeEvent(event);
}

void SearchBox::say()
{
    setPlaceholderText(tr("Search students, pages, actions…  Ctrl+K"));
    nameForHearing(*this, tr("Search"));
}

} // namespace edupro::ui
