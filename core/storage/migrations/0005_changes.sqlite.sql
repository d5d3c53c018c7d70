-- Who changed what, when, from what to what. Written in the transaction of the change; only ever appended to.
-- Differs by dialect only in how the sequence number is made.
CREATE TABLE change_log (
    n INTEGER PRIMARY KEY,
    at {instant} NOT NULL,
    actor {text} NOT NULL,
    device {text} NOT NULL,
    entity {text} NOT NULL,
    row_id {uuid} NOT NULL,
    action {text} NOT NULL,
    before_values {json},
    after_values {json}
) {strict};
CREATE INDEX change_log_by_row ON change_log (row_id);
