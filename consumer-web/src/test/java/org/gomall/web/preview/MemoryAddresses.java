package org.gomall.web.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.gomall.api.common.BusinessException;
import org.gomall.api.user.AddressCommand;
import org.gomall.api.user.AddressKeys;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.api.user.OwnedAddress;

/** The address book of alice; everybody else has none. */
class MemoryAddresses implements AddressService {

    private final Map<Long, AddressView> addresses = new TreeMap<>();
    private final AtomicLong ids = new AtomicLong(5000);

    MemoryAddresses() {
        add(
                MemoryOrders.ALICE,
                new AddressCommand(
                        "Alice Wang 王爱丽", "13800001234", "浙江省", "杭州市", "西湖区", "文三路 100 号 3 幢 602", "310012", true));
        add(
                MemoryOrders.ALICE,
                new AddressCommand("Alice at work", "13800001234", "浙江省", "杭州市", null, "Wensan Road 478", null, false));
    }

    @Override
    public List<AddressView> list(long userId) {
        return userId == MemoryOrders.ALICE ? new ArrayList<>(addresses.values()) : List.of();
    }

    @Override
    public AddressView get(long userId, long addressId) {
        return list(userId).stream()
                .filter(address -> address.addressId() == addressId)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound("address"));
    }

    @Override
    public List<OwnedAddress> ofOwners(AddressKeys keys) {
        return keys.keys().stream()
                .flatMap(key -> list(key.userId()).stream()
                        .filter(address -> address.addressId() == key.addressId())
                        .map(address -> new OwnedAddress(key.userId(), address)))
                .toList();
    }

    @Override
    public AddressView add(long userId, AddressCommand command) {
        return put(ids.incrementAndGet(), command);
    }

    @Override
    public AddressView update(long userId, long addressId, AddressCommand command) {
        get(userId, addressId);
        return put(addressId, command);
    }

    @Override
    public void remove(long userId, long addressId) {
        get(userId, addressId);
        addresses.remove(addressId);
    }

    private AddressView put(long addressId, AddressCommand c) {
        c.check();
        AddressView view = new AddressView(
                addressId,
                c.receiver(),
                c.phone(),
                c.province(),
                c.city(),
                c.district(),
                c.street(),
                c.zip(),
                c.isDefault());
        addresses.put(addressId, view);
        return view;
    }
}
