package org.gomall.bench.load;

/** Where the clients of a load come from. */
public interface Clients {

    /**
     * A client.
     *
     * @param number which of them, from 0
     * @param of how many there are
     */
    Client client(int number, int of) throws Exception;
}
