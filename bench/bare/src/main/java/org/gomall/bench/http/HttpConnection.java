package org.gomall.bench.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.gomall.bench.load.Client;

/**
 * One connection that is kept alive, and made anew when the server has closed it. A bare socket, because whatever the client
 * costs is taken from the same processors: java.net.http takes more for a request than a small server for its answer.
 */
final class HttpConnection implements Client {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 30_000;

    private final HttpTarget target;
    private final int of;
    private final long keys = ThreadLocalRandom.current().nextLong();
    private int next;
    private long turn;
    private Socket socket;
    private AnswerReader answers;

    HttpConnection(HttpTarget target, int number, int of) {
        this.target = target;
        this.of = of;
        this.next = number % target.requests().size();
    }

    @Override
    public void once() throws IOException {
        RequestTemplate template = target.requests().get(next);
        next = (next + of) % target.requests().size();
        byte[] request = template.request(template.wantsKey() ? new UUID(keys, turn++).toString() : "");
        boolean fresh = connect();
        try {
            send(request);
        } catch (SocketTimeoutException e) {
            close();
            throw e;
        } catch (IOException e) {
            close();
            if (fresh) {
                throw e;
            }
            // The server may close a connection that it has kept long enough, just when it is used again.
            connect();
            send(request);
        }
    }

    private void send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        AnswerReader.Answer answer = answers.read();
        if (!answer.keepsAlive()) {
            close();
        }
        if (answer.status() != target.status()) {
            throw new IOException("answered " + answer.status() + ": " + answer.beginning());
        }
    }

    /** True for a new connection. */
    private boolean connect() throws IOException {
        if (socket != null) {
            return false;
        }
        Socket made = new Socket();
        made.setTcpNoDelay(true);
        made.setSoTimeout(READ_MILLIS);
        made.connect(target.server(), CONNECT_MILLIS);
        socket = made;
        InputStream in = made.getInputStream();
        answers = new AnswerReader(in);
        return true;
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone either way.
            }
            socket = null;
        }
    }
}
