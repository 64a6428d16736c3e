-- Second phases of global transactions that failed, with the last reason. A row is news only while its fence row in
-- tcc_fence_log still waits (status 1).
CREATE TABLE failed_branch
(
    xid         VARCHAR(128) NOT NULL,
    branch_id   BIGINT       NOT NULL,
    action_name VARCHAR(64)  NOT NULL,
    order_id    BIGINT       NULL COMMENT 'the first order it is about; NULL when it is about a set of orders',
    error       VARCHAR(500) NOT NULL,
    attempts    INT          NOT NULL,
    failed_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (xid, branch_id),
    KEY ix_failed_branch_age (failed_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
