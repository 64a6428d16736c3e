package org.gomall.platform.cells;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import org.gomall.platform.id.Ids;

/**
 * In which cell the rows of a user lie. A cell is a provider-order of its own, of as many instances as it needs, with a
 * schema of its own; a mall begins with the one cell 0. Nothing ever moves between cells: a user stays where the placement
 * put the number the user got on registering, and a row stays where it was made, which its number tells.
 *
 * <p>The placement (setting {@code gomall.cells.placement}) is a list of eras, for example
 * {@code "0 2027-03-01T00:00:00Z=0-3"}: who registered before that March is in cell 0, whoever registers later in one of four.
 * An era is announced to all processes before it begins.
 *
 * <p>The idea is that of cells or pods, as Shopify and others keep their shops in.
 */
public final class Cells {

    private final List<Era> eras;
    private final OptionalInt own;

    /** Users with numbers from {@code firstUser} on live in one of these cells. */
    private record Era(long firstUser, List<Integer> cells) {}

    /**
     * Reads a placement.
     *
     * @param placement eras in order of time, the first without a beginning; blank for one cell
     * @param own the cell that this process keeps the rows of; empty when it keeps none
     * @throws IllegalArgumentException when it makes no sense
     */
    public Cells(String placement, OptionalInt own) {
        this.eras = eras(placement.isBlank() ? "0" : placement.strip());
        this.own = own;
        if (own.isPresent() && eras.stream().noneMatch(era -> era.cells().contains(own.getAsInt()))) {
            throw new IllegalArgumentException("nobody is placed in cell " + own.getAsInt() + ": " + placement);
        }
    }

    /** Whether there is but one cell, so that nobody has to look for the right one. */
    public boolean isOne() {
        return eras.size() == 1 && eras.get(0).cells().size() == 1;
    }

    /** The cell of a user's cart and new orders. */
    public int ofUser(long userId) {
        Era era = eras.get(0);
        for (Era later : eras) {
            if (userId >= later.firstUser()) {
                era = later;
            }
        }
        return era.cells()
                .get((int) Long.remainderUnsigned(mixed(userId), era.cells().size()));
    }

    /** The cell of a guest's cart; a new era begins with empty ones. */
    public int ofGuest(String token) {
        CRC32 sum = new CRC32();
        sum.update(token.getBytes(StandardCharsets.UTF_8));
        List<Integer> cells = eras.get(eras.size() - 1).cells();
        return cells.get((int) (sum.getValue() % cells.size()));
    }

    /** Whether a row with this number is one of this process's. An event about it is for the cell that keeps it. */
    public boolean keep(long number) {
        return isOne() || own.isPresent() && own.getAsInt() == Ids.cellOf(number);
    }

    /** Whether this process keeps the cart and the new orders of a user. */
    public boolean keepUser(long userId) {
        return isOne() || own.isPresent() && own.getAsInt() == ofUser(userId);
    }

    /** The cell of this process; empty when it keeps no rows of users. */
    public OptionalInt own() {
        return own;
    }

    private static List<Era> eras(String placement) {
        List<Era> eras = new ArrayList<>();
        for (String text : placement.split("\\s+")) {
            int equals = text.indexOf('=');
            if (eras.isEmpty() != equals < 0) {
                throw new IllegalArgumentException("every era but the first begins at a time: " + placement);
            }
            long first = equals < 0 ? Long.MIN_VALUE : Ids.lowest(Instant.parse(text.substring(0, equals)));
            if (!eras.isEmpty() && first <= eras.get(eras.size() - 1).firstUser()) {
                throw new IllegalArgumentException("eras follow one another: " + placement);
            }
            eras.add(new Era(first, cells(text.substring(equals + 1))));
        }
        return List.copyOf(eras);
    }

    private static List<Integer> cells(String range) {
        int dash = range.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
        int last = Integer.parseInt(range.substring(dash + 1));
        if (first < 0 || last < first || last >= Ids.CELLS) {
            throw new IllegalArgumentException("cells are 0 to " + (Ids.CELLS - 1) + ": " + range);
        }
        List<Integer> cells = new ArrayList<>();
        for (int cell = first; cell <= last; cell++) {
            cells.add(cell);
        }
        return List.copyOf(cells);
    }

    /** Numbers end in few different bits; after this (the finish of MurmurHash3) all bits count. */
    private static long mixed(long number) {
        long mixed = (number ^ number >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
