package org.gomall.payment.sandbox;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Card networks by the first digits of their numbers (ISO/IEC 7812, as the networks publish their ranges). */
enum Brand {
    VISA("4\\d+"),
    MASTERCARD("(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)\\d+"),
    AMEX("3[47]\\d+"),
    UNIONPAY("62\\d+"),
    JCB("35(2[89]|[3-8])\\d+"),
    DISCOVER("(6011|65|64[4-9])\\d+"),
    OTHER("\\d+");

    private final Pattern numbers;

    Brand(String numbers) {
        this.numbers = Pattern.compile(numbers);
    }

    static Brand of(String number) {
        return Stream.of(values())
                .filter(brand -> brand.numbers.matcher(number).matches())
                .findFirst()
                .orElse(OTHER);
    }
}
