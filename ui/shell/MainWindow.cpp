// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include "ui/shell/JobStrip.h"
#include "ui/shell/Navigation.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/TopBar.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QResizeEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QUrl>

namespace edupro::ui {

namespace {

constexpr int pageMargin = 20;
constexpr int numberedPages = 9;
constexpr int wideWindow = 1100; // below it the words of the navigation take too much

QStringList localFiles(const QMimeData& dropped)
{
    QStringList paths;
    for (const QUrl& url : dropped.urls()) {
        if (url.isLocalFile()) paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

MainWindow::MainWindow(Context& context, std::vector<PageRow> pages, QWidget* parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_pages(std::move(pages))
    , m_built(m_pages.size(), nullptr)
    , m_navigation(new Navigation(context.theme, m_pages, this))
    , m_topBar(new TopBar(context, this))
    , m_area(new QStackedWidget(this))
    , m_bars(new QVBoxLayout)
    , m_dropHint(new QLabel(this))
{
    auto* page = new QVBoxLayout;
    page->setContentsMargins(pageMargin, 16, pageMargin, 16);
    page->setSpacing(12);
    m_bars->setSpacing(8);
    page->addLayout(m_bars);
    page->addWidget(m_area, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addLayout(page, 1);
    right->addWidget(makeBottomBar());
    auto* frame = new QWidget(this);
    auto* whole = new QHBoxLayout(frame);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_navigation);
    whole->addLayout(right, 1);
    setCentralWidget(frame);
    m_dropHint->setObjectName("dropHint");
    m_dropHint->setAlignment(Qt::AlignCenter);
    m_dropHint->hide();
    setAcceptDrops(true);
    addShortcuts();
    addPageSearch();
    connect(m_navigation, &Navigation::chosen, this, [this](int index) { showPage(index, {}); });
    connect(&context, &Context::pageRequested, this, &MainWindow::openPage);
    connect(&context, &Context::schoolChanged, this, &MainWindow::say);
    say();
    m_navigation->select(0);
    m_area->setFocus(); // nothing is marked until the person presses Tab, which then begins in the
                        // page
    resize(1366, 768);
}

QString MainWindow::currentPage() const
{
    return m_current < 0 ? QString() : m_pages[static_cast<std::size_t>(m_current)].id;
}

void MainWindow::addBar(QWidget* bar)
{
    m_bars->addWidget(bar);
}

QWidget* MainWindow::makeBottomBar()
{
    auto* bar = new QFrame(this);
    bar->setObjectName("bottomBar");
    bar->setFixedHeight(28);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(pageMargin, 0, pageMargin, 0);
    layout->addWidget(new StatusLine(m_context, bar));
    layout->addStretch(1);
    layout->addWidget(new JobStrip(m_context.theme, m_context.jobs, bar));
    return bar;
}

void MainWindow::addShortcuts()
{
    for (int i = 0; i < std::min(numberedPages, static_cast<int>(m_pages.size())); ++i) {
        auto* shortcut =
            new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), this);
        connect(shortcut, &QShortcut::activated, this, [this, i] { m_navigation->select(i); });
    }
    auto* search = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_K), this);
    connect(search, &QShortcut::activated, m_topBar, &TopBar::focusSearch);
    auto* lock = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this);
    connect(lock, &QShortcut::activated, this, [this] { m_context.requestLock(); });
}

void MainWindow::addPageSearch()
{
    m_context.addSearchSource(
        [guard = QPointer(this)](const QString& text, const SearchAnswer& answer) {
            if (!guard) return;
            std::vector<SearchHit> hits;
            for (const PageRow& page : guard->m_pages) {
                if (!titleOf(page).contains(text, Qt::CaseInsensitive)) continue;
                hits.push_back(
                    {.text = titleOf(page),
                     .detail = {},
                     .icon = page.icon,
                     .open = [guard, id = QString(page.id)] {
                         if (guard) guard->openPage(id, {});
                     }});
            }
            answer(hits);
        });
}

void MainWindow::showPage(int index, const PageFilter& filter)
{
    const auto i = static_cast<std::size_t>(index);
    if (!m_built[i]) {
        m_built[i] = m_pages[i].make(m_context);
        m_area->addWidget(m_built[i]);
    }
    m_current = index;
    m_area->setCurrentWidget(m_built[i]);
    say();
    emit m_context.pageOpened(m_pages[i].id, filter);
}

void MainWindow::openPage(const QString& id, const PageFilter& filter)
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (id != m_pages[i].id) continue;
        const int index = static_cast<int>(i);
        {
            const QSignalBlocker quiet(
                m_navigation); // the filter must arrive with the one opening, not after a plain one
            m_navigation->select(index);
        }
        showPage(index, filter);
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QMainWindow::changeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    // Only crossing the bound folds or unfolds; on either side of it the person decides.
    const bool wasWide = !event->oldSize().isValid() || event->oldSize().width() >= wideWindow;
    const bool isWide = width() >= wideWindow;
    if (wasWide != isWide) m_navigation->setCollapsed(!isWide);
    QMainWindow::resizeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (localFiles(*event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    m_dropHint->setGeometry(
        m_area->geometry().translated(m_area->parentWidget()->pos()).adjusted(12, 12, -12, -12));
    m_dropHint->raise();
    m_dropHint->show();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    m_dropHint->hide();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    m_dropHint->hide();
    event->acceptProposedAction();
    m_context.requestImport(localFiles(*event->mimeData()));
}

void MainWindow::say()
{
    m_dropHint->setText(tr("Drop the file to import it"));
    QStringList title;
    if (m_current >= 0) title << titleOf(m_pages[static_cast<std::size_t>(m_current)]);
    if (!m_context.school().name.isEmpty()) title << m_context.school().name;
    setWindowTitle((title << "EduPro").join(" · "));
}

} // namespace edupro::ui
