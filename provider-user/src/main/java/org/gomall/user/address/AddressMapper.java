package org.gomall.user.address;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.gomall.api.user.AddressCommand;
import org.gomall.api.user.AddressKey;
import org.gomall.api.user.AddressView;

/**
 * Table {@code addresses}; the owner is part of every condition. Columns stand in the order of {@link AddressView}.
 */
@Mapper
interface AddressMapper {

    /** Makes the writes to one user's addresses wait for each other; null when there is no such user. */
    @Select("SELECT user_id FROM accounts WHERE user_id = #{userId} AND status <> 'CLOSED' FOR UPDATE")
    Long lockOwner(long userId);

    @Select("""
            SELECT address_id, receiver, phone, province, city, district, street, zip, default_of IS NOT NULL
            FROM addresses WHERE user_id = #{userId}
            ORDER BY default_of IS NULL, address_id
            """)
    List<AddressView> list(long userId);

    @Select("""
            SELECT address_id, receiver, phone, province, city, district, street, zip, default_of IS NOT NULL
            FROM addresses WHERE address_id = #{addressId} AND user_id = #{userId}
            """)
    AddressView find(long userId, long addressId);

    /** By the primary key, each with its own owner. */
    @Select("""
            <script>
            SELECT user_id, address_id, receiver, phone, province, city, district, street, zip,
                   default_of IS NOT NULL AS is_default
            FROM addresses WHERE
            <foreach collection="keys" item="key" separator=" OR ">
            (address_id = #{key.addressId} AND user_id = #{key.userId})
            </foreach>
            </script>
            """)
    List<AddressRow> findAll(@Param("keys") List<AddressKey> keys);

    @Select("SELECT COUNT(*) FROM addresses WHERE user_id = #{userId}")
    int count(long userId);

    @Insert("""
            INSERT INTO addresses (address_id, user_id, receiver, phone, province, city, district, street, zip,
                                   created_at, updated_at)
            VALUES (#{addressId}, #{userId}, #{address.receiver}, #{address.phone}, #{address.province},
                    #{address.city}, NULLIF(#{address.district}, ''), #{address.street}, NULLIF(#{address.zip}, ''),
                    #{at}, #{at})
            """)
    void insert(long userId, long addressId, AddressCommand address, Instant at);

    @Update("""
            UPDATE addresses
            SET receiver = #{address.receiver}, phone = #{address.phone}, province = #{address.province},
                city = #{address.city}, district = NULLIF(#{address.district}, ''), street = #{address.street},
                zip = NULLIF(#{address.zip}, ''), updated_at = #{at}
            WHERE address_id = #{addressId} AND user_id = #{userId}
            """)
    int update(long userId, long addressId, AddressCommand address, Instant at);

    @Delete("DELETE FROM addresses WHERE address_id = #{addressId} AND user_id = #{userId}")
    int delete(long userId, long addressId);

    @Update("""
            UPDATE addresses SET default_of = NULL
            WHERE user_id = #{userId} AND default_of = #{userId} AND address_id <> #{addressId}
            """)
    void clearOtherDefault(long userId, long addressId);

    @Update("UPDATE addresses SET default_of = #{userId} WHERE address_id = #{addressId} AND user_id = #{userId}")
    void makeDefault(long userId, long addressId);

    /** The default address of a user who has addresses; else null. */
    @Select("SELECT address_id FROM addresses WHERE user_id = #{userId} AND default_of = #{userId}")
    Long defaultId(long userId);

    @Select("SELECT MIN(address_id) FROM addresses WHERE user_id = #{userId}")
    Long oldestId(long userId);
}
