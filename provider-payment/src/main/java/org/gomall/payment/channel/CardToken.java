package org.gomall.payment.channel;

/**
 * What the channel gives for a card.
 *
 * @param token stands for the card at this channel and nowhere else
 * @param brand in the channel's words, for example VISA
 */
public record CardToken(String token, String brand, String last4) {

    @Override
    public String toString() {
        return "CardToken[brand=" + brand + "]";
    }
}
