package org.gomall.platform.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.listener.EventListener;
import com.alibaba.nacos.api.naming.listener.NamingEvent;
import com.alibaba.nacos.api.naming.pojo.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.gomall.platform.test.Eventually;
import org.junit.jupiter.api.Test;

class InstanceChoiceTest {

    private static final String FIRST = "127.0.0.1:20883";
    private static final String SECOND = "127.0.0.1:20983";
    private static final String THIRD = "127.0.0.1:21083";
    private static final URL READS = URL.valueOf("consumer://127.0.0.1/Service?cluster=failover");
    private static final URL WRITES = URL.valueOf("consumer://127.0.0.1/Service?cluster=failfast");

    private long now;
    private final InstanceHealth health = new InstanceHealth(() -> now);
    private final NamingService nacos = mock();
    private final InstanceWeights weights = new InstanceWeights(() -> nacos);
    private final InstanceChoice choice = new InstanceChoice(health, weights, Clock.systemUTC());

    @Test
    void calls_follow_the_weights_in_nacos() throws Exception {
        doAnswer(call -> {
                    EventListener listener = call.getArgument(1);
                    listener.onEvent(new NamingEvent(
                            "DEFAULT_GROUP@@provider-stock",
                            List.of(instance(20883, 1), instance(20983, 3), instance(21083, 0))));
                    return null;
                })
                .when(nacos)
                .subscribe(eq("provider-stock"), any(EventListener.class));

        Eventually.within(Duration.ofSeconds(10), () -> {
            Map<String, Integer> chosen = choose(READS, 4_000);
            assertThat(chosen).doesNotContainKey(THIRD);
            assertThat(chosen.get(SECOND)).isBetween(2_700, 3_300);
        });
    }

    @Test
    void an_instance_that_does_not_answer_is_passed_over() {
        takeOut(SECOND);

        assertThat(choose(WRITES, 300)).containsOnlyKeys(FIRST, THIRD);
        now += Duration.ofSeconds(3).toNanos();
        assertThat(choose(WRITES, 300)).containsOnlyKeys(FIRST, THIRD);
        assertThat(choose(READS, 300)).containsEntry(SECOND, 1);
    }

    @Test
    void if_all_are_in_trouble_all_are_called() {
        List.of(FIRST, SECOND, THIRD).forEach(this::takeOut);

        assertThat(choose(WRITES, 300)).containsOnlyKeys(FIRST, SECOND, THIRD);
    }

    @Test
    void one_that_has_just_started_gets_less_at_first() {
        Invocation call = call();
        long started = Clock.systemUTC().millis();
        List<Invoker<Object>> instances = List.of(invoker(FIRST, 0), invoker(SECOND, started));
        long fresh = IntStream.range(0, 1_000)
                .mapToObj(any -> choice.select(instances, WRITES, call))
                .filter(one -> one.getUrl().getAddress().equals(SECOND))
                .count();

        assertThat(fresh).isBetween(20L, 350L);
    }

    private Map<String, Integer> choose(URL reference, int times) {
        List<Invoker<Object>> instances = List.of(invoker(FIRST, 0), invoker(SECOND, 0), invoker(THIRD, 0));
        Invocation call = call();
        Map<String, Integer> chosen = new HashMap<>();
        for (int i = 0; i < times; i++) {
            Invoker<Object> one = choice.select(instances, reference, call);
            chosen.merge(one.getUrl().getAddress(), 1, Integer::sum);
        }
        return chosen;
    }

    private void takeOut(String address) {
        for (int i = 0; i < 3; i++) {
            health.silent(address);
        }
    }

    private static Invocation call() {
        Invocation call = mock();
        when(call.getMethodName()).thenReturn("any");
        return call;
    }

    private static Invoker<Object> invoker(String address, long startedAt) {
        Invoker<Object> invoker = mock();
        when(invoker.getUrl())
                .thenReturn(URL.valueOf(
                        "dubbo://" + address + "/Service?remote.application=provider-stock&timestamp=" + startedAt));
        return invoker;
    }

    private static Instance instance(int port, double weight) {
        Instance instance = new Instance();
        instance.setIp("127.0.0.1");
        instance.setPort(port);
        instance.setWeight(weight);
        return instance;
    }
}
