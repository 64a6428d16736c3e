package org.gomall.platform.instance;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.common.constants.CommonConstants;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.cluster.loadbalance.AbstractLoadBalance;
import org.apache.dubbo.rpc.model.ApplicationModel;

/**
 * Chooses the instance of a call: at random by the weights that Nacos has now, passing over instances that do not answer,
 * with less for one that has just started. Dubbo's own choice knows neither: it drops Nacos' weights on the way. If all
 * are in trouble, or all have weight 0, all are candidates.
 */
public final class InstanceChoice extends AbstractLoadBalance {

    private static final double WARM_MILLIS = 15_000;
    private static final double COLDEST = 0.1;

    private final InstanceHealth health;
    private final InstanceWeights weights;
    private final Clock clock = Clock.systemUTC();

    public InstanceChoice(ApplicationModel application) {
        this.health =
                application.getBeanFactory().getOrRegisterBean(InstanceHealth.class, type -> new InstanceHealth());
        this.weights = application.getBeanFactory().getBean(InstanceWeights.class);
    }

    @Override
    protected <T> Invoker<T> doSelect(List<Invoker<T>> invokers, URL reference, Invocation invocation) {
        List<Invoker<T>> candidates = invokers;
        if (!health.allWell()) {
            boolean read = "failover"
                    .equals(reference.getMethodParameter(invocation.getMethodName(), CommonConstants.CLUSTER_KEY));
            candidates = new ArrayList<>(invokers.size());
            for (Invoker<T> invoker : invokers) {
                String address = invoker.getUrl().getAddress();
                if (health.isDue(address, read)) {
                    return invoker;
                }
                if (!health.isOut(address)) {
                    candidates.add(invoker);
                }
            }
        }
        return byWeight(candidates.isEmpty() ? invokers : candidates);
    }

    private <T> Invoker<T> byWeight(List<Invoker<T>> candidates) {
        double[] upTo = new double[candidates.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += weight(candidates.get(i).getUrl());
            upTo[i] = sum;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        if (sum <= 0) {
            return candidates.get(random.nextInt(upTo.length));
        }
        double chosen = random.nextDouble(sum);
        for (int i = 0; i < upTo.length; i++) {
            if (chosen < upTo[i]) {
                return candidates.get(i);
            }
        }
        return candidates.get(upTo.length - 1);
    }

    private double weight(URL instance) {
        double weight = weights == null ? 1 : weights.of(instance.getRemoteApplication(), instance.getAddress());
        long startedAt = instance.getParameter(CommonConstants.TIMESTAMP_KEY, 0L);
        double warm = startedAt <= 0 ? 1 : (clock.millis() - startedAt) / WARM_MILLIS;
        return weight * Math.min(1, Math.max(COLDEST, warm));
    }
}
