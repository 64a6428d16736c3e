package org.gomall.user.address;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.user.AddressCommand;
import org.gomall.api.user.AddressKeys;
import org.gomall.api.user.AddressService;
import org.gomall.api.user.AddressView;
import org.gomall.api.user.OwnedAddress;
import org.gomall.platform.id.Ids;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivery addresses. Who has any has exactly one default: writes of one user go one after another. */
@DubboService
class Addresses implements AddressService {

    static final int MOST_OF_A_USER = 20;

    private final AddressMapper mapper;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Addresses(AddressMapper mapper, TransactionTemplate transaction, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public List<AddressView> list(long userId) {
        return mapper.list(userId);
    }

    @Override
    public AddressView get(long userId, long addressId) {
        AddressView address = mapper.find(userId, addressId);
        if (address == null) {
            throw notFound();
        }
        return address;
    }

    @Override
    public List<OwnedAddress> ofOwners(AddressKeys keys) {
        return mapper.findAll(keys.keys()).stream().map(AddressRow::owned).toList();
    }

    @Override
    public AddressView add(long userId, AddressCommand command) {
        long addressId = ids.next();
        return oneAtATime(userId, () -> {
            if (mapper.count(userId) >= MOST_OF_A_USER) {
                throw new BusinessException(
                        ErrorCode.CONFLICT,
                        "No more than " + MOST_OF_A_USER + " addresses",
                        Map.of("limit", MOST_OF_A_USER));
            }
            mapper.insert(userId, addressId, command, clock.instant());
            keepOneDefault(userId, addressId, command.isDefault());
            return get(userId, addressId);
        });
    }

    @Override
    public AddressView update(long userId, long addressId, AddressCommand command) {
        return oneAtATime(userId, () -> {
            if (mapper.update(userId, addressId, command, clock.instant()) == 0) {
                throw notFound();
            }
            keepOneDefault(userId, addressId, command.isDefault());
            return get(userId, addressId);
        });
    }

    @Override
    public void remove(long userId, long addressId) {
        oneAtATime(userId, () -> {
            if (mapper.delete(userId, addressId) == 0) {
                throw notFound();
            }
            Long oldest = mapper.oldestId(userId);
            if (oldest != null) {
                keepOneDefault(userId, oldest, false);
            }
            return null;
        });
    }

    /** Makes {@code addressId} the default when it is wanted so, or when there is none. */
    private void keepOneDefault(long userId, long addressId, boolean wanted) {
        if (wanted) {
            mapper.clearOtherDefault(userId, addressId);
        }
        if (mapper.defaultId(userId) == null) {
            mapper.makeDefault(userId, addressId);
        }
    }

    private <T> T oneAtATime(long userId, Supplier<T> write) {
        return transaction.execute(status -> {
            if (mapper.lockOwner(userId) == null) {
                throw notFound();
            }
            return write.get();
        });
    }

    private static BusinessException notFound() {
        return BusinessException.notFound("address");
    }
}
