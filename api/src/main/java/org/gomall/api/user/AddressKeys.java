package org.gomall.api.user;

import java.io.Serializable;
import java.util.List;
import org.gomall.api.common.Check;
import org.gomall.api.common.Checked;

/** Addresses of several owners, 100 at most. */
public record AddressKeys(List<AddressKey> keys) implements Checked, Serializable {

    @Override
    public void check() {
        Check.fields().size(keys, 1, 100, "keys").orRefuse();
    }
}
