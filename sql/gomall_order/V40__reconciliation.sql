-- The last look at all laws over all schemas. One row: whoever holds its lease looks, the other instances wait.
CREATE TABLE reconciliation
(
    name        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    owner       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'names one look',
    lease_until DATETIME(6)                                       NOT NULL,
    next_at     DATETIME(6)                                       NOT NULL COMMENT 'when to look again without being asked',
    report      MEDIUMTEXT                                        NULL COMMENT 'JSON; NULL before the first look',
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO reconciliation (name, owner, lease_until, next_at)
VALUES ('LATEST', '', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6));
