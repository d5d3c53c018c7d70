// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"

#include "core/Entities.h"

namespace edupro::cli {

namespace {

Error usage(const QString& what)
{
    return {.code = ErrorCode::Validation, .key = "usage", .detail = what.toStdString()};
}

std::shared_ptr<QCommandLineParser> parserOf(const Command& command)
{
    auto parser = std::make_shared<QCommandLineParser>();
    for (const Option& option : optionsOf(command)) {
        parser->addOption(QCommandLineOption(
            QString::fromLatin1(option.name),
            QString::fromUtf8(option.help),
            option.value ? QString::fromLatin1(option.value) : QString()));
    }
    return parser;
}

} // namespace

Result<Arguments> Arguments::parse(const Command& command, const QStringList& words)
{
    Arguments arguments;
    arguments.m_parser = parserOf(command);
    // The parser takes the first word for the program's name.
    if (!arguments.m_parser->parse(QStringList{QStringLiteral("edupro-cli")} + words))
        return usage(arguments.m_parser->errorText());
    arguments.m_words = arguments.m_parser->positionalArguments();
    const auto wanted = QString::fromLatin1(command.words).split(u' ', Qt::SkipEmptyParts);
    const bool takesMore = !wanted.isEmpty() && wanted.last().endsWith(QStringLiteral("..."));
    const qsizetype given = arguments.m_words.size();
    if (takesMore ? given < wanted.size() - 1 : given != wanted.size()) {
        return usage(
            wanted.isEmpty()
                ? QStringLiteral("unexpected words: %1").arg(arguments.m_words.join(u' '))
                : QStringLiteral("expected %1").arg(wanted.join(u' ')));
    }
    for (const Option& option : command.options) {
        if (option.required && !arguments.has(option.name))
            return usage(QStringLiteral("--%1 %2 is missing")
                             .arg(QLatin1String(option.name), QLatin1String(option.value)));
    }
    return arguments;
}

Result<qint64> Arguments::number(const char* option, qint64 fallback, qint64 low, qint64 high) const
{
    if (!has(option)) return fallback;
    bool ok = false;
    const qint64 number = value(option).toLongLong(&ok);
    if (ok && number >= low && number <= high) return number;
    return usage(QStringLiteral("--%1 takes a whole number from %2 to %3, not \"%4\"")
                     .arg(QLatin1String(option))
                     .arg(low)
                     .arg(high)
                     .arg(value(option)));
}

storage::StoreOptions storeOptions()
{
    QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    if (user.isEmpty()) user = QStringLiteral("edupro-cli");
    return {.actor = user, .entities = allEntities()};
}

std::vector<Option> optionsOf(const Command& command)
{
    std::vector<Option> options = command.options;
    const bool opens = std::any_of(options.begin(), options.end(), [](const Option& option) {
        return qstrcmp(option.name, "store") == 0;
    });
    if (!opens) return options;
    options.push_back({"user", "LOGIN", "who signs in, where the file has people (admin)"});
    options.push_back(
        {"password-stdin",
         nullptr,
         "read the password from standard input; else from the file named by "
         "EDUPRO_PASSWORD_FILE, else ask"});
    return options;
}

} // namespace edupro::cli
