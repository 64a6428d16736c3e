package org.gomall.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.gomall.api.order.OrderStatus;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whether an order may take a step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OrderStateCheck {

    /** Not final: the compiler must not know the answer. */
    private OrderStatus from = OrderStatus.CREATED;

    private OrderStatus next = OrderStatus.PAID;
    private OrderStatus forbidden = OrderStatus.SHIPPED;

    /** A step that the state machine knows. */
    @Benchmark
    public boolean allowed() {
        return from.canTransitionTo(next);
    }

    /** One that it does not. */
    @Benchmark
    public boolean refused() {
        return from.canTransitionTo(forbidden);
    }
}
