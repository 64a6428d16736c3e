package org.gomall.web.page;

import java.math.BigDecimal;

/** Reads amounts that people type. */
public final class Amounts {

    private static final int MAX_LENGTH = 20;

    private Amounts() {}

    /**
     * The fen of an amount in yuan such as {@code 12}, {@code 12.5} or {@code 1,234.50}; null when it is empty, not a
     * number, or finer than a fen.
     */
    public static Long cents(String yuan) {
        if (yuan == null || yuan.isBlank() || yuan.length() > MAX_LENGTH) {
            return null;
        }
        String digits =
                yuan.strip().replace(",", "").replace("，", "").replace("¥", "").replace("￥", "");
        if (!digits.matches("-?\\d{1,15}(\\.\\d{0,2})?")) {
            return null;
        }
        return new BigDecimal(digits.endsWith(".") ? digits + "0" : digits)
                .movePointRight(2)
                .longValueExact();
    }
}
