package org.gomall.bench.duel;

import java.time.Duration;
import org.gomall.bench.load.Slice;

/** Something that can be let do its best for a while. */
@FunctionalInterface
public interface Load {

    /** Works for so long. */
    Slice run(Duration length);
}
