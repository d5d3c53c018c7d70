// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/CodePaper.h"

#include "ui/accounts/RecoveryPaper.h"
#include "ui/common/Format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <functional>

namespace edupro::ui {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("CodePaper", text);
}

/// Text from top to bottom on pages A4.
class Paper {
public:
    explicit Paper(QPdfWriter& pdf)
        : m_pdf(pdf)
        , m_painter(&pdf)
    {
        m_body = m_painter.font();
        m_body.setPointSize(11);
        m_head = m_body;
        m_head.setPointSize(18);
        m_head.setBold(true);
        m_fixed = codeFont(16);
        m_fixed.setPointSize(17);
    }
    bool isActive() const { return m_painter.isActive(); }
    /// `gap`: below, in millimetres.
    void head(const QString& text, int gap) { line(m_head, text, gap); }
    void body(const QString& text, int gap) { line(m_body, text, gap); }
    void code(const QString& text, int gap) { line(m_fixed, text, gap); }
    /// On the next page when less than `millimetres` are left on this one.
    void keepTogether(int millimetres)
    {
        if (m_y + dots(millimetres) <= m_painter.viewport().height()) return;
        m_pdf.newPage();
        m_y = 0;
    }
    void cutHere(int gap)
    {
        m_painter.setPen(QPen(Qt::gray, 0, Qt::DashLine));
        m_painter.drawLine(0, m_y, m_painter.viewport().width(), m_y);
        m_painter.setPen(Qt::black);
        m_y += dots(gap);
    }

private:
    int dots(int millimetres) const { return millimetres * m_pdf.resolution() * 10 / 254; }
    void line(const QFont& font, const QString& text, int gap)
    {
        m_painter.setFont(font);
        const QRect page = m_painter.viewport();
        QRect used;
        m_painter.drawText(
            QRect(0, m_y, page.width(), page.height()), Qt::TextWordWrap, text, &used);
        m_y += used.height() + dots(gap);
    }

    QPdfWriter& m_pdf;
    QPainter m_painter;
    QFont m_body;
    QFont m_head;
    QFont m_fixed;
    int m_y = 0;
};

Done writePaper(const QString& path, const std::function<void(Paper&)>& draw)
{
    const Error unwritable{
        .code = ErrorCode::Io,
        .key = "export.unwritable",
        .detail = path.toStdString() + ": cannot be written"};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return unwritable;
    {
        QPdfWriter pdf(&file);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins({25, 25, 25, 25}, QPageLayout::Millimeter);
        pdf.setTitle(QStringLiteral("EduPro"));
        Paper paper(pdf);
        if (!paper.isActive()) return unwritable;
        draw(paper);
    }
    if (!file.commit()) return unwritable;
    return done();
}

} // namespace

Done writeCodePaper(const QString& path, const QString& school, const QString& code)
{
    return writePaper(path, [&](Paper& paper) {
        paper.head(said(QT_TRANSLATE_NOOP("CodePaper", "Recovery code")), 4);
        paper.body(school, 2);
        paper.body(format::date(QDate::currentDate()), 10);
        paper.code(code, 10);
        paper.body(
            said(QT_TRANSLATE_NOOP(
                "CodePaper",
                "This code opens the school when every password is forgotten. Whoever has it and "
                "the file can read everything. Keep it in a closed place, not beside the "
                "computer.")),
            0);
    });
}

Done writePasswordSlips(
    const QString& path,
    const QString& school,
    const std::vector<accounts::Invitation>& invitations)
{
    constexpr int slip = 60; // millimetres
    return writePaper(path, [&](Paper& paper) {
        for (const accounts::Invitation& invitation : invitations) {
            paper.keepTogether(slip);
            paper.body(school, 2);
            paper.head(invitation.user.name, 4);
            paper.body(
                said(QT_TRANSLATE_NOOP("CodePaper", "User name: %1")).arg(invitation.user.login),
                2);
            paper.code(invitation.password, 4);
            paper.body(
                said(QT_TRANSLATE_NOOP(
                         "CodePaper",
                         "This password counts for one sign-in within seven days; you choose your "
                         "own "
                         "then. For %1 only."))
                    .arg(invitation.user.name),
                4);
            paper.cutHere(6);
        }
    });
}

} // namespace edupro::ui
