package org.gomall.platform.test;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.dubbo.config.spring.ServiceBean;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Lets a test begin only when the Dubbo references of its context have found the services that the same context
 * exports: the news travels through Nacos and takes a moment.
 */
public final class ReferencesReady extends AbstractTestExecutionListener implements TestExecutionListener {

    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Map<ApplicationContext, Boolean> READY = new WeakHashMap<>();

    @Override
    public void beforeTestMethod(TestContext test) {
        ApplicationContext context = test.getApplicationContext();
        if (READY.putIfAbsent(context, true) == null) {
            await(context);
        }
    }

    @SuppressWarnings("rawtypes")
    private static void await(ApplicationContext context) {
        Set<String> exported = context.getBeansOfType(ServiceBean.class).values().stream()
                .map(service -> key(service.getGroup(), service.getInterface()))
                .collect(Collectors.toSet());
        for (ReferenceBean reference :
                context.getBeansOfType(ReferenceBean.class, true, false).values()) {
            String key = key(reference.getReferenceConfig().getGroup(), reference.getServiceInterface());
            if (exported.contains(key)) {
                reference.getReferenceConfig().get();
                Eventually.within(LONGEST, () -> {
                    if (!available(reference)) {
                        throw new AssertionError(key + " was not found through Nacos");
                    }
                });
            }
        }
    }

    @SuppressWarnings({"rawtypes", "deprecation"})
    private static boolean available(ReferenceBean reference) {
        return reference.getReferenceConfig().getInvoker() != null
                && reference.getReferenceConfig().getInvoker().isAvailable();
    }

    private static String key(String group, String service) {
        return (group == null ? "" : group) + "/" + service;
    }
}
