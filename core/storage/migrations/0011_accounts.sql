-- People with a login, when they were signed in, what they teach; password hashes (plain files only) apart from what is audited.
CREATE TABLE users (
    id {uuid} NOT NULL PRIMARY KEY,
    login {text} NOT NULL,
    name {text} NOT NULL,
    roles {text} NOT NULL,
    must_change_password {flag} NOT NULL,
    disabled {flag} NOT NULL,
    {stamp}
) {strict};
CREATE UNIQUE INDEX users_login_unique ON users (login) WHERE deleted = FALSE;
CREATE TABLE sessions (
    id {uuid} NOT NULL PRIMARY KEY,
    user_id {uuid} NOT NULL REFERENCES users (id),
    computer {text} NOT NULL,
    started_at {instant} NOT NULL,
    ended_at {instant},
    ended_by {text},
    {stamp}
) {strict};
CREATE INDEX sessions_by_user ON sessions (user_id, started_at);
CREATE INDEX sessions_open ON sessions (computer) WHERE ended_at IS NULL;
CREATE TABLE teachings (
    id {uuid} NOT NULL PRIMARY KEY,
    class_group_id {uuid} NOT NULL REFERENCES class_groups (id),
    subject_id {uuid} NOT NULL REFERENCES subjects (id),
    user_id {uuid} NOT NULL REFERENCES users (id),
    term_id {uuid} NOT NULL REFERENCES terms (id),
    {stamp}
) {strict};
CREATE INDEX teachings_by_user ON teachings (user_id, term_id);
CREATE INDEX teachings_by_class ON teachings (class_group_id, subject_id, term_id);
CREATE TABLE homerooms (
    id {uuid} NOT NULL PRIMARY KEY,
    class_group_id {uuid} NOT NULL REFERENCES class_groups (id),
    user_id {uuid} NOT NULL REFERENCES users (id),
    {stamp}
) {strict};
CREATE INDEX homerooms_by_user ON homerooms (user_id);
CREATE TABLE passwords (
    user_id {uuid} NOT NULL PRIMARY KEY REFERENCES users (id),
    hash {text} NOT NULL,
    valid_until {instant}
) {strict};
