package org.gomall.localstack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A line to a server that a test can spoil while it is in use; one kind of trouble at a time. While nobody listens behind
 * it, nobody listens here either, so that a dead server is refused at once with and without the proxy.
 */
public final class TcpProxy implements AutoCloseable {

    private static final int LOWEST_PORT = 21_000;
    private static final int ATTEMPTS = 200;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int LOOK_AGAIN_MILLIS = 100;

    private final Address server;
    private final InetSocketAddress here;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile boolean closed;
    private volatile long accepted;

    private TcpProxy(ServerSocket door, Address server) {
        this.door = door;
        this.here = (InetSocketAddress) door.getLocalSocketAddress();
        this.server = server;
        ProxiedConnection.daemon(this::accept);
    }

    /** A working line to {@code host:port}, at a free port of loopback. */
    public static TcpProxy to(String address) {
        int colon = address.lastIndexOf(':');
        return to(new Address(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))));
    }

    /** A working line, at a free port of loopback. */
    public static TcpProxy to(Address server) {
        // Below the ports of outgoing connections: the door is closed for a while when the server is away.
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, Ports.EPHEMERAL);
            if (Ports.isFree(port)) {
                try {
                    return at(Address.loopback(port), server);
                } catch (StackException taken) {
                    // By somebody else in the same moment.
                }
            }
        }
        throw new StackException("No free port was found for a line to " + server + ".");
    }

    /** A working line at a certain address. */
    static TcpProxy at(Address here, Address server) {
        try {
            return new TcpProxy(open(new InetSocketAddress(here.host(), here.port())), server);
        } catch (IOException e) {
            throw new StackException("There can be no line at " + here + ": " + e.getMessage(), e);
        }
    }

    /** Where to connect instead of the server, as {@code host:port}. */
    public String address() {
        return new Address(here.getAddress().getHostAddress(), here.getPort()).toString();
    }

    int port() {
        return here.getPort();
    }

    /** How many connections have been accepted so far. */
    public long connections() {
        return accepted;
    }

    /** All is well again; what was held back arrives now. */
    public void pass() {
        become(Trouble.NONE);
    }

    /** What is sent arrives so much later, in either direction; the line is as wide as ever. */
    public void delay(Duration eachWay) {
        become(new Trouble(Trouble.Kind.DELAY, eachWay.toNanos(), 0));
    }

    /** Every connection is reset (RST), and every new one as well. */
    public void reset() {
        become(new Trouble(Trouble.Kind.RESET, 0, 0));
        connections.forEach(ProxiedConnection::reset);
    }

    /** Every connection is closed in order, and every new one as well. */
    public void cut() {
        become(new Trouble(Trouble.Kind.CUT, 0, 0));
        connections.forEach(ProxiedConnection::close);
    }

    /** Nothing arrives, and nobody is told; connections stay open. */
    public void blackHole() {
        become(new Trouble(Trouble.Kind.BLACK_HOLE, 0, 0));
    }

    /**
     * Requests arrive, answers do not.
     *
     * @param cutAfter how long after a lost answer its connection is reset
     */
    public void loseReplies(Duration cutAfter) {
        become(new Trouble(Trouble.Kind.LOSE_REPLIES, cutAfter.toNanos(), 0));
    }

    /** The line carries no more than so much, each connection and direction by itself. */
    public void throttle(int bytesPerSecond) {
        become(new Trouble(Trouble.Kind.THROTTLE, 0, bytesPerSecond));
    }

    @Override
    public void close() {
        closed = true;
        cut();
        closeDoor();
    }

    /** Whether a test has spoiled the line. */
    boolean isSpoiled() {
        return trouble != Trouble.NONE;
    }

    Trouble trouble() {
        return trouble;
    }

    synchronized void awaitChange(Trouble from) throws InterruptedException {
        while (trouble == from && !closed) {
            wait();
        }
    }

    void forget(ProxiedConnection connection) {
        connections.remove(connection);
    }

    private synchronized void become(Trouble next) {
        trouble = next;
        notifyAll();
    }

    private void accept() {
        while (!closed) {
            try {
                serve(door.accept());
            } catch (IOException e) {
                awaitServer();
            }
        }
    }

    private void serve(Socket client) throws IOException {
        accepted++;
        Trouble.Kind kind = trouble.kind();
        if (kind == Trouble.Kind.RESET || kind == Trouble.Kind.CUT) {
            client.setSoLinger(kind == Trouble.Kind.RESET, 0);
            client.close();
            return;
        }
        Socket behind;
        try {
            behind = connect();
        } catch (IOException away) {
            client.setSoLinger(true, 0);
            client.close();
            closeDoor();
            throw away;
        }
        ProxiedConnection connection = new ProxiedConnection(this, client, behind);
        connections.add(connection);
        connection.start();
        Trouble.Kind now = trouble.kind();
        if (now == Trouble.Kind.RESET || now == Trouble.Kind.CUT) {
            connection.reset();
        }
    }

    /** Opens the door again as soon as somebody listens behind it. */
    private void awaitServer() {
        while (!closed && door.isClosed()) {
            try (Socket probe = connect()) {
                door = open(here);
            } catch (IOException stillAway) {
                ProxiedConnection.pause(LOOK_AGAIN_MILLIS);
            }
        }
        if (closed) {
            closeDoor();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static ServerSocket open(InetSocketAddress address) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address, 200);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private void closeDoor() {
        try {
            door.close();
        } catch (IOException e) {
            // It is closed anyway.
        }
    }

    /**
     * What is wrong with the line.
     *
     * @param nanos how long, for kinds that take a time
     */
    record Trouble(Kind kind, long nanos, int bytesPerSecond) {

        static final Trouble NONE = new Trouble(Kind.NONE, 0, 0);

        enum Kind {
            NONE,
            DELAY,
            RESET,
            CUT,
            BLACK_HOLE,
            LOSE_REPLIES,
            THROTTLE
        }
    }
}
