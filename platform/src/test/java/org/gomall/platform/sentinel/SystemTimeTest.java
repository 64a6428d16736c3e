package org.gomall.platform.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.csp.sentinel.util.TimeUtil;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SystemTimeTest {

    @Test
    void sentinel_never_thinks_that_it_asks_often() {
        SystemTime.use();
        SystemTime.use();

        for (int i = 0; i < 10_000; i++) {
            TimeUtil.currentTimeMillis();
        }

        assertThat(TimeUtil.instance().currentQps(System.currentTimeMillis()).r1)
                .isZero();
        assertThat(TimeUtil.currentTimeMillis()).isCloseTo(System.currentTimeMillis(), Offset.offset(50L));
    }
}
