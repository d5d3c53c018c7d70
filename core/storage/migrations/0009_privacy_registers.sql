-- Requests of the persons concerned, what parents agreed to, the erasure register, breaches, and how long data is kept.
CREATE TABLE privacy_requests (
    id {uuid} NOT NULL PRIMARY KEY,
    student_id {uuid} NOT NULL REFERENCES students (id),
    kind {text} NOT NULL,
    requester {text} NOT NULL,
    wish {text},
    received_at {instant} NOT NULL,
    due_at {instant} NOT NULL,
    state {text} NOT NULL,
    decision {text},
    decided_at {instant},
    decided_by {text},
    {stamp}
) {strict};
CREATE INDEX privacy_requests_by_state ON privacy_requests (state, due_at);
CREATE INDEX privacy_requests_by_student ON privacy_requests (student_id);
CREATE TABLE consents (
    id {uuid} NOT NULL PRIMARY KEY,
    student_id {uuid} NOT NULL REFERENCES students (id),
    purpose {text} NOT NULL,
    state {text} NOT NULL,
    since {date} NOT NULL,
    stated_by {text},
    {stamp}
) {strict};
CREATE INDEX consents_by_student ON consents (student_id, purpose);
CREATE TABLE erasures (
    id {uuid} NOT NULL PRIMARY KEY,
    erased_at {instant} NOT NULL,
    erased_by {text} NOT NULL,
    basis {text} NOT NULL,
    {stamp}
) {strict};
CREATE TABLE breaches (
    id {uuid} NOT NULL PRIMARY KEY,
    noticed_at {instant} NOT NULL,
    due_at {instant} NOT NULL,
    what {text} NOT NULL,
    data {text} NOT NULL,
    affected {int},
    measures {text},
    people_told_at {instant},
    authority_told_at {instant},
    closed_at {instant},
    {stamp}
) {strict};
-- Months that data is kept after its purpose has ended; a dated setting of the name "retention.<code>" goes before.
INSERT INTO reference_codes (kind, code, label, lowest, highest, valid_from) VALUES
    ('retention', 'student', 'Identitas dan data siswa setelah keluar atau lulus', 60, NULL, '2022-10-17'),
    ('retention', 'income', 'Penghasilan orang tua setelah siswa keluar atau lulus', 12, NULL, '2022-10-17'),
    ('retention', 'prediction', 'Prediksi setelah semester berakhir', 24, NULL, '2022-10-17'),
    ('retention', 'request', 'Permohonan setelah diputuskan', 60, NULL, '2022-10-17');
