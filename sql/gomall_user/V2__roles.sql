-- What accounts may do: a role permits paths by patterns METHOD:regex.
CREATE TABLE roles
(
    role       VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    built_in   BOOLEAN                                               NOT NULL,
    created_at DATETIME(6)                                           NOT NULL,
    PRIMARY KEY (role),
    CONSTRAINT roles_name CHECK (role <> '')
);

CREATE TABLE role_permissions
(
    role    VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin  NOT NULL,
    pattern VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (role, pattern),
    CONSTRAINT role_permissions_role FOREIGN KEY (role) REFERENCES roles (role) ON DELETE CASCADE,
    CONSTRAINT role_permissions_pattern CHECK (pattern LIKE '%_:/%')
);

CREATE TABLE user_roles
(
    user_id    BIGINT                                                NOT NULL,
    role       VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    granted_at DATETIME(6)                                           NOT NULL,
    PRIMARY KEY (user_id, role),
    KEY user_roles_of_role (role),
    CONSTRAINT user_roles_account FOREIGN KEY (user_id) REFERENCES accounts (user_id),
    CONSTRAINT user_roles_role FOREIGN KEY (role) REFERENCES roles (role)
);

INSERT INTO roles (role, built_in, created_at)
VALUES ('USER', TRUE, UTC_TIMESTAMP(6)),
       ('MERCHANT', TRUE, UTC_TIMESTAMP(6)),
       ('ADMIN', TRUE, UTC_TIMESTAMP(6)),
       ('OPS', TRUE, UTC_TIMESTAMP(6));

INSERT INTO role_permissions (role, pattern)
VALUES ('USER', '*:/api/(auth|users/me|addresses|cards|wallet|cart|checkout|orders|payments)(/.*)?'),
       ('USER', '*:/(account|cart|checkout|orders|pay|payments|wallet|addresses)(/.*)?'),
       ('MERCHANT', '*:/api/merchant(/.*)?'),
       ('MERCHANT', '*:/merchant(/.*)?'),
       ('ADMIN', '*:/api/admin(/.*)?'),
       ('ADMIN', '*:/admin(/.*)?'),
       ('ADMIN', '*:/api/ops(/.*)?'),
       ('ADMIN', '*:/ops(/.*)?'),
       ('OPS', '*:/api/ops(/.*)?'),
       ('OPS', '*:/ops(/.*)?');
