// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/screens/SamplePage.h"

#include "core/base/Random.h"
#include "ui/charts/ChartCard.h"
#include "ui/common/Format.h"
#include "ui/common/PageHeader.h"
#include "ui/common/RecordTable.h"
#include "ui/common/Roles.h"
#include "ui/common/StateStack.h"
#include "ui/common/UndoBar.h"
#include "ui/shell/Context.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QHeaderView>
#include <QPushButton>
#include <QStandardItemModel>

namespace edupro::tests {

using namespace edupro::ui;
using dashboard::Tone;

namespace {

// The sample is no part of the program, so its words stand here in both languages and not in
// translations/.
QString word(const char* indonesian, const char* english)
{
    return QLocale().language() == QLocale::Indonesian ? indonesian : english;
}

dashboard::Chart sampleBars()
{
    dashboard::StackedBars bars{
        .categoryName = word("Kelas", "Class"),
        .categories = {"7A", "7B", "7C", "8A", "8B", "8C", "9A", "9B", "9C"},
        .parts =
            {{.name = word("Tinggi", "High"),
              .tone = Tone::Fine,
              .values = {22, 21, 20, 16, 19, 20, 22, 18, 17}},
             {.name = word("Sedang", "Medium"),
              .tone = Tone::Watch,
              .values = {8, 9, 10, 12, 10, 9, 9, 13, 11}},
             {.name = word("Rendah", "Low"),
              .tone = Tone::Risk,
              .values = {3, 4, 2, 7, 6, 5, 3, 3, 7}}},
        .shares = true,
        .direct = 2};
    return bars;
}

dashboard::Chart sampleLines()
{
    return dashboard::Lines{
        .stepName = "Semester",
        .steps = {"Gj 23", "Gn 23", "Gj 24", "Gn 24", "Gj 25", "Gn 25"},
        .lines = {
            {.name = word("Hadir", "Present"),
             .tone = Tone::Neutral,
             .dashed = true,
             .values = {94.1, 93.8, 94.2, 93.7, 94.0, 93.1},
             .format = {.decimals = 1, .percent = true}},
            {.name = word("Nilai", "Marks"),
             .tone = Tone::Accent,
             .values = {78.0, 78.4, std::nullopt, 78.9, 79.2, 79.4},
             .format = {.decimals = 1}}}};
}

dashboard::Chart sampleScatter()
{
    Random random(7);
    dashboard::Scatter scatter{
        .xName = word("Guru per 100 siswa", "Teachers per 100 students"),
        .yName = word("Akreditasi", "Accreditation"),
        .groups =
            {{.name = word("Tinggi", "High"), .tone = Tone::Fine, .points = {}},
             {.name = word("Menengah", "Medium"), .tone = Tone::Watch, .points = {}},
             {.name = word("Rendah", "Low"), .tone = Tone::Risk, .points = {}}},
        .format = {.decimals = 1}};
    for (std::size_t g = 0; g < scatter.groups.size(); ++g) {
        const double level = 2.0 - static_cast<double>(g);
        for (int i = 0; i < 11; ++i) {
            scatter.groups[g].points.push_back(
                {.name = QString("%1 %2")
                             .arg(word("Sekolah", "School"))
                             .arg(11 * g + static_cast<std::size_t>(i)),
                 .x = random.normal(4.0 + level, 0.4),
                 .y = random.normal(60 + 15 * level, 5)});
        }
    }
    scatter.groups[0].points[3].name = "SMP Contoh Nusantara";
    scatter.groups[0].points[3].emphasized = true;
    return scatter;
}

} // namespace

SamplePage::SamplePage(Context& context)
    : m_context(context)
    , m_header(new PageHeader(context.theme, this))
    , m_print(m_header->addAction("print", "print"))
    , m_import(m_header->addAction("samplesImport"))
    , m_bars(new ChartCard(context.theme, this))
    , m_lines(new ChartCard(context.theme, this))
    , m_scatter(new ChartCard(context.theme, this))
    , m_undo(new UndoBar(context.theme, std::chrono::seconds(10), this))
{
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    left->addWidget(m_bars, 5);
    left->addWidget(m_lines, 4);
    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(makeList(), 5);
    right->addWidget(m_scatter, 5);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left, 4);
    columns->addLayout(right, 6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_header);
    layout->addLayout(columns, 1);
    layout->addWidget(m_undo);
    say();
}

QWidget* SamplePage::makeList()
{
    auto* card = new QFrame(this);
    setLook(card, "card");
    m_table = new RecordTable(m_context.theme, card);
    m_table->setObjectName("sampleTable");
    m_model = new QStandardItemModel(this);
    m_table->setModel(m_model);
    m_list = new StateStack(m_context.theme, m_table, card);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_list);
    m_list->showData();
    return card;
}

void SamplePage::fill()
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels(
        {word("Nama", "Name"),
         word("Kelas", "Class"),
         "Status",
         word("Rata-rata", "Average"),
         word("Mengapa", "Why")});
    m_model->horizontalHeaderItem(3)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const QStringList names = {
        "Adi Saputra",
        "Citra Rahayu",
        "Fajar Siregar",
        "Dewi Lestari",
        "Eka Nur'aini",
        "Gita Kusuma"};
    for (int i = 0; i < names.size(); ++i) {
        const Tone tone = i < 3 ? Tone::Risk : i < 5 ? Tone::Watch : Tone::Fine;
        const QString level = i < 3   ? word("Berisiko", "At risk")
                              : i < 5 ? word("Pantau", "Watch")
                                      : word("Aman", "Fine");
        auto* average = new QStandardItem(format::number(66.2 + i * 2.75));
        average->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (i < 3) average->setData(static_cast<int>(Tone::Risk), toneRole);
        auto* status = new QStandardItem(level);
        status->setData(static_cast<int>(tone), chipRole);
        const QString why = word(
            "Kehadiran 71 %, turun 14 poin; 3 mapel di bawah KKM",
            "Attendance 71%, down 14 points; 3 subjects below the passing mark");
        m_model->appendRow(
            {new QStandardItem(names[i]),
             new QStandardItem("8B"),
             status,
             average,
             new QStandardItem(why)});
    }
    const std::array widths = {130, 60, 110, 80};
    for (std::size_t column = 0; column < widths.size(); ++column)
        m_table->setColumnWidth(static_cast<int>(column), widths[column]);
    m_table->setCurrentIndex(m_model->index(1, 0));
}

void SamplePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void SamplePage::say()
{
    m_header->setTitle(word("Beranda", "Dashboard"));
    m_header->setSubtitle(
        word("Keadaan sekolah per ", "The school on ") + format::date(QDate(2026, 11, 21)));
    m_print->setText(word("Cetak satu halaman", "Print one page"));
    m_import->setText(word("Impor", "Import"));
    m_bars->setTitle(
        word("Perkiraan capaian semester depan per kelas", "Predicted achievement by class"));
    m_bars->setSubtitle(word("klik batang = daftar siswa", "click a bar for its list"));
    m_lines->setTitle(word("Nilai dan kehadiran", "Marks and attendance"));
    m_lines->setSubtitle("6 semester");
    m_scatter->setTitle(word("Klaster kesiapan sekolah", "Readiness clusters"));
    m_scatter->setSubtitle(word("33 sekolah sekabupaten", "33 schools of the district"));
    m_bars->setChart(sampleBars());
    m_lines->setChart(sampleLines());
    m_scatter->setChart(sampleScatter());
    m_table->setAccessibleName(word("Siswa yang perlu perhatian", "Students who need attention"));
    fill();
}

} // namespace edupro::tests
