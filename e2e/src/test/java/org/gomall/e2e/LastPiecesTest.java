package org.gomall.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Many want the last pieces, some change their minds: every piece is sold at most once, and none is lost. */
class LastPiecesTest {

    private static final Mall MALL = Mall.shared();

    @Test
    void two_hundred_shoppers_want_fifty_pieces_while_some_cancel() {
        long sku = MALL.skuWithStock(Mall.NOVA_SHOP, 50);
        List<Shopper> accounts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            accounts.add(Shopper.register(MALL.url(), 0));
        }
        ConcurrentLinkedQueue<String> kept = new ConcurrentLinkedQueue<>();
        Random random = new Random(50);
        List<Boolean> changesMind = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            changesMind.add(random.nextInt(4) == 0);
        }

        List<String> failures = Together.run(200, i -> {
            Shopper shopper = accounts.get(i % accounts.size());
            Map<String, Object> body = shopper.orderOf(sku, 1);
            String key = Shopper.key();
            Answer answer = MALL.patiently(() -> shopper.postWithKey("/api/orders", key, body));
            if (answer.code() == 40904) {
                return null;
            }
            if (answer.code() != 0) {
                return answer.toString();
            }
            String order = answer.data().path("orders").get(0).path("orderId").asString();
            if (changesMind.get(i)) {
                Answer cancelled = MALL.patiently(() -> shopper.post("/api/orders/" + order + "/cancel"));
                boolean gone = cancelled.code() == 0 || cancelled.code() == 40901;
                return gone ? null : cancelled.toString();
            }
            kept.add(order);
            return null;
        });

        assertThat(failures).allMatch(java.util.Objects::isNull);
        MALL.awaitCalm();
        long left = MALL.available(sku);
        assertThat(kept.size() + left).isEqualTo(50);
        assertThat(MALL.database().number("SELECT reserved FROM gomall_stock.stock WHERE sku_id = ?", sku))
                .isEqualTo(kept.size());

        // What came back can be bought, down to the very last piece and not one further.
        Shopper last = accounts.get(0);
        for (long i = 0; i < left; i++) {
            last.order(sku, 1);
        }
        last.postWithKey("/api/orders", Shopper.key(), last.orderOf(sku, 1)).refused(40904);
        assertThat(MALL.available(sku)).isZero();
        MALL.assertInvariants();
    }
}
