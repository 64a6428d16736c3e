package org.gomall.platform.process;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves out the auto-configurations of parts that a process does not use although they are on its class path: the
 * database without {@code gomall.schema}, Seata without {@code gomall.seata.enabled}.
 */
final class UnusedParts implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String[] DATABASE = {
        "org.springframework.boot.jdbc.",
        "org.springframework.boot.flyway.",
        "com.baomidou.mybatisplus.",
        "org.mybatis."
    };
    private static final String[] SEATA = {"org.apache.seata."};

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(String[] autoConfigurationClasses, AutoConfigurationMetadata metadata) {
        boolean ours = environment.containsProperty("gomall.bind");
        boolean database = !ours || environment.containsProperty("gomall.schema");
        boolean seata = !ours || environment.getProperty("gomall.seata.enabled", Boolean.class, false);
        boolean[] used = new boolean[autoConfigurationClasses.length];
        for (int i = 0; i < used.length; i++) {
            String name = autoConfigurationClasses[i];
            used[i] = name == null || ((database || !belongsTo(name, DATABASE)) && (seata || !belongsTo(name, SEATA)));
        }
        return used;
    }

    private static boolean belongsTo(String name, String[] prefixes) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
