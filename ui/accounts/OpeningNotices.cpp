// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/OpeningNotices.h"

#include "core/jobs/OnFinished.h"
#include "ui/common/ErrorText.h"
#include "ui/shell/Context.h"

namespace edupro::ui {

OpeningNotices::OpeningNotices(Context& context, QWidget* parent)
    : NoticeBar(context.theme, QStringLiteral("openingNotice"), parent)
{
    connect(this, &NoticeBar::dismissed, this, &OpeningNotices::tellNext);
    const auto work = [](storage::Store& store, const Progress&) -> Result<std::vector<Error>> {
        return store.takeNotices();
    };
    using Notices = Result<std::vector<Error>>;
    jobs::onFinished(context.store.submit(work), this, [this](const Notices& notices) {
        if (notices) m_left = *notices;
        tellNext();
    });
}

void OpeningNotices::tellNext()
{
    if (m_left.empty()) return;
    const Error notice = m_left.front();
    m_left.erase(m_left.begin());
    tell([this, notice] {
        // Saving what was typed is not what failed here.
        const ErrorWords said = words(notice);
        const QString what = notice.key == "store.full"
                                 ? tr("The disk is full: the school can be read, and saved again "
                                      "once there is room.")
                                 : said.what + u' ' + said.advice;
        return Words{what, {}, {}};
    });
}

} // namespace edupro::ui
