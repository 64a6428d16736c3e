package org.gomall.platform.reconciliation;

import java.util.List;
import java.util.stream.Stream;

/** All laws, by their codes. */
public final class Laws {

    private static final List<Law> ALL = Stream.of(StockLaws.ALL, OrderLaws.ALL, MoneyLaws.ALL, CalmLaws.ALL)
            .flatMap(List::stream)
            .sorted((one, other) -> one.code().compareTo(other.code()))
            .toList();

    private Laws() {}

    /** Every law there is. */
    public static List<Law> all() {
        return ALL;
    }
}
