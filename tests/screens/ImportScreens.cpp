// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/ImportChoices.h"
#include "core/Entities.h"
#include "tests/screens/StudentScreens.h"
#include "tests/support/SampleSchool.h"
#include "ui/imports/ImportDialog.h"
#include "ui/welcome/WelcomePage.h"

#include <QBoxLayout>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace edupro::tests {

using namespace edupro::ui;

namespace {

/// A dialog in its own size on an empty ground, with the file it reads.
class Ground : public QWidget {
public:
    Ground(Desk& desk, const QByteArray& text)
    {
        QFile file(m_folder.filePath("siswa.csv"));
        if (file.open(QIODevice::WriteOnly)) file.write(text);
        file.close();
        const auto opened = desk.store.open([] { return sampleSchool(30); });
        waitFor([&] { return opened.isFinished(); });
        m_dialog = new ImportDialog(desk.context, gui::importChoices(), file.fileName(), this);
        m_dialog->setWindowFlags(Qt::Widget);
        m_dialog->setFixedSize(m_dialog->size());
        m_dialog->setAutoFillBackground(true);
        (new QHBoxLayout(this))->addWidget(m_dialog, 0, Qt::AlignCenter);
        resize(1366, 768);
        show();
        QTest::qWait(300);
    }
    void goOn()
    {
        m_dialog->findChild<QPushButton*>("importNext")->click();
        QTest::qWait(500);
    }

private:
    QTemporaryDir m_folder;
    ImportDialog* m_dialog = nullptr;
};

QByteArray sampleFile()
{
    QByteArray text = "No;NIPD;Nama;Rombel Saat Ini;Tanggal Lahir;JK;Hobi\r\n";
    for (int i = 1; i <= 240; ++i)
        text += QString("%1;%2;Siswa %1;8B;%3-03-2012;%4;Membaca\r\n")
                    .arg(i)
                    .arg(20000 + i)
                    .arg(1 + i % 28, 2, 10, QLatin1Char('0'))
                    .arg(i % 2 == 0 ? "L" : "P")
                    .toUtf8();
    return text + "241;12;Budi;8B;01-03-2012;L;-\r\n242;20242;Citra;8B;01-03-2031;P;-\r\n"
                  "243;20001;Dewi;8B;01-03-2012;P;-\r\n244;20244;;8B;31-02-2012;Q;-\r\n";
}

std::unique_ptr<QWidget> matched(Desk& desk)
{
    return std::make_unique<Ground>(desk, sampleFile());
}

std::unique_ptr<QWidget> unmatched(Desk& desk)
{
    return std::make_unique<Ground>(desk, "Nomor;NIS;Panggilan\n1;10001;Adi\n2;10002;Ayu\n");
}

std::unique_ptr<QWidget> refused(Desk& desk)
{
    return std::make_unique<Ground>(desk, "");
}

std::unique_ptr<QWidget> checked(Desk& desk)
{
    auto ground = std::make_unique<Ground>(desk, sampleFile());
    ground->goOn();
    return ground;
}

std::unique_ptr<QWidget> imported(Desk& desk)
{
    auto ground = std::make_unique<Ground>(desk, sampleFile());
    ground->goOn();
    ground->goOn();
    return ground;
}

std::unique_ptr<WelcomePage> welcomePage(Desk& desk)
{
    return std::make_unique<WelcomePage>(
        desk.context,
        WelcomeOptions{
            .schoolFolder = "/home/ani/Documents",
            .exampleFile = "/home/ani/.local/share/edupro/example-school.edupro",
            .computer = {.store = {.entities = allEntities()}}});
}

std::unique_ptr<QWidget> welcome(Desk& desk)
{
    return welcomePage(desk);
}

std::unique_ptr<QWidget> welcomeRefused(Desk& desk)
{
    auto page = welcomePage(desk);
    auto* name = page->findChild<QLineEdit*>("name");
    QTest::keyClicks(name, "SMP Negeri 3 Yogyakarta");
    page->openFile("/home/ani/Documents/none.edupro");
    QTest::qWait(200);
    return page;
}

} // namespace

std::vector<Screen> importScreens()
{
    return {
        {.name = "import-columns", .make = matched},
        {.name = "import-column-missing", .make = unmatched},
        {.name = "import-refused", .make = refused},
        {.name = "import-checked", .make = checked},
        {.name = "import-result", .make = imported},
    };
}

std::vector<Screen> welcomeScreens()
{
    return {
        {.name = "welcome", .make = welcome},
        {.name = "welcome-refused", .make = welcomeRefused},
    };
}

} // namespace edupro::tests
