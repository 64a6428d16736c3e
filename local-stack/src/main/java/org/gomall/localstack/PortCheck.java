package org.gomall.localstack;

/** Finds a taken port before a server trips over it, and says who has it. */
final class PortCheck {

    private PortCheck() {}

    static void requireFree(Part part) {
        for (int port : part.ports()) {
            if (!Ports.isFree(port)) {
                throw new StackException("Port " + port + ", which " + part.name() + " needs, is taken by "
                        + Processes.ownerOf(port) + ". End that process, or move GoMall to other ports with "
                        + "GOMALL_PORT_OFFSET, for example GOMALL_PORT_OFFSET=1000 ./gomall up.");
            }
        }
    }
}
