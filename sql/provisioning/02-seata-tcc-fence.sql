-- The fence of Seata's TCC mode (schema of Seata 2.5.0, with microseconds): it makes confirm and cancel idempotent,
-- lets an empty rollback pass and keeps a late try out. It exists before the services start, because Seata looks for
-- it as soon as the data source is built.
CREATE TABLE IF NOT EXISTS gomall_order.tcc_fence_log
(
    xid          VARCHAR(128) NOT NULL COMMENT 'global id',
    branch_id    BIGINT       NOT NULL COMMENT 'branch id',
    action_name  VARCHAR(64)  NOT NULL COMMENT 'action name',
    status       TINYINT      NOT NULL COMMENT 'tried 1, committed 2, rolled back 3, suspended 4',
    gmt_create   DATETIME(6)  NOT NULL COMMENT 'create time',
    gmt_modified DATETIME(6)  NOT NULL COMMENT 'update time',
    PRIMARY KEY (xid, branch_id),
    KEY idx_gmt_modified (gmt_modified),
    KEY idx_status (status)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE IF NOT EXISTS gomall_stock.tcc_fence_log LIKE gomall_order.tcc_fence_log;
