package org.gomall.user.role;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Tables {@code roles}, {@code role_permissions} and {@code user_roles}. */
@Mapper
interface RoleMapper {

    /** A role with one of its patterns, or with null when it has none. */
    record RolePattern(String role, String pattern) {}

    @Select("""
            SELECT r.role, p.pattern
            FROM roles r LEFT JOIN role_permissions p ON p.role = r.role
            ORDER BY r.role, p.pattern
            """)
    List<RolePattern> patterns();

    @Select("""
            SELECT u.role, p.pattern
            FROM user_roles u LEFT JOIN role_permissions p ON p.role = u.role
            WHERE u.user_id = #{userId}
            ORDER BY u.role, p.pattern
            """)
    List<RolePattern> patternsOfUser(long userId);

    @Insert("""
            INSERT INTO user_roles (user_id, role, granted_at) VALUES (#{userId}, #{role}, #{at})
            ON DUPLICATE KEY UPDATE role = #{role}
            """)
    void grant(long userId, String role, Instant at);
}
