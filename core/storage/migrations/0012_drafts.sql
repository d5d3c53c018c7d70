-- What somebody had typed and not saved when their session ended: of this computer, neither audited nor synced.
CREATE TABLE drafts (
    id {uuid} NOT NULL PRIMARY KEY,
    user_id {uuid} NOT NULL REFERENCES users (id),
    page {text} NOT NULL,
    title {text} NOT NULL,
    content {text} NOT NULL,
    kept_at {instant} NOT NULL
) {strict};
CREATE INDEX drafts_by_user ON drafts (user_id, kept_at);
