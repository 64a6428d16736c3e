CREATE TABLE note (
    note_id    BIGINT       NOT NULL,
    text       VARCHAR(100) NOT NULL,
    written_at DATETIME(6)  NOT NULL,
    status     VARCHAR(20)  NOT NULL,
    PRIMARY KEY (note_id)
);

CREATE TABLE applied (
    event_text VARCHAR(100) NOT NULL
);
