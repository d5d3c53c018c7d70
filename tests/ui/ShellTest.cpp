// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/support/Desk.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Navigation.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace edupro;
using namespace edupro::ui;
using edupro::tests::Desk;

namespace {

struct Built {
    QStringList pages;
};

PageRow row(Built& built, const char* id, Roles roles = everyone)
{
    return {
        .id = id,
        .title = id,
        .icon = "home",
        .group = 0,
        .roles = roles,
        .make = [&built, id](Context&) -> QWidget* {
            built.pages << id;
            return new QLineEdit(id);
        }};
}

std::vector<PageRow> threePages(Built& built)
{
    return {row(built, "one"), row(built, "two"), row(built, "three")};
}

/// Active even where no window manager would make it so (a bare virtual display).
bool showActive(QWidget& window)
{
    window.show();
    QApplication::setActiveWindow(&window);
    return QTest::qWaitForWindowExposed(&window);
}

void openTerms(Desk& desk)
{
    desk.context.setSchool({.name = "SMP Contoh", .terms = {"20242", "20251", "20252"}}, "20252");
}

QString visibleText(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisible()) texts << label->text();
    }
    return texts.join('\n');
}

} // namespace

TEST_CASE("The window builds a page on its first show, and only once", "[ui]")
{
    Desk desk;
    Built built;
    MainWindow window(desk.context, threePages(built));
    CHECK(built.pages == QStringList{"one"});
    REQUIRE(showActive(window));
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    CHECK(window.currentPage() == "three");
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    CHECK(built.pages == QStringList{"one", "three"});
    CHECK(window.windowTitle().startsWith("three"));
}

TEST_CASE("A page is opened with its filter, once", "[ui]")
{
    Desk desk;
    Built built;
    const MainWindow window(desk.context, threePages(built));
    std::vector<std::pair<QString, PageFilter>> opened;
    QObject::connect(
        &desk.context, &Context::pageOpened, [&](const QString& id, const PageFilter& filter) {
            opened.emplace_back(id, filter);
        });
    desk.context.openPage("two", {{"class", "8B"}});
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].first == "two");
    CHECK(opened[0].second["class"] == "8B");
    CHECK(window.currentPage() == "two");
    CHECK(window.findChild<QAbstractButton*>("page_two")->isChecked());
    desk.context.openPage("unheard-of");
    CHECK(window.currentPage() == "two");
}

TEST_CASE("Pages are listed for the roles that may use them", "[ui]")
{
    Built built;
    const std::vector<PageRow> pages = {row(built, "one"), row(built, "users", Role::Admin)};
    CHECK(pagesFor(Role::Teacher, pages).size() == 1);
    CHECK(pagesFor(Roles(Role::Teacher) | Role::Admin, pages).size() == 2);
    CHECK(pagesFor({}, pages).empty());
}

TEST_CASE("Arrows walk the navigation and it folds to icons that keep their names", "[ui]")
{
    Desk desk;
    Built built;
    MainWindow window(desk.context, threePages(built));
    REQUIRE(showActive(window));
    auto* first = window.findChild<QAbstractButton*>("page_one");
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Down);
    CHECK(window.currentPage() == "two");
    auto* navigation = window.findChild<Navigation*>();
    const int wide = navigation->width();
    QTest::keyClick(window.findChild<QAbstractButton*>("foldNavigation"), Qt::Key_Space);
    CHECK(navigation->isCollapsed());
    CHECK(navigation->minimumWidth() < wide);
    CHECK(first->accessibleName() == "one");
}

TEST_CASE("Year and semester select the term that every page reads", "[ui]")
{
    Desk desk;
    Built built;
    const MainWindow window(desk.context, threePages(built));
    openTerms(desk);
    auto* year = window.findChild<QComboBox*>("year");
    auto* semester = window.findChild<QComboBox*>("semester");
    CHECK(year->currentText() == "2025/2026");
    CHECK(semester->count() == 2);
    CHECK(semester->currentData() == "20252");
    QSignalSpy changed(&desk.context, &Context::termChanged);
    semester->setCurrentIndex(0);
    CHECK(desk.context.term() == "20251");
    year->setCurrentText("2024/2025");
    CHECK(desk.context.term() == "20242");
    CHECK(changed.count() == 2);
    CHECK(semester->count() == 1);
}

TEST_CASE("Ctrl+K searches pages and what pages offer, and Enter opens the first hit", "[ui]")
{
    Desk desk;
    Built built;
    MainWindow window(desk.context, threePages(built));
    QString opened;
    desk.context.addSearchSource([&opened](const QString& text, const SearchAnswer& answer) {
        if (text != "adi") return;
        answer({{.text = "Adi Saputra", .detail = "8B", .icon = "students", .open = [&] {
                     opened = "Adi";
                 }}});
    });
    REQUIRE(showActive(window));
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    auto* search = window.findChild<QLineEdit*>("search");
    REQUIRE(search->hasFocus());
    const auto* popup = search->findChild<QCompleter*>()->popup();
    const bool wantsStudent = GENERATE(true, false);
    QTest::keyClicks(search, wantsStudent ? "adi" : "thr");
    REQUIRE(QTest::qWaitFor([&] { return popup->isVisible(); }, 2000));
    QTest::keyClick(search->findChild<QCompleter*>()->popup(), Qt::Key_Return);
    CHECK(search->text().isEmpty());
    CHECK(opened == (wantsStudent ? "Adi" : ""));
    CHECK(window.currentPage() == (wantsStudent ? "one" : "three"));
}

TEST_CASE("Escape takes the search back, with its hits", "[ui]")
{
    Desk desk;
    Built built;
    MainWindow window(desk.context, threePages(built));
    REQUIRE(showActive(window));
    auto* search = window.findChild<QLineEdit*>("search");
    search->setFocus();
    auto* popup = search->findChild<QCompleter*>()->popup();
    QTest::keyClicks(search, "thr");
    REQUIRE(QTest::qWaitFor([&] { return popup->isVisible(); }, 2000));
    QTest::keyClick(popup, Qt::Key_Escape);
    CHECK_FALSE(popup->isVisible());
    CHECK(search->text().isEmpty());
}

TEST_CASE("A running job shows its progress and is cancelled by its button", "[ui]")
{
    Desk desk;
    Built built;
    MainWindow window(desk.context, threePages(built));
    window.show();
    const auto future = desk.compute.submit([](const Progress& goOn) -> Result<int> {
        while (goOn(0.5))
            QThread::msleep(1);
        return cancelled();
    });
    desk.context.jobs.follow<int>("Training", future, [](int) { return QString("trained"); });
    auto* action = window.findChild<QAbstractButton*>("jobAction");
    auto* bar = window.findChild<QProgressBar*>();
    REQUIRE(QTest::qWaitFor([&] { return bar->isVisible() && bar->value() == 500; }, 2000));
    CHECK(action->accessibleName() == "Cancel: Training");
    CHECK(desk.context.jobs.hasRunning());
    QTest::keyClick(action, Qt::Key_Space);
    REQUIRE(QTest::qWaitFor([&] { return !desk.context.jobs.hasRunning(); }, 2000));
    CHECK_THAT(visibleText(window).toStdString(), ContainsSubstring("Cancelled: Training"));
    QTest::mouseClick(window.findChild<QAbstractButton*>("jobClose"), Qt::LeftButton);
    CHECK_FALSE(action->isVisible());
    CHECK(desk.context.jobs.list().empty());
}

TEST_CASE("A finished job says what it did and offers the next step", "[ui]")
{
    Desk desk;
    Built built;
    MainWindow window(desk.context, threePages(built));
    window.show();
    const auto future = desk.compute.submit([](const Progress&) -> Result<int> { return 612; });
    bool went = false;
    desk.context.jobs.follow<int>(
        "Predicting",
        future,
        [](int count) { return QString("%1 students predicted").arg(count); },
        {.text = "Show", .go = [&] {
             went = true;
         }});
    auto* action = window.findChild<QAbstractButton*>("jobAction");
    REQUIRE(QTest::qWaitFor([&] { return action->text() == "Show"; }, 2000));
    CHECK_THAT(visibleText(window).toStdString(), ContainsSubstring("612 students predicted"));
    action->click();
    CHECK(went);
    CHECK_FALSE(action->isVisible());
}

TEST_CASE("A failed job says why in the user's words", "[ui]")
{
    Desk desk;
    Built built;
    MainWindow window(desk.context, threePages(built));
    window.show();
    const auto future = desk.compute.submit([](const Progress&) -> Result<int> {
        return Error{.code = ErrorCode::Validation, .key = "train.too_few"};
    });
    const int width = window.minimumSizeHint().width();
    desk.context.jobs.follow<int>("Training", future, [](int) { return QString(); });
    REQUIRE(QTest::qWaitFor([&] { return !desk.context.jobs.hasRunning(); }, 2000));
    CHECK(
        window.minimumSizeHint().width() <
        width + 100); // a long sentence does not widen the window
    CHECK_THAT(
        visibleText(window).toStdString(),
        ContainsSubstring("Training: There are too few students"));
}

TEST_CASE("The time left is told once it can be known", "[ui]")
{
    CHECK_FALSE(secondsLeft(0.5, 0.2));
    CHECK_FALSE(secondsLeft(0.0, 60));
    CHECK(secondsLeft(0.25, 10).value() == Approx(30));
    CHECK(secondsLeft(1.0, 10).value() == Approx(0));
}

TEST_CASE("A file dropped anywhere asks for its import, other things are refused", "[ui]")
{
    Desk desk;
    Built built;
    MainWindow window(desk.context, threePages(built));
    window.show();
    QSignalSpy asked(&desk.context, &Context::importRequested);
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile("/data/siswa.csv")});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    CHECK(enter.isAccepted());
    CHECK(window.findChild<QLabel*>("dropHint")->isVisible());
    QDropEvent drop({10, 10}, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    REQUIRE(asked.count() == 1);
    CHECK(asked[0][0].toStringList() == QStringList{"/data/siswa.csv"});
    CHECK_FALSE(window.findChild<QLabel*>("dropHint")->isVisible());

    QMimeData text;
    text.setText("hello");
    QDragEnterEvent words({10, 10}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    words.ignore();
    QApplication::sendEvent(&window, &words);
    CHECK_FALSE(words.isAccepted());
}

TEST_CASE(
    "Everything that can be worked in the frame has a name to be read aloud, in both languages",
    "[ui]")
{
    Desk desk;
    Built built;
    MainWindow window(desk.context, threePages(built));
    openTerms(desk);
    window.show();
    for (const Tongue tongue : {Tongue::Indonesian, Tongue::English}) {
        desk.language.setTongue(tongue);
        QApplication::processEvents();
        QStringList nameless;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            const bool inPage =
                qobject_cast<const QLineEdit*>(widget) && widget->objectName() != "search";
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || inPage) continue;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool named =
                !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            if (!named || widget->objectName().isEmpty())
                nameless << widget->metaObject()->className() + widget->objectName();
        }
        CHECK(nameless.join(' ').toStdString() == "");
    }
}

TEST_CASE("The frame speaks the other language at once", "[ui]")
{
#ifdef EDUPRO_LUPDATE
    Desk desk(Tongue::English);
    Built built;
    MainWindow window(desk.context, threePages(built));
    openTerms(desk);
    desk.context.setStanding(
        {.file = "/x/smp.edupro", .modelVersion = 7, .modelDate = QDate(2026, 11, 3)});
    window.show();
    CHECK_THAT(visibleText(window).toStdString(), ContainsSubstring("smp.edupro · saved"));
    QTest::mouseClick(window.findChild<QAbstractButton*>("language"), Qt::LeftButton);
    QApplication::processEvents();
    CHECK_THAT(visibleText(window).toStdString(), ContainsSubstring("smp.edupro · tersimpan"));
    CHECK(window.findChild<QComboBox*>("semester")->currentText() == "Genap");
    CHECK(window.findChild<QAbstractButton*>("import")->text() == "Impor");
    CHECK(desk.context.term() == "20252");
#else
    edupro::tests::saySkipped("the frame in Indonesian", "Qt LinguistTools are not installed");
#endif
}

TEST_CASE("The theme is switched by its button", "[ui]")
{
    Desk desk;
    Built built;
    MainWindow window(desk.context, threePages(built));
    window.show();
    auto* button = window.findChild<QAbstractButton*>("theme");
    CHECK(button->accessibleName() == "Dark colours");
    QTest::mouseClick(button, Qt::LeftButton);
    CHECK(desk.theme.scheme() == Scheme::Dark);
    CHECK(button->accessibleName() == "Light colours");
}

TEST_CASE("The frame fits a small screen at 150 % and then folds its navigation", "[ui]")
{
    Desk desk;
    Built built;
    std::vector<PageRow> pages;
    for (int i = 0; i < 15; ++i)
        pages.push_back(row(built, "page"));
    MainWindow window(desk.context, pages);
    openTerms(desk);
    window.show();
    auto* navigation = window.findChild<Navigation*>();
    CHECK_FALSE(navigation->isCollapsed());
    const QSize small(1366 * 2 / 3, 768 * 2 / 3);
    CHECK(window.minimumSizeHint().width() <= small.width());
    CHECK(window.minimumSizeHint().height() <= small.height());
    window.resize(small);
    QApplication::processEvents();
    CHECK(navigation->isCollapsed());
    CHECK(window.size() == small);
    window.resize(1366, 768);
    QApplication::processEvents();
    CHECK_FALSE(navigation->isCollapsed());
}
