package org.gomall.user.role;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Tables {@code roles}, {@code role_permissions} and {@code user_roles}. */
@Mapper
interface RoleMapper {

    /** A role with one of its patterns, or with null when it has none. */
    record RolePattern(String role, boolean builtIn, String pattern) {}

    @Select("""
            SELECT r.role, r.built_in, p.pattern
            FROM roles r LEFT JOIN role_permissions p ON p.role = r.role
            ORDER BY r.role, p.pattern
            """)
    List<RolePattern> patterns();

    @Select("""
            SELECT r.role, r.built_in, p.pattern
            FROM roles r LEFT JOIN role_permissions p ON p.role = r.role
            WHERE r.role = #{role}
            ORDER BY p.pattern
            """)
    List<RolePattern> patternsOfRole(String role);

    @Select("""
            SELECT u.role, r.built_in, p.pattern
            FROM user_roles u JOIN roles r ON r.role = u.role LEFT JOIN role_permissions p ON p.role = u.role
            WHERE u.user_id = #{userId}
            ORDER BY u.role, p.pattern
            """)
    List<RolePattern> patternsOfUser(long userId);

    /** The role's name, or null; nobody can be given the role until the end of the transaction. */
    @Select("SELECT role FROM roles WHERE role = #{role} FOR UPDATE")
    String lock(String role);

    @Insert("INSERT INTO roles (role, built_in, created_at) VALUES (#{role}, FALSE, #{at})")
    void insert(String role, Instant at);

    @Delete("DELETE FROM roles WHERE role = #{role} AND built_in = FALSE")
    int delete(String role);

    @Insert("INSERT INTO role_permissions (role, pattern) VALUES (#{role}, #{pattern})")
    void permit(String role, String pattern);

    @Delete("DELETE FROM role_permissions WHERE role = #{role}")
    void permitNothing(String role);

    @Select("SELECT COUNT(*) FROM user_roles WHERE role = #{role}")
    long holders(String role);

    @Insert("""
            INSERT INTO user_roles (user_id, role, granted_at) VALUES (#{userId}, #{role}, #{at})
            ON DUPLICATE KEY UPDATE role = #{role}
            """)
    void grant(long userId, String role, Instant at);

    @Delete("DELETE FROM user_roles WHERE user_id = #{userId} AND role = #{role}")
    void revoke(long userId, String role);
}
