package org.gomall.e2e.faults;

import java.time.Duration;

/** Something that goes wrong for a while, and is put right again. The soak lets one after the other happen. */
public interface Fault {

    /** What happens, in a few words: "kill -9 provider-stock". */
    String name();

    /** The row of the fault table in docs/faults.md that it belongs to. */
    String row();

    /** How long it lasts; zero when {@link #begin} is all there is to it, as with a kill. */
    Duration lasts();

    /** Arranges what it needs; nothing is wrong yet. Followed by {@link #end} as well. */
    default void prepare() {}

    /** Lets it happen, and returns when it has begun. */
    void begin();

    /** Puts it right, and returns when every part is ready again. Called once, also when {@link #begin} failed. */
    void end();
}
