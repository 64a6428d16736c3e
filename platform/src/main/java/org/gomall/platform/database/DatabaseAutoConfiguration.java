package org.gomall.platform.database;

import com.baomidou.mybatisplus.annotation.DbType;
import com.baomidou.mybatisplus.autoconfigure.ConfigurationCustomizer;
import com.baomidou.mybatisplus.extension.plugins.MybatisPlusInterceptor;
import com.baomidou.mybatisplus.extension.plugins.inner.PaginationInnerInterceptor;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.gomall.platform.process.ProcessAutoConfiguration;
import org.gomall.platform.process.RepeatedJob;
import org.gomall.platform.process.SharedClock;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What Boot and MyBatis-Plus leave open for a process with a schema of its own. */
@AutoConfiguration(
        after = ProcessAutoConfiguration.class,
        beforeName = {
            "com.baomidou.mybatisplus.autoconfigure.MybatisPlusAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration"
        },
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration"
        })
@ConditionalOnProperty("gomall.schema")
public class DatabaseAutoConfiguration {

    @Bean
    static BeanPostProcessor lazyModes() {
        return LazyModeDataSource.belowPools();
    }

    @Bean
    LocalTransactions localTransactions(PlatformTransactionManager manager) {
        return new LocalTransactions(manager);
    }

    /** As Boot's own, but DATETIME columns can be read as {@code Instant} (UTC). */
    @Bean
    @ConditionalOnMissingBean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate template) {
        DefaultConversionService conversions = new DefaultConversionService();
        conversions.addConverter(LocalDateTime.class, Instant.class, stored -> stored.toInstant(ZoneOffset.UTC));
        return JdbcClient.create(template, conversions);
    }

    @Bean
    @ConditionalOnBean(SharedClock.class)
    RepeatedJob databaseTime(SharedClock clock, JdbcClient jdbc) {
        return DatabaseTime.kept(clock, jdbc);
    }

    @Bean
    ConfigurationCustomizer instantColumns() {
        return configuration -> configuration.getTypeHandlerRegistry().register(Instant.class, new InstantColumn());
    }

    @Bean
    @ConditionalOnMissingBean
    MybatisPlusInterceptor mybatisPlusInterceptor() {
        MybatisPlusInterceptor interceptor = new MybatisPlusInterceptor();
        interceptor.addInnerInterceptor(new PaginationInnerInterceptor(DbType.MYSQL));
        return interceptor;
    }
}
