package org.gomall.web.ops.services;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The applications of the mall ({@code gomall.ops.applications}), callees before their callers: when several are slow, the
 * first of them is the one to look at. One without any instance is missed, which Nacos alone could not tell.
 */
@Component
class Applications {

    private final List<String> names;

    Applications(
            @Value(
                            "${gomall.ops.applications:provider-stock,provider-user,provider-product,provider-payment,provider-order,consumer-web}")
                    List<String> names) {
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }

    /** The name, if there is such an application. */
    Optional<String> find(String name) {
        return names.stream().filter(known -> known.equals(name)).findFirst();
    }
}
