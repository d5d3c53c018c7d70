// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Terminal.h"

#include "app/cli/Advice.h"
#include "app/cli/Console.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QStringList>

#include <cstdio>
#include <memory>

namespace edupro::cli {

namespace {

void write(std::FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

QString issueLine(const Issue& issue)
{
    QStringList parts{
        QStringLiteral("  ") +
        (issue.field.empty() ? QStringLiteral("record") : QString::fromStdString(issue.field)) +
        QStringLiteral(": ") + QString::fromStdString(issue.rule)};
    if (!issue.limit.empty())
        parts.append(QStringLiteral("allowed %1").arg(QString::fromStdString(issue.limit)));
    if (!issue.value.empty())
        parts.append(QStringLiteral("given \"%1\"").arg(QString::fromStdString(issue.value)));
    return parts.join(QStringLiteral(", "));
}

} // namespace

void Terminal::say(const QString& line)
{
    if (!m_json) write(stdout, line + u'\n');
}

void Terminal::give(const QJsonObject& document)
{
    if (m_json)
        write(stdout, QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)));
}

void Terminal::giveText(const QByteArray& json)
{
    if (m_json) write(stdout, QString::fromUtf8(json));
}

void Terminal::note(const QString& text)
{
    write(stderr, QStringLiteral("edupro-cli: note: %1\n").arg(text));
}

void Terminal::complain(const Error& error)
{
    QString text = QStringLiteral("edupro-cli: ") + QString::fromUtf8(codeName(error.code).data());
    if (!error.key.empty()) text += QStringLiteral(" [%1]").arg(QString::fromStdString(error.key));
    text += QStringLiteral(": ") + QString::fromStdString(error.detail) + u'\n';
    for (const Issue& issue : error.issues) {
        if (!issue.warning) text += issueLine(issue) + u'\n';
    }
    if (const QString advice = adviceFor(error); !advice.isEmpty())
        text += QStringLiteral("  What to do: %1\n").arg(advice);
    write(stderr, text);
}

Progress Terminal::progress(const QString& what)
{
    if (!errorsAreTerminal()) return noProgress();
    auto shown = std::make_shared<QElapsedTimer>();
    return [what, shown](double fraction) {
        if (shown->isValid() && shown->elapsed() < 100 && fraction < 1.0)
            return true; // ten lines a second are enough
        shown->start();
        write(
            stderr,
            QStringLiteral("\r%1 %2 %").arg(what).arg(static_cast<int>(fraction * 100.0), 3));
        if (fraction >= 1.0) write(stderr, QStringLiteral("\r\033[K"));
        return true;
    };
}

} // namespace edupro::cli
