package org.gomall.e2e;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gomall.localstack.Address;

/** Everything that Redis holds, as text; speaks just enough of its protocol (RESP 2). */
final class RedisContents implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    RedisContents(Address redis) throws IOException {
        socket = new Socket(redis.host(), redis.port());
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Every key and all of its values. */
    static List<String> of(Address redis) {
        try (RedisContents contents = new RedisContents(redis)) {
            List<String> all = new ArrayList<>();
            for (String key : contents.ask("KEYS", "*")) {
                all.add(key);
                all.addAll(contents.values(key));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> values(String key) throws IOException {
        String type = ask("TYPE", key).get(0);
        return switch (type) {
            case "string" -> ask("GET", key);
            case "hash" -> ask("HGETALL", key);
            case "set" -> ask("SMEMBERS", key);
            case "list" -> ask("LRANGE", key, "0", "-1");
            case "zset" -> ask("ZRANGE", key, "0", "-1");
            case "none" -> List.of();
            default -> throw new IllegalStateException("no look into a " + type);
        };
    }

    private List<String> ask(String... words) throws IOException {
        StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            // Keys came in as Latin-1, byte by byte, and go out the same way.
            command.append('$')
                    .append(word.length())
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.ISO_8859_1));
        List<String> answer = new ArrayList<>();
        read(answer);
        return answer;
    }

    private void read(List<String> into) throws IOException {
        String line = line();
        switch (line.charAt(0)) {
            case '+', ':' -> into.add(line.substring(1));
            case '$' -> {
                int length = Integer.parseInt(line.substring(1));
                if (length >= 0) {
                    into.add(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
                    in.readNBytes(2);
                }
            }
            case '*' -> {
                int count = Integer.parseInt(line.substring(1));
                for (int i = 0; i < count; i++) {
                    read(into);
                }
            }
            default -> throw new IOException("Redis says " + line);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            line.append((char) c);
        }
        in.read();
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
