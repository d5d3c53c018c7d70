// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/JobStrip.h"

#include "ui/common/ElidedLabel.h"
#include "ui/common/ErrorText.h"
#include "ui/common/Format.h"
#include "ui/common/Theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>

namespace edupro::ui {

JobStrip::JobStrip(const Theme& theme, Jobs& jobs, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_jobs(jobs)
    , m_icon(new QLabel(this))
    , m_text(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
    , m_tick(new QTimer(this))
{
    m_bar->setRange(0, 1000);
    m_bar->setFixedWidth(120);
    m_bar->setTextVisible(false);
    m_action->setObjectName("jobAction");
    setLook(m_action, "link");
    m_close->setObjectName("jobClose");
    m_close->setIcon(theme.icon("close"));
    m_close->setIconSize({12, 12});
    m_close->setFocusPolicy(Qt::StrongFocus);
    setLook(m_close, "quiet");
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_icon, m_text, m_bar, m_action, m_close})
        layout->addWidget(part);
    m_tick->setInterval(500);
    connect(m_tick, &QTimer::timeout, this, &JobStrip::refresh);
    connect(&jobs, &Jobs::changed, this, &JobStrip::refresh);
    connect(&theme, &Theme::changed, this, &JobStrip::refresh);
    connect(m_action, &QPushButton::clicked, this, [this] {
        const Job* job = shown();
        if (!job) return;
        if (job->state == Job::State::Running)
            m_jobs.cancel(job->id);
        else if (const auto go = job->next.go) {
            m_jobs.dismiss(job->id);
            go();
        }
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        if (const Job* job = shown()) m_jobs.dismiss(job->id);
    });
    say();
}

const Job* JobStrip::shown() const
{
    const auto& jobs = m_jobs.list();
    const auto running = std::find_if(
        jobs.begin(), jobs.end(), [](const Job& job) { return job.state == Job::State::Running; });
    if (running != jobs.end()) return &*running;
    return jobs.empty() ? nullptr : &jobs.back();
}

void JobStrip::refresh()
{
    const Job* job = shown();
    setVisible(job != nullptr);
    const bool runs = job && job->state == Job::State::Running;
    if (runs && !m_tick->isActive()) m_tick->start();
    if (!runs) m_tick->stop();
    if (!job) return;
    m_bar->setVisible(runs);
    m_icon->setVisible(!runs);
    m_close->setVisible(!runs);
    if (runs)
        showRunning(*job);
    else
        showFinished(*job);
}

void JobStrip::showRunning(const Job& job)
{
    QString text = job.name;
    const auto left = secondsLeft(job.fraction, static_cast<double>(job.since.elapsed()) / 1000.0);
    if (left) text += QString(" · ") + tr("%1 left").arg(format::duration(*left));
    const auto others = std::count_if(
                            m_jobs.list().begin(),
                            m_jobs.list().end(),
                            [](const Job& other) { return other.state == Job::State::Running; }) -
                        1;
    if (others > 0)
        text += QString(" · ") + tr("%n more waiting", nullptr, static_cast<int>(others));
    m_text->setText(text);
    m_text->setToolTip({});
    m_bar->setValue(static_cast<int>(job.fraction * 1000.0));
    m_bar->setAccessibleName(job.name);
    m_action->setText(tr("Cancel"));
    m_action->setAccessibleName(tr("Cancel: %1").arg(job.name));
    m_action->show();
}

void JobStrip::showFinished(const Job& job)
{
    const bool failed = job.state == Job::State::Failed;
    QString text = job.told;
    QString more;
    if (failed) {
        const ErrorWords said = words(job.error);
        text = job.name + ": " + said.what;
        more = QStringList{said.why, said.advice}.join('\n').trimmed();
    } else if (job.state == Job::State::Cancelled) {
        text = tr("Cancelled: %1. Nothing was changed.").arg(job.name);
    }
    m_text->setText(text);
    m_text->setToolTip(more);
    m_icon->setPixmap(
        m_theme.icon(failed ? "alert-triangle" : "check", failed ? Token::Risk : Token::Fine)
            .pixmap(14));
    m_action->setVisible(job.state == Job::State::Done && !job.next.text.isEmpty());
    m_action->setText(job.next.text);
    m_action->setAccessibleName(job.next.text);
}

void JobStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) say();
    QWidget::changeEvent(event);
}

void JobStrip::say()
{
    m_close->setAccessibleName(tr("Close the notice"));
    m_close->setToolTip(tr("Close the notice"));
    refresh();
}

} // namespace edupro::ui
