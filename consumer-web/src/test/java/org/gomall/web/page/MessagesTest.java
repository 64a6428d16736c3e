package org.gomall.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.order.CancelReason;
import org.gomall.api.order.CheckoutProblem;
import org.gomall.api.order.OrderStatus;
import org.gomall.api.order.RefundStatus;
import org.gomall.api.payment.PaymentMethod;
import org.gomall.api.payment.PaymentStatus;
import org.gomall.api.payment.WalletEntryView;
import org.gomall.api.product.ProductSort;
import org.junit.jupiter.api.Test;

class MessagesTest {

    /** As in application.yaml. */
    private static final List<String> AREAS = List.of("base", "shop", "account", "merchant", "admin", "ops");

    private static final Properties ENGLISH = texts("");
    private static final Properties CHINESE = texts("_zh_CN");
    private static final Pattern KEY =
            Pattern.compile("#\\{([A-Za-z0-9._]+)[}(]|#messages\\.msg\\('([A-Za-z0-9._]+)'[,)]");

    /** Said only when there are several. */
    private static final Set<String> OF_SEVERAL = Set.of("checkout.split", "order.payments.shared");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(CHINESE.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(ENGLISH.stringPropertyNames());
    }

    @Test
    void both_languages_say_something_and_use_the_same_figures() {
        for (String key : ENGLISH.stringPropertyNames()) {
            assertThat(ENGLISH.getProperty(key)).as(key).isNotBlank();
            assertThat(CHINESE.getProperty(key)).as(key).isNotBlank();
            assertThat(figures(CHINESE.getProperty(key))).as(key).isEqualTo(figures(ENGLISH.getProperty(key)));
        }
    }

    @Test
    void no_message_trips_over_the_quotes_of_message_format() {
        for (Properties bundle : List.of(ENGLISH, CHINESE)) {
            for (String key : bundle.stringPropertyNames()) {
                assertThat(bundle.getProperty(key)).as(key).doesNotContain("'");
                new MessageFormat(bundle.getProperty(key));
            }
        }
    }

    @Test
    void one_of_a_kind_is_not_spoken_of_as_many() {
        Object[] ones = {1, 1, 1, 1, 1};
        for (String key : ENGLISH.stringPropertyNames()) {
            if (!OF_SEVERAL.contains(key)) {
                assertThat(new MessageFormat(ENGLISH.getProperty(key), Locale.ENGLISH).format(ones))
                        .as(key)
                        .doesNotContainPattern("\\b1 (?!ms\\b|has\\b)[a-z]+s\\b");
            }
        }
    }

    @Test
    void templates_use_no_unknown_key() throws IOException {
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, String> template : Templates.all().entrySet()) {
            Matcher keys = KEY.matcher(template.getValue());
            while (keys.find()) {
                String key = keys.group(1) == null ? keys.group(2) : keys.group(1);
                if (!ENGLISH.containsKey(key)) {
                    unknown.add(template.getKey() + ": " + key);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_error_code_has_a_sentence() {
        for (ErrorCode code : ErrorCode.values()) {
            assertThat(ENGLISH).containsKey("error." + code.number());
        }
    }

    @Test
    void every_state_that_a_page_can_show_has_a_name() {
        for (OrderStatus status : OrderStatus.values()) {
            assertThat(ENGLISH).containsKeys("order.status." + status, "order.step." + status);
        }
        for (CancelReason reason : CancelReason.values()) {
            assertThat(ENGLISH).containsKey("order.cancelled." + reason);
        }
        for (RefundStatus status : RefundStatus.values()) {
            assertThat(ENGLISH).containsKeys("refunds.status." + status, "refunds.step." + status);
        }
        for (PaymentStatus status : PaymentStatus.values()) {
            assertThat(ENGLISH).containsKeys("payment.status." + status, "result." + status);
        }
        for (PaymentMethod method : PaymentMethod.values()) {
            assertThat(ENGLISH).containsKey("pay.method." + method);
        }
        for (WalletEntryView.Kind kind : WalletEntryView.Kind.values()) {
            assertThat(ENGLISH).containsKey("wallet.kind." + kind);
        }
        for (CheckoutProblem.Kind kind : CheckoutProblem.Kind.values()) {
            assertThat(ENGLISH).containsKey("checkout.problem." + kind);
        }
        for (ProductSort sort : ProductSort.values()) {
            assertThat(ENGLISH).containsKey("sort." + sort.text());
        }
        for (String page : List.of("403", "404", "429", "500", "503", "other")) {
            assertThat(ENGLISH).containsKeys("oops." + page + ".title", "oops." + page + ".text");
        }
    }

    private static Set<String> figures(String message) {
        Set<String> figures = new TreeSet<>();
        Matcher found = PLACEHOLDER.matcher(message);
        while (found.find()) {
            figures.add(found.group(1));
        }
        return figures;
    }

    /** Of all areas together; no key may be in two of them, since one would hide the other. */
    private static Properties texts(String language) {
        Properties all = new Properties();
        for (String area : AREAS) {
            Properties bundle = bundle("/messages/" + area + language + ".properties");
            assertThat(all.stringPropertyNames()).as(area).doesNotContainAnyElementsOf(bundle.stringPropertyNames());
            all.putAll(bundle);
        }
        return all;
    }

    private static Properties bundle(String resource) {
        Properties bundle = new Properties();
        try (Reader reader =
                new InputStreamReader(MessagesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            StringWriter copy = new StringWriter();
            reader.transferTo(copy);
            String text = copy.toString();
            bundle.load(new StringReader(text));
            // The reader of bundles lets the last of two win in silence.
            assertThat(text.lines().filter(line -> line.matches("[^#\\s].*=.*")))
                    .as(resource)
                    .hasSize(bundle.size());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bundle;
    }
}
