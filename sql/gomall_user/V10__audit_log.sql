-- Who did what to whom, when, from where. Rows are only ever added; actor_id 0 is somebody at the command line.
-- No foreign key: an entry outlives its actor, and no act waits for the row of an account.
CREATE TABLE audit_log
(
    entry_id BIGINT                                                 NOT NULL,
    actor_id BIGINT                                                 NOT NULL,
    ip       VARCHAR(64),
    action   VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin  NOT NULL,
    subject  VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    details  VARCHAR(4000)                                          NOT NULL,
    done_at  DATETIME(6)                                            NOT NULL,
    PRIMARY KEY (entry_id),
    KEY audit_log_time (done_at, entry_id),
    KEY audit_log_actor (actor_id, done_at, entry_id),
    KEY audit_log_action (action, done_at, entry_id),
    KEY audit_log_subject (subject, done_at, entry_id)
);

-- Admins list users by state, newest first.
CREATE INDEX accounts_of_status ON accounts (status, user_id);
