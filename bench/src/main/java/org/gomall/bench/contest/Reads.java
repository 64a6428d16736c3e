package org.gomall.bench.contest;

import java.util.List;
import org.gomall.bench.duel.Side;

/** A product over HTTP against Spring MVC that says hello. */
final class Reads implements Contest {

    private static final String HELLO = "hello";

    private final String name;
    private final String words;
    private final double goal;
    private final String path;

    private Reads(String name, String words, double goal, String path) {
        this.name = name;
        this.words = words;
        this.goal = goal;
        this.path = path;
    }

    static Reads json() {
        return new Reads(
                "product",
                "product detail as JSON (GET /api/products/{id}, local hit) / Spring MVC hello",
                0.7,
                "/api/products/");
    }

    static Reads page() {
        return new Reads("page", "product page (GET /products/{id}, HTML) / Spring MVC hello", 0.5, "/products/");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Hall hall) {
        List<String> paths =
                hall.mall().products().stream().map(id -> path + id).toList();
        hall.mall().reads(name, 1, paths);
        hall.mall().hello(HELLO);
        hall.duel(
                name,
                words,
                goal,
                new Side(name, hall.http(name, Hall.CLIENTS)),
                new Side(HELLO, hall.http(HELLO, Hall.CLIENTS)));
    }
}
