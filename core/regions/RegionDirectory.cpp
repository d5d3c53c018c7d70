// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/regions/RegionDirectory.h"

#include "core/record/Fold.h"

#include <QRegularExpression>

namespace edupro::regions {

namespace {

struct RegionRow {
    QString code;
    QString name;
    QString bpsCode;
    static constexpr auto schema()
    {
        return entity(
            "list_regions",
            field(&RegionRow::code, "code"),
            field(&RegionRow::name, "name"),
            field(&RegionRow::bpsCode, "bps_code"));
    }
};

struct SpellingRow {
    QString name;
    QString code;
    static constexpr auto schema()
    {
        return entity(
            "list_region_spellings",
            field(&SpellingRow::name, "name"),
            field(&SpellingRow::code, "code"));
    }
};

/// "Prov. D.I. Yogyakarta " -> "diyogyakarta".
QString nameKey(const QString& name)
{
    static const QRegularExpression prefix(
        QStringLiteral("\\A(?:provinsi|propinsi|province|prov) "));
    return folded(name).remove(prefix).remove(u' ');
}

/// "P94", " 94", "94.0" -> "94"; empty when it is no province code.
QString codeKey(const QString& code)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[Pp]?([0-9]{2})(?:[.,]0+)?\\z"));
    return pattern.match(code.trimmed()).captured(1);
}

} // namespace

Result<RegionDirectory> RegionDirectory::load(storage::Store& store)
{
    const auto regions = store.query<RegionRow>(QStringLiteral("regions/list_regions"));
    if (!regions) return regions.error();
    const auto spellings =
        store.query<SpellingRow>(QStringLiteral("regions/list_region_spellings"));
    if (!spellings) return spellings.error();
    RegionDirectory directory;
    for (const SpellingRow& row : *spellings)
        directory.m_byName.insert(nameKey(row.name), row.code);
    for (const RegionRow& row : *regions) {
        directory.m_byName.insert(nameKey(row.name), row.code);
        directory.m_byBps.insert(row.bpsCode, row.code);
        directory.m_byKemendagri.insert(codeKey(row.code), row.code);
    }
    return directory;
}

std::optional<QString> RegionDirectory::byName(const QString& name) const
{
    const auto found = m_byName.constFind(nameKey(name));
    return found != m_byName.constEnd() ? std::optional(*found) : std::nullopt;
}

std::optional<QString> RegionDirectory::byCode(const QString& code, CodeSystem system) const
{
    if (system == CodeSystem::Unknown && isAmbiguous(code)) return std::nullopt;
    const auto& codes = system == CodeSystem::Bps ? m_byBps : m_byKemendagri;
    const auto found = codes.constFind(codeKey(code));
    return found != codes.constEnd() ? std::optional(*found) : std::nullopt;
}

bool RegionDirectory::isAmbiguous(const QString& code)
{
    const int number = codeKey(code).toInt();
    return number >= 91 && number <= 97;
}

bool RegionDirectory::isAggregate(const QString& name)
{
    static const QStringList words{
        QStringLiteral("indonesia"),
        QStringLiteral("luarnegeri"),
        QStringLiteral("total"),
        QStringLiteral("jumlah"),
        QStringLiteral("nasional"),
        QStringLiteral("ratarata"),
        QStringLiteral("average")};
    return words.contains(nameKey(name));
}

} // namespace edupro::regions
