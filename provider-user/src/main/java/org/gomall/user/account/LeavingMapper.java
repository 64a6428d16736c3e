package org.gomall.user.account;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Everything in this schema that leads to a person, in the order in which it is removed. */
@Mapper
interface LeavingMapper {

    /** Conditional on the hash that the password was checked against, and on nobody having banned or closed it meanwhile. */
    @Update("""
            UPDATE accounts
            SET username = #{anonymous}, username_key = #{anonymous}, email = #{anonymous}, email_key = #{anonymous},
                password_hash = '', nickname = NULL, phone = NULL, avatar = NULL, status = 'CLOSED', updated_at = #{at}
            WHERE user_id = #{userId} AND password_hash = #{provenHash} AND status = 'ACTIVE'
            """)
    int close(long userId, String provenHash, String anonymous, Instant at);

    @Delete("DELETE FROM addresses WHERE user_id = #{userId}")
    void deleteAddresses(long userId);

    @Delete("DELETE FROM user_roles WHERE user_id = #{userId}")
    void deleteRoles(long userId);

    /** Applications that came to nothing; shops that sold something keep people from leaving. */
    @Update("""
            UPDATE shops
            SET name = #{anonymous}, name_zh = NULL, description = '', description_zh = NULL, status = 'REJECTED',
                updated_at = #{at}
            WHERE owner_id = #{userId} AND status IN ('PENDING', 'REJECTED')
            """)
    void withdrawApplication(long userId, String anonymous, Instant at);

    @Select("SELECT COUNT(*) FROM shops WHERE owner_id = #{userId} AND status IN ('APPROVED', 'SUSPENDED')")
    boolean runsShop(long userId);
}
