package org.gomall.web.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What every request is asked: whether a guest may do this, and else whether a permission of the user allows it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PermissionMatch {

    /** Those of somebody with every built-in role. */
    private final List<String> permissions = List.of(
            "*:/api/(auth|users/me|addresses|cards|wallet|cart|checkout|orders|payments)(/.*)?",
            "*:/(account|cart|checkout|orders|pay|payments|wallet|addresses)(/.*)?",
            "GET:/api/merchant/shop",
            "*:/api/merchant(/.*)?",
            "*:/merchant(/.*)?",
            "*:/api/admin(/.*)?",
            "*:/admin(/.*)?",
            "*:/api/ops(/.*)?",
            "*:/ops(/.*)?");

    private final AccessRules rules = shippedRules();

    /** Placing an order: the first permission decides. */
    @Benchmark
    public Optional<String> first() {
        return Permissions.deciding(permissions, "POST", "/api/orders");
    }

    /** The last of nine permissions decides. */
    @Benchmark
    public Optional<String> last() {
        return Permissions.deciding(permissions, "GET", "/ops/reconciliation");
    }

    /** None of them allows it. */
    @Benchmark
    public Optional<String> none() {
        return Permissions.deciding(permissions, "GET", "/nobody/knows/this");
    }

    /** A product, by a pattern of the shipped whitelist. */
    @Benchmark
    public Optional<String> openToGuests() {
        return rules.openBy("GET", "/api/products/1000011");
    }

    /** The path as it was sent, checked for tricks. */
    @Benchmark
    public Optional<String> plainPath() {
        return PlainPath.of("/api/products/1000011");
    }

    private static AccessRules shippedRules() {
        try (InputStream file = AccessRules.class.getResourceAsStream("/nacos-config/GOMALL/access-rules.json")) {
            return AccessRules.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
