package org.gomall.payment.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gomall.payment.MoneyRows.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.AddCardCommand;
import org.gomall.api.payment.CardBrand;
import org.gomall.api.payment.CardService;
import org.gomall.api.payment.CardView;
import org.gomall.payment.ChannelHand;
import org.gomall.payment.MoneyRows;
import org.gomall.payment.PaymentTest;
import org.gomall.payment.RemoteCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PaymentTest
class CardsTest {

    @Autowired
    CardService cards;

    @Autowired
    RemoteCaller remote;

    @Autowired
    MoneyRows money;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @CsvSource({
        "4242 4242 4242 4242, VISA, 4242",
        "5555-5555-5555-4444, MASTERCARD, 4444",
        "378282246310005, AMEX, 0005",
        "6212345678901232, UNIONPAY, 1232",
        "3530111333300000, JCB, 0000",
        "6011111111111117, DISCOVER, 1117",
        "9999999999999995, OTHER, 9995"
    })
    void a_card_becomes_a_token_with_a_brand_and_four_digits(String number, CardBrand brand, String last4) {
        long user = money.userWith(0);

        CardView card = remote.cards().add(card(user, number, 12, 2030, "123"));

        assertThat(card)
                .isEqualTo(new CardView(card.cardId(), brand, last4, 12, 2030, "Alice Wang"))
                .isEqualTo(remote.cards().get(user, card.cardId()));
        assertThat(remote.cards().list(user)).containsExactly(card);
        assertThat(money.texts("SELECT token FROM card WHERE card_id = ?", card.cardId()))
                .allSatisfy(token -> assertThat(token).startsWith("tok_"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4242424242424241",
                "42424242424",
                "4242x242424242424",
                "42424242424242424242",
                "0",
                "-4242424242424242x"
            })
    void a_number_that_is_none_is_refused(String number) {
        long user = money.userWith(0);

        assertThatThrownBy(() -> remote.cards().add(card(user, number, 12, 2030, "123")))
                .satisfies(refused(ErrorCode.VALIDATION))
                .satisfies(thrown -> assertThat(((BusinessException) thrown).details())
                        .containsOnlyKeys("number")
                        .doesNotContainValue(number));
    }

    @Test
    void expiry_cvv_and_holder_are_checked() {
        long user = money.userWith(0);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate past = today.minusMonths(2);

        assertRefused(card(user, ChannelHand.GOOD, past.getMonthValue(), past.getYear(), "123"), "expiryMonth");
        assertRefused(card(user, ChannelHand.GOOD, 1, today.getYear() + 21, "123"), "expiryYear");
        assertRefused(card(user, ChannelHand.GOOD, 13, 2030, "123"), "expiryMonth");
        assertRefused(card(user, ChannelHand.GOOD, null, 2030, "123"), "expiryMonth");
        assertRefused(card(user, ChannelHand.GOOD, 12, 30, "123"), "expiryYear");
        assertRefused(card(user, ChannelHand.GOOD, 12, 2030, "12"), "cvv");
        assertRefused(card(user, ChannelHand.GOOD, 12, 2030, "12345"), "cvv");
        assertRefused(card(user, ChannelHand.GOOD, 12, 2030, null), "cvv");
        assertRefused(new AddCardCommand(user, ChannelHand.GOOD, 12, 2030, "123", " "), "holder");
        assertRefused(new AddCardCommand(user, ChannelHand.GOOD, 12, 2030, "123", ChannelHand.GOOD), "holder");
        assertThat(cards.list(user)).isEmpty();
    }

    @Test
    void a_card_of_this_month_is_good() {
        long user = money.userWith(0);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);

        cards.add(card(user, ChannelHand.GOOD, today.getMonthValue(), today.getYear(), "123"));

        assertThat(cards.list(user)).hasSize(1);
    }

    @Test
    void cards_of_another_user_do_not_exist() {
        long user = money.userWith(0);
        long other = money.userWith(0);
        long card = cards.add(card(user, ChannelHand.GOOD, 12, 2030, "123")).cardId();

        assertThatThrownBy(() -> cards.get(other, card)).satisfies(refused(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> cards.remove(other, card)).satisfies(refused(ErrorCode.NOT_FOUND));
        assertThat(cards.list(other)).isEmpty();

        cards.remove(user, card);
        assertThat(cards.list(user)).isEmpty();
        assertThatThrownBy(() -> cards.remove(user, card)).satisfies(refused(ErrorCode.NOT_FOUND));
    }

    @Test
    void there_is_room_for_twenty_cards() {
        long user = money.userWith(0);
        for (int i = 0; i < 20; i++) {
            cards.add(card(user, ChannelHand.GOOD, 12, 2030, "123"));
        }

        assertThatThrownBy(() -> cards.add(card(user, ChannelHand.GOOD, 12, 2030, "123")))
                .satisfies(refused(ErrorCode.CONFLICT));
    }

    @Test
    void neither_number_nor_cvv_is_in_the_tables_or_in_words() {
        long user = money.userWith(0);
        AddCardCommand command = card(user, "4929 0000 0000 0000", 12, 2030, "9137");
        cards.add(command);

        assertThat(command.toString()).doesNotContain("4929", "9137", "Alice");
        List<String> columns = money.texts("SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND data_type IN ('char', 'varchar', 'text', 'mediumtext')");
        assertThat(columns).contains("card.token", "sandbox_token.token", "outbox.body");
        for (String column : columns) {
            String table = column.substring(0, column.indexOf('.'));
            assertThat(money.number("SELECT COUNT(*) FROM " + table + " WHERE " + column + " LIKE '%492900%'"))
                    .as(column)
                    .isZero();
        }
        for (String column : List.of("token", "brand", "last4", "holder")) {
            assertThat(money.texts("SELECT " + column + " FROM card WHERE user_id = ?", user))
                    .noneMatch(text -> text.contains("9137"));
        }
    }

    private void assertRefused(AddCardCommand command, String field) {
        assertThatThrownBy(() -> remote.cards().add(command))
                .satisfies(refused(ErrorCode.VALIDATION))
                .satisfies(thrown ->
                        assertThat(((BusinessException) thrown).details()).containsOnlyKeys(field));
    }

    private static AddCardCommand card(long user, String number, Integer month, Integer year, String cvv) {
        return new AddCardCommand(user, number, month, year, cvv, "Alice Wang");
    }
}
