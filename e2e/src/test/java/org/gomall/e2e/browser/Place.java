package org.gomall.e2e.browser;

/**
 * A page in one of its states.
 *
 * @param name for its pictures; no other place has it
 * @param path its address, or the page with the link that leads there
 * @param status what it answers
 * @param link null, or which link leads there, as a selector
 * @param like an address that the same code answers
 */
record Place(Who who, String name, String path, int status, String link, String like) {

    static Place of(Who who, String name, String path) {
        return new Place(who, name, path, 200, null, path);
    }

    static Place refused(Who who, String name, String path, int status) {
        return new Place(who, name, path, status, null, path);
    }

    static Place linked(Who who, String name, String path, String link, String like) {
        return new Place(who, name, path, 200, link, like);
    }
}
