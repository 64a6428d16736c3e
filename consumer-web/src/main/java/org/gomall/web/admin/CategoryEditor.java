package org.gomall.web.admin;

import java.util.List;
import java.util.function.Supplier;
import org.gomall.api.common.ActingUser;
import org.gomall.api.product.CategoryAdminService;
import org.gomall.api.product.CategoryEntry;
import org.gomall.api.product.SaveCategoryCommand;
import org.gomall.web.catalogue.CatalogueReader;
import org.springframework.stereotype.Component;

/** Changes of the category tree, for the API and the pages alike: this process shows them at once. */
@Component
class CategoryEditor {

    private final CategoryAdminService categories;
    private final CatalogueReader catalogue;

    CategoryEditor(CategoryAdminService categories, CatalogueReader catalogue) {
        this.categories = categories;
        this.catalogue = catalogue;
    }

    List<CategoryEntry> list() {
        return categories.list();
    }

    CategoryEntry create(SaveCategoryCommand command) {
        return shown(() -> categories.create(command));
    }

    CategoryEntry update(SaveCategoryCommand command) {
        return shown(() -> categories.update(command));
    }

    void delete(ActingUser actor, long categoryId) {
        shown(() -> {
            categories.delete(actor, categoryId);
            return null;
        });
    }

    private CategoryEntry shown(Supplier<CategoryEntry> change) {
        CategoryEntry entry = change.get();
        catalogue.forgetAll();
        return entry;
    }
}
