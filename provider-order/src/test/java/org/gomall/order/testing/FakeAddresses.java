package org.gomall.order.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gomall.api.common.BusinessException;
import org.gomall.api.user.AddressCommand;
import org.gomall.api.user.AddressKeys;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.api.user.OwnedAddress;
import org.gomall.platform.test.SentStatements;

/** Addresses in memory. */
public class FakeAddresses implements AddressService {

    private record Key(long userId, long addressId) {}

    private final Map<Key, AddressView> addresses = new ConcurrentHashMap<>();

    /** Adds an address of a user. */
    public void put(long userId, AddressView address) {
        addresses.put(new Key(userId, address.addressId()), address);
    }

    @Override
    public AddressView get(long userId, long addressId) {
        SentStatements.called("AddressService.get");
        AddressView found = addresses.get(new Key(userId, addressId));
        if (found == null) {
            throw BusinessException.notFound("Address");
        }
        return found;
    }

    @Override
    public List<OwnedAddress> ofOwners(AddressKeys keys) {
        SentStatements.called("AddressService.ofOwners");
        return keys.keys().stream()
                .distinct()
                .map(key -> new OwnedAddress(key.userId(), addresses.get(new Key(key.userId(), key.addressId()))))
                .filter(found -> found.address() != null)
                .toList();
    }

    @Override
    public List<AddressView> list(long userId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AddressView add(long userId, AddressCommand command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AddressView update(long userId, long addressId, AddressCommand command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(long userId, long addressId) {
        throw new UnsupportedOperationException();
    }
}
