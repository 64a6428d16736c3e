package org.gomall.platform.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;

/**
 * The profile {@code prod} does not start with anything that everybody knows: default secrets, none at all, short ones, or parts
 * that exist for demonstrations. All that is wrong is told at once, each with the variable that puts it right.
 */
final class ProductionSettings implements EnvironmentPostProcessor, Ordered {

    private static final String[] NOT_TOGETHER = {"demo", "test", "test-control"};

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.containsProperty("gomall.bind") || !environment.acceptsProfiles(Profiles.of("prod"))) {
            return;
        }
        List<String> problems = problems(environment);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The profile prod does not start like this (see docs/hardening.md):\n - "
                    + String.join("\n - ", problems));
        }
    }

    private static List<String> problems(ConfigurableEnvironment environment) {
        List<String> problems = new ArrayList<>();
        for (String profile : NOT_TOGETHER) {
            if (environment.acceptsProfiles(Profiles.of(profile))) {
                problems.add("the profile " + profile + " is active as well: remove it from SPRING_PROFILES_ACTIVE");
            }
        }
        for (Secret secret : Secret.ALL) {
            if (secret.isUsed(environment)) {
                secret.problem(environment).ifPresent(problems::add);
            }
        }
        if (environment.containsProperty("gomall.payment.channel.secret")
                && environment.getProperty("gomall.payment.channel.url", "").isBlank()) {
            problems.add("the sandbox would play the card channel: set GOMALL_CARD_CHANNEL_URL to a real one");
        }
        failures(environment)
                .forEach((name, value) -> problems.add("the failure " + name + " is switched on (" + value
                        + "): it is for demonstrations, remove it"));
        return problems;
    }

    /** Failure flags that stand in the environment of the process; live ones have no effect outside the demo profile. */
    private static Map<String, String> failures(ConfigurableEnvironment environment) {
        Map<String, String> on = new TreeMap<>();
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .flatMap(source -> List.of(source.getPropertyNames()).stream())
                .map(name -> name.toLowerCase(java.util.Locale.ROOT).replace('_', '.'))
                .filter(name -> name.startsWith("gomall.failures.")
                        || name.replace("-", "").replace(".", "").equals("gomallorderfailafterreserve"))
                .forEach(name -> {
                    String value = environment.getProperty(name, "");
                    if (!value.isBlank() && !value.equals("0") && !value.equals("false")) {
                        on.put(name, value);
                    }
                });
        return on;
    }
}
