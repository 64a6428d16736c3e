package org.gomall.user.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gomall.user.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.OwnShopView;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.api.user.RejectShopCommand;
import org.gomall.api.user.ShopCommand;
import org.gomall.api.user.ShopQuery;
import org.gomall.api.user.ShopStatus;
import org.gomall.platform.test.Eventually;
import org.gomall.user.Concurrently;
import org.gomall.user.Concurrently.Outcome;
import org.gomall.user.HeardActs;
import org.gomall.user.People;
import org.gomall.user.Remote;
import org.gomall.user.UserTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@UserTest
class ShopApplicationsTest {

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Autowired
    private HeardActs acts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void an_applicant_waits_and_is_a_merchant_once_an_admin_approves() {
        long user = people.newUser();
        ActingUser admin = admin();

        OwnShopView applied = remote.ownShops().apply(shop(user, "Tea House"));

        assertThat(applied.status()).isEqualTo(ShopStatus.PENDING);
        assertThat(applied.userId()).isEqualTo(user);
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.shops().shopOfOwner(user));
        assertThat(remote.accounts().account(user).roles()).containsExactly("USER");

        OwnShopView approved = remote.shopAdmin().approve(admin, applied.shopId());

        assertThat(approved.status()).isEqualTo(ShopStatus.APPROVED);
        assertThat(remote.shops().shopOfOwner(user).name()).isEqualTo("Tea House");
        assertThat(remote.accounts().account(user).roles()).containsExactly("MERCHANT", "USER");
        assertThat(history(applied.shopId()))
                .containsExactly("null>PENDING by " + user, "PENDING>APPROVED by " + admin.userId());
    }

    @Test
    void a_rejected_applicant_reads_why_and_may_apply_again_with_better_texts() {
        long user = people.newUser();
        long shopId = remote.ownShops().apply(shop(user, "Shop")).shopId();

        remote.shopAdmin().reject(new RejectShopCommand(admin(), shopId, " Tell us what you sell. "));

        OwnShopView rejected = remote.ownShops().own(user);
        assertThat(rejected.status()).isEqualTo(ShopStatus.REJECTED);
        assertThat(rejected.reason()).isEqualTo("Tell us what you sell.");
        assertThat(remote.accounts().account(user).roles()).containsExactly("USER");

        OwnShopView again = remote.ownShops().apply(shop(user, "Tea from Hangzhou"));

        assertThat(again.shopId()).isEqualTo(shopId);
        assertThat(again.status()).isEqualTo(ShopStatus.PENDING);
        assertThat(again.reason()).isNull();
        assertThat(again.name()).isEqualTo("Tea from Hangzhou");
        assertThat(history(shopId)).hasSize(3);
    }

    @Test
    void every_act_is_told_to_the_audit_log() {
        long user = people.newUser();
        ActingUser admin = admin();
        long shopId = remote.ownShops().apply(shop(user, "Shop")).shopId();
        remote.shopAdmin().reject(new RejectShopCommand(admin, shopId, "Say more."));
        remote.ownShops().apply(shop(user, "Shop"));
        remote.ownShops().update(shop(user, "Tea shop"));
        remote.shopAdmin().approve(admin, shopId);
        assertRefused(ErrorCode.ILLEGAL_STATE, () -> remote.shopAdmin().approve(admin, shopId));

        Eventually.within(Duration.ofSeconds(30), () -> assertThat(acts.on("shop:" + shopId))
                .extracting(PrivilegedAct::action)
                .containsExactlyInAnyOrder("shop.apply", "shop.reject", "shop.apply", "shop.update", "shop.approve"));
        assertThat(acts.on("shop:" + shopId))
                .filteredOn(act -> act.action().equals("shop.reject"))
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.actorId()).isEqualTo(admin.userId());
                    assertThat(act.ip()).isEqualTo("192.0.2.7");
                    assertThat(act.details()).containsEntry("reason", "Say more.");
                });
    }

    @Test
    void one_shop_a_user_also_when_applying_twice_at_once() throws Exception {
        long user = people.newUser();

        List<Outcome<OwnShopView>> outcomes =
                Concurrently.run(4, n -> remote.ownShops().apply(shop(user, "Shop " + n)));

        assertThat(outcomes).filteredOn(Outcome::ok).hasSize(1);
        assertThat(outcomes).filteredOn(o -> !o.ok()).allMatch(o -> o.refusal() == ErrorCode.CONFLICT);
        assertRefused(ErrorCode.CONFLICT, () -> remote.ownShops().apply(shop(user, "Another")));
        assertThat(jdbc.sql(
                                "SELECT COUNT(*) FROM shop_history h JOIN shops s ON s.shop_id = h.shop_id WHERE owner_id = ?")
                        .param(user)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_first_of_two_decisions_counts() throws Exception {
        long user = people.newUser();
        long shopId = remote.ownShops().apply(shop(user, "Shop")).shopId();

        List<Outcome<OwnShopView>> outcomes = Concurrently.run(
                4,
                n -> n % 2 == 0
                        ? remote.shopAdmin().approve(admin(), shopId)
                        : remote.shopAdmin().reject(new RejectShopCommand(admin(), shopId, "no")));

        assertThat(outcomes).filteredOn(Outcome::ok).hasSize(1);
        assertThat(outcomes).filteredOn(o -> !o.ok()).allMatch(o -> o.refusal() == ErrorCode.ILLEGAL_STATE);
        boolean approved = remote.ownShops().own(user).status() == ShopStatus.APPROVED;
        assertThat(remote.accounts().account(user).roles().contains("MERCHANT")).isEqualTo(approved);
        assertThat(history(shopId)).hasSize(2);
        assertRefused(ErrorCode.ILLEGAL_STATE, () -> remote.shopAdmin().approve(admin(), shopId));
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.shopAdmin().approve(admin(), 404));
    }

    @Test
    void nobody_who_has_left_gets_or_changes_a_shop() {
        long user = people.newUser();
        long shopId = remote.ownShops().apply(shop(user, "Shop")).shopId();
        ActingUser admin = admin();
        long nobody = people.newUser();
        people.setStatus(user, "CLOSED");
        people.setStatus(nobody, "CLOSED");

        assertRefused(ErrorCode.ILLEGAL_STATE, () -> remote.shopAdmin().approve(admin, shopId));
        assertRefused(ErrorCode.ILLEGAL_STATE, () -> remote.ownShops().update(shop(user, "Another")));
        assertRefused(ErrorCode.ILLEGAL_STATE, () -> remote.ownShops().apply(shop(nobody, "Late")));

        assertThat(remote.ownShops().own(user).status()).isEqualTo(ShopStatus.PENDING);
        assertThat(remote.ownShops().own(user).name()).isEqualTo("Shop");
        assertThat(history(shopId)).hasSize(1);
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.ownShops().own(nobody));
    }

    @Test
    void an_owner_changes_the_texts_of_the_own_shop_in_any_state() {
        long user = people.newUser();
        assertRefused(ErrorCode.NOT_FOUND, () -> remote.ownShops().update(shop(user, "None yet")));
        remote.ownShops().apply(shop(user, "Shop"));

        OwnShopView changed =
                remote.ownShops().update(new ShopCommand(new ActingUser(user, null), "Tea", " 茶 ", "Leaves", " "));

        assertThat(changed.name()).isEqualTo("Tea");
        assertThat(changed.nameZh()).isEqualTo("茶");
        assertThat(changed.descriptionZh()).isNull();
        assertThat(changed.status()).isEqualTo(ShopStatus.PENDING);
    }

    @Test
    void admins_list_shops_by_state_the_longest_waiting_first() {
        long first = remote.ownShops().apply(shop(people.newUser(), "First")).shopId();
        long second = remote.ownShops().apply(shop(people.newUser(), "Second")).shopId();
        long decided = remote.ownShops().apply(shop(people.newUser(), "Third")).shopId();
        remote.shopAdmin().approve(admin(), decided);

        List<Long> pending = remote.shopAdmin().list(new ShopQuery(ShopStatus.PENDING, 1, 100)).items().stream()
                .map(OwnShopView::shopId)
                .toList();

        assertThat(pending).containsSubsequence(first, second).doesNotContain(decided);
        assertThat(remote.shopAdmin().list(new ShopQuery(null, 1, 100)).total()).isGreaterThanOrEqualTo(3);
        assertThat(remote.shopAdmin()
                        .list(new ShopQuery(ShopStatus.PENDING, 1, 1))
                        .items())
                .hasSize(1);
    }

    @Test
    void what_is_no_shop_is_refused_with_every_field() {
        BusinessException refusal = assertRefused(ErrorCode.VALIDATION, () -> remote.ownShops()
                .apply(new ShopCommand(
                        new ActingUser(people.newUser(), null), " ", "中".repeat(65), "d".repeat(1001), null)));
        assertThat(refusal.details()).containsOnlyKeys("name", "nameZh", "description");
        assertThat(assertRefused(ErrorCode.VALIDATION, () -> remote.shopAdmin()
                                .reject(new RejectShopCommand(admin(), 1, " ")))
                        .details())
                .containsOnlyKeys("reason");
    }

    private ActingUser admin() {
        return new ActingUser(people.newUser(), "192.0.2.7");
    }

    private static ShopCommand shop(long userId, String name) {
        return new ShopCommand(new ActingUser(userId, "192.0.2.1"), name, null, "About it", null);
    }

    private List<String> history(long shopId) {
        return jdbc.sql("SELECT from_status, to_status, by_user_id FROM shop_history WHERE shop_id = ? ORDER BY id")
                .param(shopId)
                .query((row, n) -> row.getString(1) + ">" + row.getString(2) + " by " + row.getLong(3))
                .list();
    }
}
