// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/CodePaper.h"

#include "ui/common/Format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace edupro::ui {

namespace {

QString said(const char* text)
{
    return QCoreApplication::translate("CodePaper", text);
}

} // namespace

Done writeCodePaper(const QString& path, const QString& school, const QString& code)
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
        QPainter painter(&pdf);
        if (!painter.isActive()) return unwritable;
        const int width = painter.viewport().width();
        int y = 0;
        const auto line = [&](const QFont& font, const QString& text, int gap) {
            painter.setFont(font);
            QRect used;
            painter.drawText(
                QRect(0, y, width, painter.viewport().height()), Qt::TextWordWrap, text, &used);
            y += used.height() + gap * pdf.resolution() / 25; // gap: about millimetres
        };
        QFont body = painter.font();
        body.setPointSize(11);
        QFont head = body;
        head.setPointSize(18);
        head.setBold(true);
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPointSize(17);
        fixed.setBold(true);
        line(head, said(QT_TRANSLATE_NOOP("CodePaper", "Recovery code")), 4);
        line(body, school, 2);
        line(body, format::date(QDate::currentDate()), 10);
        line(fixed, code, 10);
        line(
            body,
            said(QT_TRANSLATE_NOOP(
                "CodePaper",
                "This code opens the school when every password is forgotten. Whoever has it and "
                "the file can read everything. Keep it in a closed place, not beside the "
                "computer.")),
            0);
    }
    if (!file.commit()) return unwritable;
    return done();
}

} // namespace edupro::ui
