// SPDX-License-Identifier: GPL-3.0-or-later
// A command of edupro-cli: its words, its options and what it does.
#pragma once

#include "app/cli/Terminal.h"
#include "core/base/Result.h"
#include "core/storage/Store.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QStringList>

#include <vector>

namespace edupro::cli {

enum Exit { finished = 0, refused = 1, wrongUsage = 2 };

struct Command;

/// The words of one call, taken apart.
class Arguments {
public:
    /// Errors: Validation `usage` with what is wrong, for unknown options, missing values and a
    /// wrong number of words.
    static Result<Arguments> parse(const Command& command, const QStringList& words);

    QString word(int index) const { return m_words.value(index); }
    QStringList wordsFrom(int index) const { return m_words.mid(index); }
    bool has(const char* option) const { return m_parser->isSet(QString::fromLatin1(option)); }
    QString value(const char* option) const { return m_parser->value(QString::fromLatin1(option)); }
    QStringList values(const char* option) const
    {
        return m_parser->values(QString::fromLatin1(option));
    }
    /// The option as a whole number; `fallback` when it is not given. Validation `usage` when it is
    /// no number in [low, high].
    Result<qint64> number(const char* option, qint64 fallback, qint64 low, qint64 high) const;

private:
    std::shared_ptr<QCommandLineParser> m_parser;
    QStringList m_words;
};

struct Option {
    const char* name;
    const char* value; ///< what its value is called; null: a switch
    const char* help;
    bool required = false;
};

struct Command {
    const char* name;  ///< one or two words: "school create"
    const char* words; ///< its positional words: "FILE"; "WORD..." at the end: any number
    const char* help;
    std::vector<Option> options;
    Done (*run)(const Arguments& arguments, Terminal& terminal);
    bool draws = false; ///< needs fonts, hence a QApplication (without a display)
};

/// Its options, and for those that open a school file also who opens it.
std::vector<Option> optionsOf(const Command& command);

/// Every command, one row each.
const std::vector<Command>& commands();

/// Options of a store opened by the command line: the computer's clock, the signed-in user of the
/// computer as actor.
storage::StoreOptions storeOptions();

} // namespace edupro::cli
