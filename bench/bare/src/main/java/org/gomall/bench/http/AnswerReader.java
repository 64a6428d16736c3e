package org.gomall.bench.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the answers of HTTP/1.1 one after the other: of known length or in chunks. Bodies are counted, not kept. */
final class AnswerReader {

    private static final int SHOWN = 300;

    private final InputStream in;
    private final byte[] buffer = new byte[32 * 1024];
    private final StringBuilder line = new StringBuilder();
    private int position;
    private int limit;

    /**
     * One answer.
     *
     * @param keepsAlive whether the connection can be used again
     * @param beginning of the body, empty for a success: nobody looks at that
     */
    record Answer(int status, long length, boolean keepsAlive, String beginning) {}

    AnswerReader(InputStream in) {
        this.in = in;
    }

    Answer read() throws IOException {
        int status = status(nextLine());
        long length = -1;
        boolean chunked = false;
        boolean alive = true;
        for (String header = nextLine(); !header.isEmpty(); header = nextLine()) {
            if (is(header, "content-length:")) {
                length = Long.parseLong(value(header));
            } else if (is(header, "transfer-encoding:")) {
                chunked = value(header).equalsIgnoreCase("chunked");
            } else if (is(header, "connection:")) {
                alive = !value(header).equalsIgnoreCase("close");
            }
        }
        StringBuilder shown = status >= 400 ? new StringBuilder() : null;
        if (chunked) {
            length = chunks(shown);
        } else if (length > 0) {
            body(length, shown);
        } else if (length < 0 && status != 204 && status != 304) {
            throw new IOException("an answer of unknown length");
        }
        return new Answer(status, Math.max(0, length), alive, shown == null ? "" : shown.toString());
    }

    private long chunks(StringBuilder shown) throws IOException {
        long length = 0;
        while (true) {
            String size = nextLine();
            int extension = size.indexOf(';');
            int chunk = Integer.parseInt(extension < 0 ? size : size.substring(0, extension), 16);
            if (chunk == 0) {
                while (!nextLine().isEmpty()) {
                    // Trailers tell nothing here.
                }
                return length;
            }
            body(chunk, shown);
            length += chunk;
            nextLine();
        }
    }

    private void body(long length, StringBuilder shown) throws IOException {
        long left = length;
        while (left > 0) {
            if (position == limit) {
                fill();
            }
            int here = (int) Math.min(left, limit - position);
            if (shown != null && shown.length() < SHOWN) {
                int some = Math.min(here, SHOWN - shown.length());
                shown.append(new String(buffer, position, some, StandardCharsets.UTF_8));
            }
            position += here;
            left -= here;
        }
    }

    private String nextLine() throws IOException {
        line.setLength(0);
        while (true) {
            if (position == limit) {
                fill();
            }
            char letter = (char) (buffer[position++] & 0xff);
            if (letter == '\n') {
                return line.toString();
            }
            if (letter != '\r') {
                line.append(letter);
            }
        }
    }

    private void fill() throws IOException {
        position = 0;
        limit = in.read(buffer);
        if (limit <= 0) {
            limit = 0;
            throw new EOFException("the server has closed the connection");
        }
    }

    private static int status(String line) throws IOException {
        if (!line.startsWith("HTTP/1.1 ") || line.length() < 12) {
            throw new IOException("no answer of HTTP/1.1: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static boolean is(String header, String name) {
        return header.regionMatches(true, 0, name, 0, name.length());
    }

    private static String value(String header) {
        return header.substring(header.indexOf(':') + 1).strip();
    }
}
