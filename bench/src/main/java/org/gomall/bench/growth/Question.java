package org.gomall.bench.growth;

import java.util.List;

/**
 * Something that is asked for again and again, each time in another way, so that no copy answers for long.
 *
 * @param group of questions that are shown together
 * @param who is logged in for it; null for a guest
 * @param paths the ways
 */
record Question(String group, String name, String who, List<String> paths) {}
