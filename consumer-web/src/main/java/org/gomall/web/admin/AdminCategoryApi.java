package org.gomall.web.admin;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.product.CategoryEntry;
import org.gomall.api.product.SaveCategoryCommand;
import org.gomall.web.envelope.Envelope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The category tree, as admins shape it. */
@RestController
@RequestMapping("/api/admin/categories")
@Tag(name = "Admin")
class AdminCategoryApi {

    private final CategoryEditor categories;

    AdminCategoryApi(CategoryEditor categories) {
        this.categories = categories;
    }

    @GetMapping
    @Operation(summary = "All categories, each top one followed by its children")
    Envelope<List<CategoryEntry>> list() {
        return Envelope.ok(categories.list());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Add a category")
    ResponseEntity<Envelope<CategoryEntry>> create(@RequestBody Category body, ActingUser actor) {
        return Envelope.created(categories.create(body.command(actor, null)));
    }

    @PutMapping(path = "/{categoryId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Replace a category")
    Envelope<CategoryEntry> update(@PathVariable long categoryId, @RequestBody Category body, ActingUser actor) {
        return Envelope.ok(categories.update(body.command(actor, categoryId)));
    }

    @DeleteMapping("/{categoryId}")
    @Operation(summary = "Remove an empty category")
    Envelope<Void> delete(@PathVariable long categoryId, ActingUser actor) {
        categories.delete(actor, categoryId);
        return Envelope.done();
    }

    record Category(Long parentId, String name, String nameZh, String slug, Integer position) {

        SaveCategoryCommand command(ActingUser actor, Long categoryId) {
            return new SaveCategoryCommand(actor, categoryId, parentId, name, nameZh, slug, position);
        }
    }
}
