package org.gomall.api.payment;

/** The digits on a card. */
final class CardNumber {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;

    private CardNumber() {}

    /** What was typed without the spaces and dashes that people put between groups; null stays null. */
    static String digits(String typed) {
        return typed == null ? null : typed.replaceAll("[ -]", "");
    }

    /** Whether these are 12 to 19 digits with a right check digit (Luhn, ISO/IEC 7812-1). */
    static boolean isValid(String digits) {
        if (digits == null || digits.length() < SHORTEST || digits.length() > LONGEST) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(digits.length() - 1 - i);
            if (c < '0' || c > '9') {
                return false;
            }
            int digit = c - '0';
            int doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += i % 2 == 0 ? digit : doubled;
        }
        return sum % 10 == 0;
    }
}
