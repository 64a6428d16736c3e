package org.gomall.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import org.gomall.api.common.ErrorCode;
import org.gomall.platform.dubbo.ServiceFaults;
import org.gomall.platform.sample.SampleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SampleTest
class StatementTimeTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_statement_that_takes_too_long_is_given_up_and_the_caller_told_to_come_back() {
        long begun = System.nanoTime();

        Throwable thrown = catchThrowable(
                () -> jdbc.sql("SELECT SLEEP(8)").query(Integer.class).single());

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(6));
        assertThat(thrown).isNotNull();
        assertThat(ServiceFaults.asBusinessException("a test", thrown).error()).isEqualTo(ErrorCode.UNAVAILABLE);
    }
}
