// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Headings.h"

#include "core/record/Fold.h"

#include <QHash>

namespace edupro::exchange {

namespace {

struct Synonyms {
    const char* field;
    const char* words; ///< separated by '|'
};

// clang-format off
constexpr Synonyms vocabulary[] = {
    {"nis",            "nis|nipd|no induk|nomor induk|nomor induk siswa|no induk siswa|nis lokal|student number|student no|student id|id siswa"},
    {"name",           "nama|name|nama siswa|nama lengkap|nama peserta didik|nama murid|student name|full name|student"},
    {"nisn",           "nisn|nomor induk siswa nasional|no induk siswa nasional|national student number"},
    {"nik",            "nik|nomor induk kependudukan|no ktp|nik siswa|national id"},
    {"family_card_number","no kk|nokk|nomor kk|kartu keluarga|no kartu keluarga|nomor kartu keluarga|family card number|family card no|family card"},
    {"health_notes",   "catatan kesehatan|riwayat kesehatan|riwayat penyakit|kesehatan|health notes|health|medical notes"},
    {"guardian_nik",   "nik orang tua|nik orangtua|guardian nik|parent nik|nik wali"},
    {"father_nik",     "nik ayah|father nik|nik father"},
    {"mother_nik",     "nik ibu|mother nik|nik mother"},
    {"class",          "kelas|class|rombel|rombel saat ini|rombongan belajar|nama rombel|nama kelas|class group|class name"},
    {"birth_date",     "tanggal lahir|tgl lahir|tgllahir|birth date|birthdate|date of birth|birthday|born|dob"},
    {"gender",         "jenis kelamin|jk|kelamin|l/p|gender|sex"},
    {"address",        "alamat|alamat rumah|alamat siswa|address|home address"},
    {"status",         "status|status siswa|student status"},
    {"term",           "semester|term|smt|kode semester|semester id|term code|id semester"},
    {"academic_year",  "tahun ajaran|tahun pelajaran|academic year|school year"},
    {"subject",        "mapel|mata pelajaran|subject|pelajaran|nama mapel|nama mata pelajaran|matapelajaran|course"},
    {"mark",           "nilai|mark|score|nilai akhir|final mark|final score|nilai rapor|nilai raport|grade|angka"},
    {"effective_days", "hari efektif|effective days|jumlah hari efektif|school days|hari sekolah|hari belajar|jml hari efektif"},
    {"present",        "hadir|present|jumlah hadir|masuk"},
    {"sick",           "sakit|sick|jumlah sakit|ill"},
    {"excused",        "izin|ijin|excused|jumlah izin|permission|permit"},
    {"absent",         "alpa|alfa|alpha|absent|tanpa keterangan|tk|jumlah alpa|unexcused"},
    {"attendance",     "presensi|attendance|kehadiran|absensi|kode presensi|kode kehadiran|status kehadiran|attendance code|hsia|code|kode"},
    {"note",           "catatan|note|notes|catatan presensi|alasan|reason"},
    {"relation",       "hubungan|relation|hubungan keluarga|relationship|sebagai|wali sebagai"},
    {"guardian",       "nama orang tua|nama orangtua|nama wali|guardian|guardian name|parent|parent name|orang tua|wali"},
    {"amount",         "penghasilan|income|jumlah penghasilan|penghasilan per bulan|monthly income|amount|nominal|total penghasilan|besar penghasilan"},
    {"band",           "kode penghasilan|rentang penghasilan|band|income band|golongan penghasilan|range penghasilan|kelompok penghasilan"},
    {"father_income",  "penghasilan ayah|father income|gaji ayah|income father|fathers income"},
    {"mother_income",  "penghasilan ibu|mother income|gaji ibu|income mother|mothers income"},
    {"guardian_income","penghasilan wali|guardian income|gaji wali|income guardian|guardians income"},
    {"since",          "sejak|since|berlaku sejak|valid from|mulai|tanggal berlaku"},
    {"title",          "prestasi|nama prestasi|achievement|title|judul|lomba|nama lomba|kejuaraan|nama kegiatan|competition"},
    {"level",          "tingkat|level|jenjang|tingkat prestasi|tingkat lomba|achievement level"},
    {"rank",           "peringkat|rank|juara|juara ke|hasil|predikat|place|result"},
    {"date",           "tanggal|date|tgl|waktu|tanggal prestasi|tanggal lomba|achieved on"},
    {"year",           "tahun|year|thn"},
    {"province",       "provinsi|propinsi|province|nama provinsi|nama propinsi|region|wilayah|nama wilayah|cakupan|38 provinsi|34 provinsi|province name"},
    {"province_code",  "kode provinsi|kode propinsi|province code|provinsi id|kode wilayah|region code"},
    {"unit",           "satuan|unit|units"},
    {"code_kemendagri","kode kemdagri|kode kemendagri|kemendagri code"},
    {"code_bps",       "kode bps|bps code"},
};
// clang-format on

const QHash<QString, QStringList>& foldedVocabulary()
{
    static const QHash<QString, QStringList> table = [] {
        QHash<QString, QStringList> made;
        for (const Synonyms& entry : vocabulary) {
            QStringList words{foldHeading(QString::fromLatin1(entry.field))};
            for (const QString& word : QString::fromLatin1(entry.words).split(u'|'))
                words.append(foldHeading(word));
            made.insert(QString::fromLatin1(entry.field), words);
        }
        return made;
    }();
    return table;
}

bool means(const QString& foldedText, const QString& field)
{
    return foldedText == foldHeading(field) || synonymsOf(field).contains(foldedText);
}

int fieldMeantBy(const QString& text, const QList<WantedField>& wanted)
{
    const QString key = foldHeading(text);
    if (key.isEmpty()) return -1;
    for (int i = 0; i < wanted.size(); ++i)
        if (means(key, wanted[i].name)) return i;
    return -1;
}

QString quoted(const QStringList& names)
{
    QStringList shown;
    for (const QString& name : names)
        if (!name.trimmed().isEmpty()) shown.append(u'"' + name.trimmed() + u'"');
    return shown.join(QStringLiteral(", "));
}

QStringList namesOf(const QList<WantedField>& wanted)
{
    QStringList names;
    for (const WantedField& field : wanted)
        names.append(field.name);
    return names;
}

Error headingError(const char* key, const QString& field, const QString& what)
{
    return {
        .code = ErrorCode::Validation,
        .key = key,
        .detail = what.toStdString(),
        .issues = {{.field = field.toStdString(), .rule = key}}};
}

constexpr int notAsked = -2;

/// For each column the field that the overrides give it: an index, -1 for "leave out", or notAsked.
Result<QList<int>> overriddenFields(
    const QStringList& headings,
    const QList<WantedField>& wanted,
    const QList<HeadingOverride>& overrides)
{
    QList<int> fields(headings.size(), notAsked);
    for (const HeadingOverride& asked : overrides) {
        const int field = fieldMeantBy(asked.field, wanted);
        if (field < 0 && !asked.field.trimmed().isEmpty())
            return headingError(
                "import.map",
                asked.field,
                QStringLiteral("there is no field \"%1\"; the fields are %2")
                    .arg(asked.field, quoted(namesOf(wanted))));
        bool found = false;
        for (qsizetype column = 0; column < headings.size(); ++column) {
            if (foldHeading(headings[column]) != foldHeading(asked.heading)) continue;
            fields[column] = field;
            found = true;
        }
        if (!found)
            return headingError(
                "import.map",
                asked.field,
                QStringLiteral("the file has no heading \"%1\"; it has %2")
                    .arg(asked.heading, quoted(headings)));
    }
    return fields;
}

Error twice(const QString& field, const QString& one, const QString& other)
{
    return headingError(
        "import.heading_twice",
        field,
        QStringLiteral("the headings \"%1\" and \"%2\" both stand for \"%3\"; say which one is "
                       "meant with --map \"%1=%3\", or leave one out with --map \"%2=\"")
            .arg(one.trimmed(), other.trimmed(), field));
}

} // namespace

QString foldHeading(const QString& heading)
{
    return folded(heading).remove(u' ');
}

QStringList synonymsOf(const QString& field)
{
    return foldedVocabulary().value(field);
}

Result<HeadingOverride> parseOverride(const QString& text)
{
    const qsizetype at = text.lastIndexOf(u'=');
    if (at <= 0 || text.first(at).trimmed().isEmpty())
        return headingError(
            "import.map",
            {},
            QStringLiteral("\"%1\" is not of the form \"Heading=field\"").arg(text));
    return HeadingOverride{text.first(at).trimmed(), text.sliced(at + 1).trimmed()};
}

int knownHeadings(const QStringList& headings, const QList<WantedField>& wanted)
{
    return static_cast<int>(
        std::count_if(headings.begin(), headings.end(), [&](const QString& heading) {
            return fieldMeantBy(heading, wanted) >= 0;
        }));
}

Result<HeadingMatch> matchHeadings(
    const QStringList& headings,
    const QList<WantedField>& wanted,
    const QList<HeadingOverride>& overrides)
{
    const Result<QList<int>> asked = overriddenFields(headings, wanted, overrides);
    if (!asked) return asked.error();
    HeadingMatch match{.columnOf = QList<int>(wanted.size(), -1), .unmatched = {}};
    for (int column = 0; column < headings.size(); ++column) {
        const int field = (*asked)[column];
        if (field < 0) continue;
        int& chosen = match.columnOf[field];
        if (chosen >= 0) return twice(wanted[field].name, headings[chosen], headings[column]);
        chosen = column;
    }
    const QList<int> byPerson = match.columnOf;
    for (int column = 0; column < headings.size(); ++column) {
        if ((*asked)[column] != notAsked) continue;
        const int field = fieldMeantBy(headings[column], wanted);
        if (field < 0 || byPerson[field] >= 0) {
            if (!headings[column].trimmed().isEmpty()) match.unmatched.append(column);
            continue;
        }
        int& chosen = match.columnOf[field];
        if (chosen >= 0) return twice(wanted[field].name, headings[chosen], headings[column]);
        chosen = column;
    }
    for (int field = 0; field < wanted.size(); ++field) {
        if (!wanted[field].required || match.columnOf[field] >= 0) continue;
        return headingError(
            "import.heading_missing",
            wanted[field].name,
            QStringLiteral("no column for \"%1\"; the file has the headings %2. Rename one, or say "
                           "which it is with --map \"Heading=%1\"")
                .arg(wanted[field].name, quoted(headings)));
    }
    return match;
}

} // namespace edupro::exchange
