package org.gomall.stock;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.seata.core.exception.TransactionException;
import org.apache.seata.tm.api.GlobalTransaction;
import org.apache.seata.tm.api.GlobalTransactionContext;
import org.gomall.api.stock.ReserveCommand;
import org.gomall.api.stock.ReserveLine;
import org.gomall.api.stock.StockReservationService;
import org.springframework.boot.test.context.TestComponent;

/** Stands where provider-order stands: begins global transactions at the real TC and calls over real Dubbo. */
@TestComponent
public class StockCaller {

    /** Patient, so that a crowd on a busy build machine tests the stock and not the timeouts. */
    @DubboReference(timeout = 10_000)
    private StockReservationService stock;

    /** The service, over Dubbo. */
    public StockReservationService service() {
        return stock;
    }

    /** An open global transaction, bound to this thread until it is ended. */
    public GlobalTransaction begin(int timeoutMillis) throws TransactionException {
        GlobalTransaction transaction = GlobalTransactionContext.createNew();
        transaction.begin(timeoutMillis, "test");
        return transaction;
    }

    /** Runs {@code work} in a global transaction; rolls it back and throws on when it fails. Returns the xid. */
    public String inTransaction(Runnable work) throws TransactionException {
        GlobalTransaction transaction = begin(12_000);
        try {
            work.run();
        } catch (RuntimeException e) {
            transaction.rollback();
            throw e;
        }
        transaction.commit();
        return transaction.getXid();
    }

    /** Reserves in a global transaction of its own; returns the xid. */
    public String reserve(long orderId, long skuId, int quantity) throws TransactionException {
        return inTransaction(() -> stock.reserve(command(orderId, skuId, quantity)));
    }

    /** Releases in a global transaction of its own; returns the xid. */
    public String release(long orderId) throws TransactionException {
        return inTransaction(() -> stock.release(orderId));
    }

    /** One order; {@code skusAndQuantities} are pairs. */
    public static ReserveCommand command(long orderId, long... skusAndQuantities) {
        List<ReserveLine> lines = LongStream.range(0, skusAndQuantities.length / 2)
                .mapToObj(i -> new ReserveLine(
                        orderId, skusAndQuantities[(int) i * 2], (int) skusAndQuantities[(int) i * 2 + 1]))
                .toList();
        return new ReserveCommand(lines);
    }
}
