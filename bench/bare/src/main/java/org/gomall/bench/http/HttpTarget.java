package org.gomall.bench.http;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.gomall.bench.load.Client;
import org.gomall.bench.load.Clients;

/**
 * Requests to one server. Client number i of n begins with request i and goes on n requests further, so that each has its own
 * where there are as many requests as clients, and together they go through all of them.
 *
 * @param status what the server has to answer; anything else is a failure
 */
record HttpTarget(InetSocketAddress server, int status, List<RequestTemplate> requests) implements Clients {

    /** Of the words {@code target NAME HOST PORT STATUS REQUEST …}, the requests in Base64. */
    static HttpTarget of(String[] words) {
        return new HttpTarget(
                new InetSocketAddress(words[2], Integer.parseInt(words[3])),
                Integer.parseInt(words[4]),
                Arrays.stream(words)
                        .skip(5)
                        .map(text -> new RequestTemplate(Base64.getDecoder().decode(text)))
                        .toList());
    }

    /** The line that {@link #of} reads. */
    static String line(String name, String host, int port, int status, List<String> requests) {
        if (name.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("a target has one word for a name, not " + name);
        }
        StringBuilder line = new StringBuilder("target " + name + " " + host + " " + port + " " + status);
        requests.forEach(request ->
                line.append(' ').append(Base64.getEncoder().encodeToString(request.getBytes(StandardCharsets.UTF_8))));
        return line.toString();
    }

    @Override
    public Client client(int number, int of) {
        return new HttpConnection(this, number, of);
    }
}
