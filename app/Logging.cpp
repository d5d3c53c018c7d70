// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Logging.h"

#include "app/LogFile.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMutex>
#include <QRegularExpression>
#include <QStandardPaths>

#include <atomic>
#include <cstdio>
#include <memory>

namespace edupro::logging {

namespace {

constexpr qsizetype longestMessage = 300;

struct State {
    QMutex mutex;
    std::unique_ptr<LogFile> file;
    QtMessageHandler before = nullptr;
    std::atomic<bool> warningsOnStderr = true;
};

State& state()
{
    static State one;
    return one;
}

// A message that writing a line gives rise to would come round for ever.
thread_local bool isWriting = false;

const char* levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return "error";
}

void write(QJsonObject line)
{
    if (isWriting) return;
    isWriting = true;
    line.insert(QStringLiteral("t"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    const QByteArray bytes = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    {
        const QMutexLocker lock(&state().mutex);
        if (state().file) state().file->append(bytes);
    }
    isWriting = false;
}

void takeMessage(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    const QString text = withoutValues(message);
    QJsonObject line{
        {QStringLiteral("level"), QLatin1String(levelOf(type))}, {QStringLiteral("text"), text}};
    if (context.category) line.insert(QStringLiteral("category"), QLatin1String(context.category));
    write(line);
    const bool isWarning = type != QtDebugMsg && type != QtInfoMsg;
    if (isWarning && state().warningsOnStderr)
        std::fputs((text.toUtf8() + '\n').constData(), stderr);
}

/// "read data: disk I/O error (778)" -> "778".
QString nativeCode(const std::string& detail)
{
    const QString text = QString::fromStdString(detail);
    const qsizetype open = text.lastIndexOf(u'(');
    if (open < 0 || !text.endsWith(u')')) return {};
    const QString code = text.mid(open + 1, text.size() - open - 2);
    const bool isCode = code.size() <= 5 && std::all_of(code.begin(), code.end(), [](QChar c) {
                            return c.unicode() < 128 && c.isLetterOrNumber();
                        });
    return isCode ? code : QString();
}

} // namespace

Field::Field(const char* name, const char* word)
    : m_name(name)
    , m_value(QString::fromLatin1(word))
{
}
Field::Field(const char* name, int count)
    : m_name(name)
    , m_value(count)
{
}
Field::Field(const char* name, qint64 count)
    : m_name(name)
    , m_value(count)
{
}
Field::Field(const char* name, double measure)
    : m_name(name)
    , m_value(measure)
{
}
Field::Field(const char* name, bool flag)
    : m_name(name)
    , m_value(flag)
{
}
Field::Field(const char* name, const QUuid& row)
    : m_name(name)
    , m_value(row.toString(QUuid::WithoutBraces))
{
}

/// Reads fields.
class Line {
public:
    static void add(QJsonObject& line, const Field& field)
    {
        line.insert(QString::fromLatin1(field.m_name), field.m_value);
    }
};

QString stateFolder()
{
#ifdef Q_OS_WIN
    const QString base = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
#else
    QString base = qEnvironmentVariable("XDG_STATE_HOME");
    if (base.isEmpty())
        base = QStandardPaths::writableLocation(QStandardPaths::HomeLocation) +
               QStringLiteral("/.local/state");
#endif
    return base + QStringLiteral("/edupro/log");
}

void begin(const LogOptions& options)
{
    auto file = std::make_unique<LogFile>(LogFile::Place{
        .folder = options.folder.isEmpty() ? stateFolder() : options.folder,
        .name = options.program,
        .size = options.fileSize,
        .files = options.files});
    const QMutexLocker lock(&state().mutex);
    state().file = std::move(file);
    state().warningsOnStderr = options.warningsOnStderr;
    const QtMessageHandler before = qInstallMessageHandler(takeMessage);
    if (before != takeMessage) state().before = before;
}

void end()
{
    const QMutexLocker lock(&state().mutex);
    qInstallMessageHandler(state().before);
    state().before = nullptr;
    state().file.reset();
}

void note(const char* event, std::initializer_list<Field> fields)
{
    QJsonObject line{
        {QStringLiteral("level"), QStringLiteral("info")},
        {QStringLiteral("event"), QLatin1String(event)}};
    for (const Field& field : fields)
        Line::add(line, field);
    write(line);
}

void noteFailure(const char* doing, const Error& error)
{
    const auto latin = [](std::string_view text) {
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    };
    QJsonObject line{
        {QStringLiteral("level"), QStringLiteral("warning")},
        {QStringLiteral("event"), QStringLiteral("failed")},
        {QStringLiteral("doing"), QLatin1String(doing)},
        {QStringLiteral("code"), latin(codeName(error.code))},
        {QStringLiteral("key"), masked(latin(error.key))}};
    if (const QString code = nativeCode(error.detail); !code.isEmpty())
        line.insert(QStringLiteral("native"), code);
    QJsonArray issues;
    for (const Issue& issue : error.issues)
        issues.append(masked(latin(issue.field) + u':' + latin(issue.rule)));
    if (!issues.isEmpty()) line.insert(QStringLiteral("issues"), issues);
    write(line);
}

QString withoutValues(const QString& message)
{
    // What is quoted may hold quotation marks itself, so all goes up to the last one.
    static const QRegularExpression quoted(
        QStringLiteral("[\"\u201C].*[\"\u201D]|[\"\u201C].*"),
        QRegularExpression::DotMatchesEverythingOption);
    const QString text = masked(QString(message).replace(quoted, QStringLiteral("[…]")));
    return text.size() <= longestMessage ? text : text.left(longestMessage) + u'…';
}

} // namespace edupro::logging
