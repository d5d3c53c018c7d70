// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/CopiedSecret.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QMimeData>

namespace edupro::ui {

namespace {

QByteArray digestOf(const QString& text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

void CopiedSecret::copy(const QString& secret)
{
    auto* data = new QMimeData;
    data->setText(secret);
    data->setData(
        QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret")); // Klipper
    data->setData(
        QStringLiteral("application/x-qt-windows-mime;"
                       "value=\"ExcludeClipboardContentFromMonitorProcessing\""),
        QByteArrayLiteral("1")); // the history of Windows
    QGuiApplication::clipboard()->setMimeData(data);
    m_digest = digestOf(secret);
}

void CopiedSecret::forget()
{
    if (m_digest.isEmpty()) return;
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (digestOf(clipboard->text()) == m_digest) clipboard->clear();
    m_digest.clear();
}

} // namespace edupro::ui
