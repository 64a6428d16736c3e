package org.gomall.platform.dubbo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Who may call what: {@code gomall.callers} (gomall-callers.yaml). A service that is not named there is nobody's. */
final class KnownCallers {

    private static final String OUR_CONTRACTS = "org.gomall.api.";

    private final String self;
    private final Map<String, Set<String>> callersByService;
    private final Set<String> all;

    /**
     * @param self this application, which may call its own services
     * @param callersByService the simple name of a Dubbo interface of the api module, and the applications that call it
     */
    KnownCallers(String self, Map<String, String[]> callersByService) {
        this.self = self;
        this.callersByService = new HashMap<>();
        this.all = new HashSet<>(Set.of(self));
        callersByService.forEach((service, callers) -> {
            this.callersByService.put(service, Set.of(callers));
            all.addAll(Set.of(callers));
        });
    }

    static KnownCallers of(String self, Environment environment) {
        Map<String, String[]> table = Binder.get(environment)
                .bind("gomall.callers", Bindable.mapOf(String.class, String[].class))
                .orElse(Map.of());
        return new KnownCallers(self, table);
    }

    boolean isKnown(String caller) {
        return all.contains(caller);
    }

    /** Whether a known caller may call this service. */
    boolean mayCall(String caller, String service) {
        if (caller.equals(self)) {
            return true;
        }
        String name = service.substring(service.lastIndexOf('.') + 1);
        return service.startsWith(OUR_CONTRACTS)
                && callersByService.getOrDefault(name, Set.of()).contains(caller);
    }
}
