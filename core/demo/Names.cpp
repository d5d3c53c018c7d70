// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Names.h"

#include <QStringList>

#include <array>
#include <string_view>

namespace edupro::demo {

namespace {

// clang-format off
constexpr std::array maleNames = std::to_array<std::string_view>({
    "Abdul", "Achmad", "Adi", "Aditya", "Agung", "Agus", "Ahmad", "Akbar", "Aldi", "Alfian", "Ali", "Andi", "Andika", "Anggara",
    "Anton", "Ardi", "Arga", "Ari", "Arief", "Arif", "Arya", "Bagas", "Bagus", "Bambang", "Bayu", "Beni", "Bima", "Bintang",
    "Budi", "Cahyo", "Chandra", "Damar", "Danang", "Dani", "Daniel", "David", "Dedi", "Denny", "Dian", "Dika", "Dimas", "Dion",
    "Doni", "Dwi", "Edi", "Eka", "Eko", "Fadli", "Fahri", "Faisal", "Fajar", "Farhan", "Farid", "Fathur", "Fauzan", "Fauzi",
    "Febri", "Ferdi", "Firman", "Galang", "Galih", "Gilang", "Guntur", "Hadi", "Hafiz", "Haikal", "Hakim", "Hamzah", "Hanif",
    "Hari", "Haris", "Hasan", "Hendra", "Heri", "Hilmi", "Husein", "Ibrahim", "Idris", "Ikhsan", "Ilham", "Imam", "Indra",
    "Irfan", "Iqbal", "Ismail", "Ivan", "Iwan", "Jaka", "Joko", "Johan", "Jonathan", "Kevin", "Krisna", "Kurnia", "Lukman",
    "Lutfi", "Ma'ruf", "Mahendra", "Martin", "Maulana", "Mikael", "Miftah", "Muhammad", "Mulyadi", "Nanda", "Naufal", "Nugroho",
    "Nur", "Oki", "Panji", "Pandu", "Prasetyo", "Pratama", "Putra", "Rafi", "Rahmat", "Raihan", "Raka", "Ramadhan", "Randi",
    "Rangga", "Rasyid", "Reza", "Rian", "Ridho", "Ridwan", "Rifki", "Rio", "Rizal", "Rizki", "Robby", "Rudi", "Rully", "Ryan",
    "Samuel", "Sandi", "Satria", "Setiawan", "Sigit", "Slamet", "Stefanus", "Sulaiman", "Surya", "Syahrul", "Syarif", "Taufik",
    "Tegar", "Teguh", "Tio", "Tomi", "Tri", "Umar", "Wahyu", "Wawan", "Wisnu", "Yoga", "Yohanes", "Yudha", "Yudi", "Yusuf",
    "Zainal", "Zaki", "Zidan"});

constexpr std::array femaleNames = std::to_array<std::string_view>({
    "Adelia", "Adinda", "Agnes", "Aisyah", "Alya", "Amanda", "Amelia", "Anggi", "Anggraini", "Anisa", "Anita", "Annisa", "Aprilia",
    "Ariani", "Asih", "Astrid", "Astuti", "Aulia", "Ayu", "Bella", "Bunga", "Cahya", "Cantika", "Chelsea", "Christina", "Cindy",
    "Citra", "Clara", "Dahlia", "Desi", "Devi", "Dewi", "Diah", "Dian", "Dina", "Dinda", "Dwi", "Eka", "Elisa", "Elvira", "Erna",
    "Esti", "Eva", "Fadhilah", "Farah", "Fatimah", "Febriana", "Fira", "Fitri", "Fitriani", "Gita", "Hana", "Hanifah", "Hasna",
    "Hesti", "Ika", "Indah", "Indriani", "Intan", "Irma", "Jasmine", "Jessica", "Julia", "Kartika", "Kartini", "Keisha", "Khadijah",
    "Kirana", "Laila", "Laras", "Lestari", "Lia", "Lina", "Linda", "Lisa", "Maharani", "Maria", "Maya", "Mega", "Melati",
    "Meilani", "Mira", "Mulia", "Mutiara", "Nabila", "Nadia", "Najwa", "Natalia", "Nia", "Nina", "Nisa", "Novi", "Novita", "Nur",
    "Nur'aini", "Nurhayati", "Nurul", "Oktavia", "Pertiwi", "Permata", "Puspita", "Putri", "Rahayu", "Rahma", "Rahmawati", "Rani",
    "Ratih", "Ratna", "Ratu", "Regina", "Rina", "Rini", "Riska", "Rizka", "Rosa", "Rosita", "Sabrina", "Safira", "Salsabila",
    "Sari", "Sekar", "Selvi", "Septiani", "Shinta", "Silvia", "Siska", "Siti", "Sri", "Suci", "Susanti", "Syifa", "Tania", "Tari",
    "Tiara", "Tika", "Tina", "Tri", "Ulfa", "Utami", "Valentina", "Vera", "Vina", "Wahyuni", "Wati", "Widya", "Winda", "Wulan",
    "Yanti", "Yasmin", "Yulia", "Yuliana", "Yunita", "Zahra", "Zahwa"});

constexpr std::array familyNames = std::to_array<std::string_view>({
    "Adiputra", "Ambarita", "Aritonang", "Baskoro", "Budiman", "Cahyono", "Damanik", "Fernandes", "Firmansyah", "Ginting",
    "Gultom", "Gunawan", "Gunadi", "Hakim", "Halim", "Handayani", "Hariyanto", "Harahap", "Hartono", "Hasibuan", "Hermawan",
    "Hidayat", "Hutabarat", "Hutagalung", "Hutapea", "Iskandar", "Jatmiko", "Kaban", "Kurniawan", "Kusuma", "Kusumawati",
    "Laksono", "Latuconsina", "Lubis", "Manalu", "Mandala", "Manurung", "Maryati", "Matondang", "Mokoginta", "Mulyono",
    "Nababan", "Nainggolan", "Napitupulu", "Nasution", "Nugraha", "Padmawati", "Pangaribuan", "Panjaitan", "Pasaribu",
    "Pattiasina", "Permadi", "Pranata", "Prasetya", "Pratiwi", "Purba", "Purnama", "Purnomo", "Rajagukguk", "Rahman",
    "Rangkuti", "Ritonga", "Rumapea", "Rusdi", "Saputra", "Saragih", "Sembiring", "Setiadi", "Siahaan", "Siagian", "Sihombing",
    "Silalahi", "Simanjuntak", "Simatupang", "Simbolon", "Sinaga", "Siregar", "Sitompul", "Sitorus", "Situmorang", "Soleh",
    "Subagyo", "Sudirman", "Suharto", "Sukma", "Sulistyo", "Sumarno", "Supriadi", "Suryadi", "Susilo", "Sutrisno", "Syahputra",
    "Tampubolon", "Tanjung", "Tarigan", "Tobing", "Utomo", "Wibowo", "Wicaksono", "Widodo", "Wijaya", "Winarno", "Yulianto",
    "Zulkarnain"});

constexpr std::array streets = std::to_array<std::string_view>({
    "Anggrek", "Bougenville", "Cemara", "Cempaka", "Cendana", "Dahlia", "Delima", "Diponegoro", "Flamboyan", "Gajah Mada",
    "Garuda", "Jambu", "Jati", "Kamboja", "Kartini", "Kenanga", "Kutilang", "Mangga", "Mawar", "Melati", "Merpati", "Nangka",
    "Pahlawan", "Pattimura", "Pemuda", "Pinus", "Rajawali", "Rambutan", "Sawo", "Seruni", "Sudirman", "Teratai", "Veteran"});

struct Occupation { qint64 from; std::string_view name; };
constexpr std::array occupations = std::to_array<Occupation>({
    {0, "Buruh harian"}, {0, "Petani"}, {0, "Nelayan"}, {0, "Pedagang kecil"},
    {1'500'000, "Sopir"}, {1'500'000, "Penjahit"}, {1'500'000, "Buruh pabrik"}, {1'500'000, "Pedagang kecil"},
    {3'000'000, "Karyawan swasta"}, {3'000'000, "Wiraswasta"}, {3'000'000, "Guru"}, {3'000'000, "Perawat"},
    {6'000'000, "PNS"}, {6'000'000, "Karyawan swasta"}, {6'000'000, "Wirausaha"}, {6'000'000, "Teknisi"},
    {12'000'000, "Dokter"}, {12'000'000, "Manajer"}, {12'000'000, "Wirausaha"}, {12'000'000, "Dosen"}});

constexpr std::array competitions = std::to_array<std::string_view>({
    "Olimpiade Matematika", "Olimpiade IPA", "Olimpiade IPS", "Lomba Cerdas Cermat", "Lomba Pidato Bahasa Inggris",
    "Lomba Menulis Cerita Pendek", "Lomba Baca Puisi", "Festival Tari Daerah", "Lomba Paduan Suara", "Lomba Lukis",
    "Kejuaraan Bulu Tangkis", "Kejuaraan Pencak Silat", "Turnamen Futsal", "Lomba Lari 400 m", "Turnamen Catur",
    "Lomba Robotik", "Lomba Desain Poster", "Musabaqah Tilawatil Quran", "Lomba Gerak Jalan", "Jambore Pramuka"});
// clang-format on

template<std::size_t Count>
QString oneOf(Random& random, const std::array<std::string_view, Count>& names)
{
    const std::string_view name = names[static_cast<std::size_t>(random.below(Count))];
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString givenName(Random& random, Sex sex)
{
    return sex == Sex::Male ? oneOf(random, maleNames) : oneOf(random, femaleNames);
}

} // namespace

QString familyName(Random& random)
{
    return random.chance(0.65) ? oneOf(random, familyNames) : QString();
}

QString fullName(Random& random, Sex sex, const QString& family)
{
    QStringList parts{givenName(random, sex)};
    const double second = family.isEmpty() ? 0.93 : 0.45; // a single name is rare among pupils
    if (random.chance(second)) parts << givenName(random, sex);
    if (parts.size() == 2 && parts[0] == parts[1]) parts.removeLast();
    if (!family.isEmpty()) parts << family;
    return parts.join(u' ');
}

QString streetAddress(Random& random)
{
    const auto number = [&random](std::uint64_t highest) {
        return static_cast<int>(random.below(highest)) + 1;
    };
    const QString street = oneOf(random, streets);
    const int house = number(120);
    const int neighbourhood = number(9);
    const int community = number(12);
    return QStringLiteral("Jl. %1 No. %2, RT %3/RW %4")
        .arg(street)
        .arg(house)
        .arg(neighbourhood, 2, 10, QLatin1Char('0'))
        .arg(community, 2, 10, QLatin1Char('0'));
}

QString occupationEarning(Random& random, qint64 rupiah)
{
    std::size_t end = occupations.size();
    while (end > 1 && occupations[end - 1].from > rupiah)
        --end;
    std::size_t begin = end - 1;
    while (begin > 0 && occupations[begin - 1].from == occupations[end - 1].from)
        --begin;
    const std::size_t chosen = begin + static_cast<std::size_t>(random.below(end - begin));
    const std::string_view name = occupations[chosen].name;
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString competition(Random& random)
{
    return oneOf(random, competitions);
}

} // namespace edupro::demo
