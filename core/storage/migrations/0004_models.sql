-- Indicators of regions, models and what they said.
CREATE TABLE indicators (
    id {uuid} NOT NULL PRIMARY KEY,
    code {text} NOT NULL,
    name {text} NOT NULL,
    unit {text},
    direction {int} NOT NULL,
    lowest {real},
    highest {real},
    source {text},
    {stamp}
) {strict};
CREATE UNIQUE INDEX indicators_code_unique ON indicators (code) WHERE deleted = FALSE;
CREATE TABLE indicator_values (
    id {uuid} NOT NULL PRIMARY KEY,
    indicator_id {uuid} NOT NULL REFERENCES indicators (id),
    region_code {text} NOT NULL,
    year {int} NOT NULL,
    value {real} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX indicator_values_by_indicator ON indicator_values (indicator_id, year, region_code);
CREATE TABLE model_versions (
    id {uuid} NOT NULL PRIMARY KEY,
    kind {text} NOT NULL,
    number {int} NOT NULL,
    target {text} NOT NULL,
    trained_at {instant} NOT NULL,
    model {json} NOT NULL,
    metrics {json} NOT NULL,
    production {flag} NOT NULL,
    {stamp}
) {strict};
CREATE UNIQUE INDEX model_versions_number ON model_versions (kind, number);
CREATE TABLE predictions (
    id {uuid} NOT NULL PRIMARY KEY,
    student_id {uuid} NOT NULL REFERENCES students (id),
    term_id {uuid} NOT NULL REFERENCES terms (id),
    target {text} NOT NULL,
    model_version_id {uuid} NOT NULL REFERENCES model_versions (id),
    level {text} NOT NULL,
    probability_low {real} NOT NULL,
    probability_medium {real} NOT NULL,
    probability_high {real} NOT NULL,
    support {real} NOT NULL,
    reason {json} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX predictions_by_term ON predictions (term_id, target, probability_low);
CREATE INDEX predictions_by_student ON predictions (student_id);
CREATE TABLE cluster_assignments (
    id {uuid} NOT NULL PRIMARY KEY,
    model_version_id {uuid} NOT NULL REFERENCES model_versions (id),
    region_code {text} NOT NULL,
    cluster {int} NOT NULL,
    label {text} NOT NULL,
    distance {real} NOT NULL,
    silhouette {real} NOT NULL,
    {stamp}
) {strict};
CREATE INDEX cluster_assignments_by_model ON cluster_assignments (model_version_id, region_code);
