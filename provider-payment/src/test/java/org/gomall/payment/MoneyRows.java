package org.gomall.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.TopUpCommand;
import org.gomall.api.payment.WalletService;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Users with money for tests, and the books as the tables have them. */
@TestComponent
public class MoneyRows {

    private final JdbcClient jdbc;
    private final WalletService wallets;
    private final FakeOrders numbers;

    MoneyRows(JdbcClient jdbc, WalletService wallets, FakeOrders numbers) {
        this.jdbc = jdbc;
        this.wallets = wallets;
        this.numbers = numbers;
    }

    /** A new user who owns so much. */
    public long userWith(long cents) {
        long userId = numbers.number();
        if (cents > 0) {
            wallets.topUp(new TopUpCommand(userId, "first", cents));
        }
        return userId;
    }

    /** The balance row of a wallet, 0 without one. */
    public long balance(long userId) {
        return number("SELECT COALESCE(SUM(balance_cents), 0) FROM wallet WHERE user_id = ?", userId);
    }

    /** The first column of the first row, as a number. */
    public long number(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    /** The first column of all rows, as text. */
    public List<String> texts(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(String.class).list();
    }

    /** How the database would run a query, all words of it. */
    public String plan(String explain) {
        return jdbc.sql(explain).query().listOfRows().toString();
    }

    /** Runs a statement that changes rows. */
    public void update(String sql, Object... parameters) {
        jdbc.sql(sql).params(parameters).update();
    }

    /** Invariant I9 for one wallet and for the whole ledger. */
    public void assertBooksBalance(long userId) {
        assertThat(number(
                        "SELECT COALESCE(SUM(amount_cents), 0) FROM ledger_entry WHERE account = 'WALLET' AND user_id = ?",
                        userId))
                .isEqualTo(balance(userId));
        assertThat(number("SELECT COALESCE(SUM(amount_cents), 0) FROM ledger_entry"))
                .isZero();
        assertThat(number("SELECT COUNT(*) FROM (SELECT kind, reference_id FROM ledger_entry"
                        + " GROUP BY kind, reference_id HAVING SUM(amount_cents) <> 0) unbalanced"))
                .isZero();
    }

    /** Runs {@code task} so many times at once; a refusal is a result as well. */
    public static List<Object> atOnce(int times, IntFunction<Callable<?>> task) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(times);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Object>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                Callable<?> one = task.apply(i);
                futures.add(crowd.submit(() -> {
                    start.await();
                    try {
                        return one.call();
                    } catch (BusinessException refusal) {
                        return refusal.error();
                    }
                }));
            }
            start.countDown();
            List<Object> results = new ArrayList<>();
            for (Future<Object> future : futures) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            crowd.shutdownNow();
        }
    }

    /** Matches a refusal with this code. */
    public static java.util.function.Consumer<Throwable> refused(ErrorCode code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(code));
    }
}
