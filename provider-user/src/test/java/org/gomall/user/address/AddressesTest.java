package org.gomall.user.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.gomall.user.Refusals.assertRefused;

import java.util.List;
import java.util.Map;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AddressCommand;
import org.gomall.api.user.AddressKey;
import org.gomall.api.user.AddressKeys;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.api.user.OwnedAddress;
import org.gomall.user.Concurrently;
import org.gomall.user.Concurrently.Outcome;
import org.gomall.user.People;
import org.gomall.user.Remote;
import org.gomall.user.UserTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@UserTest
class AddressesTest {

    private static final AddressCommand HOME = address("家", false);
    private static final AddressCommand OFFICE = address("Office", false);

    @Autowired
    private Remote remote;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private AddressService addresses;
    private long userId;

    @BeforeEach
    void newUser() {
        addresses = remote.addresses();
        userId = people.newUser();
    }

    @Test
    void keeps_every_field_as_it_was_written() {
        AddressView added = addresses.add(
                userId,
                new AddressCommand("王小明 😀", "+86 199-0000-1234", "四川省", "成都市", "武侯区", "一环路 1 号", "610041", true));

        assertThat(addresses.get(userId, added.addressId())).isEqualTo(added);
        assertThat(added)
                .isEqualTo(new AddressView(
                        added.addressId(),
                        "王小明 😀",
                        "+86 199-0000-1234",
                        "四川省",
                        "成都市",
                        "武侯区",
                        "一环路 1 号",
                        "610041",
                        true));
    }

    @Test
    void what_may_be_missing_is_null_whether_it_came_as_null_or_empty() {
        AddressView added = addresses.add(userId, new AddressCommand("A", "19900001234", "P", "C", "", "S", "", false));

        assertThat(added.district()).isNull();
        assertThat(added.zip()).isNull();
    }

    @Test
    void the_first_address_is_the_default_and_a_new_default_replaces_it() {
        AddressView first = addresses.add(userId, HOME);
        AddressView second = addresses.add(userId, OFFICE);
        AddressView third = addresses.add(userId, address("New", true));

        assertThat(first.isDefault()).isTrue();
        assertThat(second.isDefault()).isFalse();
        assertThat(third.isDefault()).isTrue();
        assertThat(addresses.list(userId))
                .extracting(AddressView::addressId, AddressView::isDefault)
                .containsExactly(
                        tuple(third.addressId(), true),
                        tuple(first.addressId(), false),
                        tuple(second.addressId(), false));
    }

    @Test
    void the_default_stays_until_another_address_becomes_it() {
        AddressView first = addresses.add(userId, HOME);
        AddressView second = addresses.add(userId, OFFICE);

        assertThat(addresses
                        .update(userId, first.addressId(), address("家", false))
                        .isDefault())
                .isTrue();
        assertThat(addresses
                        .update(userId, second.addressId(), address("Office", true))
                        .isDefault())
                .isTrue();
        assertThat(addresses.get(userId, first.addressId()).isDefault()).isFalse();
    }

    @Test
    void updating_twice_is_the_same_as_once() {
        AddressView first = addresses.add(userId, HOME);

        AddressView once = addresses.update(userId, first.addressId(), address("Moved", true));
        AddressView twice = addresses.update(userId, first.addressId(), address("Moved", true));

        assertThat(twice).isEqualTo(once);
        assertThat(addresses.list(userId)).containsExactly(once);
    }

    @Test
    void removing_the_default_makes_the_oldest_remaining_one_the_default() {
        AddressView first = addresses.add(userId, HOME);
        AddressView second = addresses.add(userId, OFFICE);
        AddressView third = addresses.add(userId, address("Third", true));

        addresses.remove(userId, third.addressId());
        assertThat(addresses.get(userId, first.addressId()).isDefault()).isTrue();

        addresses.remove(userId, second.addressId());
        assertThat(addresses.get(userId, first.addressId()).isDefault()).isTrue();

        addresses.remove(userId, first.addressId());
        assertThat(addresses.list(userId)).isEmpty();
        assertRefused(ErrorCode.NOT_FOUND, () -> addresses.remove(userId, first.addressId()));
    }

    @Test
    void the_address_of_somebody_else_does_not_exist() {
        long addressId = addresses.add(userId, HOME).addressId();
        long stranger = people.newUser();
        long strangersOwn = addresses.add(stranger, OFFICE).addressId();
        List<Map<String, Object>> before = people.addressRows(userId);

        assertRefused(ErrorCode.NOT_FOUND, () -> addresses.get(stranger, addressId));
        assertRefused(ErrorCode.NOT_FOUND, () -> addresses.update(stranger, addressId, address("Stolen", true)));
        assertRefused(ErrorCode.NOT_FOUND, () -> addresses.remove(stranger, addressId));

        assertThat(people.addressRows(userId)).isEqualTo(before);
        assertThat(addresses.list(stranger)).extracting(AddressView::addressId).containsExactly(strangersOwn);
        assertThat(addresses.get(stranger, strangersOwn).isDefault())
                .as("a refused update leaves the stranger's own default alone")
                .isTrue();
    }

    @Test
    void nobody_has_addresses() {
        assertThat(addresses.list(1)).isEmpty();
        assertRefused(ErrorCode.NOT_FOUND, () -> addresses.add(1, HOME));
        people.setStatus(userId, "CLOSED");
        assertRefused(ErrorCode.NOT_FOUND, () -> addresses.add(userId, HOME));
    }

    @Test
    void malformed_addresses_are_refused_field_by_field_and_nothing_is_stored() {
        AddressCommand malformed = new AddressCommand(
                " ", "call me", "P\u0000", "x".repeat(65), "d".repeat(65), "s".repeat(201), "<b>", true);

        assertThat(assertRefused(ErrorCode.VALIDATION, () -> addresses.add(userId, malformed))
                        .details())
                .containsOnlyKeys("receiver", "phone", "province", "city", "district", "street", "zip");
        assertThat(people.addressRows(userId)).isEmpty();

        long addressId = addresses.add(userId, HOME).addressId();
        List<Map<String, Object>> before = people.addressRows(userId);
        assertRefused(ErrorCode.VALIDATION, () -> addresses.update(userId, addressId, malformed));
        assertThat(people.addressRows(userId)).isEqualTo(before);
    }

    @Test
    void thirty_at_once_end_with_twenty_addresses_and_one_default() throws Exception {
        List<Outcome<AddressView>> outcomes =
                Concurrently.run(30, number -> addresses.add(userId, address("No " + number, true)));

        assertThat(outcomes).filteredOn(Outcome::ok).hasSize(Addresses.MOST_OF_A_USER);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.ok())
                .extracting(Outcome::refusal)
                .containsOnly(ErrorCode.CONFLICT);
        assertThat(people.addressRows(userId)).hasSize(Addresses.MOST_OF_A_USER);
        assertOneDefault();
    }

    @Test
    void there_is_one_default_whatever_happens_at_once() throws Exception {
        List<Long> some = List.of(
                addresses.add(userId, HOME).addressId(),
                addresses.add(userId, OFFICE).addressId(),
                addresses.add(userId, address("Third", false)).addressId());

        for (int round = 0; round < 5; round++) {
            long fresh = addresses.add(userId, address("Fresh", true)).addressId();
            List<Outcome<AddressView>> outcomes = Concurrently.run(8, number -> switch (number % 4) {
                case 0 -> addresses.update(userId, some.get(number % 3), address("Moved", true));
                case 1 -> addresses.add(userId, address("Added", number > 4));
                case 2 -> addresses.update(userId, fresh, address("Fresh", true));
                default -> {
                    addresses.remove(userId, fresh);
                    yield null;
                }
            });
            assertThat(outcomes)
                    .filteredOn(outcome -> !outcome.ok())
                    .extracting(Outcome::refusal)
                    .as("what was removed meanwhile, and no fault")
                    .isSubsetOf(ErrorCode.NOT_FOUND);
            assertOneDefault();
        }
    }

    @Test
    void the_schema_refuses_a_second_default_and_a_default_of_somebody_else() {
        addresses.add(userId, HOME);
        long second = addresses.add(userId, OFFICE).addressId();

        assertThatThrownBy(() -> setDefaultOf(second, userId)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> setDefaultOf(second, people.newUser()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void addresses_of_several_owners_come_at_once_and_only_to_their_owner() {
        AddressView home = addresses.add(userId, HOME);
        AddressView office = addresses.add(userId, OFFICE);
        long stranger = people.newUser();
        AddressView strangers = addresses.add(stranger, HOME);

        List<OwnedAddress> found = addresses.ofOwners(new AddressKeys(List.of(
                new AddressKey(userId, home.addressId()),
                new AddressKey(userId, office.addressId()),
                new AddressKey(stranger, strangers.addressId()),
                new AddressKey(stranger, home.addressId()),
                new AddressKey(userId, 1))));

        assertThat(found)
                .containsExactlyInAnyOrder(
                        new OwnedAddress(userId, home),
                        new OwnedAddress(userId, office),
                        new OwnedAddress(stranger, strangers));
        assertRefused(ErrorCode.VALIDATION, () -> addresses.ofOwners(new AddressKeys(List.of())));
    }

    private void setDefaultOf(long addressId, long owner) {
        jdbc.sql("UPDATE addresses SET default_of = ? WHERE address_id = ?")
                .params(owner, addressId)
                .update();
    }

    private void assertOneDefault() {
        assertThat(people.addressRows(userId))
                .filteredOn(row -> row.get("default_of") != null)
                .hasSize(1);
    }

    private static AddressCommand address(String street, boolean isDefault) {
        return new AddressCommand("Li", "19900001234", "浙江省", "杭州市", "西湖区", street, "310000", isDefault);
    }
}
