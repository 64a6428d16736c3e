package org.gomall.bench.http;

import java.io.IOException;
import java.util.List;
import org.gomall.bench.load.Console;

/** The process of all clients over HTTP. */
public final class HttpClients {

    private HttpClients() {}

    /** Works until its input ends. */
    public static void main(String[] args) throws IOException {
        new Console(HttpTarget::of).listen(System.in, System.out);
    }

    /**
     * The line that tells this process of a target.
     *
     * @param requests as {@link RequestTemplate} writes them
     */
    public static String targetLine(String name, String host, int port, int status, List<String> requests) {
        return HttpTarget.line(name, host, port, status, requests);
    }
}
