package org.gomall.product.category.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Check;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.CategoryAdminService;
import org.gomall.api.product.CategoryEntry;
import org.gomall.api.product.SaveCategoryCommand;
import org.gomall.platform.id.Ids;
import org.gomall.product.audit.AuditTrail;
import org.gomall.product.category.Categories;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionTemplate;

/** Shapes the category tree. Whoever adds a child or moves a category locks what must stay as it is meanwhile. */
@DubboService
class CategoryDesk implements CategoryAdminService {

    private static final long NO_PARENT = 0;

    private final CategoryAdminMapper mapper;
    private final Categories categories;
    private final RenamedCategories renamed;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Ids ids;

    CategoryDesk(
            CategoryAdminMapper mapper,
            Categories categories,
            RenamedCategories renamed,
            AuditTrail trail,
            TransactionTemplate transaction,
            Ids ids) {
        this.mapper = mapper;
        this.categories = categories;
        this.renamed = renamed;
        this.trail = trail;
        this.transaction = transaction;
        this.ids = ids;
    }

    @Override
    public List<CategoryEntry> list() {
        List<CategoryEntry> all = mapper.all();
        List<CategoryEntry> ordered = new ArrayList<>();
        for (CategoryEntry top : all) {
            if (top.parentId() == null) {
                ordered.add(top);
                all.stream()
                        .filter(child -> Objects.equals(child.parentId(), top.categoryId()))
                        .forEach(ordered::add);
            }
        }
        return ordered;
    }

    @Override
    public CategoryEntry create(SaveCategoryCommand command) {
        long categoryId = ids.next();
        write(categoryId, command, "category.create", () -> {
            refuseBadParent(command);
            mapper.insert(categoryId, command);
        });
        return mapper.entry(categoryId);
    }

    @Override
    public CategoryEntry update(SaveCategoryCommand command) {
        Check.fields().id(command.categoryId(), "categoryId").orRefuse();
        long categoryId = command.categoryId();
        boolean[] reindex = new boolean[1];
        write(categoryId, command, "category.update", () -> {
            Long parent = mapper.lockParentOf(categoryId);
            if (parent == null) {
                throw BusinessException.notFound("category");
            }
            refuseBadParent(command);
            List<Long> children = mapper.children(categoryId);
            if (command.parentId() != null && !children.isEmpty()) {
                throw new BusinessException(
                        ErrorCode.ILLEGAL_STATE, "A category with sub-categories cannot become one");
            }
            CategoryEntry before = mapper.entry(categoryId);
            mapper.update(command);
            reindex[0] = isFoundByOtherWords(before, command);
            if (reindex[0]) {
                List<Long> family = new ArrayList<>(children);
                family.add(categoryId);
                renamed.outdate(family);
            }
        });
        if (reindex[0]) {
            renamed.indexSoon();
        }
        return mapper.entry(categoryId);
    }

    @Override
    public void delete(ActingUser actor, long categoryId) {
        try {
            transaction.executeWithoutResult(status -> {
                CategoryEntry before = mapper.entry(categoryId);
                if (before == null || mapper.delete(categoryId) == 0) {
                    throw BusinessException.notFound("category");
                }
                trail.tell(actor, "category.delete", "category:" + categoryId, Map.of("slug", before.slug()));
            });
        } catch (DataIntegrityViolationException inUse) {
            throw new BusinessException(ErrorCode.ILLEGAL_STATE, "The category still has sub-categories or products");
        }
        categories.forget();
    }

    private void write(long categoryId, SaveCategoryCommand command, String action, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> {
                work.run();
                trail.tell(
                        command.actor(),
                        action,
                        "category:" + categoryId,
                        Map.of("name", command.name(), "slug", command.slug()));
            });
        } catch (DuplicateKeyException taken) {
            throw new BusinessException(ErrorCode.CONFLICT, "Already taken: slug", Map.of("slug", "is already taken"));
        }
        categories.forget();
    }

    private void refuseBadParent(SaveCategoryCommand command) {
        if (command.parentId() == null) {
            return;
        }
        Long grandparent =
                command.parentId().equals(command.categoryId()) ? null : mapper.lockParentOf(command.parentId());
        if (grandparent == null || grandparent != NO_PARENT) {
            throw new BusinessException(
                    ErrorCode.VALIDATION,
                    ErrorCode.VALIDATION.defaultMessage(),
                    Map.of("parentId", "must be another top category"));
        }
    }

    private static boolean isFoundByOtherWords(CategoryEntry before, SaveCategoryCommand after) {
        return !before.name().equals(after.name())
                || !before.nameZh().equals(after.nameZh())
                || !Objects.equals(before.parentId(), after.parentId());
    }
}
