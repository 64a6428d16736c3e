package org.gomall.platform.process;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** What every process has, whatever it does. */
@AutoConfiguration
public class ProcessAutoConfiguration {

    /** The one source of time, in the steps that a DATETIME(6) column can hold. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return new MicrosecondClock(Clock.systemUTC());
    }
}
