package org.gomall.localstack;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What connects two parts of a {@link LocalSystem}, and can be spoiled while the system runs; see {@link TcpProxy}. */
public final class Link {

    private final String name;
    private final List<TcpProxy> lines;

    Link(String name, List<TcpProxy> lines) {
        this.name = name;
        this.lines = lines;
    }

    /** All is well again. */
    public void pass() {
        all(TcpProxy::pass);
    }

    /** What is sent arrives so much later, in either direction. */
    public void delay(Duration eachWay) {
        all(line -> line.delay(eachWay));
    }

    /** Every connection is reset, and every new one as well. */
    public void reset() {
        all(TcpProxy::reset);
    }

    /** Nothing arrives, and nobody is told. */
    public void blackHole() {
        all(TcpProxy::blackHole);
    }

    /** Requests arrive, answers do not, and a while after a lost answer its connection is reset. */
    public void loseReplies(Duration cutAfter) {
        all(line -> line.loseReplies(cutAfter));
    }

    /** Each connection carries no more than so much in either direction. */
    public void throttle(int bytesPerSecond) {
        all(line -> line.throttle(bytesPerSecond));
    }

    /** How many connections have been accepted so far. */
    public long connections() {
        return lines.stream().mapToLong(TcpProxy::connections).sum();
    }

    @Override
    public String toString() {
        return name;
    }

    void close() {
        all(TcpProxy::close);
    }

    private void all(Consumer<TcpProxy> action) {
        lines.forEach(action);
    }
}
