package org.gomall.order.cart;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CartLineCommand;
import org.gomall.api.order.CartOwner;
import org.gomall.api.order.OrderLimits;
import org.gomall.api.order.SetCartLineCommand;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The lines of carts. Writers of one cart take turns by locking its rows. */
@Component
class CartLines {

    private static final int GUEST_DAYS = 30;
    private static final int ATTEMPTS = 3;

    private final CartMapper carts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CartLines(CartMapper carts, TransactionTemplate transaction, Clock clock) {
        this.carts = carts;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<CartLine> of(CartOwner owner) {
        return carts.lines(key(owner));
    }

    void add(CartOwner owner, CartLineCommand line) {
        atomically(() -> {
            carts.lock(key(owner));
            List<CartLine> lines = carts.lines(key(owner));
            Optional<CartLine> present = lines.stream()
                    .filter(known -> known.skuId() == line.skuId())
                    .findFirst();
            if (present.isEmpty() && lines.size() >= OrderLimits.MAX_LINES) {
                throw new BusinessException(
                        ErrorCode.CONFLICT, "A cart holds at most " + OrderLimits.MAX_LINES + " different articles");
            }
            if (present.map(CartLine::quantity).orElse(0) + line.quantity() > OrderLimits.MAX_QUANTITY) {
                throw new BusinessException(
                        ErrorCode.VALIDATION,
                        ErrorCode.VALIDATION.defaultMessage(),
                        Map.of("quantity", "must be at most " + OrderLimits.MAX_QUANTITY + " in all"));
            }
            put(owner, new CartLine(line.skuId(), line.quantity(), true));
        });
    }

    void set(CartOwner owner, SetCartLineCommand line) {
        int changed = carts.set(key(owner), line.skuId(), line.quantity(), line.selected(), keepDays(owner));
        if (changed == 0) {
            throw BusinessException.notFound("Cart line");
        }
    }

    void remove(CartOwner owner, long skuId) {
        carts.remove(key(owner), skuId);
    }

    void clear(CartOwner owner) {
        carts.clear(key(owner));
    }

    /** Whoever comes second finds the guest's cart empty, so that nothing is added twice. */
    void merge(CartOwner guest, CartOwner user) {
        atomically(() -> {
            carts.lock(key(user));
            carts.lock(key(guest));
            List<CartLine> own = carts.lines(key(user));
            int room = OrderLimits.MAX_LINES - own.size();
            for (CartLine line : carts.lines(key(guest))) {
                boolean known = own.stream().anyMatch(mine -> mine.skuId() == line.skuId());
                if (known || room-- > 0) {
                    put(user, line);
                }
            }
            carts.clear(key(guest));
        });
    }

    private void put(CartOwner owner, CartLine line) {
        carts.add(
                key(owner),
                line.skuId(),
                line.quantity(),
                line.selected(),
                clock.instant(),
                keepDays(owner),
                OrderLimits.MAX_QUANTITY);
    }

    /** Two writers who insert side by side may be a deadlock for the database; one of them simply tries again. */
    private void atomically(Runnable work) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.executeWithoutResult(status -> work.run());
                return;
            } catch (PessimisticLockingFailureException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    static String key(CartOwner owner) {
        return owner.userId() != null ? "u:" + owner.userId() : "g:" + owner.guestToken();
    }

    private static Integer keepDays(CartOwner owner) {
        return owner.userId() != null ? null : GUEST_DAYS;
    }
}
