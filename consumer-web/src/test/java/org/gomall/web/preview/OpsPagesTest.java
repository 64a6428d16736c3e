package org.gomall.web.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.common.Page;
import org.gomall.api.ops.DeadLetterService;
import org.gomall.api.ops.DeadLetterView;
import org.gomall.api.ops.LawResult;
import org.gomall.api.ops.LawStatus;
import org.gomall.api.ops.ReconciliationReport;
import org.gomall.api.ops.ReconciliationService;
import org.gomall.api.ops.ReplayOutcome;
import org.gomall.api.ops.StuckTransaction;
import org.gomall.api.ops.TransactionService;
import org.gomall.api.ops.Violation;
import org.gomall.api.user.AuditLogService;
import org.gomall.platform.reconciliation.Laws;
import org.gomall.slice.Browser.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** What operations see: reconciliation, dead letters, stuck transactions, failures on purpose. */
class OpsPagesTest extends PagesTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    @Autowired
    private ReconciliationService reconciliation;

    @Autowired
    private TransactionService transactions;

    @Autowired
    @Qualifier("provider-order")
    private DeadLetterService orderLetters;

    @Autowired
    @Qualifier("provider-stock")
    private DeadLetterService stockLetters;

    @Autowired
    private AuditLogService audit;

    @BeforeEach
    void enter_as_admin() {
        reset(reconciliation, transactions, orderLetters, stockLetters, audit);
        when(orderLetters.newest(anyInt())).thenReturn(letters("provider-order", 2, 0));
        when(stockLetters.newest(anyInt())).thenReturn(letters("provider-stock", 1, 1));
        logIn("admin");
    }

    @Test
    void every_law_is_shown_with_what_breaks_it_and_what_to_do_in_both_languages() {
        when(reconciliation.last())
                .thenReturn(new ReconciliationReport(
                        NOON,
                        NOON,
                        12,
                        Laws.all().stream()
                                .map(law -> new LawResult(
                                        law.code(),
                                        law.key(),
                                        law.title(),
                                        LawStatus.VIOLATED,
                                        List.of(new Violation(Map.of("id", "<4711>"), NOON, true)),
                                        law.remedy(),
                                        null))
                                .toList()));

        String page = browser.get("/ops/reconciliation").body();

        Laws.all().forEach(law -> assertThat(page).contains(law.title().replace("'", "&#39;")));
        assertThat(page)
                .contains("What to do:", "id=&lt;4711&gt;", "broken")
                .contains("%1$d laws: 0 hold, 0 settling, %1$d broken, 0 not checked."
                        .formatted(Laws.all().size()))
                .containsPattern("since Jun 1, 2026, [^<]*:00:00[^<]* GMT")
                .doesNotContain("??ops");
        browser.get("/language/zh-CN");
        assertThat(browser.get("/ops/reconciliation").body())
                .contains("<h1>对账</h1>", "被违反", "如何处理")
                .doesNotContain("??ops");
    }

    @Test
    void only_what_is_broken_is_opened_and_what_needs_somebody_comes_first() {
        when(reconciliation.last())
                .thenReturn(new ReconciliationReport(
                        NOON,
                        NOON,
                        12,
                        List.of(
                                law("stock-sum", LawStatus.HOLDS),
                                law("half-way", LawStatus.SETTLING),
                                law("postings", LawStatus.VIOLATED))));

        String page = browser.get("/ops/reconciliation").body();

        assertThat(page).contains("One law is broken", "3 laws: 1 hold, 1 settling, 1 broken, 0 not checked.");
        assertThat(page).contains("An entry was added, changed or removed by hand", "It gets up to two minutes");
        assertThat(page).doesNotContain("Somebody changed the row of the SKU", "hang on a global transaction");
        assertThat(page.indexOf("law-postings")).isPositive().isLessThan(page.indexOf("law-half-way"));
        assertThat(page.indexOf("law-half-way")).isLessThan(page.indexOf("law-stock-sum"));
    }

    @Test
    void when_all_laws_hold_one_line_says_so() {
        when(reconciliation.last())
                .thenReturn(new ReconciliationReport(NOON, NOON, 12, List.of(law("stock-sum", LawStatus.HOLDS))));

        assertThat(browser.get("/ops/reconciliation").body())
                .contains("The books are right.", "1 law: 1 hold")
                .doesNotContain("What to do:");
    }

    @Test
    void where_there_is_nothing_to_do_the_page_says_so_and_leads_on() {
        when(orderLetters.newest(anyInt())).thenReturn(letters("provider-order", 0, 0));
        when(stockLetters.newest(anyInt())).thenReturn(letters("provider-stock", 0, 0));
        when(transactions.stuck()).thenReturn(List.of());

        assertThat(browser.get("/ops/dead-letters").body())
                .contains(
                        "No dead letters",
                        "Every event could be applied",
                        "href=\"/ops/reconciliation\">Open reconciliation")
                .doesNotContain("<details class=\"ask\"");
        assertThat(browser.get("/ops/dead-letters?application=provider-stock").body())
                .contains(
                        "<option value=\"provider-stock\" selected",
                        "No dead letters in provider-stock",
                        "href=\"/ops/dead-letters\">All applications");
        assertThat(browser.get("/ops/transactions").body()).contains("Nothing is stuck", "Open reconciliation");
    }

    @Test
    void what_renews_itself_can_be_paused_and_gives_the_focus_back_to_each_of_its_links() {
        for (String path : List.of("/ops", "/ops/services/provider-stock", "/ops/rules/flow")) {
            String page = browser.get(path).body();
            int live = page.indexOf("hx-trigger=\"every 2s\"");
            assertThat(page.substring(0, live))
                    .as(path)
                    .containsPattern("<button[^>]* data-pause aria-pressed=\"false\"");
            assertThat(page.substring(live, page.indexOf("</main>")))
                    .as(path)
                    .doesNotContainPattern("<(a|button) (?![^>]*\\bid=)")
                    .doesNotContain("role=\"status\"");
        }
        assertThat(browser.get("/ops").body()).containsPattern("data-announce=\"\\d+ things look wrong");
    }

    @Test
    void the_categories_of_the_shop_are_no_part_of_the_back_office() {
        assertThat(browser.get("/products").body()).contains("class=\"categories\"");
        for (String path : List.of("/admin/access-rules", "/ops", "/ops/failures")) {
            Answer page = browser.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("class=\"sections\"").doesNotContain("class=\"categories\"");
        }
    }

    @Test
    void the_last_report_stays_on_the_page_when_looking_anew_is_refused() {
        when(reconciliation.last()).thenReturn(new ReconciliationReport(NOON, NOON, 4321, List.of()));
        when(reconciliation.run()).thenThrow(new BusinessException(ErrorCode.UNAVAILABLE));
        String page = browser.get("/ops/reconciliation").body();

        Answer refused = browser.form("/ops/reconciliation", "_csrf=" + find(CSRF, page));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("nothing was done", "took 4,321 ms");
        assertThat(refused.body().indexOf("nothing was done"))
                .as("where a script puts it")
                .isGreaterThan(refused.body().indexOf("<div id=\"refusal\">"))
                .isLessThan(refused.body().indexOf("<div id=\"report\""));
    }

    @Test
    void the_report_keeps_its_shape_while_somebody_looks_anew_and_not_while_it_renews_itself() {
        when(reconciliation.last())
                .thenReturn(new ReconciliationReport(NOON, NOON, 12, List.of(law("stock-sum", LawStatus.HOLDS))));

        assertThat(browser.get("/ops/reconciliation").body())
                .containsPattern("<form method=\"post\"[^>]*hx-target=\"#report\"[^>]*hx-indicator=\"#laws\"")
                .contains("<div id=\"laws\" class=\"loads\">")
                .containsPattern("<div id=\"report\" (?![^>]*class=)[^>]*hx-trigger=\"every 15s\"");
    }

    @Test
    void before_the_first_look_there_is_a_button_to_look() {
        when(reconciliation.last()).thenThrow(new BusinessException(ErrorCode.ILLEGAL_STATE));
        String page = browser.get("/ops/reconciliation").body();
        assertThat(page).contains("<div id=\"report\"", "Not checked yet");

        assertThat(path(browser.form("/ops/reconciliation", "_csrf=" + find(CSRF, page))))
                .isEqualTo("/ops/reconciliation");
        verify(reconciliation).run();
    }

    @Test
    void dead_letters_of_all_applications_are_one_list_newest_first_and_one_that_is_away_is_named() {
        assertThat(browser.get("/api/ops/dead-letters?size=2").data().toString())
                .matches(".*provider-stock:1.*provider-order:2.*\"total\":3.*");
        assertThat(browser.get("/api/ops/dead-letters?application=provider-order&page=2&size=1")
                        .data()
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactly("provider-order:1");
        assertThat(browser.get("/api/ops/dead-letters?application=nobody").code())
                .isEqualTo(40001);
        assertThat(browser.get("/api/ops/dead-letters?page=11&size=100").code()).isEqualTo(40001);
        doThrow(new BusinessException(ErrorCode.UNAVAILABLE)).when(stockLetters).newest(anyInt());
        Answer rest = browser.get("/ops/dead-letters");
        assertThat(rest.body())
                .contains("do not answer", "provider-order:2")
                .contains("provider-stock")
                .doesNotContain("provider-stock:1<");
    }

    @Test
    void a_letter_is_replayed_on_record_first_and_the_page_says_what_came_of_it() {
        String page = browser.get("/ops/dead-letters").body();
        assertThat(page).contains("Replay provider-order:2", "&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(page).contains("Then provider-order will get OrderPaid once more", "Yes, replay provider-order:2");
        when(orderLetters.replay(2)).thenReturn(new ReplayOutcome(ReplayOutcome.Result.FAILED, "still <bad>"));
        assertThat(browser.form("/ops/dead-letters", "letterId=provider-order:2&_csrf=" + find(CSRF, page))
                        .body())
                .contains("It failed again: still &lt;bad&gt;");
        when(orderLetters.replay(2)).thenReturn(new ReplayOutcome(ReplayOutcome.Result.HANDLED, null));
        Answer done = browser.form("/ops/dead-letters", "letterId=provider-order:2&_csrf=" + find(CSRF, page));
        assertThat(browser.get(path(done)).body()).contains("The event was applied");

        InOrder order = inOrder(audit, orderLetters);
        order.verify(audit).record(any());
        order.verify(orderLetters).replay(2);
        assertThat(browser.form("/ops/dead-letters", "letterId=nobody:2&_csrf=" + find(CSRF, page))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_stuck_transaction_is_shown_with_its_reason_and_repaired_on_record_first() {
        when(transactions.stuck())
                .thenReturn(List.of(new StuckTransaction(
                        42L,
                        "127.0.0.1:8091:1",
                        "provider-stock",
                        "stock-release",
                        "TRIED",
                        "too few",
                        7,
                        NOON,
                        true)));
        String page = browser.get("/ops/transactions").body();
        assertThat(page).contains("stock-release", "too few (failed 7 times)", "Repair order 42");
        assertThat(page)
                .contains("Waits for its second phase", "The stock rows of order 42 are changed", "Yes, repair 42");
        when(transactions.repair(42)).thenReturn(true);

        Answer repaired = browser.form("/ops/transactions", "orderId=42&_csrf=" + find(CSRF, page));

        assertThat(browser.get(path(repaired)).body()).contains("Repaired");
        InOrder order = inOrder(audit, transactions);
        order.verify(audit).record(any());
        order.verify(transactions).repair(42);
    }

    @Test
    void nothing_is_repaired_that_cannot_be_put_on_record() {
        when(transactions.stuck()).thenReturn(List.of());
        String page = browser.get("/ops/transactions").body();
        assertThat(page).contains("Nothing is stuck");
        doThrow(new BusinessException(ErrorCode.UNAVAILABLE)).when(audit).record(any());

        assertThat(browser.form("/ops/transactions", "orderId=42&_csrf=" + csrf("/ops/reconciliation"))
                        .status())
                .isEqualTo(503);
        verify(transactions, never()).repair(42);
    }

    @Test
    void each_failure_says_what_should_happen_asks_before_it_is_on_and_one_button_ends_them_all() {
        String page = browser.get("/ops/failures").body();
        assertThat(page)
                .contains("provider-stock answers so much later", "Switch on…: Slow stock")
                .contains("Everybody who uses this mall will feel it", "Yes, switch it on: Slow stock")
                .doesNotContain("Switch off: Slow stock", "Switch all off", "<details class=\"ask\" open");
        Answer refused = browser.form("/ops/failures", "slow-stock=x&_csrf=" + find(CSRF, page));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body())
                .contains("A whole number within its limits", "id=\"slow-stock-wrong\"", "<details class=\"ask\" open");
        verify(audit, never()).record(any());

        Answer set = browser.form("/ops/failures", "slow-stock=250&_csrf=" + find(CSRF, page));
        assertThat(browser.get(path(set)).body())
                .contains(
                        "name=\"slow-stock\" value=\"250\"", "On: 250 ms", "Switch off: Slow stock", "Switch all off");
        assertThat(browser.get("/ops").body()).contains("Slow stock (250 ms)", "href=\"/ops/failures\">Open failures");
        browser.form("/ops/failures/reset", "_csrf=" + find(CSRF, page));
        assertThat(browser.get("/ops").body()).doesNotContain("Slow stock");
        assertThat(browser.get("/ops/failures").body()).doesNotContain("On: 250 ms", "Switch off: Slow stock");
    }

    private static LawResult law(String key, LawStatus status) {
        List<Violation> violations = status == LawStatus.HOLDS
                ? List.of()
                : List.of(new Violation(Map.of("id", "4711"), NOON, status == LawStatus.VIOLATED));
        return new LawResult("I1", key, key, status, violations, "", null);
    }

    private static Page<DeadLetterView> letters(String application, int count, int later) {
        List<DeadLetterView> letters = java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(i -> new DeadLetterView(
                        application + ":" + i,
                        application,
                        "SomeHandler",
                        "gomall-order",
                        "OrderPaid",
                        "provider-order",
                        i,
                        "{\"x\":\"<script>alert(1)</script>\"}",
                        "t",
                        "java.lang.IllegalStateException",
                        16,
                        NOON.plusSeconds(i + 10L * later)))
                .toList();
        return new Page<>(letters, 1, 20, count);
    }
}
