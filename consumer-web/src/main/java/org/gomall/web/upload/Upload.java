package org.gomall.web.upload;

import java.util.regex.Pattern;

/**
 * A picture that was taken in.
 *
 * @param uploadId 128 random bits in hexadecimal
 * @param url its address, as products name it
 * @param width in pixels, as stored
 */
public record Upload(String uploadId, String url, int width, int height) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
