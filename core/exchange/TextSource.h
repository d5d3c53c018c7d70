// SPDX-License-Identifier: GPL-3.0-or-later
// A text file as a stream of decoded pieces, checked for size and encoding before the first one.
#pragma once

#include "core/exchange/TextDecoding.h"

#include <QIODevice>

#include <memory>

namespace edupro::exchange {

/// Owns the opened file. Holds one piece of 64 KiB at a time. Move-only; one thread.
class TextSource {
public:
    /// Errors, all before anything large is read: `import.missing`, `import.directory`,
    /// `import.unreadable`, `import.empty`, `import.too_big` (over maxBytes), and those of
    /// EncodingProbe::verdict().
    static Result<TextSource> open(const QString& path, qint64 maxBytes);
    /// The same on an opened, seekable device.
    static Result<TextSource> of(std::unique_ptr<QIODevice> device, qint64 maxBytes);

    TextEncoding encoding() const { return m_encoding; }
    /// Part of the file that was handed out, 0..1.
    double fractionRead() const;
    /// Replaces `piece` by the next part of the text; false at the end. Error: `import.unreadable`.
    Result<bool> read(QString& piece);
    /// Back to the beginning.
    Done rewind();

private:
    TextSource(std::unique_ptr<QIODevice> device, TextEncoding encoding);

    std::unique_ptr<QIODevice> m_device;
    TextEncoding m_encoding;
    TextDecoder m_decoder;
};

} // namespace edupro::exchange
