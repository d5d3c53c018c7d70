-- Specific personal data: numbers of the person and of the family, health notes. Sealing is local to school files: here
-- edu_open, which their queries call, gives back what it gets, and nik_index is the NIK.
ALTER TABLE students ADD COLUMN nik {text};
ALTER TABLE students ADD COLUMN nik_index {text};
ALTER TABLE students ADD COLUMN family_card_number {text};
ALTER TABLE students ADD COLUMN health_notes {text};
CREATE INDEX students_by_nik ON students (nik_index) WHERE nik_index IS NOT NULL;
ALTER TABLE guardians ADD COLUMN nik {text};
CREATE FUNCTION edu_open(of_table TEXT, of_row UUID, of_column TEXT, value BIGINT) RETURNS BIGINT
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE RETURN value;
CREATE FUNCTION edu_open(of_table TEXT, of_row UUID, of_column TEXT, value TEXT) RETURNS TEXT
    LANGUAGE SQL IMMUTABLE PARALLEL SAFE RETURN value;
