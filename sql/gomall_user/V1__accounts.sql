-- Who somebody is and how they prove it.
-- username_key and email_key are the lower-cased forms (binary collation), so that uniqueness ignores case and
-- nothing else: the collation of the schema would also take é for e.
CREATE TABLE accounts
(
    user_id             BIGINT                                               NOT NULL,
    username            VARCHAR(32)                                          NOT NULL,
    username_key        VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin  NOT NULL,
    email               VARCHAR(254)                                         NOT NULL,
    email_key           VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    password_hash       VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin   NOT NULL,
    password_changed_at DATETIME(6)                                          NOT NULL,
    status              VARCHAR(16)                                          NOT NULL,
    nickname            VARCHAR(32),
    phone               VARCHAR(24),
    avatar              VARCHAR(210),
    created_at          DATETIME(6)                                          NOT NULL,
    updated_at          DATETIME(6)                                          NOT NULL,
    PRIMARY KEY (user_id),
    CONSTRAINT accounts_username UNIQUE (username_key),
    CONSTRAINT accounts_email UNIQUE (email_key),
    CONSTRAINT accounts_status CHECK (status IN ('ACTIVE', 'BANNED', 'CLOSED')),
    CONSTRAINT accounts_password CHECK (password_hash LIKE '$argon2id$%' OR status = 'CLOSED')
);

-- Failed logins in a row, per account and per network. The subject is a digest: what somebody typed into the name field
-- may be a person's e-mail address or a misplaced password.
CREATE TABLE login_failures
(
    subject        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    scope          VARCHAR(8)                                     NOT NULL,
    failures       INT                                            NOT NULL,
    last_failed_at DATETIME(6)                                    NOT NULL,
    blocked_until  DATETIME(6),
    PRIMARY KEY (subject),
    KEY login_failures_age (last_failed_at),
    CONSTRAINT login_failures_scope CHECK (scope IN ('ACCOUNT', 'NETWORK')),
    CONSTRAINT login_failures_count CHECK (failures >= 0)
);
