// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Navigation.h"

#include "ui/common/Theme.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>
#include <QStyleOption>
#include <QStylePainter>
#include <QToolButton>

namespace edupro::ui {

namespace {

constexpr int wide = 196; // at least
constexpr int narrow = 56;
constexpr int lastShortcut = 9;

} // namespace

std::vector<PageRow> pagesFor(Roles roles, const std::vector<PageRow>& pages)
{
    std::vector<PageRow> allowed;
    std::copy_if(
        pages.begin(), pages.end(), std::back_inserter(allowed), [roles](const PageRow& page) {
            return (page.roles & roles) != Roles();
        });
    return allowed;
}

QString titleOf(const PageRow& page)
{
    return QCoreApplication::translate("Pages", page.title);
}

Navigation::Navigation(const Theme& theme, std::vector<PageRow> pages, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(std::move(pages))
    , m_mark(new QLabel(this))
    , m_buttons(new QButtonGroup(this))
{
    setObjectName("navigation");
    m_fold = makeButton("foldNavigation", "chevron-left", this);
    m_mark->setContentsMargins(8, 0, 0, 6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 12, 10, 10);
    layout->setSpacing(2);
    layout->addWidget(m_mark);
    layout->addWidget(makeEntries(), 1);
    layout->addWidget(m_fold);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (checked) emit chosen(index);
    });
    connect(m_fold, &QToolButton::clicked, this, [this] { setCollapsed(!m_collapsed); });
    connect(&theme, &Theme::changed, this, &Navigation::say);
    setCollapsed(false);
}

QWidget* Navigation::makeEntries()
{
    auto* entries = new QWidget;
    entries->setObjectName("entries");
    auto* layout = new QVBoxLayout(entries);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (i > 0 && m_pages[i].group != m_pages[i - 1].group) {
            auto* rule = new QFrame(entries);
            setLook(rule, "rule");
            layout->addSpacing(8);
            layout->addWidget(rule);
            layout->addSpacing(8);
        }
        QToolButton* button =
            makeButton(QString("page_") + m_pages[i].id, m_pages[i].icon, entries);
        button->setCheckable(true);
        m_buttons->addButton(button, static_cast<int>(i));
        layout->addWidget(button);
    }
    layout->addStretch(1);
    auto* scroll = new QScrollArea(this); // fifteen pages are higher than a small screen at 150 %
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setMinimumHeight(120);
    scroll->setWidget(entries);
    return scroll;
}

QToolButton* Navigation::makeButton(const QString& name, const QString& icon, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(m_theme.icon(icon, Token::NavInk, Token::NavStrong));
    button->setIconSize({18, 18});
    button->setFixedHeight(32);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void Navigation::select(int index)
{
    QAbstractButton* button = m_buttons->button(index);
    if (!button) return;
    button->setChecked(true);
    findChild<QScrollArea*>()->ensureWidgetVisible(button);
}

void Navigation::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    m_fold->setIcon(m_theme.icon(collapsed ? "chevron-right" : "chevron-left", Token::NavInk));
    const auto style = collapsed ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    for (QToolButton* button : findChildren<QToolButton*>()) {
        button->setToolButtonStyle(style);
        setLook(button, collapsed ? "icon" : "entry");
    }
    say();
}

void Navigation::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void Navigation::paintEvent(QPaintEvent*)
{
    // A plain QWidget subclass paints its style sheet background only so.
    QStyleOption option;
    option.initFrom(this);
    QStylePainter(this).drawPrimitive(QStyle::PE_Widget, option);
}

/// Wide enough for the longest title, which is bold while it is chosen.
int Navigation::widthOfWords() const
{
    constexpr int besideText = 2 * 10 + 2 * 11 + 18 + 6; // margins, padding and border, icon, gap
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    int widest = 0;
    for (const QAbstractButton* button : m_buttons->buttons())
        widest = std::max(widest, metrics.horizontalAdvance(button->text()));
    return std::max(wide, widest + besideText);
}

void Navigation::say()
{
    setAccessibleName(tr("Pages"));
    const QString accent = m_theme.color(Token::NavAccent).name();
    const QString mark =
        m_collapsed ? "E<span style='color:%1'>P</span>" : "Edu<span style='color:%1'>Pro</span>";
    m_mark->setText(mark.arg(accent));
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        QAbstractButton* button = m_buttons->button(static_cast<int>(i));
        const QString title = titleOf(m_pages[i]);
        button->setText("  " + title);
        button->setAccessibleName(title);
        const bool hasKey = i < lastShortcut;
        button->setToolTip(hasKey ? QString("%1  Ctrl+%2").arg(title).arg(i + 1) : title);
    }
    m_fold->setText("  " + tr("Collapse"));
    setFixedWidth(m_collapsed ? narrow : widthOfWords());
    const QString fold =
        m_collapsed ? tr("Show the words of the navigation") : tr("Show icons only");
    m_fold->setAccessibleName(fold);
    m_fold->setToolTip(fold);
}

} // namespace edupro::ui
