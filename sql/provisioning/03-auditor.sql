-- The account that compares the schemas with each other (reconciliation) and changes nothing. Every statement can be
-- repeated, so an existing database gets it by running this file once more. Outside of development give it another
-- password: ALTER USER 'gomall_audit'@'%' IDENTIFIED BY '…', and GOMALL_AUDIT_PASSWORD for provider-order.
CREATE USER IF NOT EXISTS 'gomall_audit'@'%' IDENTIFIED BY 'gomall-audit';
-- The pattern also covers the schemas which tests create for themselves.
GRANT SELECT ON `gomall\_%`.* TO 'gomall_audit'@'%';
