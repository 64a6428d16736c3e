package org.gomall.e2e;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gomall.localstack.Address;

/** Reads everything that Redis holds, in Redis' own protocol. */
final class RedisContents implements AutoCloseable {

    private final Socket socket;
    private final DataInputStream in;

    RedisContents(Address address) {
        try {
            socket = new Socket(address.host(), address.port());
            in = new DataInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every key, followed by what is under it. */
    String all() {
        StringBuilder text = new StringBuilder();
        for (Object key : (List<?>) ask("KEYS", "*")) {
            String name = (String) key;
            text.append(name).append(" = ").append(valueOf(name)).append('\n');
        }
        return text.toString();
    }

    private Object valueOf(String key) {
        String type = (String) ask("TYPE", key);
        return switch (type) {
            case "string" -> ask("GET", key);
            case "hash" -> ask("HGETALL", key);
            case "set" -> ask("SMEMBERS", key);
            case "zset" -> ask("ZRANGE", key, "0", "-1");
            case "list" -> ask("LRANGE", key, "0", "-1");
            case "none" -> "";
            default -> throw new IllegalStateException(key + " is a " + type + ", which this reader does not know");
        };
    }

    private Object ask(String... words) {
        try {
            StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
            for (String word : words) {
                int length = word.getBytes(StandardCharsets.UTF_8).length;
                request.append('$').append(length).append("\r\n").append(word).append("\r\n");
            }
            OutputStream out = socket.getOutputStream();
            out.write(request.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object answer() throws IOException {
        String line = line();
        String rest = line.substring(1);
        switch (line.charAt(0)) {
            case '+', ':' -> {
                return rest;
            }
            case '$' -> {
                int length = Integer.parseInt(rest);
                if (length < 0) {
                    return "";
                }
                byte[] text = new byte[length];
                in.readFully(text);
                line();
                return new String(text, StandardCharsets.UTF_8);
            }
            case '*' -> {
                List<Object> items = new ArrayList<>();
                for (int i = Integer.parseInt(rest); i > 0; i--) {
                    items.add(answer());
                }
                return items;
            }
            default -> throw new IllegalStateException(line);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("Redis has closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
