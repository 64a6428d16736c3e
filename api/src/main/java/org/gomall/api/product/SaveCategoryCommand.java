package org.gomall.api.product;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * A new category, or new contents for one that exists.
 *
 * @param categoryId null for a new one
 * @param parentId null for a top category, else one
 * @param slug unique; names the picture style and the icon
 * @param position display order among siblings
 */
public record SaveCategoryCommand(
        ActingUser actor, Long categoryId, Long parentId, String name, String nameZh, String slug, Integer position)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .that(parentId == null || parentId > 0, "parentId", "must be a valid id")
                .text(name, 100, "name")
                .text(nameZh, 100, "nameZh")
                .that(
                        slug != null && slug.matches("[a-z0-9]+(-[a-z0-9]+)*") && slug.length() <= 50,
                        "slug",
                        "must be 1 to 50 small letters and digits, parted by single hyphens")
                .that(
                        position != null && position >= 0 && position <= 10_000,
                        "position",
                        "must be between 0 and 10000")
                .orRefuse();
    }
}
