package org.gomall.api.product;

import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;

/** The category tree of two levels, as admins shape it. Every write is a privileged act. */
public interface CategoryAdminService {

    /** All categories, each top one followed by its children, in display order. Safe to repeat. */
    List<CategoryEntry> list() throws BusinessException;

    /**
     * Adds a category.
     *
     * @throws BusinessException VALIDATION, also for a parent that is none; CONFLICT when the slug is taken
     */
    CategoryEntry create(SaveCategoryCommand command) throws BusinessException;

    /**
     * Replaces a category. Safe to repeat.
     *
     * @throws BusinessException as {@link #create}; NOT_FOUND; ILLEGAL_STATE when one with children would become a child
     */
    CategoryEntry update(SaveCategoryCommand command) throws BusinessException;

    /**
     * Removes a category.
     *
     * @throws BusinessException NOT_FOUND; ILLEGAL_STATE unless it is empty
     */
    void delete(ActingUser actor, long categoryId) throws BusinessException;
}
