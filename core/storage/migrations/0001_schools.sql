-- The school, its calendar, classes, subjects and dated rules.
CREATE TABLE schools (
    id {uuid} NOT NULL PRIMARY KEY,
    name {text} NOT NULL,
    npsn {text},
    address {text},
    {stamp}
) {strict};
CREATE TABLE academic_years (
    id {uuid} NOT NULL PRIMARY KEY,
    start_year {int} NOT NULL,
    {stamp}
) {strict};
CREATE UNIQUE INDEX academic_years_start_year_unique ON academic_years (start_year) WHERE deleted = FALSE;
CREATE TABLE terms (
    id {uuid} NOT NULL PRIMARY KEY,
    academic_year_id {uuid} NOT NULL REFERENCES academic_years (id),
    code {text} NOT NULL,
    starts_on {date} NOT NULL,
    ends_on {date} NOT NULL,
    state {text} NOT NULL,
    {stamp}
) {strict};
CREATE UNIQUE INDEX terms_code_unique ON terms (code) WHERE deleted = FALSE;
CREATE TABLE class_groups (
    id {uuid} NOT NULL PRIMARY KEY,
    academic_year_id {uuid} NOT NULL REFERENCES academic_years (id),
    name {text} NOT NULL,
    grade_level {int},
    {stamp}
) {strict};
CREATE INDEX class_groups_by_year ON class_groups (academic_year_id, name);
CREATE TABLE subjects (
    id {uuid} NOT NULL PRIMARY KEY,
    name {text} NOT NULL,
    short_name {text},
    passing_mark {real} NOT NULL,
    {stamp}
) {strict};
CREATE UNIQUE INDEX subjects_name_unique ON subjects (name) WHERE deleted = FALSE;
CREATE TABLE dated_settings (
    id {uuid} NOT NULL PRIMARY KEY,
    name {text} NOT NULL,
    since {date} NOT NULL,
    value {real} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX dated_settings_by_name ON dated_settings (name, since);
