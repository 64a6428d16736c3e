-- Tables of the platform module, the same in every schema.

CREATE TABLE id_worker (
    worker      SMALLINT     NOT NULL,
    owner       VARCHAR(100) NOT NULL,
    lease_until DATETIME(6)  NOT NULL,
    used_until  BIGINT       NOT NULL,
    PRIMARY KEY (worker),
    CHECK (worker BETWEEN 0 AND 1023)
);

CREATE TABLE outbox (
    id         BIGINT       NOT NULL,
    topic      VARCHAR(64)  NOT NULL,
    tag        VARCHAR(100) NOT NULL,
    body       MEDIUMTEXT   NOT NULL,
    trace_id   VARCHAR(64)  NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    send_at    DATETIME(6)  NOT NULL,
    deliver_at DATETIME(6)  NULL,
    PRIMARY KEY (id),
    KEY outbox_due (send_at)
);

CREATE TABLE inbox (
    handler    VARCHAR(100) NOT NULL,
    source     VARCHAR(64)  NOT NULL,
    event_id   BIGINT       NOT NULL,
    handled_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (handler, source, event_id),
    KEY inbox_age (handled_at)
);

CREATE TABLE dead_letter (
    letter_id BIGINT        NOT NULL,
    handler   VARCHAR(100)  NOT NULL,
    topic     VARCHAR(64)   NOT NULL,
    tag       VARCHAR(100)  NOT NULL,
    source    VARCHAR(64)   NOT NULL,
    event_id  BIGINT        NOT NULL,
    body      MEDIUMTEXT    NOT NULL,
    trace_id  VARCHAR(64)   NOT NULL,
    error     VARCHAR(1000) NOT NULL,
    attempts  INT           NOT NULL,
    failed_at DATETIME(6)   NOT NULL,
    PRIMARY KEY (letter_id),
    UNIQUE KEY dead_letter_once (handler, source, event_id)
);
