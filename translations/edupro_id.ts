<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID">
<context>
    <name>AcademicYear</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Start year</source>
        <translation>Tahun mulai</translation>
    </message>
</context>
<context>
    <name>Achievement</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Tingkat</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Peringkat</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
</context>
<context>
    <name>Assessment</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Semester</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Tujuan pembelajaran</translation>
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>LE</source>
        <comment>late and left early, two letters</comment>
        <translation>TP</translation>
    </message>
    <message>
        <source>L</source>
        <comment>late, one letter</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>E</source>
        <comment>left early, one letter</comment>
        <translation>P</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Sakit</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Izin</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Alpa</translation>
    </message>
    <message>
        <source>Present, late, left early</source>
        <translation>Hadir, terlambat, pulang awal</translation>
    </message>
    <message>
        <source>Present, late</source>
        <translation>Hadir, terlambat</translation>
    </message>
    <message>
        <source>Present, left early</source>
        <translation>Hadir, pulang awal</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Hadir</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Dikirim</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Dikoreksi</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Belum diisi</translation>
    </message>
    <message>
        <source>No school on this day</source>
        <translation>Tidak ada sekolah pada hari ini</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>dan %n lagi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttendanceDay</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Terlambat</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>Pulang awal</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
</context>
<context>
    <name>AttendanceGrid</name>
    <message>
        <source>Present</source>
        <translation>Hadir</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Kategori</translation>
    </message>
    <message>
        <source>To be told</source>
        <translation>Perlu tahu</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) A in a row</source>
        <translation>
            <numerusform>%n hari A berturut-turut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) away in a row</source>
        <translation>
            <numerusform>%n hari tidak hadir beruntun</numerusform>
        </translation>
    </message>
    <message>
        <source>Cannot reach %1</source>
        <translation>Tidak capai %1</translation>
    </message>
    <message numerus="yes">
        <source>May miss %n</source>
        <translation>
            <numerusform>Boleh absen %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Even without another day missed, %n day(s) are wanting to %1 by the end of the term.</source>
        <translation>
            <numerusform>Sekalipun hadir terus, masih kurang %n hari untuk mencapai %1 pada akhir semester.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>May miss %n more day(s) of this term and still reach %1.</source>
        <translation>
            <numerusform>Masih boleh tidak hadir %n hari pada semester ini dan tetap mencapai %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sick %1, excused %2, absent %3 of %4 recorded days</source>
        <translation>Sakit %1, izin %2, alpa %3 dari %4 hari tercatat</translation>
    </message>
    <message>
        <source>%1, as the term&apos;s total states</source>
        <translation>%1, menurut rekap semester</translation>
    </message>
    <message>
        <source>%1; late %2</source>
        <translation>%1; terlambat %2</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Artinya</translation>
    </message>
    <message>
        <source>%1, draft</source>
        <translation>%1, draf</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day and why it has no school</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Your role reads attendance only.</source>
        <translation>Peran Anda hanya dapat membaca presensi.</translation>
    </message>
</context>
<context>
    <name>AttendanceSession</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
</context>
<context>
    <name>AttendanceTotal</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Semester</translation>
    </message>
    <message>
        <source>Effective days</source>
        <translation>Hari efektif</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Sakit</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Izin</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Alpa</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <source>At risk</source>
        <translation>Berisiko</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Pantau</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Aman</translation>
    </message>
</context>
<context>
    <name>Breach</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Diketahui</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>Kinds of data</source>
        <translation>Jenis data</translation>
    </message>
    <message>
        <source>People affected</source>
        <translation>Orang terdampak</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>People told</source>
        <translation>Orang diberi tahu</translation>
    </message>
    <message>
        <source>Authority told</source>
        <translation>Lembaga diberi tahu</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Selesai</translation>
    </message>
</context>
<context>
    <name>CalendarDay</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
</context>
<context>
    <name>CalendarMonth</name>
    <message>
        <source>School day</source>
        <translation>Hari sekolah</translation>
    </message>
    <message>
        <source>School day with an event</source>
        <translation>Hari sekolah dengan acara</translation>
    </message>
    <message>
        <source>School on a day off</source>
        <translation>Masuk di hari libur</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>Akhir pekan</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Libur</translation>
    </message>
    <message>
        <source>In no term</source>
        <translation>Di luar semester</translation>
    </message>
</context>
<context>
    <name>CategoryWord</name>
    <message>
        <source>Very low</source>
        <translation>Sangat rendah</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Rendah</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Sedang</translation>
    </message>
    <message>
        <source>Lower middle</source>
        <translation>Menengah bawah</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Menengah</translation>
    </message>
    <message>
        <source>Upper middle</source>
        <translation>Menengah atas</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Tinggi</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>Sangat tinggi</translation>
    </message>
</context>
<context>
    <name>ChangeText</name>
    <message>
        <source>Added</source>
        <translation>Ditambahkan</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Diubah</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Dihapus</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Dikembalikan</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Failed to sign in</source>
        <translation>Gagal masuk</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Locked the screen</source>
        <translation>Mengunci layar</translation>
    </message>
    <message>
        <source>Unlocked the screen</source>
        <translation>Membuka kunci layar</translation>
    </message>
    <message>
        <source>Ended a session</source>
        <translation>Mengakhiri sesi</translation>
    </message>
    <message>
        <source>Added a person</source>
        <translation>Menambah orang</translation>
    </message>
    <message>
        <source>Changed a person</source>
        <translation>Mengubah orang</translation>
    </message>
    <message>
        <source>Disabled a person</source>
        <translation>Menonaktifkan orang</translation>
    </message>
    <message>
        <source>Changed roles</source>
        <translation>Mengubah peran</translation>
    </message>
    <message>
        <source>Changed a password</source>
        <translation>Mengganti kata sandi</translation>
    </message>
    <message>
        <source>Used the recovery code</source>
        <translation>Memakai kode pemulihan</translation>
    </message>
    <message>
        <source>Was refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Mengekspor</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Mencetak</translation>
    </message>
    <message>
        <source>Saw masked values</source>
        <translation>Melihat nilai tersamar</translation>
    </message>
    <message>
        <source>Asked the database</source>
        <translation>Bertanya ke basis data</translation>
    </message>
    <message>
        <source>Took a request</source>
        <translation>Menerima permintaan</translation>
    </message>
    <message>
        <source>Decided a request</source>
        <translation>Memutuskan permintaan</translation>
    </message>
    <message>
        <source>Gave out a student&apos;s file</source>
        <translation>Memberikan berkas siswa</translation>
    </message>
    <message>
        <source>Erased personal data</source>
        <translation>Menghapus data pribadi</translation>
    </message>
    <message>
        <source>Applied the retention rules</source>
        <translation>Menerapkan aturan retensi</translation>
    </message>
    <message>
        <source>Noted a breach</source>
        <translation>Mencatat kebocoran</translation>
    </message>
    <message>
        <source>Made the school file</source>
        <translation>Membuat berkas sekolah</translation>
    </message>
    <message>
        <source>Upgraded the school file</source>
        <translation>Memutakhirkan berkas sekolah</translation>
    </message>
    <message>
        <source>Restored a backup</source>
        <translation>Memulihkan cadangan</translation>
    </message>
    <message>
        <source>Repaired the school file</source>
        <translation>Memperbaiki berkas sekolah</translation>
    </message>
    <message>
        <source>Opened it on a new computer</source>
        <translation>Membukanya di komputer baru</translation>
    </message>
    <message>
        <source>Accepted an older file</source>
        <translation>Menerima berkas lama</translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation>Membuat cadangan</translation>
    </message>
    <message>
        <source>Changed the keys</source>
        <translation>Mengganti kunci</translation>
    </message>
    <message>
        <source>Took over older rows</source>
        <translation>Mengambil alih baris lama</translation>
    </message>
    <message>
        <source>Renewed the recording of changes</source>
        <translation>Memperbarui pencatatan perubahan</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Enrolment</source>
        <translation>Keanggotaan kelas</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Wali</translation>
    </message>
    <message>
        <source>Guardian of a student</source>
        <translation>Wali siswa</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Penghasilan</translation>
    </message>
    <message>
        <source>Final mark</source>
        <translation>Nilai akhir</translation>
    </message>
    <message>
        <source>Attendance of a term</source>
        <translation>Presensi semester</translation>
    </message>
    <message>
        <source>Attendance list</source>
        <translation>Daftar presensi</translation>
    </message>
    <message>
        <source>Attendance of a day</source>
        <translation>Presensi harian</translation>
    </message>
    <message>
        <source>Achievement</source>
        <translation>Prestasi</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Prediksi</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Semester</translation>
    </message>
    <message>
        <source>School year</source>
        <translation>Tahun ajaran</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Sekolah</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Pengaturan</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>Figure of a province</source>
        <translation>Angka provinsi</translation>
    </message>
    <message>
        <source>Cluster of a province</source>
        <translation>Klaster provinsi</translation>
    </message>
    <message>
        <source>Person with a login</source>
        <translation>Pengguna</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sesi</translation>
    </message>
    <message>
        <source>Teaching assignment</source>
        <translation>Tugas mengajar</translation>
    </message>
    <message>
        <source>Homeroom teacher</source>
        <translation>Wali kelas</translation>
    </message>
    <message>
        <source>Privacy request</source>
        <translation>Permintaan privasi</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Persetujuan</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>Penghapusan</translation>
    </message>
    <message>
        <source>Breach</source>
        <translation>Kebocoran</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ya</translation>
    </message>
    <message>
        <source>no</source>
        <translation>tidak</translation>
    </message>
    <message>
        <source>Subject of a class</source>
        <translation>Mata pelajaran kelas</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Pegawai</translation>
    </message>
    <message>
        <source>Learning objective</source>
        <translation>Tujuan pembelajaran</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Asesmen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Nilai</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>%1 (figures at the right)</source>
        <extracomment>in the key below a chart; %1 is the name of a level</extracomment>
        <translation>%1 (angka di kanan)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Kelompok</translation>
    </message>
</context>
<context>
    <name>ChoiceWords</name>
    <message>
        <source>Male</source>
        <translation>Laki-laki</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Perempuan</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Tidak diketahui</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>Graduated</source>
        <translation>Lulus</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Pindah</translation>
    </message>
    <message>
        <source>Left school</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Perbaikan</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Akses data</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>Penghapusan</translation>
    </message>
    <message>
        <source>Objection to predictions</source>
        <translation>Keberatan atas prediksi</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Terbuka</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Selesai</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Ditolak</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Dicabut</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Prediksi</translation>
    </message>
    <message>
        <source>Income of the family</source>
        <translation>Penghasilan keluarga</translation>
    </message>
    <message>
        <source>Health notes</source>
        <translation>Catatan kesehatan</translation>
    </message>
    <message>
        <source>Publication of name and picture</source>
        <translation>Publikasi nama dan foto</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Setuju</translation>
    </message>
    <message>
        <source>Agreement taken back</source>
        <translation>Persetujuan dicabut</translation>
    </message>
    <message>
        <source>Objected</source>
        <translation>Keberatan</translation>
    </message>
    <message>
        <source>The family asked for it</source>
        <translation>Diminta keluarga</translation>
    </message>
    <message>
        <source>Kept long enough</source>
        <translation>Masa simpan sudah lewat</translation>
    </message>
    <message>
        <source>Recorded by mistake</source>
        <translation>Salah catat</translation>
    </message>
    <message>
        <source>Open term</source>
        <translation>Terbuka</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Terkunci</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Diarsipkan</translation>
    </message>
    <message>
        <source>K13</source>
        <translation>K13</translation>
    </message>
    <message>
        <source>Merdeka</source>
        <translation>Merdeka</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Libur</translation>
    </message>
    <message>
        <source>Event on a school day</source>
        <translation>Acara di hari sekolah</translation>
    </message>
    <message>
        <source>School on a day off</source>
        <translation>Masuk di hari libur</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draf</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Dikirim</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Dikoreksi</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Hadir</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Sakit</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Izin</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Alpa</translation>
    </message>
</context>
<context>
    <name>ClassGroup</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Academic year</source>
        <translation>Tahun ajaran</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Grade level</source>
        <translation>Tingkat kelas</translation>
    </message>
    <message>
        <source>Curriculum</source>
        <translation>Kurikulum</translation>
    </message>
</context>
<context>
    <name>ClassSubject</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Semester</translation>
    </message>
    <message>
        <source>Passing mark</source>
        <translation>Nilai minimum (KKM/KKTP)</translation>
    </message>
    <message>
        <source>Weight of the material</source>
        <translation>Bobot nilai materi</translation>
    </message>
    <message>
        <source>Weight of the last test</source>
        <translation>Bobot ujian akhir semester</translation>
    </message>
</context>
<context>
    <name>ClusterAssignment</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Klaster</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Jarak</translation>
    </message>
    <message>
        <source>Silhouette</source>
        <translation>Siluet</translation>
    </message>
</context>
<context>
    <name>ClusterWords</name>
    <message>
        <source>%1 provinces in %2 groups</source>
        <translation>%1 provinsi dalam %2 kelompok</translation>
    </message>
    <message>
        <source>the same everywhere</source>
        <translation>sama di mana-mana</translation>
    </message>
    <message>
        <source>%1 of %2 values</source>
        <translation>%1 dari %2 nilai</translation>
    </message>
    <message>
        <source>Used:</source>
        <translation>Dipakai:</translation>
    </message>
    <message>
        <source>Taken as “more is better” because no direction is given:</source>
        <translation>Dianggap “makin besar makin baik” karena arahnya tidak diberikan:</translation>
    </message>
    <message>
        <source>Component %1 (%2 of the differences)</source>
        <translation>Komponen %1 (%2 dari perbedaan)</translation>
    </message>
    <message>
        <source>%1, model v%2</source>
        <translation>%1, model v%2</translation>
    </message>
    <message>
        <source>%1 · silhouette %2 · model v%3, %4</source>
        <translation>%1 · silhouette %2 · model v%3, %4</translation>
    </message>
    <message>
        <source>Indicators left out:</source>
        <translation>Indikator yang tidak dipakai:</translation>
    </message>
    <message>
        <source>Provinces left out:</source>
        <translation>Provinsi yang tidak ikut:</translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>Tidak ada yang disisihkan.</translation>
    </message>
</context>
<context>
    <name>CodePaper</name>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>This code opens the school when every password is forgotten. Whoever has it and the file can read everything. Keep it in a closed place, not beside the computer.</source>
        <translation>Kode ini membuka sekolah bila semua kata sandi terlupa. Siapa yang memegang kode dan berkas bisa membaca semuanya. Simpan di tempat terkunci, jauh dari komputer.</translation>
    </message>
    <message>
        <source>User name: %1</source>
        <translation>Nama pengguna: %1</translation>
    </message>
    <message>
        <source>This password counts for one sign-in within seven days; you choose your own then. For %1 only.</source>
        <translation>Kata sandi ini berlaku untuk sekali masuk dalam tujuh hari; setelah itu Anda memilih kata sandi sendiri. Hanya untuk %1.</translation>
    </message>
</context>
<context>
    <name>Consent</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Tujuan</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>Dinyatakan oleh</translation>
    </message>
</context>
<context>
    <name>DashboardText</name>
    <message>
        <source>no prediction yet</source>
        <translation>belum ada prediksi</translation>
    </message>
    <message>
        <source>%1 of the students</source>
        <translation>%1 dari siswa</translation>
    </message>
    <message>
        <source>%1 without marks</source>
        <translation>%1 tanpa nilai</translation>
    </message>
    <message>
        <source>%1 without attendance</source>
        <translation>%1 tanpa presensi</translation>
    </message>
    <message>
        <source>%1 without income</source>
        <translation>%1 tanpa penghasilan</translation>
    </message>
    <message>
        <source>marks, attendance, income</source>
        <translation>nilai, presensi, penghasilan</translation>
    </message>
    <message>
        <source>S1</source>
        <extracomment>Short for the first and the second semester, below a chart</extracomment>
        <translation>Gj</translation>
    </message>
    <message>
        <source>S2</source>
        <translation>Gn</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>Tanpa kelas</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>Data belum cukup</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Rata-rata</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Kehadiran</translation>
    </message>
    <message>
        <source>Active students</source>
        <translation>Siswa aktif</translation>
    </message>
    <message>
        <source>Average mark</source>
        <translation>Rata-rata nilai</translation>
    </message>
    <message>
        <source>Attendance this term</source>
        <translation>Kehadiran semester ini</translation>
    </message>
    <message>
        <source>Need attention</source>
        <translation>Perlu perhatian</translation>
    </message>
    <message>
        <source>Data complete</source>
        <translation>Kelengkapan data</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Semester</translation>
    </message>
    <message>
        <source>The provinces have not been grouped yet.</source>
        <translation>Provinsi belum dikelompokkan.</translation>
    </message>
    <message>
        <source>%1 provinces by %2 indicators: %3 (model v%4)</source>
        <translation>%1 provinsi menurut %2 indikator: %3 (model v%4)</translation>
    </message>
    <message>
        <source>Data of %1</source>
        <translation>Data per %1</translation>
    </message>
    <message>
        <source>model v%1 of %2</source>
        <translation>model v%1, %2</translation>
    </message>
    <message>
        <source>no model yet</source>
        <translation>belum ada model</translation>
    </message>
    <message>
        <source>as last term</source>
        <translation>sama dengan semester lalu</translation>
    </message>
    <message>
        <source>since last term</source>
        <translation>dari semester lalu</translation>
    </message>
</context>
<context>
    <name>DatedRule</name>
    <message>
        <source>School days a week</source>
        <translation>Hari sekolah per minggu</translation>
    </message>
    <message>
        <source>Passing mark of new subjects</source>
        <translation>Nilai minimum mata pelajaran baru</translation>
    </message>
    <message>
        <source>Final mark: weight of the material</source>
        <translation>Nilai akhir: bobot nilai materi</translation>
    </message>
    <message>
        <source>Final mark: weight of the last test</source>
        <translation>Nilai akhir: bobot ujian akhir semester</translation>
    </message>
    <message>
        <source>Minimum attendance</source>
        <translation>Kehadiran minimum</translation>
    </message>
    <message>
        <source>Days absent in a row that are told</source>
        <translation>Hari alpa berturut-turut yang diberitahukan</translation>
    </message>
    <message>
        <source>Attendance “Tinggi” from</source>
        <translation>Kehadiran “Tinggi” mulai</translation>
    </message>
    <message>
        <source>Attendance “Sedang” from</source>
        <translation>Kehadiran “Sedang” mulai</translation>
    </message>
    <message>
        <source>Prediction “Tinggi”: average from</source>
        <translation>Prediksi “Tinggi”: rata-rata mulai</translation>
    </message>
    <message>
        <source>Prediction “Tinggi”: attendance from</source>
        <translation>Prediksi “Tinggi”: kehadiran mulai</translation>
    </message>
    <message>
        <source>Prediction “Sedang”: average from</source>
        <translation>Prediksi “Sedang”: rata-rata mulai</translation>
    </message>
    <message>
        <source>Prediction “Sedang”: attendance from</source>
        <translation>Prediksi “Sedang”: kehadiran mulai</translation>
    </message>
    <message>
        <source>Income “Tinggi” from</source>
        <translation>Penghasilan “Tinggi” mulai</translation>
    </message>
    <message>
        <source>Income “Menengah” from</source>
        <translation>Penghasilan “Menengah” mulai</translation>
    </message>
    <message>
        <source>Remedial tests count up to the passing mark</source>
        <translation>Nilai remedial dihitung paling tinggi sampai KKM</translation>
    </message>
    <message>
        <source>Decimals of final marks</source>
        <translation>Angka desimal nilai akhir</translation>
    </message>
</context>
<context>
    <name>DatedSetting</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
</context>
<context>
    <name>Deadline</name>
    <message numerus="yes">
        <source>%n minute(s) late</source>
        <translation>
            <numerusform>terlambat %n menit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) late</source>
        <translation>
            <numerusform>terlambat %n jam</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>terlambat %n hari</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>sisa %n menit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>sisa %n jam</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Dossier</name>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Parents and guardians</source>
        <translation>Orang tua dan wali</translation>
    </message>
    <message>
        <source>Relation to parents and guardians</source>
        <translation>Hubungan dengan orang tua dan wali</translation>
    </message>
    <message>
        <source>Incomes of parents and guardians</source>
        <translation>Penghasilan orang tua dan wali</translation>
    </message>
    <message>
        <source>Final marks</source>
        <translation>Nilai akhir</translation>
    </message>
    <message>
        <source>Attendance per term</source>
        <translation>Presensi per semester</translation>
    </message>
    <message>
        <source>Days missed</source>
        <translation>Hari tidak hadir</translation>
    </message>
    <message>
        <source>Achievements</source>
        <translation>Prestasi</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Prediksi</translation>
    </message>
    <message>
        <source>Requests about personal data</source>
        <translation>Permohonan tentang data pribadi</translation>
    </message>
    <message>
        <source>Consents and objections</source>
        <translation>Persetujuan dan keberatan</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>dihapus</translation>
    </message>
    <message>
        <source>values erased</source>
        <translation>nilai dihapus</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Tidak ada.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Everything that %1 keeps about this student, as of %2. Contains personal data of a child: keep it safe.</source>
        <translation>Semua yang disimpan %1 tentang siswa ini, per %2. Berisi data pribadi anak: jaga kerahasiaannya.</translation>
    </message>
    <message>
        <source>Who looked at it, and files handed out</source>
        <translation>Siapa yang melihat, dan berkas yang diserahkan</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Yang diubah</translation>
    </message>
    <message>
        <source>Data of a student</source>
        <translation>Data siswa</translation>
    </message>
    <message>
        <source>Marks in assessments</source>
        <translation>Nilai asesmen</translation>
    </message>
</context>
<context>
    <name>DossierJob</name>
    <message>
        <source>Everything about a student</source>
        <translation>Semua data seorang siswa</translation>
    </message>
    <message>
        <source>%1.pdf and %1.json: %2 rows, %3 changes</source>
        <translation>%1.pdf dan %1.json: %2 baris, %3 perubahan</translation>
    </message>
    <message>
        <source>Where to put everything about the student</source>
        <translation>Simpan semua data siswa di mana</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>student-data-%1.pdf</source>
        <translation>data-siswa-%1.pdf</translation>
    </message>
    <message>
        <source>Write everything about this student into files?</source>
        <translation>Tulis semua data siswa ini ke berkas?</translation>
    </message>
    <message>
        <source>A PDF to read and, beside it, a JSON file for other programs, with every masked value in full. The files are not encrypted: whoever gets them can read them. Hand them over and delete them. That you made them is noted.</source>
        <translation>Satu PDF untuk dibaca dan, di sampingnya, satu berkas JSON untuk program lain, dengan semua nilai tersamar ditulis lengkap. Berkas tidak dienkripsi: siapa yang mendapatkannya bisa membacanya. Serahkan, lalu hapus. Pembuatannya dicatat.</translation>
    </message>
    <message>
        <source>Choose where…</source>
        <translation>Pilih tempat…</translation>
    </message>
</context>
<context>
    <name>DraftOffer</name>
    <message>
        <source>When your session ended, you were writing: %1.</source>
        <translation>Saat sesi berakhir, Anda sedang menulis: %1.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Lanjut menulis</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Buang</translation>
    </message>
</context>
<context>
    <name>Enrolment</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Dari</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Sampai</translation>
    </message>
</context>
<context>
    <name>Erasure</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Dihapus</translation>
    </message>
    <message>
        <source>Erased by</source>
        <translation>Dihapus oleh</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Dasar</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The one-time password has to be replaced first.</source>
        <translation>Kata sandi sekali pakai harus diganti dulu.</translation>
    </message>
    <message>
        <source>Choose a password of your own.</source>
        <translation>Pilih kata sandi Anda sendiri.</translation>
    </message>
    <message>
        <source>A correction needs a reason.</source>
        <translation>Perbaikan memerlukan alasan.</translation>
    </message>
    <message>
        <source>Say why it is changed, then save again.</source>
        <translation>Tuliskan alasan perubahannya, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>The term is closed.</source>
        <translation>Semester sudah ditutup.</translation>
    </message>
    <message>
        <source>An administrator can correct a locked term with a reason; an archived one takes no changes.</source>
        <translation>Administrator dapat memperbaiki semester yang dikunci dengan alasan; semester yang diarsipkan tidak dapat diubah.</translation>
    </message>
    <message>
        <source>The school has an administrator already.</source>
        <translation>Sekolah ini sudah punya administrator.</translation>
    </message>
    <message>
        <source>Sign in, or ask the administrator for an account.</source>
        <translation>Masuklah, atau minta akun kepada administrator.</translation>
    </message>
    <message>
        <source>There is no such user.</source>
        <translation>Pengguna itu tidak ada.</translation>
    </message>
    <message>
        <source>Look at the list of users; it may have been changed meanwhile.</source>
        <translation>Lihat daftar pengguna; mungkin sudah berubah.</translation>
    </message>
    <message>
        <source>The school needs an administrator.</source>
        <translation>Sekolah memerlukan seorang administrator.</translation>
    </message>
    <message>
        <source>Give another person that role first.</source>
        <translation>Berikan dulu peran itu kepada orang lain.</translation>
    </message>
    <message>
        <source>Nobody is signed in, or that session has ended.</source>
        <translation>Tidak ada yang masuk, atau sesi itu sudah berakhir.</translation>
    </message>
    <message>
        <source>Load the list again, or sign in.</source>
        <translation>Muat ulang daftarnya, atau masuklah.</translation>
    </message>
    <message>
        <source>The file is not encrypted.</source>
        <translation>Berkas ini tidak dienkripsi.</translation>
    </message>
    <message>
        <source>It has no recovery code; an administrator can reset passwords.</source>
        <translation>Berkas ini tidak punya kode pemulihan; administrator dapat mengatur ulang kata sandi.</translation>
    </message>
    <message>
        <source>A key file of that name is there already.</source>
        <translation>Berkas kunci dengan nama itu sudah ada.</translation>
    </message>
    <message>
        <source>It may open a copy of another school: move it away or choose another name.</source>
        <translation>Mungkin berkas itu membuka salinan sekolah lain: pindahkan, atau pilih nama lain.</translation>
    </message>
    <message>
        <source>The new password is too easy to guess.</source>
        <translation>Kata sandi baru terlalu mudah ditebak.</translation>
    </message>
    <message>
        <source>Take at least ten characters that are not a common word, your login or the school&apos;s name.</source>
        <translation>Pakailah sedikitnya sepuluh karakter yang bukan kata umum, nama pengguna, atau nama sekolah.</translation>
    </message>
    <message>
        <source>There is no such class.</source>
        <translation>Kelas itu tidak ada.</translation>
    </message>
    <message>
        <source>Check the name and the school year.</source>
        <translation>Periksa nama dan tahun ajarannya.</translation>
    </message>
    <message>
        <source>There is no such subject.</source>
        <translation>Mata pelajaran itu tidak ada.</translation>
    </message>
    <message>
        <source>Check its name, or add the subject first.</source>
        <translation>Periksa namanya, atau tambahkan dulu mata pelajarannya.</translation>
    </message>
    <message>
        <source>Some entries are not valid.</source>
        <translation>Beberapa isian belum benar.</translation>
    </message>
    <message>
        <source>Correct what is marked and save again.</source>
        <translation>Betulkan yang ditandai lalu simpan lagi.</translation>
    </message>
    <message>
        <source>It was not found.</source>
        <translation>Data tidak ditemukan.</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile. Load the list again.</source>
        <translation>Mungkin sudah dihapus. Muat ulang daftarnya.</translation>
    </message>
    <message>
        <source>Somebody else has changed this meanwhile.</source>
        <translation>Orang lain sudah mengubah data ini.</translation>
    </message>
    <message>
        <source>Compare both and save again.</source>
        <translation>Bandingkan keduanya lalu simpan lagi.</translation>
    </message>
    <message>
        <source>This does not fit the other data.</source>
        <translation>Ini tidak cocok dengan data lain.</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Server tidak dapat dihubungi.</translation>
    </message>
    <message>
        <source>Check the network. You can go on working; changes are sent later.</source>
        <translation>Periksa jaringan. Anda tetap dapat bekerja; perubahan dikirim nanti.</translation>
    </message>
    <message>
        <source>You do not have the right to do this.</source>
        <translation>Anda tidak berwenang melakukan ini.</translation>
    </message>
    <message>
        <source>Ask the administrator of the school for it.</source>
        <translation>Mintalah kepada admin sekolah.</translation>
    </message>
    <message>
        <source>The file cannot be read or written.</source>
        <translation>Berkas tidak dapat dibaca atau ditulis.</translation>
    </message>
    <message>
        <source>Check the disk and the rights of the folder, then try again.</source>
        <translation>Periksa disk dan hak folder, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The data is damaged.</source>
        <translation>Data rusak.</translation>
    </message>
    <message>
        <source>Restore it from the latest backup.</source>
        <translation>Pulihkan dari cadangan terakhir.</translation>
    </message>
    <message>
        <source>The work was cancelled.</source>
        <translation>Pekerjaan dibatalkan.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Ada kesalahan di dalam program.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, report the code in brackets.</source>
        <translation>Coba lagi. Bila terulang, laporkan kode dalam kurung siku.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 sampai %2</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>harus diisi</translation>
    </message>
    <message>
        <source>must have %1 characters</source>
        <translation>harus %1 karakter</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>harus %1</translation>
    </message>
    <message>
        <source>must be a date before today</source>
        <translation>harus tanggal sebelum hari ini</translation>
    </message>
    <message>
        <source>is not written in the form that is expected</source>
        <translation>tidak sesuai bentuk yang diminta</translation>
    </message>
    <message>
        <source>must be one of: %1</source>
        <translation>harus salah satu dari: %1</translation>
    </message>
    <message>
        <source>is already used by another record</source>
        <translation>sudah dipakai data lain</translation>
    </message>
    <message>
        <source>refers to something that does not exist</source>
        <translation>merujuk ke data yang tidak ada</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>harus berupa angka</translation>
    </message>
    <message>
        <source>must be a date such as 2026-11-21</source>
        <translation>harus berupa tanggal, misalnya 2026-11-21</translation>
    </message>
    <message>
        <source>must be yes or no</source>
        <translation>harus ya atau tidak</translation>
    </message>
    <message>
        <source>contains characters that cannot be stored</source>
        <translation>berisi karakter yang tidak dapat disimpan</translation>
    </message>
    <message>
        <source>is not well-formed</source>
        <translation>bentuknya tidak benar</translation>
    </message>
    <message>
        <source>is not a valid identifier</source>
        <translation>bukan pengenal yang benar</translation>
    </message>
    <message>
        <source>is not valid</source>
        <translation>tidak benar</translation>
    </message>
    <message>
        <source>The log of changes is not what was written.</source>
        <translation>Catatan perubahan tidak lagi seperti yang ditulis.</translation>
    </message>
    <message>
        <source>Keep the file as it is, compare it with the backups, and ask who had access to it.</source>
        <translation>Biarkan berkas apa adanya, bandingkan dengan cadangan, dan tanyakan siapa yang pernah memegangnya.</translation>
    </message>
    <message>
        <source>This school file is older than the one that was open here before.</source>
        <translation>Berkas sekolah ini lebih lama daripada yang terakhir dibuka di sini.</translation>
    </message>
    <message>
        <source>Look for the newest file or backup. An administrator may decide to go on with this one.</source>
        <translation>Cari berkas atau cadangan terbaru. Admin dapat memutuskan untuk melanjutkan dengan berkas ini.</translation>
    </message>
    <message>
        <source>The log of changes can be neither changed nor deleted.</source>
        <translation>Catatan perubahan tidak dapat diubah atau dihapus.</translation>
    </message>
    <message>
        <source>Values of a person are taken out by an erasure request.</source>
        <translation>Data seseorang dikeluarkan melalui permintaan penghapusan.</translation>
    </message>
    <message>
        <source>This is not a code of the log of changes.</source>
        <translation>Ini bukan kode catatan perubahan.</translation>
    </message>
    <message>
        <source>Type it as printed, with its hyphens.</source>
        <translation>Ketik seperti tercetak, lengkap dengan tanda hubung.</translation>
    </message>
    <message>
        <source>A value carries a version that this program does not know.</source>
        <translation>Sebuah nilai membawa versi yang tidak dikenal program ini.</translation>
    </message>
    <message>
        <source>Check the file and restore the last good backup.</source>
        <translation>Periksa berkas dan pulihkan cadangan baik terakhir.</translation>
    </message>
    <message>
        <source>The school file is in use by another program.</source>
        <translation>Data sedang dibuka program lain.</translation>
    </message>
    <message>
        <source>Close the other window or program that has it open, then try again.</source>
        <translation>Tutup jendela atau program lain yang membukanya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The school file is busy at the moment.</source>
        <translation>Data sedang sibuk.</translation>
    </message>
    <message>
        <source>Wait a few seconds and try again.</source>
        <translation>Tunggu beberapa detik, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The disk is full; the entry has not been saved.</source>
        <translation>Ruang disk habis; isian belum tersimpan.</translation>
    </message>
    <message>
        <source>Free some disk space and save again. What you typed is still here.</source>
        <translation>Kosongkan ruang disk lalu simpan lagi. Yang Anda ketik tetap ada.</translation>
    </message>
    <message>
        <source>The computer is out of memory; the entry has not been saved.</source>
        <translation>Memori komputer habis; isian belum tersimpan.</translation>
    </message>
    <message>
        <source>Close other programs and try again. What you typed is still here.</source>
        <translation>Tutup program lain, lalu coba lagi. Yang Anda ketik tetap ada.</translation>
    </message>
    <message>
        <source>The folder of the school file cannot be written.</source>
        <translation>Folder data tidak bisa ditulis.</translation>
    </message>
    <message>
        <source>Ask for the right to write there, or move the file into your own folder.</source>
        <translation>Mintalah hak tulis di folder itu, atau pindahkan berkas ke folder Anda sendiri.</translation>
    </message>
    <message>
        <source>The school file was not found.</source>
        <translation>Berkas sekolah tidak ditemukan.</translation>
    </message>
    <message>
        <source>Check whether it was moved or renamed, or choose another file.</source>
        <translation>Periksa apakah berkas dipindah atau diganti nama, atau pilih berkas lain.</translation>
    </message>
    <message>
        <source>This is not a school file of EduPro.</source>
        <translation>Ini bukan berkas sekolah EduPro.</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .edupro.</source>
        <translation>Pilih berkas yang namanya berakhiran .edupro.</translation>
    </message>
    <message>
        <source>The school file was made by a newer version of EduPro.</source>
        <translation>Berkas sekolah dibuat oleh versi EduPro yang lebih baru.</translation>
    </message>
    <message>
        <source>Install the newer version on this computer.</source>
        <translation>Pasang versi yang lebih baru di komputer ini.</translation>
    </message>
    <message>
        <source>The school file is damaged.</source>
        <translation>Berkas sekolah rusak.</translation>
    </message>
    <message>
        <source>The journal of the school file is damaged.</source>
        <translation>Jurnal berkas sekolah rusak.</translation>
    </message>
    <message>
        <source>Restore the file from the latest backup.</source>
        <translation>Pulihkan berkas dari cadangan terakhir.</translation>
    </message>
    <message>
        <source>The last change before the power failed is incomplete.</source>
        <translation>Transaksi terakhir sebelum listrik padam tidak lengkap.</translation>
    </message>
    <message>
        <source>Check the last entry you made and type it again if it is missing.</source>
        <translation>Periksa isian terakhir Anda dan ketik lagi bila belum ada.</translation>
    </message>
    <message>
        <source>The history of the school file differs from the server&apos;s.</source>
        <translation>Riwayat berkas sekolah berbeda dari riwayat di server.</translation>
    </message>
    <message>
        <source>Let the administrator compare both before going on.</source>
        <translation>Minta admin membandingkan keduanya sebelum melanjutkan.</translation>
    </message>
    <message>
        <source>The history of changes is damaged.</source>
        <translation>Riwayat perubahan rusak.</translation>
    </message>
    <message>
        <source>The history of changes cannot be altered.</source>
        <translation>Riwayat perubahan tidak dapat diubah.</translation>
    </message>
    <message>
        <source>Record a new change instead.</source>
        <translation>Catat perubahan baru sebagai gantinya.</translation>
    </message>
    <message>
        <source>The key file of this school was not found.</source>
        <translation>Berkas kunci sekolah ini tidak ditemukan.</translation>
    </message>
    <message>
        <source>It belongs beside the school file and ends in .edupro-keys; copy it there, or restore a backup.</source>
        <translation>Tempatnya di samping berkas sekolah, dengan akhiran .edupro-keys; salin ke sana, atau pulihkan cadangan.</translation>
    </message>
    <message>
        <source>The recovery code is mistyped.</source>
        <translation>Kode pemulihan salah ketik.</translation>
    </message>
    <message>
        <source>Compare each group of four with the printed code.</source>
        <translation>Bandingkan setiap kelompok empat huruf dengan kode yang dicetak.</translation>
    </message>
    <message>
        <source>There is not enough free memory to check the password.</source>
        <translation>Memori bebas tidak cukup untuk memeriksa kata sandi.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Tutup program lain lalu coba lagi.</translation>
    </message>
    <message>
        <source>must have at least %1 characters</source>
        <translation>harus paling sedikit %1 karakter</translation>
    </message>
    <message>
        <source>is too easy to guess; take three or four words that do not belong together</source>
        <translation>terlalu mudah ditebak; pakai tiga atau empat kata yang tidak berhubungan</translation>
    </message>
    <message>
        <source>must not contain the user name</source>
        <translation>tidak boleh memuat nama pengguna</translation>
    </message>
    <message>
        <source>must not contain the school&apos;s name</source>
        <translation>tidak boleh memuat nama sekolah</translation>
    </message>
    <message>
        <source>wait %1 seconds</source>
        <translation>tunggu %1 detik</translation>
    </message>
    <message>
        <source>The school file is encrypted already.</source>
        <translation>Berkas sekolah sudah dienkripsi.</translation>
    </message>
    <message>
        <source>Nothing is to be done. To lock out old passwords, change the file key.</source>
        <translation>Tidak ada yang perlu dilakukan. Untuk mematikan kata sandi lama, ganti kunci berkas.</translation>
    </message>
    <message>
        <source>The key file is damaged.</source>
        <translation>Berkas kunci rusak.</translation>
    </message>
    <message>
        <source>Restore the key file from a backup or use the recovery code.</source>
        <translation>Pulihkan berkas kunci dari cadangan atau pakai kode pemulihan.</translation>
    </message>
    <message>
        <source>The school file is due for a new file key.</source>
        <translation>Data sekolah sudah waktunya memakai kunci berkas baru.</translation>
    </message>
    <message>
        <source>Let the administrator change the file key; until then everything works as before.</source>
        <translation>Minta administrator mengganti kunci berkas; sampai saat itu semuanya tetap berjalan.</translation>
    </message>
    <message>
        <source>The school file is encrypted.</source>
        <translation>Data sekolah ini terenkripsi.</translation>
    </message>
    <message>
        <source>Sign in with your user name and password to open it.</source>
        <translation>Masuklah dengan nama pengguna dan kata sandi Anda untuk membukanya.</translation>
    </message>
    <message>
        <source>The school file is not encrypted, but a key file lies beside it.</source>
        <translation>Data sekolah ini tidak terenkripsi, padahal ada berkas kunci di sampingnya.</translation>
    </message>
    <message>
        <source>Check whether the file was replaced, or move the key file away.</source>
        <translation>Periksa apakah berkasnya tertukar, atau pindahkan berkas kunci itu.</translation>
    </message>
    <message>
        <source>The key file does not belong to this school file.</source>
        <translation>Berkas kunci ini bukan milik data sekolah tersebut.</translation>
    </message>
    <message>
        <source>Put back the school file and key file that belong together, or restore a backup.</source>
        <translation>Kembalikan data sekolah dan berkas kunci yang sepasang, atau pulihkan dari cadangan.</translation>
    </message>
    <message>
        <source>User name or password is wrong.</source>
        <translation>Nama pengguna atau kata sandi salah.</translation>
    </message>
    <message>
        <source>Type both again; mind the Caps Lock key.</source>
        <translation>Ketik ulang keduanya; perhatikan tombol Caps Lock.</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>Terlalu banyak percobaan.</translation>
    </message>
    <message>
        <source>Wait a moment before the next attempt.</source>
        <translation>Tunggu sebentar sebelum mencoba lagi.</translation>
    </message>
    <message>
        <source>This sign-in has expired on this computer.</source>
        <translation>Masa masuk di komputer ini sudah habis.</translation>
    </message>
    <message>
        <source>Connect to the server once and sign in there.</source>
        <translation>Masuk daring dulu satu kali.</translation>
    </message>
    <message>
        <source>Your session has ended.</source>
        <translation>Sesi Anda berakhir.</translation>
    </message>
    <message>
        <source>Sign in again. What you typed is still here.</source>
        <translation>Masuk lagi. Yang Anda ketik tetap ada.</translation>
    </message>
    <message>
        <source>The prediction model is damaged.</source>
        <translation>Model prediksi rusak.</translation>
    </message>
    <message>
        <source>Train a new model; everything else keeps working.</source>
        <translation>Latih model baru; bagian lain tetap berjalan.</translation>
    </message>
    <message>
        <source>The connection to the server is not safe and was refused.</source>
        <translation>Sambungan ke server tidak aman dan ditolak.</translation>
    </message>
    <message>
        <source>Ask the administrator to check the server&apos;s certificate.</source>
        <translation>Minta admin memeriksa sertifikat server.</translation>
    </message>
    <message>
        <source>The server took too long to answer.</source>
        <translation>Server terlalu lama menjawab.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Coba lagi sebentar.</translation>
    </message>
    <message>
        <source>The server has no free connection.</source>
        <translation>Sambungan server sedang penuh.</translation>
    </message>
    <message>
        <source>It is not yet certain whether the server took the change.</source>
        <translation>Hasil belum pasti, sedang diperiksa.</translation>
    </message>
    <message>
        <source>It is being checked; do not repeat the entry.</source>
        <translation>Jangan ulangi isian; hasilnya segera diketahui.</translation>
    </message>
    <message>
        <source>The server refused some of the data.</source>
        <translation>Sebagian data ditolak pusat.</translation>
    </message>
    <message>
        <source>Look at the list of refused entries and correct them.</source>
        <translation>Lihat daftar yang ditolak dan betulkan.</translation>
    </message>
    <message>
        <source>The data here and on the server differ.</source>
        <translation>Data di sini dan di server berbeda.</translation>
    </message>
    <message>
        <source>Compare both values and choose one.</source>
        <translation>Bandingkan kedua nilai dan pilih salah satu.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong.</source>
        <translation>Jam komputer ini salah.</translation>
    </message>
    <message>
        <source>Set date and time of the computer, then try again.</source>
        <translation>Atur tanggal dan jam komputer, lalu coba lagi.</translation>
    </message>
    <message>
        <source>The file is too large to import.</source>
        <translation>Berkas terlalu besar untuk diimpor.</translation>
    </message>
    <message>
        <source>Split it into smaller files and import them one by one.</source>
        <translation>Bagi menjadi beberapa berkas kecil dan impor satu per satu.</translation>
    </message>
    <message>
        <source>Some rows cannot be imported.</source>
        <translation>Beberapa baris tidak dapat diimpor.</translation>
    </message>
    <message>
        <source>Correct the marked rows or skip them.</source>
        <translation>Betulkan baris yang ditandai atau lewati.</translation>
    </message>
    <message>
        <source>The file to import was not found.</source>
        <translation>Berkas yang akan diimpor tidak ditemukan.</translation>
    </message>
    <message>
        <source>A folder was chosen instead of a file.</source>
        <translation>Yang dipilih folder, bukan berkas.</translation>
    </message>
    <message>
        <source>Choose one file inside it.</source>
        <translation>Pilih satu berkas di dalamnya.</translation>
    </message>
    <message>
        <source>The file to import cannot be read.</source>
        <translation>Berkas yang akan diimpor tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>Close it in other programs and check that you may open it.</source>
        <translation>Tutup berkas itu di program lain dan pastikan Anda boleh membukanya.</translation>
    </message>
    <message>
        <source>The file to import is empty.</source>
        <translation>Berkas yang akan diimpor kosong.</translation>
    </message>
    <message>
        <source>Choose a file with a heading row and at least one row below it.</source>
        <translation>Pilih berkas dengan baris judul dan sedikitnya satu baris di bawahnya.</translation>
    </message>
    <message>
        <source>This is not a text file.</source>
        <translation>Ini bukan berkas teks.</translation>
    </message>
    <message>
        <source>Save it as CSV and import that file.</source>
        <translation>Simpan sebagai CSV lalu impor berkas itu.</translation>
    </message>
    <message>
        <source>This is a workbook, not a CSV file.</source>
        <translation>Ini buku kerja (workbook), bukan berkas CSV.</translation>
    </message>
    <message>
        <source>Save the sheet as CSV and import that file.</source>
        <translation>Simpan lembarnya sebagai CSV lalu impor berkas itu.</translation>
    </message>
    <message>
        <source>The characters of the file cannot be read.</source>
        <translation>Karakter di dalam berkas tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>Save the file with the encoding UTF-8 and import it again.</source>
        <translation>Simpan berkas dengan pengodean UTF-8 lalu impor lagi.</translation>
    </message>
    <message>
        <source>A quotation mark is never closed.</source>
        <translation>Ada tanda kutip yang tidak ditutup.</translation>
    </message>
    <message>
        <source>Correct the row named below and import the file again.</source>
        <translation>Betulkan baris yang disebut di bawah lalu impor lagi.</translation>
    </message>
    <message>
        <source>A line of the file is too long.</source>
        <translation>Ada baris yang terlalu panjang.</translation>
    </message>
    <message>
        <source>Check that the file is a table with one record a line.</source>
        <translation>Pastikan berkas berupa tabel, satu data per baris.</translation>
    </message>
    <message>
        <source>A cell of the file is too long.</source>
        <translation>Ada sel yang terlalu panjang.</translation>
    </message>
    <message>
        <source>Shorten the cell named below and import the file again.</source>
        <translation>Pendekkan sel yang disebut di bawah lalu impor lagi.</translation>
    </message>
    <message>
        <source>Two columns have the same heading.</source>
        <translation>Dua kolom berjudul sama.</translation>
    </message>
    <message>
        <source>Rename one of them and import the file again.</source>
        <translation>Ganti nama salah satunya lalu impor lagi.</translation>
    </message>
    <message>
        <source>A column that is needed is missing.</source>
        <translation>Kolom yang diperlukan tidak ada.</translation>
    </message>
    <message>
        <source>Add the column, or choose which heading stands for it.</source>
        <translation>Tambahkan kolomnya, atau pilih judul yang mewakilinya.</translation>
    </message>
    <message>
        <source>The columns are not matched one to one.</source>
        <translation>Kolom belum dipasangkan satu lawan satu.</translation>
    </message>
    <message>
        <source>Choose one column for each field.</source>
        <translation>Pilih satu kolom untuk setiap isian.</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <translation>Berkas tidak dapat ditulis di sana.</translation>
    </message>
    <message>
        <source>Choose another folder, or close the file in other programs.</source>
        <translation>Pilih folder lain, atau tutup berkas itu di program lain.</translation>
    </message>
    <message>
        <source>There is nothing to learn from yet.</source>
        <translation>Belum ada data untuk dipelajari.</translation>
    </message>
    <message>
        <source>Enter marks and attendance of at least two terms first.</source>
        <translation>Isi dulu nilai dan presensi sedikitnya dua semester.</translation>
    </message>
    <message>
        <source>There are too few students with known results to learn from.</source>
        <translation>Terlalu sedikit siswa yang hasilnya sudah diketahui.</translation>
    </message>
    <message>
        <source>Enter or import more terms, then train again.</source>
        <translation>Isi atau impor semester lain, lalu latih lagi.</translation>
    </message>
    <message>
        <source>No result is known that could be learned.</source>
        <translation>Belum ada hasil yang dapat dipelajari.</translation>
    </message>
    <message>
        <source>Enter marks of a closed term first.</source>
        <translation>Isi dulu nilai semester yang sudah selesai.</translation>
    </message>
    <message>
        <source>All students have the same result, so there is nothing to tell apart.</source>
        <translation>Semua siswa berhasil sama, jadi tidak ada yang dapat dibedakan.</translation>
    </message>
    <message>
        <source>Enter more terms or classes, then train again.</source>
        <translation>Isi semester atau kelas lain, lalu latih lagi.</translation>
    </message>
    <message>
        <source>No column has any value to learn from.</source>
        <translation>Tidak ada kolom yang berisi nilai untuk dipelajari.</translation>
    </message>
    <message>
        <source>Enter marks or attendance first.</source>
        <translation>Isi dulu nilai atau presensi.</translation>
    </message>
    <message>
        <source>A number in the data is not finite.</source>
        <translation>Ada angka yang tidak terhingga di dalam data.</translation>
    </message>
    <message>
        <source>Correct the value named below and train again.</source>
        <translation>Betulkan nilai yang disebut di bawah lalu latih lagi.</translation>
    </message>
    <message>
        <source>The school file cannot be opened safely on this disk.</source>
        <translation>Berkas sekolah tidak dapat dibuka dengan aman di disk ini.</translation>
    </message>
    <message>
        <source>Move the file to a disk of this computer, not a network folder, and open it there.</source>
        <translation>Pindahkan berkas ke disk komputer ini, bukan folder jaringan, lalu buka di sana.</translation>
    </message>
    <message>
        <source>No school file is open.</source>
        <translation>Belum ada berkas sekolah yang dibuka.</translation>
    </message>
    <message>
        <source>Open a school file first.</source>
        <translation>Buka dulu berkas sekolah.</translation>
    </message>
    <message>
        <source>The school file does not match this version of EduPro.</source>
        <translation>Berkas sekolah tidak cocok dengan versi EduPro ini.</translation>
    </message>
    <message>
        <source>Open it with the version that made it, or restore a backup.</source>
        <translation>Buka dengan versi yang membuatnya, atau pulihkan cadangan.</translation>
    </message>
    <message>
        <source>This file already holds a school.</source>
        <translation>Berkas ini sudah berisi sekolah.</translation>
    </message>
    <message>
        <source>Choose another name for the new file.</source>
        <translation>Pilih nama lain untuk berkas baru.</translation>
    </message>
    <message>
        <source>This file holds no school yet.</source>
        <translation>Berkas ini belum berisi sekolah.</translation>
    </message>
    <message>
        <source>Create the school first.</source>
        <translation>Buat dulu sekolahnya.</translation>
    </message>
    <message>
        <source>The school has no terms yet.</source>
        <translation>Sekolah belum punya semester.</translation>
    </message>
    <message>
        <source>Add an academic year first.</source>
        <translation>Tambahkan dulu tahun ajaran.</translation>
    </message>
    <message>
        <source>There is no such term.</source>
        <translation>Semester itu tidak ada.</translation>
    </message>
    <message>
        <source>Choose one of the terms of the school.</source>
        <translation>Pilih salah satu semester sekolah.</translation>
    </message>
    <message>
        <source>This is not a term code.</source>
        <translation>Ini bukan kode semester.</translation>
    </message>
    <message>
        <source>Write the start year and 1 or 2, as in 20251.</source>
        <translation>Tulis tahun mulai dan 1 atau 2, misalnya 20251.</translation>
    </message>
    <message>
        <source>A setting has no value for this day.</source>
        <translation>Ada pengaturan yang belum bernilai untuk hari ini.</translation>
    </message>
    <message>
        <source>Set it under Settings, with the day from which it holds.</source>
        <translation>Isi di Pengaturan beserta tanggal mulai berlakunya.</translation>
    </message>
    <message>
        <source>An example school has 30 to 20,000 students.</source>
        <translation>Sekolah contoh berisi 30 sampai 20.000 siswa.</translation>
    </message>
    <message>
        <source>Choose a number in between.</source>
        <translation>Pilih angka di antaranya.</translation>
    </message>
    <message>
        <source>The file of rejected rows cannot be written.</source>
        <translation>Berkas baris yang ditolak tidak dapat ditulis.</translation>
    </message>
    <message>
        <source>Choose another place for it; nothing was imported.</source>
        <translation>Pilih tempat lain; belum ada yang diimpor.</translation>
    </message>
    <message>
        <source>Nothing says which year the figures are of.</source>
        <translation>Tidak ada keterangan tahun untuk angka ini.</translation>
    </message>
    <message>
        <source>Choose the year, or add a column named tahun.</source>
        <translation>Pilih tahunnya, atau tambahkan kolom bernama tahun.</translation>
    </message>
    <message>
        <source>The file has no column of numbers.</source>
        <translation>Berkas tidak punya kolom angka.</translation>
    </message>
    <message>
        <source>Choose a file with one row per region and its figures.</source>
        <translation>Pilih berkas dengan satu baris per wilayah beserta angkanya.</translation>
    </message>
    <message>
        <source>The stored reason of a prediction cannot be read.</source>
        <translation>Alasan prediksi yang tersimpan tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>Predict again.</source>
        <translation>Lakukan prediksi lagi.</translation>
    </message>
    <message>
        <source>No model has been trained yet.</source>
        <translation>Belum ada model yang dilatih.</translation>
    </message>
    <message>
        <source>Train a model first.</source>
        <translation>Latih model dulu.</translation>
    </message>
    <message>
        <source>There are neither marks nor attendance in this term.</source>
        <translation>Belum ada nilai maupun presensi di semester ini.</translation>
    </message>
    <message>
        <source>Enter or import them, or choose another term.</source>
        <translation>Isi atau impor datanya, atau pilih semester lain.</translation>
    </message>
    <message>
        <source>This student is not at the school.</source>
        <translation>Siswa ini tidak ada di sekolah.</translation>
    </message>
    <message>
        <source>Load the list again and choose a student from it.</source>
        <translation>Muat ulang daftar lalu pilih siswa dari sana.</translation>
    </message>
    <message>
        <source>There are not enough terms to learn from.</source>
        <translation>Semester yang dapat dipelajari belum cukup.</translation>
    </message>
    <message>
        <source>Enter marks of at least two terms.</source>
        <translation>Isi nilai sedikitnya dua semester.</translation>
    </message>
    <message>
        <source>There is nothing to cluster yet.</source>
        <translation>Belum ada yang dapat dikelompokkan.</translation>
    </message>
    <message>
        <source>Import indicators first.</source>
        <translation>Impor dulu indikatornya.</translation>
    </message>
    <message>
        <source>Some figures are missing, so that nothing can be compared.</source>
        <translation>Sebagian angka kosong sehingga tidak dapat dibandingkan.</translation>
    </message>
    <message>
        <source>Choose other indicators or fill in the missing figures.</source>
        <translation>Pilih indikator lain atau lengkapi angkanya.</translation>
    </message>
    <message>
        <source>There are fewer rows than clusters.</source>
        <translation>Jumlah baris lebih sedikit daripada klaster.</translation>
    </message>
    <message>
        <source>Choose fewer clusters.</source>
        <translation>Pilih jumlah klaster yang lebih kecil.</translation>
    </message>
    <message>
        <source>must be exactly %1 digits</source>
        <translation>harus tepat %1 angka</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>harus bilangan bulat</translation>
    </message>
    <message>
        <source>ends before it begins</source>
        <translation>berakhir sebelum dimulai</translation>
    </message>
    <message>
        <source>needs either an amount or a band</source>
        <translation>isi jumlah atau golongan, salah satu</translation>
    </message>
    <message>
        <source>should begin with %1, as the birth year does</source>
        <translation>semestinya diawali %1, sesuai tahun lahir</translation>
    </message>
    <message>
        <source>more days missed than the %1 effective days</source>
        <translation>hari tidak hadir melebihi %1 hari efektif</translation>
    </message>
    <message>
        <source>stands in row %1 already</source>
        <translation>sudah ada di baris %1</translation>
    </message>
    <message>
        <source>lost its digits in a spreadsheet; format the column as text and export again</source>
        <translation>angkanya hilang di lembar kerja; jadikan kolom teks lalu ekspor lagi</translation>
    </message>
    <message>
        <source>may be read in two ways; write decimals alike in the whole column</source>
        <translation>dapat dibaca dua arti; tulis desimal seragam di seluruh kolom</translation>
    </message>
    <message>
        <source>must be whole rupiah, such as 2300000</source>
        <translation>harus rupiah bulat, misalnya 2300000</translation>
    </message>
    <message>
        <source>is not an income band</source>
        <translation>bukan golongan penghasilan</translation>
    </message>
    <message>
        <source>is a closed term; its values cannot be changed</source>
        <translation>semester ini sudah ditutup; nilainya tidak dapat diubah</translation>
    </message>
    <message>
        <source>is not a term; write it like 20251</source>
        <translation>bukan semester; tulis seperti 20251</translation>
    </message>
    <message>
        <source>is not a year</source>
        <translation>bukan tahun</translation>
    </message>
    <message>
        <source>has another number of cells than the headings</source>
        <translation>jumlah selnya berbeda dari judul kolom</translation>
    </message>
    <message>
        <source>has text behind a closing quotation mark</source>
        <translation>ada teks setelah tanda kutip penutup</translation>
    </message>
    <message>
        <source>is the NIS of no student; import the students first</source>
        <translation>bukan NIS siswa mana pun; impor siswa lebih dahulu</translation>
    </message>
    <message>
        <source>is not a province</source>
        <translation>bukan provinsi</translation>
    </message>
    <message>
        <source>is a different province in each system of codes</source>
        <translation>provinsinya berbeda pada tiap sistem kode</translation>
    </message>
    <message>
        <source>is a total, not a province</source>
        <translation>adalah jumlah, bukan provinsi</translation>
    </message>
    <message>
        <source>One of the indicators asked for has no figures.</source>
        <translation>Salah satu indikator yang diminta tidak memiliki angka.</translation>
    </message>
    <message>
        <source>Choose among the indicators that have been imported.</source>
        <translation>Pilih di antara indikator yang sudah diimpor.</translation>
    </message>
    <message>
        <source>is not one of the words that are known</source>
        <translation>bukan salah satu kata yang dikenal</translation>
    </message>
    <message>
        <source>What is to be learned does not fit into this computer&apos;s memory.</source>
        <translation>Bahan yang akan dipelajari tidak muat dalam memori komputer ini.</translation>
    </message>
    <message>
        <source>Choose fewer terms, or leave out the column named below.</source>
        <translation>Pilih lebih sedikit semester, atau tinggalkan kolom yang disebut di bawah.</translation>
    </message>
    <message>
        <source>A figure is too large to be compared with others.</source>
        <translation>Ada angka yang terlalu besar untuk dibandingkan dengan yang lain.</translation>
    </message>
    <message>
        <source>Look for a wrong figure in the indicators and import them again.</source>
        <translation>Cari angka yang salah pada indikator, lalu impor lagi.</translation>
    </message>
    <message>
        <source>A column holds numbers in one table and words in the other.</source>
        <translation>Sebuah kolom berisi angka di satu tabel dan kata di tabel lain.</translation>
    </message>
    <message>
        <source>Correct the column named below in one of them.</source>
        <translation>Perbaiki kolom yang disebut di bawah pada salah satunya.</translation>
    </message>
    <message>
        <source>The disk could not be read or written.</source>
        <translation>Disk tidak dapat dibaca atau ditulis.</translation>
    </message>
    <message>
        <source>Check the disk and its cable, then try again.</source>
        <translation>Periksa disk dan kabelnya, lalu coba lagi.</translation>
    </message>
    <message>
        <source>A replacement of the school file was interrupted and cannot be ended.</source>
        <translation>Penggantian berkas sekolah terputus dan tidak dapat diselesaikan.</translation>
    </message>
    <message>
        <source>Ask for help; the old and the new file both lie in the folder.</source>
        <translation>Mintalah bantuan; berkas lama dan baru ada di folder itu.</translation>
    </message>
    <message>
        <source>The key file of the school was not found.</source>
        <translation>Berkas kunci sekolah tidak ditemukan.</translation>
    </message>
    <message>
        <source>Put it back beside the school file, or restore both from a backup.</source>
        <translation>Kembalikan ke samping berkas sekolah, atau pulihkan keduanya dari cadangan.</translation>
    </message>
    <message>
        <source>The backup is damaged.</source>
        <translation>Cadangan rusak.</translation>
    </message>
    <message>
        <source>Choose another backup; this one cannot be used.</source>
        <translation>Pilih cadangan lain; yang ini tidak dapat dipakai.</translation>
    </message>
    <message>
        <source>This is not a whole backup of EduPro.</source>
        <translation>Ini bukan cadangan EduPro yang utuh.</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in .edupro-backup.</source>
        <translation>Pilih berkas yang namanya berakhir dengan .edupro-backup.</translation>
    </message>
    <message>
        <source>The backup was made by a newer version of EduPro.</source>
        <translation>Cadangan dibuat oleh versi EduPro yang lebih baru.</translation>
    </message>
    <message>
        <source>The backup says that it is larger than a school can be.</source>
        <translation>Menurut isinya, cadangan ini lebih besar daripada data sekolah yang mungkin.</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>Pilih cadangan lain.</translation>
    </message>
    <message>
        <source>The backup does not hold what it says.</source>
        <translation>Isi cadangan tidak sesuai dengan keterangannya.</translation>
    </message>
    <message>
        <source>Choose another backup; this one cannot be trusted.</source>
        <translation>Pilih cadangan lain; yang ini tidak dapat dipercaya.</translation>
    </message>
    <message>
        <source>The backup could not be read or written.</source>
        <translation>Cadangan tidak dapat dibaca atau ditulis.</translation>
    </message>
    <message>
        <source>Check the disk or stick, then try again.</source>
        <translation>Periksa disk atau flash disk, lalu coba lagi.</translation>
    </message>
    <message>
        <source>Another backup of this school is being made.</source>
        <translation>Cadangan lain dari sekolah ini sedang dibuat.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Tunggu sampai selesai.</translation>
    </message>
    <message>
        <source>The folder for backups cannot be used.</source>
        <translation>Folder cadangan tidak dapat dipakai.</translation>
    </message>
    <message>
        <source>Plug in the stick, or choose another folder in the settings.</source>
        <translation>Pasang flash disk, atau pilih folder lain di pengaturan.</translation>
    </message>
    <message>
        <source>The backup was not found.</source>
        <translation>Cadangan tidak ditemukan.</translation>
    </message>
    <message>
        <source>Check whether it was moved or the stick taken out.</source>
        <translation>Periksa apakah dipindahkan atau flash disk dicabut.</translation>
    </message>
    <message>
        <source>The backup cannot be read.</source>
        <translation>Cadangan tidak dapat dibaca.</translation>
    </message>
    <message>
        <source>Check that you may open it.</source>
        <translation>Periksa apakah Anda boleh membukanya.</translation>
    </message>
    <message>
        <source>The school was restored or copied since this backup was made.</source>
        <translation>Sekolah ini pernah dipulihkan atau disalin sejak cadangan ini dibuat.</translation>
    </message>
    <message>
        <source>Compare both first; restore only if the backup has what you need.</source>
        <translation>Bandingkan dulu keduanya; pulihkan hanya bila cadangan ini memuat yang Anda perlukan.</translation>
    </message>
    <message>
        <source>This is the backup of another school.</source>
        <translation>Ini cadangan sekolah lain.</translation>
    </message>
    <message>
        <source>Choose a backup of this school.</source>
        <translation>Pilih cadangan sekolah ini.</translation>
    </message>
    <message>
        <source>should have %1 as digits 7 to 12, as the birth date does</source>
        <translation>seharusnya %1 pada angka ke-7 sampai ke-12, sesuai tanggal lahir</translation>
    </message>
    <message>
        <source>is the number of the family card; check which of the two it is</source>
        <translation>adalah nomor KK; periksa mana yang benar</translation>
    </message>
    <message>
        <source>is sealed; your account cannot change it</source>
        <translation>disegel; akun Anda tidak dapat mengubahnya</translation>
    </message>
    <message>
        <source>must be 72 hours after it was received</source>
        <translation>harus 72 jam setelah diterima</translation>
    </message>
    <message>
        <source>These data are sealed, and your account does not hold their key.</source>
        <translation>Data ini disegel, dan akun Anda tidak memegang kuncinya.</translation>
    </message>
    <message>
        <source>Leave the field as it is, or ask the administrator.</source>
        <translation>Biarkan isian ini apa adanya, atau hubungi admin.</translation>
    </message>
    <message>
        <source>This student was not found.</source>
        <translation>Siswa ini tidak ditemukan.</translation>
    </message>
    <message>
        <source>Check the number; NIS, NISN and NIK are possible.</source>
        <translation>Periksa nomornya; bisa NIS, NISN, atau NIK.</translation>
    </message>
    <message>
        <source>This request was not found.</source>
        <translation>Permohonan ini tidak ditemukan.</translation>
    </message>
    <message>
        <source>Load the list again.</source>
        <translation>Muat ulang daftarnya.</translation>
    </message>
    <message>
        <source>This incident was not found.</source>
        <translation>Kejadian ini tidak ditemukan.</translation>
    </message>
    <message>
        <source>This was decided before.</source>
        <translation>Ini sudah diputuskan sebelumnya.</translation>
    </message>
    <message>
        <source>Read what stands there; a new wish needs a new request.</source>
        <translation>Baca yang tertulis di sana; keinginan baru memerlukan permohonan baru.</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>Sudah ada berkas dengan nama ini.</translation>
    </message>
    <message>
        <source>Choose another name; nothing was overwritten.</source>
        <translation>Pilih nama lain; tidak ada yang ditimpa.</translation>
    </message>
    <message>
        <source>The folder does not exist.</source>
        <translation>Foldernya tidak ada.</translation>
    </message>
    <message>
        <source>Make the folder first, or choose another one.</source>
        <translation>Buat foldernya dulu, atau pilih folder lain.</translation>
    </message>
    <message>
        <source>The backup is not encrypted, but the school is.</source>
        <translation>Cadangan ini tidak terenkripsi, sedangkan sekolahnya terenkripsi.</translation>
    </message>
    <message>
        <source>Once restored, everybody who gets the file can read it. Choose an encrypted backup, or encrypt the school again afterwards.</source>
        <translation>Setelah dipulihkan, siapa pun yang memperoleh berkas dapat membacanya. Pilih cadangan yang terenkripsi, atau enkripsi kembali sekolah sesudahnya.</translation>
    </message>
    <message>
        <source>The backup is encrypted, but the school is not.</source>
        <translation>Cadangan ini terenkripsi, sedangkan sekolahnya tidak.</translation>
    </message>
    <message>
        <source>Once restored, the school opens with the passwords of the backup&apos;s day only. Make sure that you know one.</source>
        <translation>Setelah dipulihkan, sekolah hanya terbuka dengan kata sandi pada hari cadangan. Pastikan Anda mengetahui salah satunya.</translation>
    </message>
    <message>
        <source>The backup does not open with this password.</source>
        <translation>Cadangan tidak terbuka dengan kata sandi ini.</translation>
    </message>
    <message>
        <source>The file key was changed since: type the password that was valid on the backup&apos;s day.</source>
        <translation>Kunci berkas sudah diganti sejak itu: ketik kata sandi yang berlaku pada hari cadangan.</translation>
    </message>
    <message>
        <source>%1 changes that were seen are missing</source>
        <translation>%1 perubahan yang pernah ada tidak ditemukan</translation>
    </message>
    <message>
        <source>The key file was lost or damaged; its copy from before opened the school.</source>
        <translation>Berkas kunci hilang atau rusak; sekolah dibuka dengan salinan sebelumnya.</translation>
    </message>
    <message>
        <source>Ask an administrator to make a backup now, and to look at the disk.</source>
        <translation>Mintalah admin membuat cadangan sekarang dan memeriksa disk.</translation>
    </message>
    <message>
        <source>The reason is missing or too long.</source>
        <translation>Alasan belum diisi atau terlalu panjang.</translation>
    </message>
    <message>
        <source>Say in one or two sentences why.</source>
        <translation>Tulis alasannya dalam satu atau dua kalimat.</translation>
    </message>
    <message>
        <source>There is nothing to decide about this file any more.</source>
        <translation>Tidak ada lagi yang perlu diputuskan tentang berkas ini.</translation>
    </message>
    <message>
        <source>Go on working.</source>
        <translation>Silakan lanjut bekerja.</translation>
    </message>
    <message>
        <source>The files of the school could only be exchanged in part.</source>
        <translation>Berkas-berkas sekolah baru tertukar sebagian.</translation>
    </message>
    <message>
        <source>Make its folder writable, then open the school: that ends the exchange.</source>
        <translation>Pastikan foldernya dapat ditulis, lalu buka sekolah: penukaran akan diselesaikan.</translation>
    </message>
    <message>
        <source>overlaps with %1</source>
        <translation>bertumpang tindih dengan %1</translation>
    </message>
    <message>
        <source>must be in the school year, %1</source>
        <translation>harus di dalam tahun ajaran, %1</translation>
    </message>
    <message>
        <source>belongs to the other weight; give both or neither</source>
        <translation>berpasangan dengan bobot lainnya; isi keduanya atau kosongkan keduanya</translation>
    </message>
    <message>
        <source>must not be 0 when the other weight is 0</source>
        <translation>tidak boleh 0 jika bobot lainnya 0</translation>
    </message>
    <message>
        <source>must be at least %1, where the level below begins</source>
        <translation>harus sekurang-kurangnya %1, batas tingkat di bawahnya</translation>
    </message>
    <message>
        <source>must be at most %1, where the level above begins</source>
        <translation>harus setinggi-tingginya %1, batas tingkat di atasnya</translation>
    </message>
    <message>
        <source>line %1 does not begin with a date and a name, such as 17/08/2026 Proklamasi</source>
        <translation>baris %1 tidak diawali tanggal dan nama, seperti 17/08/2026 Proklamasi</translation>
    </message>
    <message>
        <source>A closed term is opened again with a reason only.</source>
        <translation>Semester yang ditutup hanya dibuka lagi dengan alasan.</translation>
    </message>
    <message>
        <source>Say why, then save again.</source>
        <translation>Tulis alasannya, lalu simpan lagi.</translation>
    </message>
    <message>
        <source>It is still in use.</source>
        <translation>Ini masih dipakai.</translation>
    </message>
    <message>
        <source>Students, marks, lessons or teachers refer to it; take those away first.</source>
        <translation>Siswa, nilai, pelajaran, atau guru masih terkait; lepaskan itu dahulu.</translation>
    </message>
    <message>
        <source>must have at most two decimals</source>
        <translation>paling banyak dua angka di belakang koma</translation>
    </message>
    <message>
        <source>is not in this class in this term</source>
        <translation>tidak berada di kelas ini pada semester ini</translation>
    </message>
    <message>
        <source>follows from the assessments as %1; another mark needs a reason</source>
        <translation>mengikuti asesmen, yaitu %1; nilai lain memerlukan alasan</translation>
    </message>
    <message>
        <source>needs the mark of the first test</source>
        <translation>memerlukan nilai tes pertama</translation>
    </message>
    <message>
        <source>has not come yet</source>
        <translation>belum tiba</translation>
    </message>
    <message>
        <source>is in no term of the school year</source>
        <translation>tidak berada dalam semester tahun ajaran ini</translation>
    </message>
    <message>
        <source>is a day without school</source>
        <translation>adalah hari tanpa sekolah</translation>
    </message>
    <message>
        <source>is a holiday: %1</source>
        <translation>adalah hari libur: %1</translation>
    </message>
    <message>
        <source>was not in the class yet; came on %1</source>
        <translation>belum di kelas ini; masuk pada %1</translation>
    </message>
    <message>
        <source>was not in the class any more; left on %1</source>
        <translation>tidak di kelas ini lagi; keluar pada %1</translation>
    </message>
    <message>
        <source>is not in this class</source>
        <translation>bukan siswa kelas ini</translation>
    </message>
    <message>
        <source>was not present, so was neither late nor left early</source>
        <translation>tidak hadir, jadi tidak terlambat dan tidak pulang awal</translation>
    </message>
    <message>
        <source>stands on the list twice</source>
        <translation>tercantum dua kali dalam daftar</translation>
    </message>
    <message>
        <source>differs from the list that was submitted; correct that with a reason</source>
        <translation>berbeda dari daftar yang sudah dikirim; koreksi di sana dengan alasan</translation>
    </message>
    <message>
        <source>There is no table of this name.</source>
        <translation>Tidak ada tabel dengan nama ini.</translation>
    </message>
    <message>
        <source>Name one of the tables listed below.</source>
        <translation>Sebutkan salah satu tabel di bawah ini.</translation>
    </message>
    <message>
        <source>There is no such row.</source>
        <translation>Baris ini tidak ada.</translation>
    </message>
    <message>
        <source>Look for it in the list; it may have been removed.</source>
        <translation>Cari di daftar; mungkin sudah dihapus.</translation>
    </message>
    <message>
        <source>Several rows have this name.</source>
        <translation>Beberapa baris memakai nama ini.</translation>
    </message>
    <message>
        <source>Give the identity of the one that is meant.</source>
        <translation>Sebutkan identitas baris yang dimaksud.</translation>
    </message>
    <message>
        <source>Some values cannot be taken.</source>
        <translation>Beberapa nilai tidak dapat diterima.</translation>
    </message>
    <message>
        <source>Correct the values named below.</source>
        <translation>Perbaiki nilai yang disebut di bawah.</translation>
    </message>
    <message>
        <source>There is no such assessment.</source>
        <translation>Asesmen ini tidak ada.</translation>
    </message>
    <message>
        <source>Somebody may have deleted it; show the class again.</source>
        <translation>Mungkin sudah dihapus orang lain; tampilkan kelas ini lagi.</translation>
    </message>
    <message>
        <source>The list cannot be stored as it is.</source>
        <translation>Daftar tidak dapat disimpan seperti ini.</translation>
    </message>
    <message>
        <source>Correct what is named above; nothing was changed.</source>
        <translation>Perbaiki yang disebut di atas; tidak ada yang diubah.</translation>
    </message>
    <message>
        <source>This list has been submitted already.</source>
        <translation>Daftar ini sudah dikirim.</translation>
    </message>
    <message>
        <source>Say why it is to be corrected.</source>
        <translation>Sebutkan alasan koreksinya.</translation>
    </message>
    <message>
        <source>The list was changed since, so this cannot be undone.</source>
        <translation>Daftar sudah berubah sejak itu, jadi ini tidak dapat diurungkan.</translation>
    </message>
    <message>
        <source>Look at the list and correct it there.</source>
        <translation>Lihat daftarnya dan koreksi di sana.</translation>
    </message>
</context>
<context>
    <name>FieldEditors</name>
    <message>
        <source>dd/mm/yyyy</source>
        <translation>hh/bb/tttt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ya</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Tidak</translation>
    </message>
</context>
<context>
    <name>FinalMark</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Semester</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Calculated</source>
        <translation>Terhitung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Deskripsi</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>dtk</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>mnt</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>jam</translation>
    </message>
</context>
<context>
    <name>Guardian</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Pekerjaan</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telepon</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
</context>
<context>
    <name>GuardianIncome</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Wali</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Jumlah</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Rentang</translation>
    </message>
</context>
<context>
    <name>Homeroom</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Homeroom teacher</source>
        <translation>Wali kelas</translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Students</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Presensi</translation>
    </message>
    <message>
        <source>Incomes of parents</source>
        <translation>Penghasilan orang tua</translation>
    </message>
    <message>
        <source>Achievements</source>
        <translation>Prestasi</translation>
    </message>
    <message>
        <source>Indicators of provinces</source>
        <translation>Indikator provinsi</translation>
    </message>
    <message>
        <source>NIS</source>
        <translation>NIS</translation>
    </message>
    <message>
        <source>NISN</source>
        <translation>NISN</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Academic year</source>
        <translation>Tahun ajaran</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>Tanggal lahir</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Semester</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Effective days</source>
        <translation>Hari efektif</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>Hadir</translation>
    </message>
    <message>
        <source>Sick</source>
        <translation>Sakit</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Izin</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Alpa</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Hubungan</translation>
    </message>
    <message>
        <source>Parent or guardian</source>
        <translation>Orang tua atau wali</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Penghasilan</translation>
    </message>
    <message>
        <source>Income band</source>
        <translation>Golongan penghasilan</translation>
    </message>
    <message>
        <source>Income of the father</source>
        <translation>Penghasilan ayah</translation>
    </message>
    <message>
        <source>Income of the mother</source>
        <translation>Penghasilan ibu</translation>
    </message>
    <message>
        <source>Income of the guardian</source>
        <translation>Penghasilan wali</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Achievement</source>
        <translation>Prestasi</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Tingkat</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Peringkat</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Tanggal</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provinsi</translation>
    </message>
    <message>
        <source>Province code</source>
        <translation>Kode provinsi</translation>
    </message>
    <message>
        <source>Kemendagri code</source>
        <translation>Kode Kemendagri</translation>
    </message>
    <message>
        <source>BPS code</source>
        <translation>Kode BPS</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 ditambahkan</translation>
    </message>
    <message>
        <source>%1 will be added</source>
        <translation>%1 akan ditambahkan</translation>
    </message>
    <message>
        <source>%1 updated</source>
        <translation>%1 diperbarui</translation>
    </message>
    <message>
        <source>%1 unchanged</source>
        <translation>%1 tetap</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 dilewati</translation>
    </message>
    <message>
        <source>Attendance by day</source>
        <translation>Presensi harian</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Catatan</translation>
    </message>
</context>
<context>
    <name>Indicator</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Satuan</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Arah</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Terendah</translation>
    </message>
    <message>
        <source>Highest</source>
        <translation>Tertinggi</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Sumber</translation>
    </message>
</context>
<context>
    <name>IndicatorValue</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Wilayah</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
</context>
<context>
    <name>LearningObjective</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>Grade level</source>
        <translation>Tingkat</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Tujuan pembelajaran</translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Asesmen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Remedial</source>
        <translation>Remedial</translation>
    </message>
</context>
<context>
    <name>ModelVersion</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versi</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Sasaran</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Dilatih</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produksi</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Students</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation>Peringatan dini</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Klaster</translation>
    </message>
    <message>
        <source>Users and audit</source>
        <translation>Pengguna dan audit</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Data pribadi</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Sekolah</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Presensi</translation>
    </message>
</context>
<context>
    <name>PaperCharts</name>
    <message>
        <source>and %1 classes with fewer at Low</source>
        <translation>dan %1 kelas dengan lebih sedikit Rendah</translation>
    </message>
</context>
<context>
    <name>PasswordProblem</name>
    <message numerus="yes">
        <source>Too many attempts. Wait %n second(s).</source>
        <translation>
            <numerusform>Terlalu banyak percobaan. Tunggu %n detik.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Prediction</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Semester</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Sasaran</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Tingkat</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Rendah</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Sedang</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Tinggi</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Dukungan</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
</context>
<context>
    <name>PrivacyRequest</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Pemohon</translation>
    </message>
    <message>
        <source>Wish</source>
        <translation>Keinginan</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Tenggat</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Keputusan</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Diputuskan</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Diputuskan oleh</translation>
    </message>
</context>
<context>
    <name>ReadinessReport</name>
    <message>
        <source>How the school stands</source>
        <translation>Keadaan sekolah</translation>
    </message>
    <message>
        <source>Expected achievement next term by class</source>
        <translation>Perkiraan capaian semester depan per kelas</translation>
    </message>
    <message>
        <source>Marks and attendance</source>
        <translation>Nilai dan kehadiran</translation>
    </message>
    <message>
        <source>No predictions for this term yet: train and predict first.</source>
        <translation>Belum ada prediksi untuk semester ini: latih dan prediksi dahulu.</translation>
    </message>
    <message>
        <source>Students who need attention</source>
        <translation>Siswa yang perlu perhatian</translation>
    </message>
    <message>
        <source>Nobody is expected to fall to Low.</source>
        <translation>Tidak ada yang diperkirakan Rendah.</translation>
    </message>
    <message>
        <source>No predictions for this term yet.</source>
        <translation>Belum ada prediksi untuk semester ini.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message>
        <source>Readiness of the provinces</source>
        <translation>Kesiapan provinsi</translation>
    </message>
    <message>
        <source>A warning is advice with its reason: a person decides. Contains data of children.</source>
        <translation>Peringatan adalah saran beserta alasannya: manusia yang memutuskan. Memuat data anak.</translation>
    </message>
    <message>
        <source>Log of changes, %1: %2</source>
        <translation>Catatan perubahan, %1: %2</translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message>
        <source>Average this term</source>
        <translation>Rata-rata semester ini</translation>
    </message>
    <message>
        <source>average</source>
        <translation>rata-rata</translation>
    </message>
    <message>
        <source>Income of the family</source>
        <translation>Penghasilan keluarga</translation>
    </message>
    <message>
        <source>income of the family</source>
        <translation>penghasilan keluarga</translation>
    </message>
    <message>
        <source>Attendance category</source>
        <translation>Kategori kehadiran</translation>
    </message>
    <message>
        <source>attendance category</source>
        <translation>kategori kehadiran</translation>
    </message>
    <message>
        <source>Average since the term before</source>
        <translation>Perubahan rata-rata dari semester lalu</translation>
    </message>
    <message>
        <source>average since the term before</source>
        <translation>perubahan rata-rata dari semester lalu</translation>
    </message>
    <message>
        <source>Lowest mark</source>
        <translation>Nilai terendah</translation>
    </message>
    <message>
        <source>lowest mark</source>
        <translation>nilai terendah</translation>
    </message>
    <message>
        <source>Subjects below the passing mark</source>
        <translation>Mapel di bawah KKM</translation>
    </message>
    <message>
        <source>subjects below the passing mark</source>
        <translation>mapel di bawah KKM</translation>
    </message>
    <message>
        <source>Days sick</source>
        <translation>Hari sakit</translation>
    </message>
    <message>
        <source>days sick</source>
        <translation>hari sakit</translation>
    </message>
    <message>
        <source>Days excused</source>
        <translation>Hari izin</translation>
    </message>
    <message>
        <source>days excused</source>
        <translation>hari izin</translation>
    </message>
    <message>
        <source>Days absent without leave</source>
        <translation>Hari alpa</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 feature, %2 its value: &quot;attendance category Low&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 not %2</source>
        <extracomment>%1 feature, %2 a value it does not have: &quot;attendance category not Low&quot;</extracomment>
        <translation>%1 bukan %2</translation>
    </message>
    <message>
        <source>not %1</source>
        <extracomment>a value that a feature does not have: &quot;not Low&quot;</extracomment>
        <translation>bukan %1</translation>
    </message>
    <message>
        <source>%1 not known</source>
        <translation>%1 tidak diketahui</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <extracomment>%1 feature, %2 the student&apos;s value, %3 the bound: &quot;average 68.9 (≤ 71.5)&quot;</extracomment>
        <translation>%1 %2 (%3)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>The same for every student of the school</source>
        <translation>Sama untuk semua siswa sekolah ini</translation>
    </message>
    <message>
        <source>Not enough data: too few similar students in earlier terms</source>
        <translation>Data belum cukup: terlalu sedikit siswa serupa pada semester-semester lalu</translation>
    </message>
    <message>
        <source>Not enough data: no marks in this term</source>
        <translation>Data belum cukup: tidak ada nilai pada semester ini</translation>
    </message>
    <message>
        <source>%1 similar students in earlier terms</source>
        <translation>%1 siswa serupa pada semester-semester lalu</translation>
    </message>
    <message>
        <source>supported by %1 similar students, %2 of whom really were %3</source>
        <translation>didukung %1 siswa serupa, %2 di antaranya memang %3</translation>
    </message>
    <message>
        <source>This is rule replication: the tree has learnt today&apos;s rule again. Its accuracy says nothing about the future.</source>
        <translation>Ini replikasi aturan: pohon hanya mempelajari ulang aturan yang berlaku. Ketepatannya tidak berkata apa-apa tentang masa depan.</translation>
    </message>
    <message>
        <source>Better than both ways without a model, by more than chance explains.</source>
        <translation>Lebih baik daripada kedua cara tanpa model, melebihi yang dapat dijelaskan oleh kebetulan.</translation>
    </message>
    <message>
        <source>Not better than expecting the same level again: take the reasons as a hint, not as a verdict.</source>
        <translation>Tidak lebih baik daripada menduga tingkat yang sama lagi: anggap alasannya sebagai petunjuk, bukan putusan.</translation>
    </message>
    <message>
        <source>Not better than always expecting the most common level: take the reasons as a hint, not as a verdict.</source>
        <translation>Tidak lebih baik daripada selalu menduga tingkat yang paling umum: anggap alasannya sebagai petunjuk, bukan putusan.</translation>
    </message>
    <message>
        <source>right %1, without a model %2 (n = %3)</source>
        <translation>tepat %1, tanpa model %2 (n = %3)</translation>
    </message>
    <message>
        <source>days absent</source>
        <translation>hari alpa</translation>
    </message>
</context>
<context>
    <name>RetentionTab</name>
    <message>
        <source>Who a student was, after leaving</source>
        <translation>Identitas siswa, setelah keluar</translation>
    </message>
    <message>
        <source>Income of the family, after leaving</source>
        <translation>Penghasilan keluarga, setelah keluar</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Prediksi</translation>
    </message>
    <message>
        <source>Requests, after the decision</source>
        <translation>Permintaan, setelah diputuskan</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>Kepala sekolah</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Guru</translation>
    </message>
    <message>
        <source>Office staff</source>
        <translation>Tata usaha</translation>
    </message>
</context>
<context>
    <name>School</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NPSN</source>
        <translation>NPSN</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
</context>
<context>
    <name>SpokenLine</name>
    <message>
        <source>Clear</source>
        <translation>Kosongkan</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIP</source>
        <translation>NIP</translation>
    </message>
    <message>
        <source>NUPTK</source>
        <translation>NUPTK</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Akun</translation>
    </message>
</context>
<context>
    <name>Student</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>NIS</source>
        <translation>NIS</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NISN</source>
        <translation>NISN</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Tanggal lahir</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Alamat</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>NIK</source>
        <translation>NIK</translation>
    </message>
    <message>
        <source>Family card number</source>
        <translation>Nomor KK</translation>
    </message>
    <message>
        <source>Health notes</source>
        <translation>Catatan kesehatan</translation>
    </message>
</context>
<context>
    <name>StudentGuardian</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Wali</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Hubungan</translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Nama pendek</translation>
    </message>
    <message>
        <source>Passing mark</source>
        <translation>KKM</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Urutan</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Guru</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Semester</translation>
    </message>
</context>
<context>
    <name>Term</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Academic year</source>
        <translation>Tahun ajaran</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kode</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Hari pertama</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Hari terakhir</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Semester 1</source>
        <translation>Ganjil</translation>
    </message>
    <message>
        <source>Semester 2</source>
        <translation>Genap</translation>
    </message>
</context>
<context>
    <name>User</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>Must change password</source>
        <translation>Harus ganti kata sandi</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Dinonaktifkan</translation>
    </message>
</context>
<context>
    <name>UserSession</name>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Pengguna</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Komputer</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Mulai</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Berakhir</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Diakhiri oleh</translation>
    </message>
</context>
<context>
    <name>WarningJobs</name>
    <message>
        <source>%1 of %2 students predicted, %3 of them Low, with model v%4</source>
        <translation>%1 dari %2 siswa diprediksi, %3 di antaranya Rendah, dengan model v%4</translation>
    </message>
    <message>
        <source>Model v%1 learnt from %2 rows: %3</source>
        <translation>Model v%1 belajar dari %2 baris: %3</translation>
    </message>
    <message>
        <source>Nothing to predict from in this term yet</source>
        <translation>Belum ada data semester ini untuk diprediksi</translation>
    </message>
</context>
<context>
    <name>edupro::gui::BackupWatch</name>
    <message>
        <source>Daily backup</source>
        <translation>Cadangan harian</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>Dicadangkan</translation>
    </message>
    <message numerus="yes">
        <source>The newest backup of this school is %Ln day(s) old.</source>
        <translation>
            <numerusform>Cadangan terbaru sekolah ini berumur %Ln hari.</numerusform>
        </translation>
    </message>
    <message>
        <source>This school has never been backed up.</source>
        <translation>Sekolah ini belum pernah dicadangkan.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>Open Data</source>
        <translation>Buka Data</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Mencadangkan</translation>
    </message>
    <message>
        <source>Backed up and checked: %1</source>
        <translation>Dicadangkan dan diperiksa: %1</translation>
    </message>
    <message>
        <source>The school could not be backed up. %1 %2</source>
        <translation>Sekolah tidak bisa dicadangkan. %1 %2</translation>
    </message>
</context>
<context>
    <name>edupro::gui::Desktop</name>
    <message>
        <source>EduPro has made a mistake of its own [%1]. Nothing that was saved is lost. Save what you are writing, and start the program again.</source>
        <translation>Terjadi kesalahan di dalam EduPro [%1]. Data yang sudah tersimpan tidak hilang. Simpan yang sedang Anda tulis, lalu jalankan ulang program ini.</translation>
    </message>
    <message>
        <source>Your password has been changed.</source>
        <translation>Kata sandi Anda telah diganti.</translation>
    </message>
    <message>
        <source>The new recovery code counts from now on. Destroy the old paper.</source>
        <translation>Kode pemulihan baru berlaku mulai sekarang. Musnahkan kertas lama.</translation>
    </message>
    <message>
        <source>Backing up before closing</source>
        <translation>Mencadangkan sebelum ditutup</translation>
    </message>
    <message>
        <source>What was changed since the newest backup is saved once more and checked.</source>
        <translation>Perubahan sejak cadangan terbaru disimpan sekali lagi dan diperiksa.</translation>
    </message>
    <message>
        <source>Close without a backup</source>
        <translation>Tutup tanpa cadangan</translation>
    </message>
    <message>
        <source>The school could not be backed up before closing. %1 %2</source>
        <translation>Sekolah tidak bisa dicadangkan sebelum ditutup. %1 %2</translation>
    </message>
</context>
<context>
    <name>edupro::gui::FileWork</name>
    <message>
        <source>The backup was restored.</source>
        <translation>Cadangan telah dipulihkan.</translation>
    </message>
    <message>
        <source>The file before it is kept as %1.</source>
        <translation>Berkas sebelumnya disimpan sebagai %1.</translation>
    </message>
    <message>
        <source>People and roles are those of the backup&apos;s day: look through them under Users and audit.</source>
        <translation>Pengguna dan peran seperti pada hari cadangan: periksa di Pengguna dan audit.</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Memulihkan</translation>
    </message>
    <message>
        <source>The backup is unpacked, checked and put in the place of %1.</source>
        <translation>Cadangan dibuka, diperiksa, lalu menggantikan %1.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Nothing was restored. The school file is as it was.</source>
        <translation>Tidak ada yang dipulihkan. Berkas sekolah tetap seperti semula.</translation>
    </message>
    <message>
        <source>The backup was not restored, and the school file is as it was. %1</source>
        <translation>Cadangan tidak dipulihkan, dan berkas sekolah tetap seperti semula. %1</translation>
    </message>
    <message>
        <source>Encrypting the school file</source>
        <translation>Mengenkripsi berkas sekolah</translation>
    </message>
    <message>
        <source>Changing the file key</source>
        <translation>Mengganti kunci berkas</translation>
    </message>
    <message>
        <source>The file is written anew, compared with the present one, and put in its place.</source>
        <translation>Berkas ditulis ulang, dibandingkan dengan yang sekarang, lalu menggantikannya.</translation>
    </message>
    <message>
        <source>Nothing was changed. The school file is as it was.</source>
        <translation>Tidak ada yang berubah. Berkas sekolah tetap seperti semula.</translation>
    </message>
    <message>
        <source>The keys were not changed, and the school file is as it was. %1</source>
        <translation>Kunci tidak diganti, dan berkas sekolah tetap seperti semula. %1</translation>
    </message>
    <message>
        <source>The school file is encrypted. Backups made before it was are readable for everybody: remove them when you no longer need them.</source>
        <translation>Berkas sekolah terenkripsi. Cadangan yang dibuat sebelumnya bisa dibaca siapa pun: hapus bila tidak diperlukan lagi.</translation>
    </message>
    <message>
        <source>The school file has a new key. Make a backup under it soon.</source>
        <translation>Berkas sekolah punya kunci baru. Segera buat cadangan dengan kunci itu.</translation>
    </message>
    <message>
        <source>The school file was not encrypted. If it asks for a password now, sign in as %1 with the one you chose. %2</source>
        <translation>Berkas sekolah tidak jadi dienkripsi. Bila sekarang diminta kata sandi, masuklah sebagai %1 dengan kata sandi yang Anda pilih. %2</translation>
    </message>
    <message>
        <source>The backup was about to take the place of the school file when this stopped; opening the school ends it. Compare it with the backup: the file before it is kept beside it. %1</source>
        <translation>Cadangan sedang menggantikan berkas sekolah ketika pekerjaan ini berhenti; penggantian selesai saat sekolah dibuka. Bandingkan isinya dengan cadangan: berkas sebelumnya disimpan di sampingnya. %1</translation>
    </message>
    <message>
        <source>The file with the new keys was about to take the place of the present one when this stopped; opening the school ends it. Then make a new recovery code under Data and new passwords under Users and audit: those made now were not shown. %1</source>
        <translation>Berkas dengan kunci baru sedang menggantikan berkas yang sekarang ketika pekerjaan ini berhenti; penggantian selesai saat sekolah dibuka. Setelah itu buat kode pemulihan baru di Data dan kata sandi baru di Pengguna dan audit: yang baru dibuat belum sempat ditampilkan. %1</translation>
    </message>
</context>
<context>
    <name>edupro::ui::AskDialog</name>
    <message>
        <source>One moment…</source>
        <translation>Sebentar…</translation>
    </message>
</context>
<context>
    <name>edupro::ui::AssessmentDialog</name>
    <message>
        <source>Test %1</source>
        <translation>Sumatif %1</translation>
    </message>
    <message>
        <source>Final test</source>
        <translation>Sumatif akhir semester</translation>
    </message>
    <message>
        <source>Final test %1</source>
        <translation>Sumatif akhir semester %1</translation>
    </message>
    <message>
        <source>Add an assessment</source>
        <translation>Tambah asesmen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Its marks count for the final mark as soon as each part has one.</source>
        <translation>Nilainya ikut dihitung dalam nilai akhir setelah setiap bagian terisi.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Materi</translation>
    </message>
    <message>
        <source>End of term</source>
        <translation>Akhir semester</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Judul</translation>
    </message>
    <message>
        <source>Learning objective (may stay empty)</source>
        <translation>Tujuan pembelajaran (boleh kosong)</translation>
    </message>
    <message>
        <source>Learning objective</source>
        <translation>Tujuan pembelajaran</translation>
    </message>
</context>
<context>
    <name>edupro::ui::AssessmentModel</name>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIS</source>
        <translation>NIS</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Materi</translation>
    </message>
    <message>
        <source>End of term</source>
        <translation>Akhir semester</translation>
    </message>
    <message>
        <source>Remedial</source>
        <translation>Remedial</translation>
    </message>
    <message>
        <source>remedial of %1</source>
        <translation>remedial %1</translation>
    </message>
    <message>
        <source>Final mark</source>
        <translation>Nilai akhir</translation>
    </message>
    <message>
        <source>Pass %1</source>
        <translation>KKM %1</translation>
    </message>
    <message>
        <source>Predicate</source>
        <translation>Predikat</translation>
    </message>
    <message>
        <source>Set by hand: %1</source>
        <translation>Ditetapkan sendiri: %1</translation>
    </message>
    <message>
        <source>(%1 × material %2 + %3 × end of term %4) / %5</source>
        <translation>(%1 × materi %2 + %3 × akhir semester %4) / %5</translation>
    </message>
    <message>
        <source>Masters %1.</source>
        <translation>Menguasai %1.</translation>
    </message>
    <message>
        <source>Needs practice in %1.</source>
        <translation>Perlu latihan dalam %1.</translation>
    </message>
</context>
<context>
    <name>edupro::ui::AttendanceGrid</name>
    <message>
        <source>All present</source>
        <translation>Semua hadir</translation>
    </message>
    <message>
        <source>Submit the list</source>
        <translation>Kirim daftar</translation>
    </message>
</context>
<context>
    <name>edupro::ui::AttendancePage</name>
    <message>
        <source>Nothing was written. %1</source>
        <translation>Tidak ada yang ditulis. %1</translation>
    </message>
    <message>
        <source>There are no classes of yours in this school year</source>
        <translation>Tidak ada kelas Anda pada tahun ajaran ini</translation>
    </message>
    <message>
        <source>Choose another term above, or have the classes set up first.</source>
        <translation>Pilih semester lain di atas, atau minta kelasnya disiapkan dahulu.</translation>
    </message>
    <message>
        <source>%1 has no students on this day</source>
        <translation>%1 tidak memiliki siswa pada hari ini</translation>
    </message>
    <message>
        <source>Students come into a class by their enrolment.</source>
        <translation>Siswa masuk ke kelas melalui pendaftaran kelasnya.</translation>
    </message>
    <message>
        <source>Show students</source>
        <translation>Tampilkan siswa</translation>
    </message>
    <message>
        <source>The day</source>
        <translation>Hari itu</translation>
    </message>
    <message>
        <source>%1 is not in this term. Choose the term above first.</source>
        <translation>%1 tidak berada dalam semester ini. Pilih semesternya di atas dahulu.</translation>
    </message>
    <message>
        <source>This is not a date. Write it like 27/02/2026.</source>
        <translation>Ini bukan tanggal. Tulis seperti 27/02/2026.</translation>
    </message>
    <message>
        <source>This list has been submitted; type what is to be corrected.</source>
        <translation>Daftar ini sudah dikirim; ketik yang perlu dikoreksi.</translation>
    </message>
    <message>
        <source>The list of %1 has been corrected.</source>
        <translation>Daftar %1 sudah dikoreksi.</translation>
    </message>
    <message>
        <source>The list of %1 has been submitted.</source>
        <translation>Daftar %1 sudah dikirim.</translation>
    </message>
    <message>
        <source>More has been done since; take that back first with Ctrl+Z.</source>
        <translation>Sudah ada perubahan lain; urungkan itu dahulu dengan Ctrl+Z.</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Presensi</translation>
    </message>
    <message>
        <source>Submit the list</source>
        <translation>Kirim daftar</translation>
    </message>
    <message>
        <source>Submit the list of the day (Ctrl+Enter)</source>
        <translation>Kirim daftar hari ini (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>All present</source>
        <translation>Semua hadir</translation>
    </message>
    <message>
        <source>Mark everybody present on this day and submit it (Ctrl+H)</source>
        <translation>Tandai semua hadir pada hari ini dan kirim (Ctrl+H)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Bulan sebelumnya</translation>
    </message>
    <message>
        <source>School day before</source>
        <translation>Hari sekolah sebelumnya</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Bulan berikutnya</translation>
    </message>
    <message>
        <source>Next school day</source>
        <translation>Hari sekolah berikutnya</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>The list of one day (Ctrl+M)</source>
        <translation>Daftar satu hari (Ctrl+M)</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Bulan</translation>
    </message>
    <message>
        <source>All days of the month (Ctrl+M)</source>
        <translation>Semua hari dalam sebulan (Ctrl+M)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln student(s)</source>
        <translation>
            <numerusform>%Ln siswa</numerusform>
        </translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Alasan: %1</translation>
    </message>
    <message>
        <source>%1: nobody away</source>
        <translation>%1: semua hadir</translation>
    </message>
    <message>
        <source>%1, away: %2</source>
        <translation>%1, tidak hadir: %2</translation>
    </message>
    <message>
        <source>H present, S sick, I excused, A absent, L late, E left early</source>
        <translation>H hadir, S sakit, I izin, A alpa, T terlambat, P pulang awal</translation>
    </message>
</context>
<context>
    <name>edupro::ui::AuditModel</name>
    <message>
        <source>When</source>
        <translation>Kapan</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Siapa</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Pada apa</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Komputer</translation>
    </message>
</context>
<context>
    <name>edupro::ui::AuditTab</name>
    <message>
        <source>Nothing of this kind happened</source>
        <translation>Tidak ada kejadian seperti ini</translation>
    </message>
    <message>
        <source>No event fits the person, the act, the table and the time.</source>
        <translation>Tidak ada kejadian yang cocok dengan orang, tindakan, tabel, dan waktu.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Belum ada kejadian</translation>
    </message>
    <message>
        <source>Every change and every sign-in will stand here.</source>
        <translation>Setiap perubahan dan setiap masuk akan tercatat di sini.</translation>
    </message>
    <message>
        <source>Number %1 · %2 · %3</source>
        <translation>Nomor %1 · %2 · %3</translation>
    </message>
    <message>
        <source>The values were erased with the personal data they told.</source>
        <translation>Nilainya dihapus bersama data pribadi.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Alasan: %1</translation>
    </message>
    <message>
        <source>Checking the audit</source>
        <translation>Memeriksa audit</translation>
    </message>
    <message>
        <source>The audit is broken at event %1</source>
        <translation>Audit terputus di kejadian %1</translation>
    </message>
    <message>
        <source>The audit is whole</source>
        <translation>Audit utuh</translation>
    </message>
    <message>
        <source>Broken at event %1: it or what stood before it was changed from outside.</source>
        <translation>Terputus di kejadian %1: kejadian itu atau sebelumnya diubah dari luar.</translation>
    </message>
    <message>
        <source>Whole: %1 events, each linked to the one before.</source>
        <translation>Utuh: %1 kejadian, masing-masing terhubung ke sebelumnya.</translation>
    </message>
    <message>
        <source>Export the audit</source>
        <translation>Ekspor audit</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>audit</translation>
    </message>
    <message>
        <source>Exporting the audit</source>
        <translation>Mengekspor audit</translation>
    </message>
    <message>
        <source>%1 events exported, without the values</source>
        <translation>%1 kejadian diekspor, tanpa nilainya</translation>
    </message>
    <message>
        <source>Every act</source>
        <translation>Semua tindakan</translation>
    </message>
    <message>
        <source>Every table</source>
        <translation>Semua tabel</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Semua orang</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Kapan saja</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hari ini</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 hari terakhir</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 hari terakhir</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Tindakan</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabel</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Checking every link…</source>
        <translation>Memeriksa setiap mata rantai…</translation>
    </message>
</context>
<context>
    <name>edupro::ui::BackupsCard</name>
    <message>
        <source>There is no backup yet</source>
        <translation>Belum ada cadangan</translation>
    </message>
    <message>
        <source>A backup is one file that holds the whole school. Keep one on a stick in another room, for the day when this computer is gone.</source>
        <translation>Cadangan adalah satu berkas berisi seluruh sekolah. Simpan satu di flashdisk di ruang lain, untuk saat komputer ini hilang atau rusak.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Mencadangkan</translation>
    </message>
    <message>
        <source>Backed up and checked: %1</source>
        <translation>Dicadangkan dan diperiksa: %1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Tampilkan folder</translation>
    </message>
    <message>
        <source>Checking the backup</source>
        <translation>Memeriksa cadangan</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Diperiksa</translation>
    </message>
    <message>
        <source>This backup is whole: it was opened, checked and counted.</source>
        <translation>Cadangan ini utuh: telah dibuka, diperiksa, dan dihitung.</translation>
    </message>
    <message>
        <source>Every byte is as it was written. It was made under other keys, so it was not opened: Restore asks for them.</source>
        <translation>Setiap bita masih seperti saat ditulis. Cadangan ini memakai kunci lain sehingga tidak dibuka: Pulihkan akan memintanya.</translation>
    </message>
    <message>
        <source>Choose the backup to restore</source>
        <translation>Pilih cadangan yang akan dipulihkan</translation>
    </message>
    <message>
        <source>Backups (*.edupro-backup)</source>
        <translation>Cadangan (*.edupro-backup)</translation>
    </message>
    <message>
        <source>Where backups go</source>
        <translation>Tempat cadangan</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>Di %1</translation>
    </message>
    <message>
        <source>Choose a stick or folder…</source>
        <translation>Pilih flashdisk atau folder…</translation>
    </message>
    <message>
        <source>Beside the school file</source>
        <translation>Di samping berkas sekolah</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Pulihkan…</translation>
    </message>
    <message>
        <source>Restore another file…</source>
        <translation>Pulihkan berkas lain…</translation>
    </message>
    <message>
        <source>Back up automatically</source>
        <translation>Cadangkan otomatis</translation>
    </message>
    <message>
        <source>Once a day, before every import, and when the program closes after changes</source>
        <translation>Sekali sehari, sebelum setiap impor, dan saat program ditutup setelah ada perubahan</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Cadangan</translation>
    </message>
    <message>
        <source>This school has no backup here. If this computer breaks, everything is lost.</source>
        <translation>Sekolah ini belum punya cadangan di sini. Bila komputer ini rusak, semuanya hilang.</translation>
    </message>
    <message>
        <source>Backed up within the last 24 hours.</source>
        <translation>Dicadangkan dalam 24 jam terakhir.</translation>
    </message>
    <message numerus="yes">
        <source>The newest backup is %Ln day(s) old.</source>
        <translation>
            <numerusform>Cadangan terbaru berumur %Ln hari.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::BackupsModel</name>
    <message>
        <source>by hand</source>
        <translation>atas permintaan</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>sebelum impor</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>sebelum pemutakhiran</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>sebelum pemulihan</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>bulanan</translation>
    </message>
    <message>
        <source>weekly</source>
        <translation>mingguan</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>harian</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>tidak terbaca</translation>
    </message>
    <message>
        <source>checked when made</source>
        <translation>diperiksa saat dibuat</translation>
    </message>
    <message>
        <source>checked at %1</source>
        <translation>diperiksa pukul %1</translation>
    </message>
    <message>
        <source>whole, not opened</source>
        <translation>utuh, tidak dibuka</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>rusak</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Dibuat</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Jenis</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ukuran</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::BreachForm</name>
    <message>
        <source>New breach</source>
        <translation>Kebocoran baru</translation>
    </message>
    <message>
        <source>A stolen computer, a file sent to the wrong person, a lost stick. Name no student here: authorities read it.</source>
        <translation>Komputer dicuri, berkas salah kirim, flashdisk hilang. Jangan sebut nama siswa di sini: lembaga berwenang membacanya.</translation>
    </message>
    <message>
        <source>Noticed; the 72 hours count from here</source>
        <translation>Diketahui; 72 jam dihitung dari sini</translation>
    </message>
</context>
<context>
    <name>edupro::ui::BreachPanel</name>
    <message>
        <source>Noticed: %1</source>
        <translation>Diketahui: %1</translation>
    </message>
    <message>
        <source>To be told by: %1</source>
        <translation>Harus diberitahukan sebelum: %1</translation>
    </message>
    <message>
        <source>Kinds of data: %1</source>
        <translation>Jenis data: %1</translation>
    </message>
    <message>
        <source>People affected: %1</source>
        <translation>Orang terdampak: %1</translation>
    </message>
    <message>
        <source>People affected: not known yet</source>
        <translation>Orang terdampak: belum diketahui</translation>
    </message>
    <message>
        <source>Measures: %1</source>
        <translation>Tindakan: %1</translation>
    </message>
    <message>
        <source>The people were told: %1</source>
        <translation>Yang terdampak diberi tahu: %1</translation>
    </message>
    <message>
        <source>The authority was told: %1</source>
        <translation>Lembaga diberi tahu: %1</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>Ditutup: %1</translation>
    </message>
    <message>
        <source>The people have been told</source>
        <translation>Yang terdampak sudah diberi tahu</translation>
    </message>
    <message>
        <source>The authority has been told</source>
        <translation>Lembaga sudah diberi tahu</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>edupro::ui::BreachesTab</name>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Yang terjadi</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>People told</source>
        <translation>Orang diberi tahu</translation>
    </message>
    <message>
        <source>Authority told</source>
        <translation>Lembaga diberi tahu</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Ditutup</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Diberitahukan</translation>
    </message>
    <message>
        <source>No breach has been noted</source>
        <translation>Belum ada kebocoran tercatat</translation>
    </message>
    <message>
        <source>When data is lost, stolen or shown to the wrong person, note it here: the people and the authority must know within 72 hours.</source>
        <translation>Bila data hilang, dicuri, atau terlihat orang yang salah, catat di sini: yang terdampak dan lembaga berwenang harus tahu dalam 72 jam.</translation>
    </message>
    <message>
        <source>Note a breach</source>
        <translation>Catat kebocoran</translation>
    </message>
</context>
<context>
    <name>edupro::ui::CalendarTab</name>
    <message>
        <source>Day</source>
        <translation>Hari</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>No holidays in this school year</source>
        <translation>Belum ada hari libur di tahun ajaran ini</translation>
    </message>
    <message>
        <source>Mark them in the month, or paste the list of the government&apos;s decree.</source>
        <translation>Tandai di kalender, atau tempelkan daftar dari keputusan pemerintah.</translation>
    </message>
    <message>
        <source>%1 taken out of the calendar.</source>
        <translation>%1 dihapus dari kalender.</translation>
    </message>
    <message numerus="yes">
        <source>%n days entered.</source>
        <translation>
            <numerusform>%n hari dimasukkan.</numerusform>
        </translation>
    </message>
    <message>
        <source>School calendar %1</source>
        <translation>Kalender sekolah %1</translation>
    </message>
    <message>
        <source>Month before (Page up)</source>
        <translation>Bulan sebelumnya (Page Up)</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Bulan sebelumnya</translation>
    </message>
    <message>
        <source>Month after (Page down)</source>
        <translation>Bulan berikutnya (Page Down)</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>Bulan berikutnya</translation>
    </message>
    <message>
        <source>A day that is marked becomes</source>
        <translation>Hari yang ditandai menjadi</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Namanya</translation>
    </message>
    <message>
        <source>Click a day, or press Space on it, to mark it; once more takes the mark away. A list, one line a day such as “17/08/2026 Proklamasi”, is copied and pasted.</source>
        <translation>Klik sebuah hari, atau tekan Spasi, untuk menandainya; sekali lagi untuk menghapus tanda. Daftar, satu baris per hari seperti “17/08/2026 Proklamasi”, disalin lalu ditempelkan.</translation>
    </message>
    <message>
        <source>Paste a list</source>
        <translation>Tempelkan daftar</translation>
    </message>
    <message>
        <source>Enter the copied lines (Ctrl+V in the month)</source>
        <translation>Masukkan baris yang disalin (Ctrl+V di kalender)</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ChartCard</name>
    <message>
        <source>Copy as picture</source>
        <translation>Salin sebagai gambar</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Tampilkan sebagai tabel</translation>
    </message>
    <message>
        <source>More about %1</source>
        <extracomment>%1 is the title of a chart</extracomment>
        <translation>Lainnya tentang %1</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ClassMarksModel</name>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>NIS</source>
        <translation>NIS</translation>
    </message>
    <message>
        <source>Pass %1</source>
        <translation>KKM %1</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Rata-rata</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Peringkat</translation>
    </message>
    <message>
        <source>Set by hand instead of %1: %2</source>
        <translation>Ditetapkan sendiri, bukan %1: %2</translation>
    </message>
    <message>
        <source>Follows from the assessments</source>
        <translation>Mengikuti asesmen</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ClassesTab</name>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Tingkat</translation>
    </message>
    <message>
        <source>Curriculum</source>
        <translation>Kurikulum</translation>
    </message>
    <message>
        <source>Homeroom teacher</source>
        <translation>Wali kelas</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>No classes in this school year</source>
        <translation>Belum ada kelas di tahun ajaran ini</translation>
    </message>
    <message>
        <source>The assistant proposes classes, subjects and holidays in three steps; importing students makes their classes, too.</source>
        <translation>Pemandu mengusulkan kelas, mata pelajaran, dan hari libur dalam tiga langkah; impor siswa juga membuat kelasnya.</translation>
    </message>
    <message>
        <source>Set up the school</source>
        <translation>Siapkan sekolah</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Tidak ada</translation>
    </message>
    <message>
        <source>Class %1</source>
        <translation>Kelas %1</translation>
    </message>
    <message>
        <source>New class</source>
        <translation>Kelas baru</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ClusterChoice</name>
    <message>
        <source>No direction given: more is taken as better</source>
        <translation>Arah tidak diberikan: makin besar dianggap makin baik</translation>
    </message>
    <message>
        <source>More is better</source>
        <translation>Makin besar makin baik</translation>
    </message>
    <message>
        <source>Less is better</source>
        <translation>Makin kecil makin baik</translation>
    </message>
    <message>
        <source>%1 provinces have a value</source>
        <translation>%1 provinsi punya nilai</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Kelompok</translation>
    </message>
    <message>
        <source>Silhouette</source>
        <translation>Silhouette</translation>
    </message>
    <message>
        <source>Inertia</source>
        <translation>Inersia</translation>
    </message>
    <message>
        <source>Davies–Bouldin</source>
        <translation>Davies–Bouldin</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Semua</translation>
    </message>
    <message>
        <source>Check all indicators</source>
        <translation>Centang semua indikator</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>Check no indicator</source>
        <translation>Hapus semua centang</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Indikator</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Tahun</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Baik</translation>
    </message>
    <message>
        <source>↑ more is better, ↓ less is better</source>
        <translation>↑ makin besar makin baik, ↓ makin kecil makin baik</translation>
    </message>
    <message>
        <source>Indicators to group by</source>
        <translation>Indikator untuk pengelompokan</translation>
    </message>
    <message>
        <source>Number of &amp;groups</source>
        <translation>Jumlah &amp;kelompok</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>Jumlah kelompok</translation>
    </message>
    <message>
        <source>%1 (recommended)</source>
        <translation>%1 (disarankan)</translation>
    </message>
    <message>
        <source>Figures of each number of groups</source>
        <translation>Ukuran untuk tiap jumlah kelompok</translation>
    </message>
    <message>
        <source>After the first grouping the figures of 2 to 6 groups stand here side by side.</source>
        <translation>Setelah pengelompokan pertama, ukuran untuk 2 sampai 6 kelompok tampil di sini berdampingan.</translation>
    </message>
    <message>
        <source>Recommended: %1, the highest silhouette. For inertia and Davies–Bouldin, lower is better.</source>
        <translation>Disarankan: %1, silhouette tertinggi. Untuk inersia dan Davies–Bouldin, makin kecil makin baik.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ClustersModel</name>
    <message>
        <source>From the centre of its group; 0 is the most typical province</source>
        <translation>Dari pusat kelompoknya; 0 berarti provinsi paling khas</translation>
    </message>
    <message>
        <source>How well it fits: near 1 well, near 0 on the border, below 0 closer to another group</source>
        <translation>Seberapa cocok: mendekati 1 cocok, mendekati 0 di perbatasan, di bawah 0 lebih dekat ke kelompok lain</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Provinsi</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Kesiapan</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Jarak</translation>
    </message>
    <message>
        <source>Silhouette</source>
        <translation>Silhouette</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ClustersPage</name>
    <message>
        <source>No indicators of provinces yet</source>
        <translation>Belum ada indikator provinsi</translation>
    </message>
    <message>
        <source>Groups are made of figures such as years of schooling or pupils per teacher, one row per province. Import a table of them.</source>
        <translation>Kelompok dibentuk dari angka seperti lama sekolah atau murid per guru, satu baris per provinsi. Impor tabelnya.</translation>
    </message>
    <message>
        <source>Import indicators…</source>
        <translation>Impor indikator…</translation>
    </message>
    <message>
        <source>Grouping…</source>
        <translation>Mengelompokkan…</translation>
    </message>
    <message>
        <source>The groups appear by themselves.</source>
        <translation>Kelompok akan muncul dengan sendirinya.</translation>
    </message>
    <message>
        <source>Not grouped yet</source>
        <translation>Belum dikelompokkan</translation>
    </message>
    <message>
        <source>Choose indicators and the number of groups at the left.</source>
        <translation>Pilih indikator dan jumlah kelompok di sebelah kiri.</translation>
    </message>
    <message>
        <source>Group provinces</source>
        <translation>Kelompokkan provinsi</translation>
    </message>
    <message>
        <source>Grouping the provinces</source>
        <translation>Mengelompokkan provinsi</translation>
    </message>
    <message>
        <source>Show groups</source>
        <translation>Tampilkan kelompok</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Klaster</translation>
    </message>
    <message>
        <source>Provinces grouped by their readiness</source>
        <translation>Provinsi dikelompokkan menurut kesiapannya</translation>
    </message>
    <message>
        <source>Provinces side by side</source>
        <translation>Peta kemiripan provinsi</translation>
    </message>
    <message>
        <source>What it is based on</source>
        <translation>Dasar pengelompokan</translation>
    </message>
    <message>
        <source>Provinces with their readiness</source>
        <translation>Provinsi dan kesiapannya</translation>
    </message>
    <message>
        <source>near each other = alike</source>
        <translation>berdekatan = mirip</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ColumnsStep</name>
    <message>
        <source>Meaning of the column “%1”</source>
        <translation>Arti kolom “%1”</translation>
    </message>
    <message>
        <source>Indicator, if it holds numbers</source>
        <translation>Indikator, bila berisi angka</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Tidak dipakai</translation>
    </message>
    <message>
        <source>The file holds</source>
        <translation>Isi berkas</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>Judul kolom</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>Contoh isi</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Adalah</translation>
    </message>
</context>
<context>
    <name>edupro::ui::CorrectionBar</name>
    <message>
        <source>This list is submitted or its term closed. Why is it corrected?</source>
        <translation>Daftar ini sudah dikirim atau semesternya ditutup. Mengapa dikoreksi?</translation>
    </message>
    <message>
        <source>Reason of the correction</source>
        <translation>Alasan koreksi</translation>
    </message>
    <message>
        <source>For example: doctor&apos;s letter came later</source>
        <translation>Misalnya: surat dokter menyusul</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Koreksi</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Biarkan seperti semula</translation>
    </message>
</context>
<context>
    <name>edupro::ui::DashboardPage</name>
    <message>
        <source>Nothing to show yet</source>
        <translation>Belum ada yang ditampilkan</translation>
    </message>
    <message>
        <source>Import the students, marks and attendance of the school: the figures, the trend and the early warning follow from them.</source>
        <translation>Impor siswa, nilai, dan presensi sekolah: angka, tren, dan peringatan dini mengikuti dari sana.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Impor…</translation>
    </message>
    <message>
        <source>No predictions for this term yet</source>
        <translation>Belum ada prediksi untuk semester ini</translation>
    </message>
    <message>
        <source>The model has not been asked about this term.</source>
        <translation>Model belum ditanya tentang semester ini.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Prediksi</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Belum ada model</translation>
    </message>
    <message>
        <source>Train one on the terms that are over: it tells who is likely to fall in the next term, and why.</source>
        <translation>Latih satu model pada semester yang sudah selesai: ia memberi tahu siapa yang mungkin turun pada semester depan, dan mengapa.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Latih</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message>
        <source>Nobody is expected to fall to Low</source>
        <translation>Tidak ada yang diperkirakan Rendah</translation>
    </message>
    <message>
        <source>The model expects at least Medium of every student it can judge.</source>
        <translation>Model memperkirakan setidaknya Sedang untuk setiap siswa yang dapat dinilainya.</translation>
    </message>
    <message>
        <source>See all %1 students</source>
        <translation>Lihat semua %1 siswa</translation>
    </message>
    <message>
        <source>Print one page</source>
        <translation>Cetak satu halaman</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>readiness</source>
        <translation>kesiapan</translation>
    </message>
    <message>
        <source>Printing one page</source>
        <translation>Mencetak satu halaman</translation>
    </message>
    <message>
        <source>The page is in %1</source>
        <translation>Halaman ada di %1</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Beranda</translation>
    </message>
    <message>
        <source>click a bar for its list</source>
        <translation>klik batang = daftar siswa</translation>
    </message>
    <message>
        <source>Marks and attendance</source>
        <translation>Nilai dan kehadiran</translation>
    </message>
    <message>
        <source>%1 terms</source>
        <translation>%1 semester</translation>
    </message>
    <message>
        <source>Students who need attention</source>
        <translation>Siswa yang perlu perhatian</translation>
    </message>
    <message>
        <source>Readiness of the provinces</source>
        <translation>Kesiapan provinsi</translation>
    </message>
    <message>
        <source>Open clusters</source>
        <translation>Buka klaster</translation>
    </message>
    <message>
        <source>Expected level next term by class</source>
        <translation>Perkiraan semester depan per kelas</translation>
    </message>
</context>
<context>
    <name>edupro::ui::DataGrid</name>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ulangi</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Potong</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Tempel</translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation>Isi ke bawah</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Kosongkan</translation>
    </message>
    <message>
        <source>Next refused cell</source>
        <translation>Sel ditolak berikutnya</translation>
    </message>
</context>
<context>
    <name>edupro::ui::DataPage</name>
    <message>
        <source>Comparing the backup</source>
        <translation>Membandingkan cadangan</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Dibandingkan</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>School file and backups</source>
        <translation>Berkas sekolah dan cadangan</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Cadangkan sekarang</translation>
    </message>
</context>
<context>
    <name>edupro::ui::EntryPanel</name>
    <message>
        <source>Discard what you typed?</source>
        <translation>Buang yang sudah diketik?</translation>
    </message>
    <message>
        <source>It has not been saved yet.</source>
        <translation>Isinya belum disimpan.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Simpan (Ctrl+S)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Hapus</translation>
    </message>
</context>
<context>
    <name>edupro::ui::EraseDialog</name>
    <message>
        <source>Erasing a student</source>
        <translation>Menghapus data siswa</translation>
    </message>
    <message>
        <source>Erased: %1 rows emptied, the values of %2 changes removed from the audit</source>
        <translation>Terhapus: %1 baris dikosongkan, nilai dari %2 perubahan dihapus dari audit</translation>
    </message>
    <message>
        <source>Erase a student</source>
        <translation>Hapus data siswa</translation>
    </message>
    <message>
        <source>Erase who %1 is?</source>
        <translation>Hapus identitas %1?</translation>
    </message>
    <message>
        <source>This cannot be undone, not even from a backup: backups forget it, too.</source>
        <translation>Tidak bisa dibatalkan, juga tidak lewat cadangan: cadangan ikut melupakannya.</translation>
    </message>
    <message>
        <source>What goes for good</source>
        <translation>Yang hilang selamanya</translation>
    </message>
    <message>
        <source>What stays, so that figures add up</source>
        <translation>Yang tetap ada, agar jumlah tetap benar</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>What the audit tells of these values, and drafts about the student</source>
        <translation>Nilai-nilai itu di dalam audit, dan draf tentang siswa</translation>
    </message>
    <message>
        <source>That the student was here, in numbers and without a name</source>
        <translation>Bahwa siswa pernah ada, sebagai angka tanpa nama</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Choose the reason</source>
        <translation>Pilih alasan</translation>
    </message>
    <message>
        <source>To be sure that it is the right student, type the NIS: %1</source>
        <translation>Untuk memastikan siswanya benar, ketik NIS: %1</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Hapus selamanya</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>What an erasure does not reach</source>
        <translation>Yang tidak terjangkau penghapusan</translation>
    </message>
    <message>
        <source>Files that a restore kept beside the school may still know the student. Remove them when they are not needed any more:</source>
        <translation>Berkas yang disimpan oleh pemulihan di samping berkas sekolah mungkin masih memuat siswa ini. Hapus bila sudah tidak diperlukan:</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ErasuresTab</name>
    <message>
        <source>Erased</source>
        <translation>Dihapus</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Oleh</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Alasan</translation>
    </message>
    <message>
        <source>Number of the erased student</source>
        <translation>Nomor siswa yang dihapus</translation>
    </message>
    <message>
        <source>Nobody has been erased</source>
        <translation>Belum ada yang dihapus</translation>
    </message>
    <message>
        <source>Whoever is erased stays listed here by a number without a name, so that no backup brings them back.</source>
        <translation>Yang dihapus tercatat di sini dengan nomor tanpa nama, agar tidak kembali lewat cadangan.</translation>
    </message>
    <message>
        <source>repeated by a restore</source>
        <translation>diulangi saat pemulihan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::FileCard</name>
    <message>
        <source>The school file</source>
        <translation>Berkas sekolah</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>name and size of the file</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Show the folder of the school file</source>
        <translation>Tampilkan folder berkas sekolah</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Terenkripsi</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Tidak terenkripsi</translation>
    </message>
    <message>
        <source>It opens with the passwords of the people under Users and audit, or with the recovery code on paper. Backups are encrypted alike.</source>
        <translation>Berkas dibuka dengan kata sandi orang-orang di Pengguna dan audit, atau dengan kode pemulihan di kertas. Cadangannya juga terenkripsi.</translation>
    </message>
    <message>
        <source>Whoever copies it or a backup can read it: right for examples and laboratories, wrong for children&apos;s data.</source>
        <translation>Siapa yang menyalin berkas atau cadangannya bisa membacanya: boleh untuk contoh dan laboratorium, tidak untuk data anak.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Enkripsi</translation>
    </message>
    <message>
        <source>A new code when the paper is lost. A new file key when somebody who knew a password is to be kept out of later copies.</source>
        <translation>Kode baru bila kertasnya hilang. Kunci berkas baru bila seseorang yang tahu kata sandi tidak boleh membuka salinan berikutnya.</translation>
    </message>
    <message>
        <source>From then on only the passwords of this school and its recovery code open it.</source>
        <translation>Setelah itu hanya kata sandi sekolah ini dan kode pemulihannya yang membukanya.</translation>
    </message>
    <message>
        <source>New recovery code…</source>
        <translation>Kode pemulihan baru…</translation>
    </message>
    <message>
        <source>New file key…</source>
        <translation>Kunci berkas baru…</translation>
    </message>
    <message>
        <source>Encrypt the school file…</source>
        <translation>Enkripsi berkas sekolah…</translation>
    </message>
</context>
<context>
    <name>edupro::ui::FileKeyDialog</name>
    <message>
        <source>The password is wrong.</source>
        <translation>Kata sandi salah.</translation>
    </message>
    <message>
        <source>Encrypt the school file</source>
        <translation>Enkripsi berkas sekolah</translation>
    </message>
    <message>
        <source>New file key</source>
        <translation>Kunci berkas baru</translation>
    </message>
    <message>
        <source>The school closes and its file is written anew under another key. Your password stays; everybody else gets a one-time password, and there is a new recovery code. Backups made before still open with the passwords of their day.</source>
        <translation>Sekolah ditutup dan berkasnya ditulis ulang dengan kunci lain. Kata sandi Anda tetap; semua orang lain mendapat kata sandi sekali pakai, dan ada kode pemulihan baru. Cadangan lama tetap dibuka dengan kata sandi pada hari itu.</translation>
    </message>
    <message>
        <source>The school closes and its file is encrypted. Your password stays; everybody else gets a one-time password. Backups made before stay readable for everybody: remove them when you no longer need them.</source>
        <translation>Sekolah ditutup dan berkasnya dienkripsi. Kata sandi Anda tetap; semua orang lain mendapat kata sandi sekali pakai. Cadangan lama tetap bisa dibaca siapa pun: hapus bila tidak diperlukan lagi.</translation>
    </message>
    <message>
        <source>The school closes and its file is encrypted. From then on you sign in as its administrator. Backups made before stay readable for everybody: remove them when you no longer need them.</source>
        <translation>Sekolah ditutup dan berkasnya dienkripsi. Setelah itu Anda masuk sebagai administratornya. Cadangan lama tetap bisa dibaca siapa pun: hapus bila tidak diperlukan lagi.</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Kata sandi Anda</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Enkripsi</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Ganti kunci</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>edupro::ui::FirstAdministratorForm</name>
    <message>
        <source>Your name</source>
        <translation>Nama Anda</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>User name (small letters and figures, also . _ -)</source>
        <translation>Nama pengguna (huruf kecil dan angka, juga . _ -)</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ForecastPanel</name>
    <message>
        <source>expected for %1 · model v%2</source>
        <extracomment>%1 a term, %2 a number</extracomment>
        <translation>perkiraan %1 · model v%2</translation>
    </message>
    <message>
        <source>status in %1 · model v%2</source>
        <translation>status %1 · model v%2</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>Data belum cukup</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Mengapa</translation>
    </message>
    <message>
        <source>the path through the tree, from the top</source>
        <translation>jalur pohon dari atas ke bawah</translation>
    </message>
</context>
<context>
    <name>edupro::ui::GradesPage</name>
    <message>
        <source>There are no classes in this term</source>
        <translation>Belum ada kelas pada semester ini</translation>
    </message>
    <message>
        <source>Import the students with their classes, or choose another term above.</source>
        <translation>Impor siswa beserta kelasnya, atau pilih semester lain di atas.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Impor berkas</translation>
    </message>
    <message>
        <source>Nobody is in this class</source>
        <translation>Belum ada siswa di kelas ini</translation>
    </message>
    <message>
        <source>Put students into the class, or choose another class.</source>
        <translation>Masukkan siswa ke kelas ini, atau pilih kelas lain.</translation>
    </message>
    <message>
        <source>There are no subjects yet</source>
        <translation>Belum ada mata pelajaran</translation>
    </message>
    <message>
        <source>Add the subjects of the school, or import a file of marks.</source>
        <translation>Tambahkan mata pelajaran sekolah, atau impor berkas nilai.</translation>
    </message>
    <message>
        <source>Delete “%1” with all its marks?</source>
        <translation>Hapus “%1” beserta semua nilainya?</translation>
    </message>
    <message>
        <source>The final marks are calculated anew without it.</source>
        <translation>Nilai akhir dihitung ulang tanpanya.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Hapus</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Add assessment</source>
        <translation>Tambah asesmen</translation>
    </message>
    <message>
        <source>Add an assessment to this class and subject (Ctrl+N)</source>
        <translation>Tambah asesmen untuk kelas dan mapel ini (Ctrl+N)</translation>
    </message>
    <message>
        <source>Give a reason</source>
        <translation>Beri alasan</translation>
    </message>
    <message>
        <source>Set this final mark by hand, with a reason (Ctrl+R)</source>
        <translation>Tetapkan nilai akhir ini sendiri, dengan alasan (Ctrl+R)</translation>
    </message>
    <message>
        <source>Remedial</source>
        <translation>Remedial</translation>
    </message>
    <message>
        <source>Show the marks of remedial tests beside the first ones</source>
        <translation>Tampilkan nilai remedial di samping nilai pertama</translation>
    </message>
    <message>
        <source>Delete assessment</source>
        <translation>Hapus asesmen</translation>
    </message>
    <message>
        <source>Delete the assessment of the current column</source>
        <translation>Hapus asesmen pada kolom ini</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Belum selesai</translation>
    </message>
    <message>
        <source>Which classes and subjects lack marks (Ctrl+M)</source>
        <translation>Kelas dan mapel yang nilainya belum lengkap (Ctrl+M)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Class (Ctrl+G)</source>
        <translation>Kelas (Ctrl+G)</translation>
    </message>
    <message>
        <source>All subjects: final marks</source>
        <translation>Semua mapel: nilai akhir</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>All subjects, or the assessments of one</source>
        <translation>Semua mapel, atau asesmen satu mapel</translation>
    </message>
    <message>
        <source>Reason for corrections</source>
        <translation>Alasan perbaikan</translation>
    </message>
    <message>
        <source>Enter down · Tab right · Ctrl+V paste · Ctrl+Z undo</source>
        <translation>Enter ke bawah · Tab ke kanan · Ctrl+V tempel · Ctrl+Z urungkan</translation>
    </message>
    <message>
        <source>Final marks of the class</source>
        <translation>Nilai akhir kelas</translation>
    </message>
    <message>
        <source>Marks in assessments</source>
        <translation>Nilai asesmen</translation>
    </message>
    <message>
        <source>Assessments of one subject</source>
        <translation>Asesmen satu mapel</translation>
    </message>
    <message>
        <source>Final marks of the term</source>
        <translation>Nilai akhir semester</translation>
    </message>
    <message numerus="yes">
        <source>%Ln student(s)</source>
        <translation>
            <numerusform>%Ln siswa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subject(s)</source>
        <translation>
            <numerusform>%Ln mapel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln empty cell(s)</source>
        <translation>
            <numerusform>%Ln sel kosong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edupro::ui::GridLine</name>
    <message numerus="yes">
        <source>%Ln cell(s) found no place and were left out.</source>
        <translation>
            <numerusform>%Ln sel tidak mendapat tempat dan dilewati.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you typed stays; correct it, or Esc empties the cell.</source>
        <translation>Yang Anda ketik tetap ada; betulkan, atau Esc mengosongkan sel.</translation>
    </message>
    <message>
        <source>What you typed stays; correct it, or Esc goes back to %1.</source>
        <translation>Yang Anda ketik tetap ada; betulkan, atau Esc untuk kembali ke %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more refused (F8)</source>
        <translation>
            <numerusform>%Ln lagi ditolak (F8)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused (F8)</source>
        <translation>
            <numerusform>%Ln ditolak (F8)</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to the next refused cell</source>
        <translation>Ke sel ditolak berikutnya</translation>
    </message>
</context>
<context>
    <name>edupro::ui::GridModel</name>
    <message>
        <source>refused</source>
        <translation>ditolak</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>terlalu rendah</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>kosong</translation>
    </message>
</context>
<context>
    <name>edupro::ui::GridStanding</name>
    <message>
        <source>Saving...</source>
        <translation>Menyimpan...</translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln ditolak</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Tersimpan %1</translation>
    </message>
</context>
<context>
    <name>edupro::ui::HandOverPage</name>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Copy the password of %1</source>
        <translation>Salin kata sandi %1</translation>
    </message>
    <message>
        <source>Where to save the page</source>
        <translation>Simpan halaman di mana</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>one-time-passwords</source>
        <translation>kata-sandi-sekali-pakai</translation>
    </message>
    <message>
        <source>What is shown here cannot be shown again. Hand it over first, or close once more.</source>
        <translation>Yang tampil di sini tidak bisa ditampilkan lagi. Serahkan dulu, atau tutup sekali lagi.</translation>
    </message>
    <message>
        <source>The new recovery code</source>
        <translation>Kode pemulihan baru</translation>
    </message>
    <message>
        <source>It is shown only now. Print it or write it down: without it nobody can open the school when the passwords are forgotten.</source>
        <translation>Kode hanya ditampilkan sekarang. Cetak atau catat: tanpa kode ini sekolah tidak bisa dibuka bila kata sandi terlupa.</translation>
    </message>
    <message>
        <source>One-time passwords</source>
        <translation>Kata sandi sekali pakai</translation>
    </message>
    <message>
        <source>They are shown only now. Hand each over in person: it counts for one sign-in within seven days, and a password of their own is chosen then.</source>
        <translation>Hanya ditampilkan sekarang. Serahkan langsung kepada masing-masing: berlaku untuk sekali masuk dalam tujuh hari, lalu yang bersangkutan memilih kata sandinya sendiri.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Save as a page to print…</source>
        <translation>Simpan halaman untuk dicetak…</translation>
    </message>
    <message>
        <source>I have handed them over</source>
        <translation>Sudah saya serahkan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ImportDialog</name>
    <message>
        <source>The rejected rows have been saved with their reasons.</source>
        <translation>Baris yang ditolak sudah disimpan beserta alasannya.</translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation>Simpan baris yang ditolak</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <source>%1-rejected.csv</source>
        <translation>%1-ditolak.csv</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>Impor %1</translation>
    </message>
    <message>
        <source>1 Columns</source>
        <translation>1 Kolom</translation>
    </message>
    <message>
        <source>2 Check</source>
        <translation>2 Periksa</translation>
    </message>
    <message>
        <source>3 Result</source>
        <translation>3 Hasil</translation>
    </message>
    <message>
        <source>Importing %1…</source>
        <translation>Mengimpor %1…</translation>
    </message>
    <message>
        <source>Checking every row…</source>
        <translation>Memeriksa setiap baris…</translation>
    </message>
    <message>
        <source>Save rejected rows…</source>
        <translation>Simpan baris ditolak…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Periksa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Faulty rows</source>
        <translation>Baris yang salah</translation>
    </message>
    <message>
        <source>No faults were found.</source>
        <translation>Tidak ada kesalahan.</translation>
    </message>
    <message>
        <source>The rows below are skipped; the others can be imported.</source>
        <translation>Baris di bawah ini dilewati; yang lain dapat diimpor.</translation>
    </message>
    <message>
        <source>The rows below were skipped. Save them, correct them and import them again.</source>
        <translation>Baris di bawah ini dilewati. Simpan, betulkan, lalu impor lagi.</translation>
    </message>
    <message>
        <source>%1 more faults are not shown.</source>
        <translation>%1 kesalahan lain tidak ditampilkan.</translation>
    </message>
    <message>
        <source>Columns not used: %1.</source>
        <translation>Kolom yang tidak dipakai: %1.</translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation>Tidak ada yang perlu diimpor.</translation>
    </message>
    <message>
        <source>Discard what you said about the columns?</source>
        <translation>Buang pilihan kolom Anda?</translation>
    </message>
    <message>
        <source>The file has not been imported yet.</source>
        <translation>Berkas belum diimpor.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Backing up first…</source>
        <translation>Mencadangkan dulu…</translation>
    </message>
    <message>
        <source>Import without a backup?</source>
        <translation>Impor tanpa cadangan?</translation>
    </message>
    <message>
        <source>The present state could not be backed up, so that the import cannot be taken back. %1 %2</source>
        <translation>Keadaan sekarang tidak bisa dicadangkan, sehingga impor tidak bisa dibatalkan nanti. %1 %2</translation>
    </message>
    <message>
        <source>Import without a backup</source>
        <translation>Impor tanpa cadangan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ImportStarter</name>
    <message>
        <source>Choose the file to import</source>
        <translation>Pilih berkas yang akan diimpor</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
        <translation>Tabel (*.csv *.tsv *.txt);;Semua berkas (*)</translation>
    </message>
</context>
<context>
    <name>edupro::ui::IssueTableModel</name>
    <message>
        <source>Taken, but: %1</source>
        <translation>Diterima, tetapi: %1</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Kolom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Isi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Alasan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::JobStrip</name>
    <message>
        <source>%1 left</source>
        <translation>%1 lagi</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n lagi menunggu</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <translation>Batalkan: %1</translation>
    </message>
    <message>
        <source>Cancelled: %1. Nothing was changed.</source>
        <translation>Dibatalkan: %1. Tidak ada yang berubah.</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Tutup pemberitahuan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::MainWindow</name>
    <message>
        <source>Drop the file to import it</source>
        <translation>Jatuhkan berkas untuk mengimpornya</translation>
    </message>
</context>
<context>
    <name>edupro::ui::MissingMarksPanel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Kurang</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Belum selesai</translation>
    </message>
    <message>
        <source>Every class has all its marks of this term.</source>
        <translation>Semua kelas sudah lengkap nilainya pada semester ini.</translation>
    </message>
    <message>
        <source>Classes and subjects with missing marks</source>
        <translation>Kelas dan mapel yang nilainya belum lengkap</translation>
    </message>
</context>
<context>
    <name>edupro::ui::ModelCard</name>
    <message>
        <source>boys</source>
        <translation>laki-laki</translation>
    </message>
    <message>
        <source>girls</source>
        <translation>perempuan</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>tidak diketahui</translation>
    </message>
    <message>
        <source>With income of the family %1, without %2.</source>
        <translation>Dengan penghasilan keluarga %1, tanpa %2.</translation>
    </message>
    <message>
        <source>Wrong by gender: %1.</source>
        <translation>Keliru menurut jenis kelamin: %1.</translation>
    </message>
    <message>
        <source>Wrong by income: %1.</source>
        <translation>Keliru menurut penghasilan: %1.</translation>
    </message>
    <message>
        <source>How often it is right</source>
        <translation>Seberapa sering tepat</translation>
    </message>
    <message>
        <source>%1 students of %2, learnt from %3 before</source>
        <extracomment>%1 number of students, %2 a term, %3 number of rows</extracomment>
        <translation>%1 siswa %2, belajar dari %3 baris sebelumnya</translation>
    </message>
    <message>
        <source>Model v%1</source>
        <translation>Model v%1</translation>
    </message>
    <message>
        <source>Always the most common level</source>
        <translation>Selalu tingkat paling umum</translation>
    </message>
    <message>
        <source>The same level again</source>
        <translation>Tingkat yang sama lagi</translation>
    </message>
    <message>
        <source>Warned of %1 of the %2 who newly fell to Low.</source>
        <extracomment>what expecting the same level again can never find</extracomment>
        <translation>Memperingatkan %1 dari %2 siswa yang baru turun ke Rendah.</translation>
    </message>
</context>
<context>
    <name>edupro::ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>Halaman</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>Ciutkan</translation>
    </message>
    <message>
        <source>Show the words of the navigation</source>
        <translation>Tampilkan kata navigasi</translation>
    </message>
    <message>
        <source>Show icons only</source>
        <translation>Tampilkan ikon saja</translation>
    </message>
</context>
<context>
    <name>edupro::ui::NewCodeDialog</name>
    <message>
        <source>The old code does not open the school any more. Type the new one from the paper first, or press Close once more.</source>
        <translation>Kode lama tidak membuka sekolah lagi. Ketik dulu kode baru dari kertas, atau tekan Tutup sekali lagi.</translation>
    </message>
    <message>
        <source>New recovery code</source>
        <translation>Kode pemulihan baru</translation>
    </message>
    <message>
        <source>It is shown only now. Print it or write it down. The old paper opens only backups that were made before.</source>
        <translation>Kode hanya ditampilkan sekarang. Cetak atau catat. Kertas lama hanya membuka cadangan yang dibuat sebelumnya.</translation>
    </message>
    <message>
        <source>The recovery code opens the school when every password is forgotten. A new one takes its place; the old paper then opens only backups that were made before.</source>
        <translation>Kode pemulihan membuka sekolah bila semua kata sandi terlupa. Kode baru menggantikannya; kertas lama lalu hanya membuka cadangan yang dibuat sebelumnya.</translation>
    </message>
    <message>
        <source>It is on paper</source>
        <translation>Sudah di kertas</translation>
    </message>
    <message>
        <source>Make a new code</source>
        <translation>Buat kode baru</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>edupro::ui::NewPassword</name>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Ulangi kata sandi</translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln character(s)</source>
        <translation>
            <numerusform>Paling sedikit %Ln karakter</numerusform>
        </translation>
    </message>
    <message>
        <source>Not easy to guess: no single word, date or row of keys</source>
        <translation>Tidak mudah ditebak: bukan satu kata, tanggal, atau deretan tombol</translation>
    </message>
    <message>
        <source>Without the user name and the name of the school</source>
        <translation>Tanpa nama pengguna dan nama sekolah</translation>
    </message>
    <message>
        <source>Typed the same twice</source>
        <translation>Diketik sama dua kali</translation>
    </message>
</context>
<context>
    <name>edupro::ui::NewSchoolPage</name>
    <message>
        <source>The recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>It is shown only now. Print it or write it down: without it nobody can open the school when the passwords are forgotten.</source>
        <translation>Kode hanya ditampilkan sekarang. Cetak atau catat: tanpa kode ini sekolah tidak bisa dibuka bila kata sandi terlupa.</translation>
    </message>
    <message>
        <source>Who administers %1?</source>
        <translation>Siapa administrator %1?</translation>
    </message>
    <message>
        <source>Encrypting…</source>
        <translation>Mengenkripsi…</translation>
    </message>
    <message>
        <source>Make the school</source>
        <translation>Buat sekolah</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Open the school</source>
        <translation>Buka sekolah</translation>
    </message>
    <message>
        <source>The code cannot be shown again. Type it from the paper first, or close once more.</source>
        <translation>Kode tidak bisa ditampilkan lagi. Ketik dulu dari kertas, atau tutup sekali lagi.</translation>
    </message>
    <message>
        <source>The file is encrypted. Your password opens it, or the recovery code that comes next; nothing else can.</source>
        <translation>Berkas dienkripsi. Yang membukanya hanya kata sandi Anda, atau kode pemulihan pada langkah berikut.</translation>
    </message>
</context>
<context>
    <name>edupro::ui::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Tutup pemberitahuan ini</translation>
    </message>
</context>
<context>
    <name>edupro::ui::OlderFileBar</name>
    <message>
        <source>This school file is older than the one that was open before. It can be read, but nothing can be saved until an administrator decides.</source>
        <translation>Berkas sekolah ini lebih lama daripada yang dibuka sebelumnya. Isinya dapat dibaca, tetapi tidak ada yang dapat disimpan sampai administrator memutuskan.</translation>
    </message>
    <message>
        <source>Ask: %1.</source>
        <translation>Hubungi: %1.</translation>
    </message>
    <message>
        <source>Go on with this file…</source>
        <translation>Lanjutkan dengan berkas ini…</translation>
    </message>
</context>
<context>
    <name>edupro::ui::OlderFileDialog</name>
    <message>
        <source>Go on with an older file?</source>
        <translation>Lanjutkan dengan berkas yang lebih lama?</translation>
    </message>
    <message>
        <source>%1 changes that were made in this school are not in this file.</source>
        <translation>%1 perubahan yang dibuat di sekolah ini tidak ada dalam berkas ini.</translation>
    </message>
    <message>
        <source>Changes that were made in this school are not in this file.</source>
        <translation>Ada perubahan yang dibuat di sekolah ini tetapi tidak ada dalam berkas ini.</translation>
    </message>
    <message>
        <source>Look for the newest file first, on the other computers and sticks, and among the backups. When you go on, they are lost unless they are entered again, and the log of changes keeps your decision and its reason.</source>
        <translation>Cari dahulu berkas terbaru di komputer lain, di flash disk, dan di antara cadangan. Jika Anda melanjutkan, perubahan itu hilang kecuali diisi ulang, dan catatan perubahan menyimpan keputusan Anda beserta alasannya.</translation>
    </message>
    <message>
        <source>Why this file is the right one (no names of students)</source>
        <translation>Mengapa berkas ini yang benar (tanpa nama siswa)</translation>
    </message>
    <message>
        <source>Go on with this file</source>
        <translation>Lanjutkan dengan berkas ini</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jangan sekarang</translation>
    </message>
</context>
<context>
    <name>edupro::ui::OpeningNotices</name>
    <message>
        <source>The disk is full: the school can be read, and saved again once there is room.</source>
        <translation>Disk penuh: data sekolah dapat dibaca, dan dapat disimpan lagi setelah ada ruang.</translation>
    </message>
</context>
<context>
    <name>edupro::ui::OverrideDialog</name>
    <message>
        <source>Set the final mark by hand?</source>
        <translation>Tetapkan nilai akhir sendiri?</translation>
    </message>
    <message>
        <source>Set this mark</source>
        <translation>Tetapkan nilai ini</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Why this mark and not the calculated one</source>
        <translation>Mengapa nilai ini, bukan hasil hitungan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::PasswordDialog</name>
    <message>
        <source>The present password is wrong.</source>
        <translation>Kata sandi yang sekarang salah.</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Ganti kata sandi</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Kata sandi sekarang</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ganti</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
</context>
<context>
    <name>edupro::ui::PasswordField</name>
    <message>
        <source>Hide the password</source>
        <translation>Sembunyikan kata sandi</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Tampilkan kata sandi</translation>
    </message>
    <message>
        <source>Caps Lock seems to be on.</source>
        <translation>Caps Lock tampaknya aktif.</translation>
    </message>
</context>
<context>
    <name>edupro::ui::PeopleModel</name>
    <message>
        <source>Disabled</source>
        <translation>Nonaktif</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Diundang</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Sedang masuk</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktif</translation>
    </message>
    <message>
        <source>never</source>
        <translation>belum pernah</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Keadaan</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Terakhir masuk</translation>
    </message>
</context>
<context>
    <name>edupro::ui::PeopleTab</name>
    <message>
        <source>Nobody needs to sign in here</source>
        <translation>Di sini tidak perlu masuk</translation>
    </message>
    <message>
        <source>This file has no people: whoever opens it may do everything. Encrypted under Data, it has an administrator, who adds the others.</source>
        <translation>Berkas ini tanpa pengguna: siapa yang membukanya boleh melakukan semuanya. Bila dienkripsi lewat Data, berkas punya administrator yang menambahkan orang lain.</translation>
    </message>
    <message>
        <source>Open Data</source>
        <translation>Buka Data</translation>
    </message>
</context>
<context>
    <name>edupro::ui::PersonPanel</name>
    <message>
        <source>Choose at least one role.</source>
        <translation>Pilih paling sedikit satu peran.</translation>
    </message>
    <message>
        <source>Give %1 a new password?</source>
        <translation>Beri %1 kata sandi baru?</translation>
    </message>
    <message>
        <source>The present one opens nothing any more, and the sessions of this person end.</source>
        <translation>Kata sandi yang sekarang tidak berlaku lagi, dan sesi orang ini berakhir.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Kata sandi baru</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>Nonaktifkan %1?</translation>
    </message>
    <message>
        <source>This person can no longer sign in. What they did stays in the audit, and a new password lets them in again.</source>
        <translation>Orang ini tidak bisa masuk lagi. Yang dilakukannya tetap di audit; kata sandi baru mengizinkannya masuk kembali.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Nonaktifkan</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Orang baru</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Peran</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Sebentar…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Tambah</translation>
    </message>
    <message>
        <source>Change the roles</source>
        <translation>Ubah peran</translation>
    </message>
    <message>
        <source>Let in again…</source>
        <translation>Izinkan masuk lagi…</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>Kata sandi baru…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Nonaktifkan…</translation>
    </message>
    <message numerus="yes">
        <source>End %Ln session(s)</source>
        <translation>
            <numerusform>Akhiri %Ln sesi</numerusform>
        </translation>
    </message>
    <message>
        <source>Give this password to %1 in person. It is shown only now, counts for one sign-in within seven days, and a password of their own is chosen then.</source>
        <translation>Serahkan kata sandi ini langsung kepada %1. Hanya ditampilkan sekarang, berlaku untuk sekali masuk dalam tujuh hari, lalu yang bersangkutan memilih kata sandinya sendiri.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>I have handed it over</source>
        <translation>Sudah saya serahkan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Discard what you typed?</source>
        <translation>Buang isian Anda?</translation>
    </message>
    <message>
        <source>The person has not been added yet.</source>
        <translation>Orang ini belum ditambahkan.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>User name (small letters and figures, also . _ -)</source>
        <translation>Nama pengguna (huruf kecil dan angka, juga . _ -)</translation>
    </message>
</context>
<context>
    <name>edupro::ui::PersonalDataPanel</name>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Nothing has been stated</source>
        <translation>Belum ada pernyataan</translation>
    </message>
    <message>
        <source>What the family agrees or objects to will stand here.</source>
        <translation>Persetujuan atau keberatan keluarga akan tercatat di sini.</translation>
    </message>
    <message>
        <source>Personal data of %1</source>
        <translation>Data pribadi %1</translation>
    </message>
    <message>
        <source>What the family has stated</source>
        <translation>Pernyataan keluarga</translation>
    </message>
    <message>
        <source>A new statement takes the place of the one before.</source>
        <translation>Pernyataan baru menggantikan yang sebelumnya.</translation>
    </message>
    <message>
        <source>Stated by</source>
        <translation>Dinyatakan oleh</translation>
    </message>
    <message>
        <source>Note the statement</source>
        <translation>Catat pernyataan</translation>
    </message>
    <message>
        <source>Everything about this student…</source>
        <translation>Semua data siswa ini…</translation>
    </message>
    <message>
        <source>New request…</source>
        <translation>Permintaan baru…</translation>
    </message>
    <message>
        <source>Erase this student…</source>
        <translation>Hapus data siswa ini…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Whoever does not agree to predictions has none: an administrator notes it, as it removes those that were made.</source>
        <translation>Tanpa persetujuan, siswa tidak diprediksi: administrator yang mencatatnya, karena prediksi yang sudah ada ikut dihapus.</translation>
    </message>
</context>
<context>
    <name>edupro::ui::PredictionsModel</name>
    <message>
        <source>Not enough data</source>
        <translation>Data belum cukup</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Chance of Low</source>
        <translation>Peluang Rendah</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>Peluang</translation>
    </message>
</context>
<context>
    <name>edupro::ui::PredictionsPage</name>
    <message>
        <source>No students yet</source>
        <translation>Belum ada siswa</translation>
    </message>
    <message>
        <source>The early warning learns from the marks and the attendance of earlier terms.</source>
        <translation>Peringatan dini belajar dari nilai dan presensi semester-semester lalu.</translation>
    </message>
    <message>
        <source>Import students…</source>
        <translation>Impor siswa…</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Sedang bekerja…</translation>
    </message>
    <message>
        <source>The list fills by itself when it is done.</source>
        <translation>Daftar terisi sendiri setelah selesai.</translation>
    </message>
    <message>
        <source>No model for the status now</source>
        <translation>Belum ada model untuk status kini</translation>
    </message>
    <message>
        <source>Training on it only learns today&apos;s rule again; its accuracy says nothing about the future.</source>
        <translation>Melatihnya hanya mempelajari ulang aturan yang berlaku; ketepatannya tidak berkata apa-apa tentang masa depan.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Latih</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Belum ada model</translation>
    </message>
    <message>
        <source>Train one: it learns from the terms that are over who falls in the next term, and is tested on the newest.</source>
        <translation>Latih satu model: ia belajar dari semester yang sudah selesai siapa yang turun pada semester berikutnya, dan diuji pada semester terbaru.</translation>
    </message>
    <message>
        <source>No predictions for this term yet</source>
        <translation>Belum ada prediksi untuk semester ini</translation>
    </message>
    <message>
        <source>The model in use (v%1) has not been asked about %2.</source>
        <translation>Model yang dipakai (v%1) belum ditanya tentang %2.</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Prediksi</translation>
    </message>
    <message>
        <source>No student matches</source>
        <translation>Tidak ada siswa yang cocok</translation>
    </message>
    <message>
        <source>Nobody has this class, status and name.</source>
        <translation>Tidak ada yang memiliki kelas, status, dan nama ini.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tampilkan semua</translation>
    </message>
    <message>
        <source>Show who is at risk</source>
        <translation>Tampilkan yang berisiko</translation>
    </message>
    <message>
        <source>Training the decision tree</source>
        <translation>Melatih pohon keputusan</translation>
    </message>
    <message>
        <source>Predicting all students</source>
        <translation>Memprediksi semua siswa</translation>
    </message>
    <message>
        <source>Export the predictions shown</source>
        <translation>Ekspor prediksi yang tampil</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>predictions</source>
        <translation>prediksi</translation>
    </message>
    <message>
        <source>Exporting predictions</source>
        <translation>Mengekspor prediksi</translation>
    </message>
    <message>
        <source>%1 rows written to %2</source>
        <translation>%1 baris ditulis ke %2</translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation>Peringatan dini</translation>
    </message>
    <message>
        <source>Predict again</source>
        <translation>Hitung ulang</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Ekspor</translation>
    </message>
    <message>
        <source>Asks the model in use about every student of the term</source>
        <translation>Menanyai model yang dipakai tentang setiap siswa semester ini</translation>
    </message>
    <message>
        <source>Learns a new model from all terms that are over, then predicts</source>
        <translation>Mempelajari model baru dari semua semester yang selesai, lalu memprediksi</translation>
    </message>
    <message>
        <source>Students in the order of the risk</source>
        <translation>Siswa menurut urutan risiko</translation>
    </message>
    <message>
        <source>Made by model v%1; v%2 is in use now: predict again to renew them.</source>
        <translation>Dibuat oleh model v%1; kini dipakai v%2: hitung ulang untuk memperbaruinya.</translation>
    </message>
    <message>
        <source>%1 of %2 students at risk</source>
        <translation>%1 dari %2 siswa berisiko</translation>
    </message>
</context>
<context>
    <name>edupro::ui::PredictionsTools</name>
    <message>
        <source>Class %1</source>
        <translation>Kelas %1</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Semua kelas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 dari %2</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Semua tingkat</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>Data belum cukup</translation>
    </message>
    <message>
        <source>Target: next term</source>
        <translation>Sasaran: semester depan</translation>
    </message>
    <message>
        <source>Target: status now (rule replication)</source>
        <translation>Sasaran: status kini (replikasi aturan)</translation>
    </message>
    <message>
        <source>Find a student</source>
        <translation>Cari siswa</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Sasaran</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Tingkat</translation>
    </message>
</context>
<context>
    <name>edupro::ui::PrivacyPage</name>
    <message>
        <source>Personal data</source>
        <translation>Data pribadi</translation>
    </message>
    <message>
        <source>Note a breach</source>
        <translation>Catat kebocoran</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Permintaan baru</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Kept too long</source>
        <translation>Lewat masa simpan</translation>
    </message>
    <message>
        <source>Breaches</source>
        <translation>Kebocoran</translation>
    </message>
    <message>
        <source>Erasures</source>
        <translation>Penghapusan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::RecordForm</name>
    <message>
        <source>Must be filled in</source>
        <translation>Wajib diisi</translation>
    </message>
    <message>
        <source>Stored now: %1</source>
        <translation>Yang tersimpan: %1</translation>
    </message>
    <message>
        <source>Masked</source>
        <translation>Disamarkan</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tampilkan</translation>
    </message>
    <message>
        <source>Show %1; that you have seen it is noted</source>
        <translation>Tampilkan %1; bahwa Anda melihatnya akan dicatat</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Tampilkan %1</translation>
    </message>
</context>
<context>
    <name>edupro::ui::RecoveryPaper</name>
    <message>
        <source>Where to save the page</source>
        <translation>Simpan halaman di mana</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>recovery-code</source>
        <translation>kode-pemulihan</translation>
    </message>
    <message>
        <source>This is another code. Compare each group of four with the paper.</source>
        <translation>Ini kode lain. Cocokkan tiap kelompok empat huruf dengan kertas.</translation>
    </message>
    <message>
        <source>Save as a page to print…</source>
        <translation>Simpan halaman untuk dicetak…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Salin</translation>
    </message>
    <message>
        <source>Type it from the paper, to be sure that it can be read:</source>
        <translation>Ketik dari kertas, untuk memastikan kode terbaca:</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::RegisterForm</name>
    <message>
        <source>Discard what you typed?</source>
        <translation>Buang isian Anda?</translation>
    </message>
    <message>
        <source>It has not been noted yet.</source>
        <translation>Isian belum dicatat.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Note it (Ctrl+S)</source>
        <translation>Catat (Ctrl+S)</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Catat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Leave the form (Esc)</source>
        <translation>Tutup formulir (Esc)</translation>
    </message>
</context>
<context>
    <name>edupro::ui::RenewBar</name>
    <message>
        <source>Your session ends in %1. Your password renews it.</source>
        <translation>Sesi Anda berakhir dalam %1. Kata sandi memperpanjangnya.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Lanjut bekerja</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Kata sandi salah.</translation>
    </message>
</context>
<context>
    <name>edupro::ui::RequestForm</name>
    <message>
        <source>New request</source>
        <translation>Permintaan baru</translation>
    </message>
    <message>
        <source>Student *</source>
        <translation>Siswa *</translation>
    </message>
    <message>
        <source>Received; the 72 hours count from here</source>
        <translation>Diterima; 72 jam dihitung dari sini</translation>
    </message>
</context>
<context>
    <name>edupro::ui::RequestPanel</name>
    <message>
        <source>Discard what you typed?</source>
        <translation>Buang isian Anda?</translation>
    </message>
    <message>
        <source>The request has not been decided yet.</source>
        <translation>Permintaan belum diputuskan.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>Write what was done.</source>
        <translation>Tulis apa yang dilakukan.</translation>
    </message>
    <message>
        <source>Write why.</source>
        <translation>Tulis alasannya.</translation>
    </message>
    <message>
        <source>Student: %1 (NIS %2)</source>
        <translation>Siswa: %1 (NIS %2)</translation>
    </message>
    <message>
        <source>Asked by: %1</source>
        <translation>Pemohon: %1</translation>
    </message>
    <message>
        <source>Received: %1</source>
        <translation>Diterima: %1</translation>
    </message>
    <message>
        <source>To be answered by: %1</source>
        <translation>Harus dijawab sebelum: %1</translation>
    </message>
    <message>
        <source>Wish: %1</source>
        <translation>Keinginan: %1</translation>
    </message>
    <message>
        <source>%1 on %2%3</source>
        <translation>%1 pada %2%3</translation>
    </message>
    <message>
        <source>, by %1</source>
        <translation>, oleh %1</translation>
    </message>
    <message>
        <source>After its 72 hours.</source>
        <translation>Melewati 72 jam.</translation>
    </message>
    <message>
        <source>Everything about this student…</source>
        <translation>Semua data siswa ini…</translation>
    </message>
    <message>
        <source>Erase this student…</source>
        <translation>Hapus data siswa ini…</translation>
    </message>
    <message>
        <source>Open the student</source>
        <translation>Buka data siswa</translation>
    </message>
    <message>
        <source>When it is granted, the student&apos;s predictions go and no new ones are made.</source>
        <translation>Bila dikabulkan, prediksi siswa dihapus dan tidak dibuat lagi.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What was done, or why not</source>
        <translation>Yang dilakukan, atau alasan penolakan</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>Sudah dilakukan</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Tolak</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Dicabut</translation>
    </message>
    <message>
        <source>Whoever asked does not want it any more</source>
        <translation>Pemohon tidak menginginkannya lagi</translation>
    </message>
</context>
<context>
    <name>edupro::ui::RequestsTab</name>
    <message>
        <source>Time</source>
        <translation>Waktu</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Permintaan</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Pemohon</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Diterima</translation>
    </message>
    <message>
        <source>Nobody has asked for anything</source>
        <translation>Belum ada permintaan</translation>
    </message>
    <message>
        <source>Parents may ask what the school knows, have it corrected or erased, or object to predictions. Each request must be answered within 72 hours.</source>
        <translation>Orang tua boleh meminta data yang disimpan sekolah, perbaikan atau penghapusannya, atau berkeberatan atas prediksi. Setiap permintaan harus dijawab dalam 72 jam.</translation>
    </message>
    <message>
        <source>Note a request</source>
        <translation>Catat permintaan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::RestoreCard</name>
    <message>
        <source>The open file cannot be compared with it.</source>
        <translation>Berkas yang terbuka tidak bisa dibandingkan.</translation>
    </message>
    <message>
        <source>An earlier state of this school file.</source>
        <translation>Keadaan lebih awal dari berkas sekolah ini.</translation>
    </message>
    <message>
        <source>Of this school, but of another line: one of the two was restored or copied since. Each may hold entries that the other never had.</source>
        <translation>Dari sekolah ini, tetapi dari jalur lain: salah satunya pernah dipulihkan atau disalin. Masing-masing mungkin berisi isian yang tidak ada di yang lain.</translation>
    </message>
    <message>
        <source>Of another school. Everything in the open file would be replaced by the data of that school.</source>
        <translation>Dari sekolah lain. Seluruh isi berkas yang terbuka akan diganti data sekolah itu.</translation>
    </message>
    <message>
        <source>Restore the backup of %1?</source>
        <translation>Pulihkan cadangan %1?</translation>
    </message>
    <message>
        <source>The school closes and takes the state of that day. The present file is not deleted: it stays beside it, under a name with &quot;before-restore&quot;.</source>
        <translation>Sekolah ditutup dan mengambil keadaan hari itu. Berkas yang sekarang tidak dihapus: disimpan di sampingnya dengan nama berisi &quot;before-restore&quot;.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Pulihkan</translation>
    </message>
    <message>
        <source>No row would change.</source>
        <translation>Tidak ada baris yang berubah.</translation>
    </message>
    <message>
        <source>come back</source>
        <translation>kembali</translation>
    </message>
    <message>
        <source>change</source>
        <translation>berubah</translation>
    </message>
    <message>
        <source>go</source>
        <translation>hilang</translation>
    </message>
    <message>
        <source>The backup is encrypted, the open file is not: afterwards only the passwords and the recovery code of that day open the school.</source>
        <translation>Cadangan terenkripsi, berkas yang terbuka tidak: setelah itu hanya kata sandi dan kode pemulihan hari itu yang membuka sekolah.</translation>
    </message>
    <message>
        <source>The backup is not encrypted, the open file is: afterwards everybody who gets the file can read it.</source>
        <translation>Cadangan tidak terenkripsi, berkas yang terbuka terenkripsi: setelah itu siapa pun yang mendapat berkas bisa membacanya.</translation>
    </message>
    <message>
        <source>Comparing the backup with the open file…</source>
        <translation>Membandingkan cadangan dengan berkas yang terbuka…</translation>
    </message>
    <message>
        <source>%1 opens with the password or the recovery code of the day it was made.</source>
        <translation>%1 dibuka dengan kata sandi atau kode pemulihan pada hari cadangan dibuat.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>or the recovery code</source>
        <translation>atau kode pemulihan</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>Open the backup</source>
        <translation>Buka cadangan</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Pulihkan…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
    <message>
        <source>Restore the backup of %1</source>
        <translation>Pulihkan cadangan %1</translation>
    </message>
    <message>
        <source>I have read this and want it</source>
        <translation>Sudah saya baca dan tetap mau</translation>
    </message>
    <message>
        <source>Whoever was erased since stays erased. People, roles and passwords stay those of today.</source>
        <translation>Yang sudah dihapus permanen tetap terhapus. Pengguna, peran, dan kata sandi tetap seperti hari ini.</translation>
    </message>
    <message>
        <source>Whoever was erased since stays erased. People, roles and passwords are then those of that day.</source>
        <translation>Yang sudah dihapus permanen tetap terhapus. Pengguna, peran, dan kata sandi kembali seperti hari itu.</translation>
    </message>
</context>
<context>
    <name>edupro::ui::RetentionTab</name>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n tahun</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n bulan</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>Apa</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Masa simpan</translation>
    </message>
    <message>
        <source>Ended before</source>
        <translation>Berakhir sebelum</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Baris</translation>
    </message>
    <message>
        <source>NIS</source>
        <translation>NIS</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nama</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Nothing is over its time</source>
        <translation>Tidak ada yang lewat masa simpan</translation>
    </message>
    <message>
        <source>Nothing of this kind is kept longer than its purpose.</source>
        <translation>Tidak ada data jenis ini yang disimpan melebihi tujuannya.</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Ekspor daftar</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>masa-simpan</translation>
    </message>
    <message>
        <source>Exporting the list</source>
        <translation>Mengekspor daftar</translation>
    </message>
    <message>
        <source>%1 lines exported; the file is not encrypted</source>
        <translation>%1 baris diekspor; berkas tidak dienkripsi</translation>
    </message>
    <message>
        <source>A list to decide on. Looking at it deletes nothing.</source>
        <translation>Daftar untuk diputuskan. Melihatnya tidak menghapus apa pun.</translation>
    </message>
    <message>
        <source>Open the student</source>
        <translation>Buka data siswa</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Hapus…</translation>
    </message>
    <message>
        <source>Periods</source>
        <translation>Masa simpan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::RulesTab</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n hari</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 mulai %2</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Aturan</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Nilai</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sejak</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Kemudian</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Sejak awal</translation>
    </message>
    <message>
        <source>%1 from the beginning</source>
        <translation>%1 sejak awal</translation>
    </message>
    <message>
        <source>Values with their first day</source>
        <translation>Nilai dan hari mulainya</translation>
    </message>
    <message>
        <source>1, yes</source>
        <translation>1, ya</translation>
    </message>
    <message>
        <source>0, no</source>
        <translation>0, tidak</translation>
    </message>
</context>
<context>
    <name>edupro::ui::SearchBox</name>
    <message>
        <source>Search students, pages, actions…  Ctrl+K</source>
        <translation>Cari siswa, halaman, tindakan…  Ctrl+K</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cari</translation>
    </message>
</context>
<context>
    <name>edupro::ui::SettingsPage</name>
    <message>
        <source>Made: %1 classes, %2 subjects, %3 holidays.</source>
        <translation>Dibuat: %1 kelas, %2 mata pelajaran, %3 hari libur.</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Sekolah</translation>
    </message>
    <message>
        <source>Next school year</source>
        <translation>Tahun ajaran berikutnya</translation>
    </message>
    <message>
        <source>Add a subject</source>
        <translation>Tambah mata pelajaran</translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation>Tambah kelas</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Siapkan…</translation>
    </message>
    <message>
        <source>Years and terms</source>
        <translation>Tahun dan semester</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Aturan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::SetupAssistant</name>
    <message>
        <source>SD — grades 1 to 6</source>
        <translation>SD — kelas 1 sampai 6</translation>
    </message>
    <message>
        <source>SMP — grades 7 to 9</source>
        <translation>SMP — kelas 7 sampai 9</translation>
    </message>
    <message>
        <source>SMA — grades 10 to 12</source>
        <translation>SMA — kelas 10 sampai 12</translation>
    </message>
    <message>
        <source>SMK — grades 10 to 12</source>
        <translation>SMK — kelas 10 sampai 12</translation>
    </message>
    <message>
        <source>School year %1 with two terms and a week of %2 days.</source>
        <translation>Tahun ajaran %1 dengan dua semester dan %2 hari sekolah per minggu.</translation>
    </message>
    <message numerus="yes">
        <source>%n classes: </source>
        <translation>
            <numerusform>%n kelas: </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subjects: </source>
        <translation>
            <numerusform>%n mata pelajaran: </numerusform>
        </translation>
    </message>
    <message>
        <source>Holidays that never move: </source>
        <translation>Hari libur bertanggal tetap: </translation>
    </message>
    <message>
        <source>Enter the movable holidays of the year&apos;s decree in the calendar. Everything can be changed, and taken back as a whole as long as nobody is enrolled.</source>
        <translation>Masukkan hari libur yang tanggalnya berubah sesuai keputusan tahun ini di kalender. Semuanya dapat diubah, dan dapat dibatalkan seluruhnya selama belum ada siswa di kelas.</translation>
    </message>
    <message>
        <source>Set up the school</source>
        <translation>Siapkan sekolah</translation>
    </message>
    <message>
        <source>Step 1 of 3: what kind of school?</source>
        <translation>Langkah 1 dari 3: sekolah jenis apa?</translation>
    </message>
    <message>
        <source>Step 2 of 3: how large, and when is there school?</source>
        <translation>Langkah 2 dari 3: berapa besar, dan kapan masuk?</translation>
    </message>
    <message>
        <source>Step 3 of 3: this will be made</source>
        <translation>Langkah 3 dari 3: ini yang akan dibuat</translation>
    </message>
    <message>
        <source>Merdeka</source>
        <translation>Merdeka</translation>
    </message>
    <message>
        <source>K13</source>
        <translation>K13</translation>
    </message>
    <message>
        <source>5 days, Monday to Friday</source>
        <translation>5 hari, Senin sampai Jumat</translation>
    </message>
    <message>
        <source>6 days, Monday to Saturday</source>
        <translation>6 hari, Senin sampai Sabtu</translation>
    </message>
    <message>
        <source>Kind of school</source>
        <translation>Jenis sekolah</translation>
    </message>
    <message>
        <source>Curriculum of the classes</source>
        <translation>Kurikulum kelas</translation>
    </message>
    <message>
        <source>Classes of each grade</source>
        <translation>Kelas per tingkat</translation>
    </message>
    <message>
        <source>School week</source>
        <translation>Minggu sekolah</translation>
    </message>
    <message>
        <source>Passing mark (KKM/KKTP)</source>
        <translation>Nilai minimum (KKM/KKTP)</translation>
    </message>
    <message>
        <source>Make all of this</source>
        <translation>Buat semuanya</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Lanjut</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Kembali</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nanti saja</translation>
    </message>
</context>
<context>
    <name>edupro::ui::SetupTab</name>
    <message>
        <source>%1 removed.</source>
        <translation>%1 dihapus.</translation>
    </message>
</context>
<context>
    <name>edupro::ui::SignInPage</name>
    <message numerus="yes">
        <source>Too many attempts. Wait %Ln second(s).</source>
        <translation>
            <numerusform>Terlalu banyak percobaan. Tunggu %Ln detik.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose your own password</source>
        <translation>Pilih kata sandi Anda sendiri</translation>
    </message>
    <message>
        <source>The password you signed in with counts once. From now on only you know yours.</source>
        <translation>Kata sandi tadi hanya berlaku sekali. Mulai sekarang hanya Anda yang tahu kata sandi Anda.</translation>
    </message>
    <message>
        <source>Use the recovery code</source>
        <translation>Pakai kode pemulihan</translation>
    </message>
    <message>
        <source>It was printed when the school was made, for the day when every password is forgotten.</source>
        <translation>Kode ini dicetak saat sekolah dibuat, untuk saat semua kata sandi terlupa.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Terkunci</translation>
    </message>
    <message>
        <source>%1 is signed in. What you typed is still here.</source>
        <translation>%1 masih masuk. Isian Anda tetap ada.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Masuk</translation>
    </message>
    <message>
        <source>Your session in %1 has ended. What you typed has been kept.</source>
        <translation>Sesi Anda di %1 berakhir. Isian Anda telah disimpan.</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Nama pengguna</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kata sandi</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Memeriksa…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Buka kunci</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar</translation>
    </message>
    <message>
        <source>Open another school</source>
        <translation>Buka sekolah lain</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Kode pemulihan</translation>
    </message>
    <message>
        <source>Back to the password</source>
        <translation>Kembali ke kata sandi</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Sebentar…</translation>
    </message>
    <message>
        <source>Take this password</source>
        <translation>Pakai kata sandi ini</translation>
    </message>
    <message>
        <source>You are %1, user name %2. Your new password takes the place of the forgotten one; the recovery code stays as it is.</source>
        <translation>Anda masuk sebagai %1, nama pengguna %2. Kata sandi baru menggantikan yang terlupa; kode pemulihan tetap sama.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Kata sandi salah.</translation>
    </message>
</context>
<context>
    <name>edupro::ui::StateStack</name>
    <message>
        <source>Loading…</source>
        <translation>Memuat…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Coba lagi</translation>
    </message>
</context>
<context>
    <name>edupro::ui::StatusLine</name>
    <message>
        <source>saved</source>
        <translation>tersimpan</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>menyimpan…</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>belum tersimpan</translation>
    </message>
    <message>
        <source>No school file is open</source>
        <translation>Belum ada berkas sekolah yang dibuka</translation>
    </message>
    <message>
        <source>Production model v%1 · %2</source>
        <translation>Model produksi v%1 · %2</translation>
    </message>
    <message>
        <source>No prediction model yet</source>
        <translation>Belum ada model prediksi</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>terenkripsi</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>tidak terenkripsi</translation>
    </message>
    <message>
        <source>Nobody can read the file without a password of this school.</source>
        <translation>Tanpa kata sandi sekolah ini berkas tidak bisa dibaca siapa pun.</translation>
    </message>
    <message>
        <source>Whoever has the file can read it. The page Data encrypts it.</source>
        <translation>Siapa pun yang memegang berkas bisa membacanya. Halaman Data mengenkripsinya.</translation>
    </message>
</context>
<context>
    <name>edupro::ui::StudentForm</name>
    <message>
        <source>Discard what you typed?</source>
        <translation>Buang yang sudah diketik?</translation>
    </message>
    <message>
        <source>The student has not been saved yet.</source>
        <translation>Data siswa ini belum disimpan.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Buang</translation>
    </message>
    <message>
        <source>What you typed is still here; compare it with what is stored.</source>
        <translation>Yang Anda ketik tetap ada; bandingkan dengan yang tersimpan.</translation>
    </message>
    <message>
        <source>New student</source>
        <translation>Siswa baru</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Simpan</translation>
    </message>
    <message>
        <source>Save (Ctrl+S)</source>
        <translation>Simpan (Ctrl+S)</translation>
    </message>
    <message>
        <source>Save and next</source>
        <translation>Simpan, lanjut</translation>
    </message>
    <message>
        <source>Save and add another student (Ctrl+Shift+S)</source>
        <translation>Simpan lalu tambah siswa berikutnya (Ctrl+Shift+S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>Leave the form (Esc)</source>
        <translation>Tinggalkan formulir (Esc)</translation>
    </message>
    <message>
        <source>Save mine</source>
        <translation>Simpan punya saya</translation>
    </message>
    <message>
        <source>Take what is stored</source>
        <translation>Pakai yang tersimpan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>edupro::ui::StudentHistory</name>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Belum ada yang diubah</translation>
    </message>
    <message>
        <source>Every change of this student will stand here, with who made it.</source>
        <translation>Setiap perubahan siswa ini akan tercatat di sini, beserta pelakunya.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The values were erased.</source>
        <translation>Nilainya telah dihapus.</translation>
    </message>
    <message>
        <source>History of %1</source>
        <translation>Riwayat %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Tutup</translation>
    </message>
</context>
<context>
    <name>edupro::ui::StudentPicker</name>
    <message>
        <source>Name or NIS</source>
        <translation>Nama atau NIS</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Siswa</translation>
    </message>
</context>
<context>
    <name>edupro::ui::StudentsPage</name>
    <message>
        <source>No student is found</source>
        <translation>Siswa tidak ditemukan</translation>
    </message>
    <message>
        <source>Show all students</source>
        <translation>Tampilkan semua siswa</translation>
    </message>
    <message>
        <source>There are no students yet</source>
        <translation>Belum ada siswa</translation>
    </message>
    <message>
        <source>Import the list you have (CSV), or add the first student with Ctrl+N.</source>
        <translation>Impor daftar yang sudah ada (CSV), atau tambahkan siswa pertama dengan Ctrl+N.</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Impor berkas</translation>
    </message>
    <message>
        <source>%1 has been deleted.</source>
        <translation>%1 sudah dihapus.</translation>
    </message>
    <message>
        <source>Students</source>
        <translation>Siswa</translation>
    </message>
    <message>
        <source>Add student</source>
        <translation>Tambah siswa</translation>
    </message>
    <message>
        <source>Add a student (Ctrl+N)</source>
        <translation>Tambah siswa (Ctrl+N)</translation>
    </message>
    <message>
        <source>Search name or NIS</source>
        <translation>Cari nama atau NIS</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Semua kelas</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kelas</translation>
    </message>
    <message>
        <source>Ctrl+F search · Ctrl+N add · Enter edit · Del delete</source>
        <translation>Ctrl+F cari · Ctrl+N tambah · Enter ubah · Del hapus</translation>
    </message>
    <message numerus="yes">
        <source>%Ln student(s) found</source>
        <translation>
            <numerusform>%Ln siswa ditemukan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln student(s)</source>
        <translation>
            <numerusform>%Ln siswa</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the spelling of the name or NIS, and the class that is chosen.</source>
        <translation>Periksa ejaan nama atau NIS, dan kelas yang dipilih.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Riwayat</translation>
    </message>
    <message>
        <source>Who changed what of this student (Ctrl+H)</source>
        <translation>Siapa mengubah apa pada siswa ini (Ctrl+H)</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Data pribadi</translation>
    </message>
    <message>
        <source>What the family agreed to, and everything about this student (Ctrl+P)</source>
        <translation>Persetujuan keluarga, dan semua data siswa ini (Ctrl+P)</translation>
    </message>
</context>
<context>
    <name>edupro::ui::SubjectsTab</name>
    <message>
        <source>All subjects of the school</source>
        <translation>Semua mata pelajaran sekolah</translation>
    </message>
    <message>
        <source>Class %1, %2 %3</source>
        <translation>Kelas %1, %2 %3</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Urutan</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Mata pelajaran</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Singkatan</translation>
    </message>
    <message>
        <source>Passing mark</source>
        <translation>KKM/KKTP</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Bobot</translation>
    </message>
    <message>
        <source>As the school</source>
        <translation>Seperti sekolah</translation>
    </message>
    <message>
        <source>No subjects yet</source>
        <translation>Belum ada mata pelajaran</translation>
    </message>
    <message>
        <source>The assistant proposes the usual ones of your kind of school and curriculum.</source>
        <translation>Pemandu mengusulkan yang lazim untuk jenis sekolah dan kurikulum Anda.</translation>
    </message>
    <message>
        <source>Set up the school</source>
        <translation>Siapkan sekolah</translation>
    </message>
    <message>
        <source>This class learns nothing yet in this term</source>
        <translation>Kelas ini belum punya mata pelajaran di semester ini</translation>
    </message>
    <message>
        <source>Add the subjects that it learns; what is not said here comes from the subject and the rules of the school.</source>
        <translation>Tambahkan mata pelajarannya; yang tidak diisi di sini mengikuti mata pelajaran dan aturan sekolah.</translation>
    </message>
    <message>
        <source>New subject</source>
        <translation>Mata pelajaran baru</translation>
    </message>
    <message>
        <source>Another subject of the class</source>
        <translation>Mata pelajaran lain untuk kelas ini</translation>
    </message>
    <message>
        <source>Subjects of</source>
        <translation>Mata pelajaran untuk</translation>
    </message>
</context>
<context>
    <name>edupro::ui::TermsTab</name>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Semester</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Hari pertama</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Hari terakhir</translation>
    </message>
    <message>
        <source>School days</source>
        <translation>Hari sekolah</translation>
    </message>
    <message>
        <source>No school year yet</source>
        <translation>Belum ada tahun ajaran</translation>
    </message>
    <message>
        <source>Terms come with the set-up of the school or with imported marks.</source>
        <translation>Semester dibuat saat sekolah disiapkan atau nilai diimpor.</translation>
    </message>
    <message>
        <source>Reason (needed to open a closed term again)</source>
        <translation>Alasan (wajib untuk membuka lagi semester yang ditutup)</translation>
    </message>
</context>
<context>
    <name>edupro::ui::TopBar</name>
    <message>
        <source>Academic year</source>
        <translation>Tahun ajaran</translation>
    </message>
    <message>
        <source>Semester</source>
        <translation>Semester</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Impor</translation>
    </message>
    <message>
        <source>Import a file, or drop it anywhere on the window</source>
        <translation>Impor berkas, atau jatuhkan berkas di mana saja pada jendela</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Warna gelap</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Warna terang</translation>
    </message>
    <message>
        <source>Open another school</source>
        <translation>Buka sekolah lain</translation>
    </message>
</context>
<context>
    <name>edupro::ui::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Urungkan</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Tutup pemberitahuan</translation>
    </message>
</context>
<context>
    <name>edupro::ui::UserMenu</name>
    <message>
        <source>Lock</source>
        <translation>Kunci</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Ganti kata sandi…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Keluar</translation>
    </message>
</context>
<context>
    <name>edupro::ui::UsersPage</name>
    <message>
        <source>Users and audit</source>
        <translation>Pengguna dan audit</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Tambah orang</translation>
    </message>
    <message>
        <source>Add a person (Ctrl+N)</source>
        <translation>Tambah orang (Ctrl+N)</translation>
    </message>
    <message>
        <source>Check the audit</source>
        <translation>Periksa audit</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Ekspor…</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Orang</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
</context>
<context>
    <name>edupro::ui::WelcomePage</name>
    <message>
        <source>Open a school file</source>
        <translation>Buka berkas sekolah</translation>
    </message>
    <message>
        <source>School files (*.edupro)</source>
        <translation>Berkas sekolah (*.edupro)</translation>
    </message>
    <message>
        <source>my-school</source>
        <translation>sekolah-saya</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Disimpan sebagai %1</translation>
    </message>
    <message>
        <source>Where to save the school</source>
        <translation>Tempat menyimpan sekolah</translation>
    </message>
    <message>
        <source>Welcome to EduPro</source>
        <translation>Selamat datang di EduPro</translation>
    </message>
    <message>
        <source>How do you want to begin?</source>
        <translation>Bagaimana Anda ingin memulai?</translation>
    </message>
    <message>
        <source>New school</source>
        <translation>Sekolah baru</translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation>Pilih tempat lain…</translation>
    </message>
    <message>
        <source>Open a school</source>
        <translation>Buka sekolah</translation>
    </message>
    <message>
        <source>A school file (.edupro) that is already on this computer.</source>
        <translation>Berkas sekolah (.edupro) yang sudah ada di komputer ini.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Pilih berkas…</translation>
    </message>
    <message>
        <source>Look at the example</source>
        <translation>Lihat contoh</translation>
    </message>
    <message>
        <source>A made-up school with 600 students, marks, attendance and incomes, to try everything without harm.</source>
        <translation>Sekolah rekaan dengan 600 siswa, nilai, presensi, dan penghasilan, untuk mencoba semuanya tanpa risiko.</translation>
    </message>
    <message>
        <source>Open the example school</source>
        <translation>Buka sekolah contoh</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Batal</translation>
    </message>
    <message>
        <source>On this computer, in one encrypted file that you can copy and back up.</source>
        <translation>Di komputer ini, dalam satu berkas terenkripsi yang bisa disalin dan dicadangkan.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Lanjut</translation>
    </message>
</context>
</TS>
