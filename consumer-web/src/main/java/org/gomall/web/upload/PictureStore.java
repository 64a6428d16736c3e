package org.gomall.web.upload;

import java.io.IOException;
import java.util.Optional;

/**
 * Where uploaded pictures lie: outside the web root, under names that nobody can guess. All instances of the web must
 * look at the same place. A picture never changes once it is there.
 */
interface PictureStore {

    /** Keeps a picture. */
    void put(String uploadId, byte[] picture) throws IOException;

    /** The picture, or empty when there is none such. */
    Optional<byte[]> get(String uploadId) throws IOException;

    /** Forgets a picture; one that is not there is fine. */
    void remove(String uploadId) throws IOException;
}
