package org.gomall.platform.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.apache.dubbo.common.URL;
import org.apache.dubbo.rpc.Invocation;
import org.apache.dubbo.rpc.Invoker;
import org.apache.dubbo.rpc.cluster.router.state.BitList;
import org.junit.jupiter.api.Test;

class TagRouterTest {

    private static final URL REFERENCE = URL.valueOf("consumer://127.0.0.1/Service");

    private final Invoker<Object> plain = invoker("127.0.0.1:20883", "");
    private final Invoker<Object> other = invoker("127.0.0.1:20983", "");
    private final Invoker<Object> gray = invoker("127.0.0.1:21083", "&dubbo.tag=gray");
    private final TagRouter<Object> router = new TagRouter<>(REFERENCE);

    @Test
    void calls_without_a_tag_never_get_to_instances_with_one() {
        assertThat(route(List.of(plain, other, gray), "")).containsExactlyElementsOf(List.of(plain, other));
        assertThat(route(List.of(plain, other), "")).containsExactlyElementsOf(List.of(plain, other));
        assertThat(route(List.of(gray), "")).isEmpty();
    }

    @Test
    void calls_with_a_tag_get_to_those_with_the_same_one_or_else_to_those_without() {
        assertThat(route(List.of(plain, other, gray), "gray")).containsExactlyElementsOf(List.of(gray));
        assertThat(route(List.of(plain, other, gray), "blue")).containsExactlyElementsOf(List.of(plain, other));
        assertThat(route(List.of(plain, other), "gray")).containsExactlyElementsOf(List.of(plain, other));
    }

    @Test
    void when_the_one_with_the_tag_has_been_ruled_out_before_those_without_are_asked() {
        BitList<Invoker<Object>> all = known(List.of(plain, other, gray));
        BitList<Invoker<Object>> left = all.clone();
        left.remove(gray);

        assertThat(router.route(left, REFERENCE, call("gray"), false, null))
                .containsExactlyElementsOf(List.of(plain, other));
    }

    @Test
    void nobody_who_has_been_ruled_out_before_comes_back() {
        BitList<Invoker<Object>> all = known(List.of(plain, other, gray));
        BitList<Invoker<Object>> left = all.clone();
        left.remove(plain);

        assertThat(router.route(left.clone(), REFERENCE, call(""), false, null))
                .containsExactlyElementsOf(List.of(other));
        assertThat(router.route(left.clone(), REFERENCE, call("blue"), false, null))
                .containsExactlyElementsOf(List.of(other));
    }

    private BitList<Invoker<Object>> route(List<Invoker<Object>> instances, String tag) {
        return router.route(known(instances).clone(), REFERENCE, call(tag), false, null);
    }

    private BitList<Invoker<Object>> known(List<Invoker<Object>> instances) {
        BitList<Invoker<Object>> all = new BitList<>(instances);
        router.notify(all);
        return all;
    }

    private static Invocation call(String tag) {
        Invocation call = mock();
        when(call.getAttachment(InstanceMetadata.TAG, "")).thenReturn(tag);
        return call;
    }

    private static Invoker<Object> invoker(String address, String parameters) {
        Invoker<Object> invoker = mock();
        when(invoker.getUrl()).thenReturn(URL.valueOf("dubbo://" + address + "/Service?side=consumer" + parameters));
        return invoker;
    }
}
