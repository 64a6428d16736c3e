package org.gomall.platform.config;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whole documents in Nacos (rules, access lists), watched by every process and written by the ops pages. The last
 * document seen is kept on disk, so that a process which starts while Nacos is away still has it.
 */
public interface LiveDocument {

    /**
     * Calls {@code consumer} with the document as it is known now (before this method returns) and after every change. If
     * Nacos has none, the class path resource {@code nacos-config/<group>/<dataId>} serves as the first one, and without it
     * {@code consumer} is not called. A removed document is not reported: the last one stays in force, and goes
     * back into Nacos. If {@code consumer} throws, the document is reported as bad in the log, and the next one is awaited.
     */
    void watch(String group, String dataId, Consumer<String> consumer);

    /**
     * The document as Nacos has it now.
     *
     * @throws org.gomall.api.common.BusinessException 50300 when Nacos does not answer
     */
    Optional<String> read(String group, String dataId);

    /**
     * Replaces the document for every process.
     *
     * @throws org.gomall.api.common.BusinessException 50300 when Nacos does not take it
     */
    void publish(String group, String dataId, String content);

    /**
     * Replaces the document only if it is still {@code expected} (compare and set), so that two editors cannot overwrite each
     * other.
     *
     * @param expected the content that was read, or an empty string if there was none
     * @return false if somebody else changed it meanwhile
     * @throws org.gomall.api.common.BusinessException 50300 when Nacos does not take it
     */
    boolean publishIf(String group, String dataId, String expected, String content);
}
