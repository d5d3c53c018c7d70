// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Fold.h"

namespace edupro {

QString folded(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c.isMark() || c == u'\'' || c == QChar(0x2019) || c == u'`' || c == QChar(0x02BC))
            continue;
        if (c.isLetterOrNumber() || c.isSurrogate()) {
            result.append(c);
        } else if (!result.isEmpty() && !result.endsWith(u' ')) {
            result.append(u' ');
        }
    }
    return result.trimmed();
}

} // namespace edupro
