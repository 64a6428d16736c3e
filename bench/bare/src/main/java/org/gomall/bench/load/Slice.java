package org.gomall.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * What a load has done in a while.
 *
 * @param done what went well within that time
 * @param failed what did not
 * @param latencies of what went well, in nanoseconds
 * @param failure one of the failures in words, or empty
 */
public record Slice(long done, long failed, Duration length, Histogram latencies, String failure) {

    private static final long LONGEST = Duration.ofMinutes(1).toNanos();
    private static final int DIGITS = 3;

    static Histogram histogram() {
        return new Histogram(LONGEST, DIGITS);
    }

    static void record(Histogram latencies, long nanos) {
        latencies.recordValue(Math.min(Math.max(nanos, 0), LONGEST));
    }

    public double perSecond() {
        return done * 1e9 / length.toNanos();
    }

    /** Milliseconds below which this share of the latencies lies, in percent. */
    public double millisAt(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }

    /** Both slices as if they had been one. */
    public Slice plus(Slice other) {
        Histogram sum = latencies.copy();
        sum.add(other.latencies);
        return new Slice(
                done + other.done,
                failed + other.failed,
                length.plus(other.length),
                sum,
                failure.isEmpty() ? other.failure : failure);
    }

    /** As one line without spaces but those between its words. */
    String line() {
        ByteBuffer buffer = ByteBuffer.allocate(latencies.getNeededByteBufferCapacity());
        int length = latencies.encodeIntoCompressedByteBuffer(buffer);
        byte[] bytes = new byte[length];
        buffer.rewind();
        buffer.get(bytes);
        return done + " " + failed + " " + this.length.toNanos() + " "
                + Base64.getEncoder().encodeToString(bytes) + " "
                + Base64.getEncoder().encodeToString(failure.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #line} wrote. */
    public static Slice parse(String line) {
        String[] words = line.split(" ", -1);
        try {
            return new Slice(
                    Long.parseLong(words[0]),
                    Long.parseLong(words[1]),
                    Duration.ofNanos(Long.parseLong(words[2])),
                    Histogram.decodeFromCompressedByteBuffer(
                            ByteBuffer.wrap(Base64.getDecoder().decode(words[3])), 0),
                    new String(Base64.getDecoder().decode(words[4]), StandardCharsets.UTF_8));
        } catch (DataFormatException | RuntimeException e) {
            throw new IllegalArgumentException("no slice: " + line, e);
        }
    }
}
