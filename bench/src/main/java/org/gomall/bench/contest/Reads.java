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
    private final String[] headers;

    private Reads(String name, String words, double goal, String path, String... headers) {
        this.name = name;
        this.words = words;
        this.goal = goal;
        this.path = path;
        this.headers = headers;
    }

    static Reads json() {
        return new Reads(
                "product",
                "product detail as JSON (GET /api/products/{id}, local hit) / Spring MVC hello",
                0.7,
                "/api/products/");
    }

    /** As every browser asks for it, which takes gzip. */
    static Reads page() {
        return new Reads(
                "page",
                "product page (GET /products/{id}, HTML, gzip) / Spring MVC hello",
                0.5,
                "/products/",
                "Accept-Encoding: gzip, deflate, br");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Hall hall) {
        List<String> paths =
                hall.mall().products().stream().map(id -> path + id).toList();
        hall.mall().reads(name, 1, paths, headers);
        hall.mall().hello(HELLO);
        hall.duel(
                name,
                words,
                goal,
                new Side(name, hall.http(name, Hall.CLIENTS)),
                new Side(HELLO, hall.http(HELLO, Hall.CLIENTS)));
    }
}
