-- One schema per service and the user they share. Run by the local stack at every start of MariaDB and by MySQL 8.4
-- in docker-compose at its first start: every statement can be repeated and is valid on both.
CREATE DATABASE IF NOT EXISTS gomall_user CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
CREATE DATABASE IF NOT EXISTS gomall_product CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
CREATE DATABASE IF NOT EXISTS gomall_stock CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
CREATE DATABASE IF NOT EXISTS gomall_order CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
CREATE DATABASE IF NOT EXISTS gomall_payment CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A password for development on loopback only.
CREATE USER IF NOT EXISTS 'gomall'@'%' IDENTIFIED BY 'gomall';
-- The pattern also covers the schemas which tests create for themselves.
GRANT ALL PRIVILEGES ON `gomall\_%`.* TO 'gomall'@'%';
