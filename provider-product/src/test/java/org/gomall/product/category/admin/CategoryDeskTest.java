package org.gomall.product.category.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryAdminService;
import org.gomall.api.product.CategoryEntry;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSummary;
import org.gomall.api.product.SaveCategoryCommand;
import org.gomall.api.user.PrivilegedAct;
import org.gomall.platform.test.Heard;
import org.gomall.platform.test.ProviderTest;
import org.gomall.product.TestRows;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@ProviderTest
class CategoryDeskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ActingUser ADMIN = new ActingUser(1005, "192.0.2.5");

    @Autowired
    @Qualifier("remoteCategoryAdmin")
    private CategoryAdminService desk;

    @Autowired
    @Qualifier("remoteCatalogue")
    private CatalogueService catalogue;

    @Autowired
    private Heard<PrivilegedAct> acts;

    @Autowired
    private TestRows rows;

    @Test
    void a_category_is_added_changed_moved_and_removed() {
        CategoryEntry top = desk.create(category(null, null, "Garden", 900));
        CategoryEntry other = desk.create(category(null, null, "Balcony", 901));
        CategoryEntry child = desk.create(category(null, top.categoryId(), "Seeds", 1));

        assertThat(catalogue.categories())
                .filteredOn(view -> view.categoryId() == top.categoryId())
                .flatExtracting(CategoryView::children)
                .extracting(CategoryView::name)
                .containsExactly("Seeds");

        CategoryEntry moved = desk.update(new SaveCategoryCommand(
                ADMIN, child.categoryId(), other.categoryId(), "Flower seeds", "花种", child.slug(), 2));

        assertThat(moved.parentId()).isEqualTo(other.categoryId());
        assertThat(moved.nameZh()).isEqualTo("花种");
        assertThat(desk.list())
                .extracting(CategoryEntry::categoryId)
                .containsSubsequence(top.categoryId(), other.categoryId(), child.categoryId());

        refused(ErrorCode.ILLEGAL_STATE, () -> desk.delete(ADMIN, other.categoryId()));
        desk.delete(ADMIN, child.categoryId());
        desk.delete(ADMIN, other.categoryId());
        refused(ErrorCode.NOT_FOUND, () -> desk.delete(ADMIN, other.categoryId()));
        assertThat(desk.list()).extracting(CategoryEntry::categoryId).doesNotContain(other.categoryId());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        acts.matching(act -> act.subject().equals("category:" + child.categoryId())))
                .extracting(PrivilegedAct::action)
                .containsExactlyInAnyOrder("category.create", "category.update", "category.delete"));
    }

    @Test
    void there_are_two_levels_and_no_more() {
        CategoryEntry top = desk.create(category(null, null, "A", 1));
        CategoryEntry child = desk.create(category(null, top.categoryId(), "B", 1));
        CategoryEntry other = desk.create(category(null, null, "C", 1));

        assertThat(refused(ErrorCode.VALIDATION, () -> desk.create(category(null, child.categoryId(), "D", 1)))
                        .details())
                .containsOnlyKeys("parentId");
        refused(ErrorCode.VALIDATION, () -> desk.create(category(null, 404L, "D", 1)));
        refused(ErrorCode.VALIDATION, () -> desk.update(category(top.categoryId(), top.categoryId(), "A", 1)));
        refused(ErrorCode.ILLEGAL_STATE, () -> desk.update(category(top.categoryId(), other.categoryId(), "A", 1)));
        refused(ErrorCode.NOT_FOUND, () -> desk.update(category(404L, null, "A", 1)));
    }

    @Test
    void a_category_with_products_of_any_state_stays() {
        CategoryEntry entry = desk.create(category(null, null, "Full", 1));
        rows.product().category(entry.categoryId()).status("DRAFT").save();

        assertThat(desk.list())
                .filteredOn(one -> one.categoryId() == entry.categoryId())
                .extracting(CategoryEntry::products)
                .containsExactly(1L);
        refused(ErrorCode.ILLEGAL_STATE, () -> desk.delete(ADMIN, entry.categoryId()));
    }

    @Test
    void a_slug_is_given_out_once() {
        CategoryEntry entry = desk.create(category(null, null, "One", 1));
        SaveCategoryCommand same = new SaveCategoryCommand(ADMIN, null, null, "Two", "二", entry.slug(), 1);
        assertThat(refused(ErrorCode.CONFLICT, () -> desk.create(same)).details())
                .containsOnlyKeys("slug");
    }

    @Test
    void what_is_no_category_is_refused_with_every_field() {
        assertThat(refused(
                                ErrorCode.VALIDATION,
                                () -> desk.create(
                                        new SaveCategoryCommand(ADMIN, null, -1L, "", " ", "Not a slug", null)))
                        .details())
                .containsOnlyKeys("parentId", "name", "nameZh", "slug", "position");
    }

    @Test
    void products_are_found_by_the_new_name_of_their_category() {
        String word = "zk" + Long.toString(rows.newId(), 36);
        CategoryEntry top = desk.create(category(null, null, "Before", 1));
        CategoryEntry child = desk.create(category(null, top.categoryId(), "Inside", 1));
        long product = rows.product().category(child.categoryId()).save();

        desk.update(new SaveCategoryCommand(ADMIN, top.categoryId(), null, "After " + word, "后", top.slug(), 1));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(catalogue
                        .search(new ProductQuery(word, null, null, null, null, null, null, 1, 20))
                        .items())
                .extracting(ProductSummary::productId)
                .containsExactly(product));
    }

    private SaveCategoryCommand category(Long categoryId, Long parentId, String name, int position) {
        return new SaveCategoryCommand(
                ADMIN, categoryId, parentId, name, "类", "c-" + Long.toString(rows.newId(), 36), position);
    }

    private static BusinessException refused(ErrorCode code, ThrowingCallable call) {
        BusinessException refusal = catchThrowableOfType(BusinessException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.error()).isEqualTo(code);
        return refusal;
    }
}
