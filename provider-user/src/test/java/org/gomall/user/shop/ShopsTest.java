package org.gomall.user.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gomall.user.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.ShopView;
import org.gomall.user.People;
import org.gomall.user.Remote;
import org.gomall.user.UserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@UserTest
class ShopsTest {

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void shows_approved_shops_and_leaves_the_others_out() {
        long approved = newShop(people.newUser(), "APPROVED");
        long pending = newShop(people.newUser(), "PENDING");
        long suspended = newShop(people.newUser(), "SUSPENDED");

        List<ShopView> shops = remote.shops().shops(List.of(approved, pending, suspended, 1L, approved));

        assertThat(shops)
                .containsExactly(new ShopView(
                        approved, "Shop", null, "About it", null, Instant.parse("2026-02-03T04:05:06.123456Z")));
    }

    @Test
    void nothing_asked_is_nothing_answered_and_too_much_is_refused() {
        assertThat(remote.shops().shops(List.of())).isEmpty();
        List<Long> tooMany = LongStream.rangeClosed(1, 501).boxed().toList();
        assertThat(assertRefused(ErrorCode.VALIDATION, () -> remote.shops().shops(tooMany))
                        .details())
                .containsKey("shopIds");
    }

    @Test
    void a_merchant_finds_the_own_shop_only_once_it_is_approved() {
        long merchant = people.newUser();
        long applicant = people.newUser();
        long shopId = newShop(merchant, "APPROVED");
        newShop(applicant, "PENDING");

        assertThat(remote.shops().shopOfOwner(merchant).shopId()).isEqualTo(shopId);
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.shops().shopOfOwner(applicant));
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.shops().shopOfOwner(people.newUser()));
    }

    private long newShop(long ownerId, String status) {
        long shopId = UUID.randomUUID().getMostSignificantBits() >>> 1;
        jdbc.sql("""
                        INSERT INTO shops (shop_id, owner_id, name, description, status, created_at, updated_at)
                        VALUES (?, ?, 'Shop', 'About it', ?, '2026-02-03 04:05:06.123456', '2026-02-03 04:05:06.123456')
                        """).params(shopId, ownerId, status).update();
        return shopId;
    }
}
