package org.gomall.platform.config;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.PropertyKeyConst;
import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import java.nio.file.Path;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Live documents and settings from Nacos. */
@AutoConfiguration
@ConditionalOnProperty("gomall.nacos.address")
public class ConfigAutoConfiguration {

    private static final long TIMEOUT_MILLIS = 2_000;

    @Bean(destroyMethod = "shutDown")
    @ConditionalOnMissingBean
    ConfigService nacosConfigService(
            @Value("${gomall.nacos.address}") String address,
            @Value("${gomall.nacos.namespace:}") String namespace,
            @Value("${gomall.nacos.username:}") String username,
            @Value("${gomall.nacos.password:}") String password)
            throws NacosException {
        Properties properties = new Properties();
        properties.setProperty(PropertyKeyConst.SERVER_ADDR, address);
        properties.setProperty(PropertyKeyConst.NAMESPACE, namespace);
        if (!username.isBlank()) {
            properties.setProperty(PropertyKeyConst.USERNAME, username);
            properties.setProperty(PropertyKeyConst.PASSWORD, password);
        }
        return NacosFactory.createConfigService(properties);
    }

    @Bean
    @ConditionalOnMissingBean
    LiveDocument liveDocument(
            ConfigService nacosConfigService,
            @Value("${gomall.home}") Path home,
            @Value("${gomall.nacos.namespace:}") String namespace) {
        Path lastGood = home.resolve("documents").resolve(namespace.isEmpty() ? "public" : namespace);
        return new NacosDocuments(nacosConfigService, lastGood, TIMEOUT_MILLIS);
    }

    @Bean
    @ConditionalOnMissingBean
    LiveSettings liveSettings(
            LiveDocument liveDocument,
            Environment environment,
            @Value("${spring.application.name}") String application) {
        NacosSettings settings = new NacosSettings(environment);
        liveDocument.watch("GOMALL", application + ".properties", settings::accept);
        return settings;
    }
}
