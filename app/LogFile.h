// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are appended to and, when full, passed on; several processes may write to them.
#pragma once

#include <QFile>
#include <QString>

namespace edupro::logging {

/// Readable and writable by its user only. What cannot be written is dropped.
class LogFile {
public:
    struct Place {
        QString folder;
        QString name; ///< NAME.jsonl, NAME.1.jsonl (the newest full one), ...
        qint64 size = 0;
        int files = 0;
    };

    explicit LogFile(Place place);

    /// In one write, so that lines of several processes do not mix.
    void append(const QByteArray& line);

private:
    QString pathOf(int number) const;
    bool open();
    /// Another process may have passed the files on meanwhile.
    void passOn();

    Place m_place;
    QFile m_file;
};

} // namespace edupro::logging
