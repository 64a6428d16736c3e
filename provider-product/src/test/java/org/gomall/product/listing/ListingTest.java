package org.gomall.product.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.gomall.product.listing.Merchant.draft;
import static org.gomall.product.listing.Merchant.sku;
import static org.gomall.product.listing.Merchant.specs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.ListingQuery;
import org.gomall.api.product.ListingSummary;
import org.gomall.api.product.ListingView;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.ProductAuditService;
import org.gomall.api.product.ProductChanges;
import org.gomall.api.product.ProductDraft;
import org.gomall.api.product.ProductHistoryEntry;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductStatus;
import org.gomall.api.product.ProductSummary;
import org.gomall.api.product.RejectProductCommand;
import org.gomall.api.product.SkuAdded;
import org.gomall.api.product.SkuDraft;
import org.gomall.api.product.SkuView;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.test.Heard;
import org.gomall.platform.test.ProviderTest;
import org.gomall.product.TestRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Products from the first draft to the shelf and down again, over real Dubbo, with the events that follow. */
@ProviderTest
class ListingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ActingUser ADMIN = new ActingUser(1005, "192.0.2.5");

    @Autowired
    @Qualifier("remoteMerchantProducts")
    private MerchantProductService products;

    @Autowired
    @Qualifier("remoteProductAudit")
    private ProductAuditService audit;

    @Autowired
    @Qualifier("remoteCatalogue")
    private CatalogueService catalogue;

    @Autowired
    private Heard<SkuAdded> added;

    @Autowired
    private Heard<PrivilegedAct> acts;

    @Autowired
    private TestRows rows;

    @Autowired
    private JdbcClient jdbc;

    private Merchant merchant;
    private long category;

    @BeforeEach
    void open_a_shop() {
        merchant = new Merchant(products, rows.newId(), rows.newId());
        category = rows.category(null, "Pottery", "陶器");
    }

    @Test
    void a_draft_is_its_merchants_alone_and_has_everything_that_was_written() {
        ListingView created = merchant.create(new ProductDraft(
                " Tea bowl ",
                "茶碗",
                "Fired twice.",
                " ",
                category,
                null,
                List.of(
                        new SkuDraft(null, specs("Glaze", "Celadon", "Size", "S"), 12_900L, 7),
                        new SkuDraft(null, specs("Glaze", "Ash", "Size", "S"), 9_900L, null))));

        assertThat(created.status()).isEqualTo(ProductStatus.DRAFT);
        assertThat(created.name()).isEqualTo("Tea bowl");
        assertThat(created.descriptionZh()).isEqualTo("Fired twice.");
        assertThat(created.images()).containsExactly("/media/products/" + created.productId() + "/1.svg");
        assertThat(created.skus()).extracting(SkuView::priceCents).containsExactly(12_900L, 9_900L);
        assertThat(created.skus().get(0).specs().keySet()).containsExactly("Glaze", "Size");
        assertThat(created.history())
                .extracting(ProductHistoryEntry::from, ProductHistoryEntry::to, ProductHistoryEntry::by)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(null, ProductStatus.DRAFT, "MERCHANT"));
        assertThat(rows.productColumn(created.productId(), "min_price_cents", Long.class))
                .isEqualTo(9_900);
        assertThat(rows.productColumn(created.productId(), "max_price_cents", Long.class))
                .isEqualTo(12_900);
        refused(ErrorCode.NOT_FOUND, () -> catalogue.product(created.productId()));
        long celadon = created.skus().get(0).skuId();
        long ash = created.skus().get(1).skuId();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        added.matching(e -> e.productId() == created.productId()))
                .containsExactlyInAnyOrder(
                        new SkuAdded(celadon, created.productId(), 7), new SkuAdded(ash, created.productId(), 0)));
        assertThat(catalogue.skus(List.of(celadon)).get(0).purchasable()).isFalse();
    }

    @Test
    void it_is_submitted_rejected_with_a_reason_mended_approved_found_and_taken_down() {
        String word = "zq" + Long.toString(rows.newId(), 36);
        long id = merchant.create(draft("Bowl " + word, category, sku("S", 100, 1)))
                .productId();
        assertThat(merchant.submit(id).status()).isEqualTo(ProductStatus.PENDING);

        audit.reject(new RejectProductCommand(ADMIN, id, " A picture of the real thing, please. "));

        ListingView rejected = merchant.get(id);
        assertThat(rejected.status()).isEqualTo(ProductStatus.REJECTED);
        assertThat(rejected.reason()).isEqualTo("A picture of the real thing, please.");
        assertThat(merchant.update(id, draft("Cup " + word, category, sku("S", 200, null)))
                        .status())
                .isEqualTo(ProductStatus.REJECTED);
        assertThat(merchant.submit(id).reason()).isNull();
        assertThat(found(word)).isEmpty();

        audit.approve(ADMIN, id);

        assertThat(found(word)).extracting(ProductSummary::productId).containsExactly(id);
        assertThat(found(word)).extracting(ProductSummary::minPriceCents).containsExactly(200L);
        assertThat(found("bowl " + word)).as("the old name").isEmpty();
        long skuId = catalogue.product(id).skus().get(0).skuId();
        assertThat(catalogue.skus(List.of(skuId)).get(0).purchasable()).isTrue();

        ListingView unlisted = merchant.unlist(id);

        assertThat(unlisted.status()).isEqualTo(ProductStatus.UNLISTED);
        assertThat(found(word)).isEmpty();
        refused(ErrorCode.NOT_FOUND, () -> catalogue.product(id));
        assertThat(catalogue.skus(List.of(skuId)).get(0).purchasable()).isFalse();
        assertThat(unlisted.history())
                .extracting(ProductHistoryEntry::to)
                .containsExactly(
                        ProductStatus.DRAFT,
                        ProductStatus.PENDING,
                        ProductStatus.REJECTED,
                        ProductStatus.PENDING,
                        ProductStatus.APPROVED,
                        ProductStatus.UNLISTED);
        assertThat(merchant.submit(id).status()).isEqualTo(ProductStatus.PENDING);
    }

    @Test
    void every_act_is_told_to_the_audit_log() {
        long id = merchant.create(draft("Bowl", category, sku("S", 100, 1))).productId();
        merchant.update(id, draft("Bowl", category, sku("S", 120, 1)));
        merchant.submit(id);
        audit.approve(ADMIN, id);
        merchant.unlist(id);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        acts.matching(act -> act.subject().equals("product:" + id)))
                .extracting(PrivilegedAct::action)
                .containsExactlyInAnyOrder(
                        "product.create", "product.update", "product.submit", "product.approve", "product.unlist"));
        assertThat(acts.matching(act ->
                        act.action().equals("product.approve") && act.subject().equals("product:" + id)))
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.actorId()).isEqualTo(ADMIN.userId());
                    assertThat(act.ip()).isEqualTo(ADMIN.ip());
                });
    }

    @Test
    void a_refused_act_is_no_act() {
        long id = merchant.create(draft("Bowl", category, sku("S", 100, 1))).productId();
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.unlist(id));
        merchant.submit(id);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(acts.matching(act ->
                        act.action().equals("product.submit") && act.subject().equals("product:" + id)))
                .hasSize(1));
        assertThat(acts.matching(act ->
                        act.subject().equals("product:" + id) && act.action().equals("product.unlist")))
                .isEmpty();
        assertThat(merchant.get(id).history()).hasSize(2);
    }

    @Test
    void only_the_steps_of_the_state_machine_are_taken() {
        long id = merchant.create(draft("Bowl", category, sku("S", 100, 1))).productId();
        refused(ErrorCode.ILLEGAL_STATE, () -> audit.approve(ADMIN, id));
        refused(ErrorCode.ILLEGAL_STATE, () -> audit.reject(new RejectProductCommand(ADMIN, id, "no")));
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.unlist(id));
        merchant.submit(id);
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.submit(id));
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.unlist(id));
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.update(id, draft("Other", category, sku("S", 1, 1))));
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.delete(id));
        audit.approve(ADMIN, id);
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.submit(id));
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.delete(id));
        refused(ErrorCode.ILLEGAL_STATE, () -> audit.approve(ADMIN, id));
        merchant.unlist(id);
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.unlist(id));
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.delete(id));
        refused(ErrorCode.NOT_FOUND, () -> audit.approve(ADMIN, 404));
        assertThat(merchant.get(id).name()).isEqualTo("Bowl");
    }

    @Test
    void a_new_price_stays_on_the_shelf_and_new_contents_are_looked_at_again() {
        long id = approved(draft("Bowl", category, sku("S", 100, 1), sku("M", 150, 1)));
        List<SkuView> skus = merchant.get(id).skus();

        ListingView cheaper = merchant.update(
                id,
                draft(
                        "Bowl",
                        category,
                        sku("M", 140, null),
                        new SkuDraft(skus.get(0).skuId(), specs("Size", "S"), 90L, 5)));

        assertThat(cheaper.status()).isEqualTo(ProductStatus.APPROVED);
        assertThat(cheaper.skus())
                .extracting(SkuView::skuId)
                .containsExactly(skus.get(1).skuId(), skus.get(0).skuId());
        assertThat(catalogue.product(id).skus()).extracting(SkuView::priceCents).containsExactly(140L, 90L);
        assertThat(rows.productColumn(id, "min_price_cents", Long.class)).isEqualTo(90);
        assertThat(catalogue.skus(List.of(skus.get(0).skuId())).get(0).priceCents())
                .isEqualTo(90);

        assertThat(merchant.update(id, draft("Better bowl", category, sku("S", 90, null), sku("M", 140, null)))
                        .status())
                .isEqualTo(ProductStatus.PENDING);
        refused(ErrorCode.NOT_FOUND, () -> catalogue.product(id));
        assertThat(catalogue.skus(List.of(skus.get(0).skuId())).get(0).purchasable())
                .isFalse();
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.delete(id));
    }

    @Test
    void whoever_keeps_copies_hears_of_a_new_price_and_of_an_unlisting_and_not_of_what_was_sold() {
        long id = approved(draft("Bowl", category, sku("S", 100, 1)));
        setLastChange(id);
        jdbc.sql("UPDATE product SET sales = sales + 1 WHERE id = ?").param(id).update();
        assertThat(catalogue.changedSince(Instant.now()).productIds()).doesNotContain(id);

        merchant.update(id, draft("Bowl", category, sku("S", 90, null)));
        assertThat(catalogue.changedSince(Instant.now()).productIds()).contains(id);

        setLastChange(id);
        merchant.unlist(id);
        ProductChanges changes = catalogue.changedSince(Instant.now());
        assertThat(changes.productIds()).contains(id);
        assertThat(changes.many()).isFalse();
        assertThat(changes.until())
                .isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(5));
        refused(ErrorCode.VALIDATION, () -> catalogue.changedSince(null));
    }

    @Test
    void whoever_keeps_copies_is_told_when_more_has_changed_than_can_be_named() {
        long first = 60_000_000;
        jdbc.sql("""
                        INSERT INTO product (id, shop_id, category_id, name, name_zh, description, description_zh, status,
                            created_at, updated_at)
                        WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
                        SELECT :first + n.i, 1, :category, 'Bulk', '散装', '', '', 'DRAFT', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6)
                        FROM n""").param("first", first).param("category", category).update();
        try {
            ProductChanges changes = catalogue.changedSince(Instant.now());
            assertThat(changes.many()).isTrue();
            assertThat(changes.productIds()).isEmpty();
            assertThat(jdbc.sql("EXPLAIN SELECT id FROM product WHERE updated_at >= ? ORDER BY updated_at LIMIT 501")
                            .param(LocalDateTime.now(ZoneOffset.UTC).minusSeconds(1))
                            .query()
                            .singleRow())
                    .containsEntry("key", "ix_product_updated");
        } finally {
            jdbc.sql("DELETE FROM product WHERE id BETWEEN ? AND ?")
                    .params(first, first + 500)
                    .update();
        }
    }

    @Test
    void a_new_variant_is_looked_at_again() {
        long id = approved(draft("Bowl", category, sku("S", 100, 1)));

        assertThat(merchant.update(id, draft("Bowl", category, sku("S", 100, 1), sku("XL", 300, 2)))
                        .status())
                .isEqualTo(ProductStatus.PENDING);
    }

    @Test
    void a_withdrawn_variant_is_kept_for_orders_and_can_come_back() {
        long id = approved(draft("Bowl", category, sku("S", 100, 1), sku("M", 150, 1)));
        long small = merchant.get(id).skus().get(0).skuId();
        long medium = merchant.get(id).skus().get(1).skuId();

        ListingView without = merchant.update(id, draft("Bowl", category, sku("M", 150, 1)));

        assertThat(without.status()).isEqualTo(ProductStatus.APPROVED);
        assertThat(without.skus()).extracting(SkuView::skuId).containsExactly(medium);
        assertThat(catalogue.skus(List.of(small))).singleElement().satisfies(gone -> {
            assertThat(gone.purchasable()).isFalse();
            assertThat(gone.specs()).containsEntry("Size", "S");
        });
        assertThat(rows.productColumn(id, "min_price_cents", Long.class)).isEqualTo(150);

        ListingView back = merchant.update(id, draft("Bowl", category, sku("M", 150, 1), sku("S", 110, 9)));

        assertThat(back.skus()).extracting(SkuView::skuId).containsExactly(medium, small);
        assertThat(back.status())
                .as("nobody has looked at it at this price beside the others")
                .isEqualTo(ProductStatus.PENDING);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(added.matching(e -> e.productId() == id))
                .hasSize(2));
    }

    @Test
    void a_product_that_never_was_on_the_shelf_is_deleted_with_all_that_hangs_on_it() {
        long id = merchant.create(draft("Bowl", category, sku("S", 100, 1))).productId();

        merchant.delete(id);

        refused(ErrorCode.NOT_FOUND, () -> merchant.get(id));
        refused(ErrorCode.NOT_FOUND, () -> merchant.delete(id));
        for (String table : List.of("sku", "product_image", "product_term")) {
            assertThat(jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE product_id = ?")
                            .param(id)
                            .query(Long.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void a_product_that_came_in_already_approved_cannot_be_deleted_either() {
        long id = rows.product().shop(merchant.shopId()).category(category).save();
        rows.sku(id, "{}", 1_000, true);

        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.delete(id));
        merchant.unlist(id);
        refused(ErrorCode.ILLEGAL_STATE, () -> merchant.delete(id));
    }

    @Test
    void another_shops_product_does_not_exist() {
        long id = approved(draft("Bowl", category, sku("S", 100, 1)));
        Merchant other = new Merchant(products, rows.newId(), rows.newId());
        long own = other.create(draft("Own", category, sku("S", 100, 1))).productId();
        long foreignSku = merchant.get(id).skus().get(0).skuId();

        refused(ErrorCode.NOT_FOUND, () -> other.get(id));
        refused(ErrorCode.NOT_FOUND, () -> other.update(id, draft("Mine", category, sku("S", 1, 1))));
        refused(ErrorCode.NOT_FOUND, () -> other.submit(id));
        refused(ErrorCode.NOT_FOUND, () -> other.unlist(id));
        refused(ErrorCode.NOT_FOUND, () -> other.delete(id));
        assertThat(refused(
                                ErrorCode.VALIDATION,
                                () -> other.update(
                                        own,
                                        draft("Own", category, new SkuDraft(foreignSku, specs("Size", "S"), 1L, null))))
                        .details())
                .containsOnlyKeys("skus[0].skuId");
        assertThat(other.products()
                        .list(new ListingQuery(other.shopId(), null, 1, 20))
                        .items())
                .extracting(ListingSummary::productId)
                .containsExactly(own);
        assertThat(merchant.get(id).skus().get(0).priceCents()).isEqualTo(100);
    }

    @Test
    void the_first_of_two_decisions_counts() throws Exception {
        for (int round = 0; round < 5; round++) {
            long id = merchant.create(draft("Bowl " + round, category, sku("S", 100, 1)))
                    .productId();
            merchant.submit(id);

            List<ErrorCode> outcomes = atOnce(List.of(
                    () -> audit.approve(ADMIN, id),
                    () -> audit.reject(new RejectProductCommand(ADMIN, id, "no")),
                    () -> audit.approve(new ActingUser(1006, null), id)));

            assertThat(outcomes).containsExactlyInAnyOrder(null, ErrorCode.ILLEGAL_STATE, ErrorCode.ILLEGAL_STATE);
            assertThat(merchant.get(id).history()).hasSize(3);
        }
    }

    @Test
    void nothing_slips_in_between_looking_and_approving() throws Exception {
        for (int round = 0; round < 5; round++) {
            long id = merchant.create(draft("Bowl", category, sku("S", 100, 1))).productId();
            merchant.submit(id);

            atOnce(List.of(
                    () -> audit.approve(ADMIN, id),
                    () -> merchant.update(id, draft("Contraband", category, sku("S", 100, 1)))));

            ListingView now = merchant.get(id);
            assertThat(now.status() == ProductStatus.APPROVED && now.name().equals("Contraband"))
                    .as("approved without having been seen")
                    .isFalse();
        }
    }

    @Test
    void a_list_is_narrowed_by_a_part_of_the_name_whatever_characters_it_has() {
        long plain = merchant.create(draft("Tall 100% Wool Rug", category, sku("S", 100, 1)))
                .productId();
        merchant.create(draft("Tall 100 Wool Rugs", category, sku("S", 100, 1)));

        for (String words : List.of("100% wool", " 100% ", "0% W")) {
            assertThat(ids(merchant.products()
                            .list(new ListingQuery(merchant.shopId(), null, words, 1, 20))
                            .items()))
                    .as(words)
                    .containsExactly(plain);
        }
        assertThat(merchant.products()
                        .list(new ListingQuery(merchant.shopId(), null, "_", 1, 20))
                        .total())
                .isZero();
        assertThat(merchant.products()
                        .list(new ListingQuery(merchant.shopId(), null, " ", 1, 20))
                        .total())
                .isEqualTo(2);
    }

    @Test
    void lists_tell_states_apart() {
        long draft = merchant.create(draft("A", category, sku("S", 100, 1))).productId();
        long pending = merchant.create(draft("B", category, sku("S", 100, 1))).productId();
        merchant.submit(pending);

        assertThat(ids(merchant.products()
                        .list(new ListingQuery(merchant.shopId(), null, 1, 20))
                        .items()))
                .containsExactly(pending, draft);
        assertThat(ids(merchant.products()
                        .list(new ListingQuery(merchant.shopId(), ProductStatus.PENDING, 1, 20))
                        .items()))
                .containsExactly(pending);
        assertThat(ids(audit.list(new ListingQuery(null, ProductStatus.PENDING, 1, 100))
                        .items()))
                .contains(pending)
                .doesNotContain(draft);
        assertThat(products.counts(merchant.shopId()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(ProductStatus.DRAFT, 1L, ProductStatus.PENDING, 1L));
        assertThat(refused(ErrorCode.VALIDATION, () -> products.list(new ListingQuery(null, null, 1, 20)))
                        .details())
                .containsOnlyKeys("shopId");
    }

    @Test
    void what_cannot_be_sold_is_refused_with_every_field() {
        assertThat(fields(new ProductDraft(" ", "n".repeat(201), "", "d".repeat(5001), null, null, List.of())))
                .containsExactlyInAnyOrder("name", "nameZh", "description", "descriptionZh", "categoryId", "skus");
        assertThat(fields(draft("Bowl", category, sku("S", 0, -1), sku("S", 1_000_000_001, 1_000_001), sku("", 1, 1))))
                .containsExactlyInAnyOrder(
                        "skus[0].priceCents",
                        "skus[0].stock",
                        "skus[1].specs",
                        "skus[1].priceCents",
                        "skus[1].stock",
                        "skus[2].specs");
        SkuDraft[] many = IntStream.rangeClosed(1, 51)
                .mapToObj(n -> sku("Size " + n, 100, 1))
                .toArray(SkuDraft[]::new);
        assertThat(fields(draft("Bowl", category, many))).containsExactly("skus");
        assertThat(merchant.create(draft("Bowl", category, Arrays.copyOf(many, 50)))
                        .skus())
                .hasSize(50);
        assertThat(fields(new ProductDraft(
                        "B", null, "d", null, category, Collections.nCopies(10, "/media/x"), List.of(sku("S", 1, 1)))))
                .containsExactly("images");
        assertThat(fields(draft("Bowl", 404, sku("S", 1, 1)))).containsExactly("categoryId");
        assertThat(fields(new ProductDraft("B", null, "d", null, category, null, Collections.singletonList(null))))
                .containsExactly("skus");
        assertThat(refused(ErrorCode.VALIDATION, () -> audit.reject(new RejectProductCommand(ADMIN, 1, "")))
                        .details())
                .containsOnlyKeys("reason");
    }

    private void setLastChange(long productId) {
        jdbc.sql("UPDATE product SET updated_at = '2025-01-01' WHERE id = ?")
                .param(productId)
                .update();
    }

    private long approved(ProductDraft draft) {
        long id = merchant.create(draft).productId();
        merchant.submit(id);
        audit.approve(ADMIN, id);
        return id;
    }

    private List<ProductSummary> found(String keyword) {
        return catalogue
                .search(new ProductQuery(keyword, null, null, null, null, null, null, 1, 20))
                .items();
    }

    private List<String> fields(ProductDraft draft) {
        return List.copyOf(refused(ErrorCode.VALIDATION, () -> merchant.create(draft))
                .details()
                .keySet());
    }

    private static List<Long> ids(List<ListingSummary> listings) {
        return listings.stream().map(ListingSummary::productId).toList();
    }

    /** Runs all at the same time; null stands for success. */
    private static List<ErrorCode> atOnce(List<Callable<?>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<ErrorCode>> running = new ArrayList<>();
            for (Callable<?> call : calls) {
                running.add(threads.submit(() -> {
                    try {
                        call.call();
                        return null;
                    } catch (BusinessException e) {
                        return e.error();
                    }
                }));
            }
            List<ErrorCode> outcomes = new ArrayList<>();
            for (Future<ErrorCode> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static BusinessException refused(ErrorCode code, ThrowingCallable call) {
        BusinessException refusal = catchThrowableOfType(BusinessException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.error()).isEqualTo(code);
        return refusal;
    }
}
