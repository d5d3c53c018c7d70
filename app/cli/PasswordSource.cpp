// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PasswordSource.h"

#include "app/cli/Console.h"

#include <QFile>

#include <array>
#include <cstdio>

namespace edupro::cli {

using security::SecretBytes;

namespace {

constexpr std::size_t longest = 1000;

Error error(ErrorCode code, const char* key, std::string detail)
{
    return {.code = code, .key = key, .detail = std::move(detail)};
}

Error none()
{
    return error(
        ErrorCode::Validation,
        "password.none",
        "a password is needed, and there is no terminal to ask on");
}

/// One line of `stream` without its end; the buffer in between is wiped. False at the end.
Result<SecretBytes> readLine(std::FILE* stream)
{
    std::array<char, longest + 1> line{};
    std::size_t length = 0;
    int character = std::fgetc(stream);
    const bool ended = character == EOF;
    while (character != EOF && character != '\n' && length < line.size()) {
        line[length++] = static_cast<char>(character);
        character = std::fgetc(stream);
    }
    if (length > 0 && line[length - 1] == '\r') --length;
    QString text = QString::fromUtf8(line.data(), static_cast<qsizetype>(length));
    volatile char* wiped = line.data();
    for (std::size_t i = 0; i < line.size(); ++i)
        wiped[i] = 0;
    SecretBytes password = SecretBytes::ofPassword(text);
    security::wipe(text);
    if (ended) return none();
    if (length > longest)
        return error(ErrorCode::Validation, "password.long", "a password has at most 1000 bytes");
    return password;
}

} // namespace

PasswordSource::PasswordSource(const Arguments& arguments)
    : m_file(qEnvironmentVariable("EDUPRO_PASSWORD_FILE"))
{
    if (arguments.has("password-stdin"))
        m_kind = Kind::Input;
    else if (!m_file.isEmpty())
        m_kind = Kind::File;
    else if (inputIsTerminal())
        m_kind = Kind::Prompt;
}

Result<SecretBytes> PasswordSource::nextLine()
{
    // Opened anew each time: an open file would be one more copy in a buffer.
    const QByteArray name = QFile::encodeName(m_file);
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
        std::fopen(name.constData(), "rb"), std::fclose);
    if (!file) {
        return error(
            ErrorCode::Io,
            "password.file",
            "the file named by EDUPRO_PASSWORD_FILE cannot be read");
    }
    std::setvbuf(file.get(), nullptr, _IONBF, 0);
    for (int line = 0; line < m_line; ++line) {
        if (Result<SecretBytes> used = readLine(file.get()); !used) return used;
    }
    ++m_line;
    return readLine(file.get());
}

Result<SecretBytes> PasswordSource::next(const QString& prompt)
{
    switch (m_kind) {
    case Kind::None:
        return none();
    case Kind::File:
        return nextLine();
    case Kind::Input:
        std::setvbuf(stdin, nullptr, _IONBF, 0);
        return readLine(stdin);
    case Kind::Prompt:
        break;
    }
    const QByteArray text = prompt.toUtf8();
    Result<SecretBytes> password = [&text] {
        const WithoutEcho hidden; // before the question, or who answers at once is shown
        std::fprintf(stderr, "%s: ", text.constData());
        std::fflush(stderr);
        return readLine(stdin);
    }();
    std::fputc('\n', stderr);
    return password;
}

Result<SecretBytes> PasswordSource::chosen(const QString& prompt)
{
    Result<SecretBytes> first = next(prompt);
    if (!first || m_kind != Kind::Prompt) return first;
    const Result<SecretBytes> again = next(prompt + QStringLiteral(", once more"));
    if (!again) return again.error();
    if (again.value().equals(first.value())) return first;
    return error(ErrorCode::Validation, "password.differs", "the two passwords are not the same");
}

Result<security::RecoveryCode> PasswordSource::recoveryCode()
{
    const Result<SecretBytes> typed = next(QStringLiteral("Recovery code"));
    if (!typed) return typed.error();
    QString text = QString::fromUtf8(
        reinterpret_cast<const char*>(typed->data()), static_cast<qsizetype>(typed->size()));
    Result<security::RecoveryCode> code = security::RecoveryCode::parse(text);
    security::wipe(text);
    return code;
}

} // namespace edupro::cli
