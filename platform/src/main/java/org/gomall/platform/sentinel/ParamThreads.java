package org.gomall.platform.sentinel;

import com.alibaba.csp.sentinel.init.ParamFlowStatisticSlotCallbackInit;
import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleManager;
import com.alibaba.csp.sentinel.slots.statistic.ParamFlowStatisticEntryCallback;
import com.alibaba.csp.sentinel.slots.statistic.ParamFlowStatisticExitCallback;
import com.alibaba.csp.sentinel.slots.statistic.StatisticSlotCallbackRegistry;
import java.util.List;

/**
 * How many calls with each value of an argument are under way is counted only once a rule wants to know it. Sentinel counts it for every
 * call of a resource that has any rule about arguments, in maps that remember who came last.
 */
final class ParamThreads {

    private ParamThreads() {}

    /** Called before the first rules are loaded. */
    static void leaveOut() {
        StatisticSlotCallbackRegistry.removeEntryCallback(ParamFlowStatisticEntryCallback.class.getName());
        StatisticSlotCallbackRegistry.removeExitCallback(ParamFlowStatisticExitCallback.class.getName());
    }

    /**
     * Replaces the rules about arguments. Counting goes on when the last rule that wanted it has gone: a call that has been
     * counted must be counted down.
     */
    static void load(List<ParamFlowRule> rules) {
        if (rules.stream().anyMatch(rule -> rule.getGrade() == RuleConstant.FLOW_GRADE_THREAD)) {
            new ParamFlowStatisticSlotCallbackInit().init();
        }
        ParamFlowRuleManager.loadRules(rules);
    }
}
