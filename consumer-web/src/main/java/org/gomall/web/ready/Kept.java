package org.gomall.web.ready;

import java.util.Map;
import java.util.function.Supplier;
import org.gomall.api.common.BusinessException;

/** An answer that is ready, and what it was made of. */
final class Kept {

    private static final int OBJECTS_AROUND = 1_000;

    private final String type;
    private final String pattern;
    private final Map<?, ?> variables;
    private final Pieces pieces;
    private final Packed packed;
    private final Supplier<?> now;
    private volatile Object contents;

    /**
     * An answer.
     *
     * @param type its content type
     * @param pattern of the controller that gave it
     * @param variables of the path in that pattern
     * @param packed null where it is too small to be compressed
     * @param contents what it was made of
     * @param now what it would be made of now; null or a refusal when it has to be made anew in any case
     */
    Kept(
            String type,
            String pattern,
            Map<?, ?> variables,
            Pieces pieces,
            Packed packed,
            Object contents,
            Supplier<?> now) {
        this.type = type;
        this.pattern = pattern;
        this.variables = variables;
        this.pieces = pieces;
        this.packed = packed;
        this.contents = contents;
        this.now = now;
    }

    /** Whether it would come out the same if it were made now. */
    boolean isCurrent() {
        Object wanted;
        try {
            wanted = now.get();
        } catch (BusinessException e) {
            return false;
        }
        if (wanted == null || !wanted.equals(contents)) {
            return false;
        }
        // Equal parts that are the same objects are compared sooner the next time.
        contents = wanted;
        return true;
    }

    String type() {
        return type;
    }

    String pattern() {
        return pattern;
    }

    Map<?, ?> variables() {
        return variables;
    }

    Pieces pieces() {
        return pieces;
    }

    Packed packed() {
        return packed;
    }

    /** What it was made of counts as much as the answer itself. */
    int bytes() {
        return OBJECTS_AROUND + 2 * pieces.size() + (packed == null ? 0 : packed.size());
    }
}
