// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/accounts/KeyMending.h"

#include <QDir>

namespace edupro::accounts {

using security::KeyFile;

bool isSuperseded(const QString& keyFile, const security::SecretBytes& fileKey)
{
    const Result<KeyFile> newest = KeyFile::load(keyFile);
    return newest && newest->isAuthentic(fileKey);
}

Mended mendKeyFile(const QString& keyFile, KeyFile& opened, const security::SecretBytes& fileKey)
{
    Mended mended{
        .notice = {
            .code = ErrorCode::Corrupt,
            .key = "key.older_generation",
            .detail = QDir::toNativeSeparators(keyFile).toStdString() +
                      ": was lost or damaged; the generation before opened the school"}};
    const Result<KeyFile> newest = KeyFile::load(keyFile);
    if (newest && newest->file() != opened.file()) {
        mended.notice.detail += "; another school's key file lies in its place";
        return mended;
    }
    mended.isMended = opened.save(keyFile, fileKey).has_value();
    mended.notice.detail += mended.isMended ? " and was put in its place" : "";
    return mended;
}

} // namespace edupro::accounts
