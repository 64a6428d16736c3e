package org.gomall.api.user;

import java.io.Serializable;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/**
 * The texts of the actor's own shop; the Chinese ones may be null, then the others stand in.
 *
 * @param actor the owner
 */
public record ShopCommand(ActingUser actor, String name, String nameZh, String description, String descriptionZh)
        implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields()
                .text(name, 64, "name")
                .optionalText(nameZh, 64, "nameZh")
                .text(description, 1000, "description")
                .optionalText(descriptionZh, 1000, "descriptionZh")
                .orRefuse();
    }
}
