package org.gomall.platform.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alibaba.csp.sentinel.Entry;
import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.SphU;
import com.alibaba.csp.sentinel.init.InitExecutor;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowException;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParameterMetricStorage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParamThreadsTest {

    private static final String RESOURCE = ParamThreadsTest.class.getName();

    @BeforeEach
    void asAtTheStart() {
        InitExecutor.doInit();
        ParamThreads.leaveOut();
    }

    @AfterEach
    void noRules() {
        ParamThreads.load(List.of());
    }

    private static Entry enter(String value) throws BlockException {
        return SphU.entry(RESOURCE, EntryType.IN, 1, value);
    }

    private static void leave(Entry entry, String value) {
        entry.exit(1, value);
    }

    private static ParamFlowRule rule(int grade, int count) {
        return new ParamFlowRule(RESOURCE).setGrade(grade).setParamIdx(0).setCount(count);
    }

    @Test
    void nobody_counts_what_no_rule_asks_for() throws BlockException {
        ParamThreads.load(List.of(rule(RuleConstant.FLOW_GRADE_QPS, 100)));

        Entry entry = enter("a");

        assertThat(ParameterMetricStorage.getParamMetric(entry.getResourceWrapper())
                        .getThreadCount(0, "a"))
                .isZero();
        leave(entry, "a");
    }

    @Test
    void a_rule_about_calls_at_once_holds() throws BlockException {
        ParamThreads.load(List.of(rule(RuleConstant.FLOW_GRADE_THREAD, 1)));

        Entry first = enter("a");

        assertThatThrownBy(() -> enter("a")).isInstanceOf(ParamFlowException.class);
        leave(enter("b"), "b");
        leave(first, "a");
        leave(enter("a"), "a");
    }
}
