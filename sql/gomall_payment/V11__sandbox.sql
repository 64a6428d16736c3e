-- The sandbox card processor. It lives here only to spare a local start another database; nothing of GoMall reads these
-- tables, as nobody reads the tables of a real processor. A token knows how its card behaves, not its number.
CREATE TABLE sandbox_token
(
    token      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    behaviour  VARCHAR(16)                                       NOT NULL,
    created_at DATETIME(6)                                       NOT NULL,
    PRIMARY KEY (token)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- reference is the merchant's number of the charge: the same number is charged once. A cancellation that overtakes its
-- charge leaves a row without a token.
CREATE TABLE sandbox_charge
(
    reference      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    token          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    behaviour      VARCHAR(16)                                       NULL,
    amount_cents   BIGINT                                            NOT NULL,
    refunded_cents BIGINT                                            NOT NULL DEFAULT 0,
    currency       CHAR(3) CHARACTER SET ascii COLLATE ascii_bin     NOT NULL,
    status         VARCHAR(16)                                       NOT NULL,
    callback_url   VARCHAR(255)                                      NULL,
    decide_at      DATETIME(6)                                       NULL,
    created_at     DATETIME(6)                                       NOT NULL,
    PRIMARY KEY (reference),
    KEY ix_sandbox_charge_decide (decide_at),
    CONSTRAINT ck_sandbox_charge_status CHECK (status IN ('PENDING', 'SUCCEEDED', 'DECLINED', 'CANCELLED')),
    CONSTRAINT ck_sandbox_charge_refunded CHECK (refunded_cents >= 0 AND refunded_cents <= amount_cents)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE sandbox_refund
(
    reference        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    charge_reference VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_cents     BIGINT                                            NOT NULL,
    status           VARCHAR(16)                                       NOT NULL,
    callback_url     VARCHAR(255)                                      NOT NULL,
    decide_at        DATETIME(6)                                       NULL,
    created_at       DATETIME(6)                                       NOT NULL,
    PRIMARY KEY (reference),
    KEY ix_sandbox_refund_decide (decide_at),
    CONSTRAINT ck_sandbox_refund_status CHECK (status IN ('PENDING', 'DONE')),
    CONSTRAINT ck_sandbox_refund_amount CHECK (amount_cents > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Callbacks that were not answered with 2xx yet.
CREATE TABLE sandbox_callback
(
    callback_id BIGINT                                            NOT NULL,
    event_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    url         VARCHAR(255)                                      NOT NULL,
    body        VARCHAR(1000)                                     NOT NULL,
    attempts    INT                                               NOT NULL DEFAULT 0,
    send_at     DATETIME(6)                                       NOT NULL,
    PRIMARY KEY (callback_id),
    KEY ix_sandbox_callback_due (send_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
