package org.gomall.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gomall.localstack.TcpProxy.Trouble;

/** One connection through a {@link TcpProxy}: a thread per direction, and a second one as soon as something is delayed. */
final class ProxiedConnection {

    private static final int BUFFER = 16_384;
    private static final int MOST_CHUNKS = 4_096;

    private final TcpProxy proxy;
    private final Socket client;
    private final Socket server;
    private final AtomicBoolean replyLost = new AtomicBoolean();

    ProxiedConnection(TcpProxy proxy, Socket client, Socket server) throws IOException {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start() {
        daemon(new Direction(client, server, false)::pump);
        daemon(new Direction(server, client, true)::pump);
    }

    /** Ends it with RST to both sides. */
    void reset() {
        try {
            client.setSoLinger(true, 0);
            server.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already.
        }
        close();
    }

    void close() {
        proxy.forget(this);
        for (Socket socket : new Socket[] {client, server}) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is closed anyway.
            }
        }
    }

    static void daemon(Runnable work) {
        Thread thread = new Thread(null, work, "tcp-proxy", 256 * 1024);
        thread.setDaemon(true);
        thread.start();
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Bytes on their way; an empty chunk is the end of the stream. */
    private record Chunk(byte[] bytes, long due) {}

    /** What flows one way. */
    private final class Direction {

        private final Socket from;
        private final Socket to;
        private final boolean replies;
        private BlockingQueue<Chunk> delayed;

        Direction(Socket from, Socket to, boolean replies) {
            this.from = from;
            this.to = to;
            this.replies = replies;
        }

        void pump() {
            byte[] buffer = new byte[BUFFER];
            try {
                InputStream in = from.getInputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    carry(buffer, read);
                }
                carry(buffer, 0);
            } catch (IOException e) {
                close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
            }
        }

        private void carry(byte[] bytes, int length) throws IOException, InterruptedException {
            Trouble trouble = proxy.trouble();
            while (trouble.kind() == Trouble.Kind.BLACK_HOLE) {
                proxy.awaitChange(trouble);
                trouble = proxy.trouble();
            }
            boolean late = trouble.kind() == Trouble.Kind.DELAY;
            if (replies && trouble.kind() == Trouble.Kind.LOSE_REPLIES) {
                lose(trouble);
            } else if (late || delayed != null) {
                // Once something is late, all the rest goes behind it.
                deliverLater(new Chunk(Arrays.copyOf(bytes, length), System.nanoTime() + (late ? trouble.nanos() : 0)));
            } else {
                deliver(bytes, length);
                if (trouble.kind() == Trouble.Kind.THROTTLE) {
                    pause(length * 1_000L / trouble.bytesPerSecond());
                }
            }
        }

        private void lose(Trouble trouble) {
            if (replyLost.compareAndSet(false, true)) {
                daemon(() -> {
                    pause(TimeUnit.NANOSECONDS.toMillis(trouble.nanos()));
                    reset();
                });
            }
        }

        private void deliverLater(Chunk chunk) throws InterruptedException {
            if (delayed == null) {
                delayed = new LinkedBlockingQueue<>(MOST_CHUNKS);
                BlockingQueue<Chunk> queue = delayed;
                daemon(() -> deliverAll(queue));
            }
            delayed.put(chunk);
        }

        private void deliverAll(BlockingQueue<Chunk> queue) {
            try {
                for (Chunk chunk = queue.take(); ; chunk = queue.take()) {
                    TimeUnit.NANOSECONDS.sleep(chunk.due() - System.nanoTime());
                    deliver(chunk.bytes(), chunk.bytes().length);
                    if (chunk.bytes().length == 0) {
                        return;
                    }
                }
            } catch (IOException e) {
                close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                close();
            }
        }

        private void deliver(byte[] bytes, int length) throws IOException {
            if (length == 0) {
                close();
            } else {
                to.getOutputStream().write(bytes, 0, length);
            }
        }
    }
}
