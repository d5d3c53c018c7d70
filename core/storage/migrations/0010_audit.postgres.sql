-- Events that are no changes of rows (a sign-in, an export) stand in the log of changes too.
ALTER TABLE change_log ALTER COLUMN entity DROP NOT NULL;
ALTER TABLE change_log ALTER COLUMN row_id DROP NOT NULL;
ALTER TABLE change_log ADD COLUMN reason {text};
