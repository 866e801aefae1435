-- The register: one DuckDB file. Every record carries the document version it was read in (`doc`) and the
-- words that support it; the document carries the extractor and the language pipeline that read it.
-- A span is half-open in code points of document.text, with the words themselves.

CREATE TYPE span AS STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR);

CREATE TABLE register (
    format INTEGER NOT NULL      -- of this schema; migrations/ lead from one to the next
);

CREATE TABLE document (
    id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,     -- the report, whatever its version: its address, row id or resolved path
    version INTEGER NOT NULL,    -- 1 for the first text of that source; only the last one counts
    path VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    "text" VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    title VARCHAR,
    publisher VARCHAR,
    agency VARCHAR,
    authors VARCHAR[],
    republished_by VARCHAR,
    original_publisher VARCHAR,
    dateline STRUCT(place VARCHAR, "date" VARCHAR),
    published VARCHAR,           -- EDTF
    published_basis VARCHAR,
    published_by DATE,           -- the last day that `published` allows: out by the end of that day
    "language" VARCHAR,
    url VARCHAR,
    media_type VARCHAR,
    encoding VARCHAR,
    blocks STRUCT("start" INTEGER, "end" INTEGER, kind VARCHAR)[],
    disclaimers span[],
    extractor VARCHAR NOT NULL,
    model VARCHAR NOT NULL
);

CREATE TABLE "time" (
    doc VARCHAR NOT NULL, "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, "text" VARCHAR NOT NULL,
    "value" VARCHAR, timex VARCHAR, kind VARCHAR, "precision" VARCHAR, basis VARCHAR,
    "mod" VARCHAR
);

CREATE TABLE entity (
    doc VARCHAR NOT NULL, id VARCHAR NOT NULL, kind VARCHAR NOT NULL, name VARCHAR NOT NULL, mentions span[],
    iso3 VARCHAR, cow INTEGER, gw INTEGER, roles VARCHAR[], members VARCHAR[], affiliation VARCHAR
);

CREATE TABLE agreement (
    doc VARCHAR NOT NULL, id VARCHAR NOT NULL, name VARCHAR NOT NULL, kind VARCHAR NOT NULL, mentions span[],
    label VARCHAR, parties VARCHAR[], multilateral BOOLEAN, articles INTEGER, status VARCHAR, "date" VARCHAR
);

CREATE TABLE act (
    doc VARCHAR NOT NULL, id VARCHAR NOT NULL, agreement VARCHAR NOT NULL, stage VARCHAR NOT NULL,
    realis VARCHAR NOT NULL, evidence span[], "by" VARCHAR[], "date" VARCHAR, place VARCHAR, holder VARCHAR,
    "rule" VARCHAR
);

CREATE TABLE link (
    doc VARCHAR NOT NULL, id VARCHAR NOT NULL, source VARCHAR NOT NULL, relation VARCHAR NOT NULL,
    target VARCHAR NOT NULL, realis VARCHAR NOT NULL, evidence span[], exhaustive BOOLEAN, "rule" VARCHAR
);

CREATE TABLE meeting (
    doc VARCHAR NOT NULL, id VARCHAR NOT NULL, kind VARCHAR NOT NULL, realis VARCHAR NOT NULL, evidence span[],
    participants VARCHAR[], host VARCHAR, place VARCHAR, "date" VARCHAR, "level" VARCHAR, "rule" VARCHAR
);

CREATE TABLE quotation (
    doc VARCHAR NOT NULL, id VARCHAR NOT NULL, form VARCHAR NOT NULL, content span[], cue span,
    speaker STRUCT(span span, name VARCHAR, entity VARCHAR, "role" VARCHAR, affiliation VARCHAR,
                   role_span span, affiliation_span span, together VARCHAR[]),
    told VARCHAR, told_span span, channel VARCHAR, hedges span[], certainty VARCHAR, stance VARCHAR,
    tense VARCHAR, about VARCHAR[], source VARCHAR
);

CREATE TABLE claim (
    doc VARCHAR NOT NULL, id VARCHAR NOT NULL, predicate VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    "object" VARCHAR, holder VARCHAR, polarity VARCHAR NOT NULL, evidence span[], hedges span[]
);

-- Sameness across documents. A profile is one way in which documents describe a thing (name, parties, date);
-- documents that describe it alike share it, so that resolving does not grow with the number of documents.
-- `kind` is agreement, person, organisation, bloc, place, state or meeting.

CREATE TABLE profile (
    kind VARCHAR NOT NULL, id VARCHAR NOT NULL, description VARCHAR NOT NULL
);

CREATE TABLE "block" (           -- what two profiles must share to be compared at all
    kind VARCHAR NOT NULL, "key" VARCHAR NOT NULL, "profile" VARCHAR NOT NULL
);

CREATE TABLE described (         -- the profile of a record of a document
    kind VARCHAR NOT NULL, doc VARCHAR NOT NULL, record VARCHAR NOT NULL, "profile" VARCHAR NOT NULL
);

CREATE TABLE same (              -- two profiles that may be one thing, and why; a pure function of the two
    kind VARCHAR NOT NULL, a VARCHAR NOT NULL, b VARCHAR NOT NULL, score DOUBLE NOT NULL, reasons VARCHAR[]
);

CREATE TABLE thing (             -- the thing of the register that a profile stands for
    kind VARCHAR NOT NULL, "profile" VARCHAR NOT NULL, id VARCHAR NOT NULL
);

CREATE TABLE fingerprint (       -- hashes of runs of words of a report's own text; copies share them
    doc VARCHAR NOT NULL, hash UINTEGER NOT NULL
);

CREATE TABLE history (           -- merges and splits: an id that was cited and what it leads to since
    kind VARCHAR NOT NULL, was VARCHAR NOT NULL, became VARCHAR NOT NULL, reason VARCHAR NOT NULL,
    decided_at TIMESTAMP NOT NULL
);

CREATE TABLE decision (          -- a person's word on two things, which beats the machine; of two the later holds
    kind VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,    -- same, different
    a VARCHAR NOT NULL, b VARCHAR NOT NULL,      -- profiles that stand for the two
    a_at STRUCT(source VARCHAR, "start" INTEGER),  -- where a report speaks of it, should its description change
    b_at STRUCT(source VARCHAR, "start" INTEGER),
    note VARCHAR,
    decided_at TIMESTAMP NOT NULL
);

-- Scholars' reference data that the user brought. The rows of each file are kept in a table of their own,
-- reference_<key>; the spells of pairs of states, in one shape, in reference_pair.

CREATE TABLE reference (
    "key" VARCHAR NOT NULL, source VARCHAR NOT NULL, unit VARCHAR NOT NULL, "version" VARCHAR, first_year INTEGER,
    last_year INTEGER, citation VARCHAR NOT NULL, path VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, "rows" BIGINT NOT NULL
);

CREATE TABLE reference_pair (
    "key" VARCHAR NOT NULL, source VARCHAR NOT NULL, "version" VARCHAR, alliance VARCHAR NOT NULL,
    cow1 INTEGER NOT NULL, cow2 INTEGER NOT NULL, "start" VARCHAR, "end" VARCHAR,
    defense INTEGER, offense INTEGER, neutral INTEGER, nonagg INTEGER, consul INTEGER,
    bilateral INTEGER, milinst INTEGER, formal INTEGER
);

CREATE TABLE reference_decision ( -- a person's word on whether a record of reference data is an agreement
    agreement VARCHAR NOT NULL, record VARCHAR NOT NULL, verdict VARCHAR NOT NULL, note VARCHAR,
    decided_at TIMESTAMP NOT NULL
);
