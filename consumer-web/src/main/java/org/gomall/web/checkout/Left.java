package org.gomall.web.checkout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.order.SetCartLineCommand;
import org.gomall.web.page.Problem;

/**
 * What is left of a SKU, as the button says it that takes it: {@code 1000024:2}.
 *
 * @param pieces 0 leaves the line out
 */
record Left(long skuId, int pieces) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):(\\d{1,6})");

    static Left named(String text) {
        Matcher bits = TEXT.matcher(text);
        if (!bits.matches()) {
            throw Problem.invalid("quantity");
        }
        return new Left(Long.parseLong(bits.group(1)), Integer.parseInt(bits.group(2)));
    }

    /** A line that is left out stays in the cart. */
    SetCartLineCommand command() {
        return pieces == 0 ? new SetCartLineCommand(skuId, null, false) : new SetCartLineCommand(skuId, pieces, null);
    }
}
