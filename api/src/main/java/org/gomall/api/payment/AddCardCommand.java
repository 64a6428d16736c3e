package org.gomall.api.payment;

import java.io.Serializable;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * A card to keep for later payments. Number and CVV pass through to the card channel and are kept nowhere; that is why
 * this says nothing about itself.
 *
 * @param number 12 to 19 digits with a right check digit; spaces and dashes between them do no harm
 * @param expiryMonth 1 to 12
 * @param expiryYear with four digits; whether it has passed is asked by the provider's clock
 * @param cvv 3 or 4 digits
 * @param holder the name on the card
 */
public record AddCardCommand(
        long userId, String number, Integer expiryMonth, Integer expiryYear, String cvv, String holder)
        implements Checked, Serializable {

    private static final int HOLDER_LENGTH = 64;

    @Override
    public void check() {
        Check.fields()
                .that(CardNumber.isValid(digits()), "number", "must be a card number")
                .range(asLong(expiryMonth), 1, 12, "expiryMonth")
                .range(asLong(expiryYear), 2000, 2999, "expiryYear")
                .that(cvv != null && cvv.matches("\\d{3,4}"), "cvv", "must have 3 or 4 digits")
                .text(holder, HOLDER_LENGTH, "holder")
                // People type into the wrong field; a number there would be kept.
                .that(holder == null || !holder.matches(".*\\d.*"), "holder", "must not contain digits")
                .orRefuse();
    }

    /** The number without anything between its digits. */
    public String digits() {
        return CardNumber.digits(number);
    }

    @Override
    public String toString() {
        return "AddCardCommand[userId=" + userId + "]";
    }

    private static Long asLong(Integer value) {
        return value == null ? null : value.longValue();
    }
}
