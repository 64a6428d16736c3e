package hostile;

import java.io.Serializable;

/** Stands for a class that does harm by merely being read: it notices when it comes to life. It is outside of all our packages. */
public final class Gadget implements Serializable {

    private static volatile boolean awake;

    private final String command;

    /** A sleeping one, to be put on the wire. */
    public static Gadget asleep(String command) {
        Gadget gadget = new Gadget(command);
        awake = false;
        return gadget;
    }

    private Gadget(String command) {
        this.command = command;
        awake = true;
    }

    /** Whether one was made since the last {@link #asleep}. */
    public static boolean isAwake() {
        return awake;
    }

    private Object readResolve() {
        awake = true;
        return this;
    }

    @Override
    public String toString() {
        return command;
    }
}
