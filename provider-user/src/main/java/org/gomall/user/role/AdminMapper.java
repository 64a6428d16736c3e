package org.gomall.user.role;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Who is an active admin, or on call, now. */
@Mapper
interface AdminMapper {

    @Select("SELECT role FROM roles WHERE role = 'ADMIN' FOR UPDATE")
    String lockAdminRole();

    @Select("""
            SELECT COUNT(*)
            FROM user_roles r JOIN accounts a ON a.user_id = r.user_id
            WHERE r.user_id = #{userId} AND r.role = 'ADMIN' AND a.status = 'ACTIVE'
            """)
    boolean isActiveAdmin(long userId);

    @Select("""
            SELECT COUNT(*)
            FROM user_roles r JOIN accounts a ON a.user_id = r.user_id
            WHERE r.user_id = #{userId} AND r.role = 'OPS' AND a.status = 'ACTIVE'
            """)
    boolean isActiveOps(long userId);

    @Select("""
            SELECT COUNT(*)
            FROM user_roles r JOIN accounts a ON a.user_id = r.user_id
            WHERE r.role = 'ADMIN' AND r.user_id <> #{userId} AND a.status = 'ACTIVE'
            """)
    long otherActiveAdmins(long userId);
}
