package org.gomall.payment.channel;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.payment.AddCardCommand;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The card processor over HTTP. Charges and refunds are named by our own numbers, so asking again never charges or gives
 * back twice. Nobody holds a transaction while waiting here.
 */
@Component
public class CardChannel {

    /** Its name in the path of callbacks. */
    public static final String NAME = "sandbox";

    /** All amounts are in fen. */
    static final String CURRENCY = "CNY";

    private static final Duration CONNECT_WITHIN = Duration.ofMillis(500);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final ChannelSettings settings;
    private final RestClient http;

    CardChannel(ChannelSettings settings) {
        this.settings = settings;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_WITHIN)
                .build());
        requests.setReadTimeout(ANSWER_WITHIN);
        this.http = RestClient.builder()
                .requestFactory(requests)
                .defaultHeader("X-Api-Key", settings.apiKey())
                .build();
    }

    /**
     * Turns a card into a token.
     *
     * @throws BusinessException VALIDATION when the channel takes no such card; UNAVAILABLE
     */
    public CardToken tokenise(AddCardCommand card) {
        TokenRequest request = new TokenRequest(card.digits(), card.expiryMonth(), card.expiryYear(), card.cvv());
        try {
            return token(request);
        } catch (HttpClientErrorException.UnprocessableContent refused) {
            throw new BusinessException(
                    ErrorCode.VALIDATION, ErrorCode.VALIDATION.defaultMessage(), Map.of("number", "is not accepted"));
        } catch (RestClientException away) {
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
    }

    /** A pooled connection may be closed in the moment it is used. Asking twice costs at most a token that nobody uses. */
    private CardToken token(TokenRequest request) {
        try {
            return post("/sandbox/tokens", request, CardToken.class);
        } catch (ResourceAccessException broken) {
            return post("/sandbox/tokens", request, CardToken.class);
        }
    }

    /**
     * Asks for money, or what became of it when it was asked for before. A token that the channel does not know any more is a
     * decline.
     *
     * @throws RestClientException when nobody knows whether the channel heard it
     */
    public ChannelCharge charge(long paymentId, String token, long amountCents) {
        try {
            return post(
                    "/sandbox/charges",
                    new ChargeRequest(Long.toString(paymentId), token, amountCents, CURRENCY, settings.callbackUrl()),
                    ChannelCharge.class);
        } catch (HttpClientErrorException.UnprocessableContent refused) {
            return new ChannelCharge(Long.toString(paymentId), ChannelCharge.Status.DECLINED, amountCents, CURRENCY);
        }
    }

    /** What became of a charge, or empty when the channel never heard of it. */
    public Optional<ChannelCharge> find(long paymentId) {
        try {
            return Optional.ofNullable(http.get()
                    .uri(settings.url() + "/sandbox/charges/" + paymentId)
                    .retrieve()
                    .body(ChannelCharge.class));
        } catch (HttpClientErrorException.NotFound unknown) {
            return Optional.empty();
        }
    }

    /** Cancels a charge that is not decided; one that the channel has not heard of yet will never be made. */
    public ChannelCharge cancel(long paymentId) {
        return http.post()
                .uri(settings.url() + "/sandbox/charges/" + paymentId + "/cancel")
                .retrieve()
                .body(ChannelCharge.class);
    }

    /** Asks for money back, or what became of that when it was asked for before. */
    public ChannelRefund refund(long refundId, long paymentId, long amountCents) {
        return post(
                "/sandbox/refunds",
                new RefundRequest(
                        Long.toString(refundId), Long.toString(paymentId), amountCents, settings.callbackUrl()),
                ChannelRefund.class);
    }

    private <T> T post(String path, Object body, Class<T> answer) {
        return http.post()
                .uri(settings.url() + path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .body(answer);
    }

    /** A card on its way to the channel. */
    private record TokenRequest(String number, int expiryMonth, int expiryYear, String cvv) {

        @Override
        public String toString() {
            return "TokenRequest[]";
        }
    }

    private record ChargeRequest(
            String reference, String token, long amountCents, String currency, String callbackUrl) {}

    private record RefundRequest(String reference, String chargeReference, long amountCents, String callbackUrl) {}
}
