package org.gomall.platform.id;

import java.time.Clock;
import org.gomall.platform.cells.Cells;
import org.gomall.platform.cells.CellsAutoConfiguration;
import org.gomall.platform.database.DatabaseAutoConfiguration;
import org.gomall.platform.database.LocalTransactions;
import org.gomall.platform.id.WorkerLeases.Workers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers for new rows, in processes that own a schema. */
@AutoConfiguration(after = {DatabaseAutoConfiguration.class, CellsAutoConfiguration.class})
@ConditionalOnProperty("gomall.schema")
public class IdsAutoConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(Ids.class)
    @DependsOnDatabaseInitialization
    LeasedIds ids(
            Clock clock,
            JdbcClient jdbc,
            LocalTransactions transactions,
            Cells cells,
            @Value("${spring.application.name}") String application) {
        Workers workers = cells.own().isPresent() ? Workers.ofCell(cells.own().getAsInt()) : Workers.ALL;
        return new LeasedIds(clock, new WorkerLeases(jdbc, transactions.alwaysNew(), application, workers));
    }
}
