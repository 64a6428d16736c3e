package org.gomall.web.media;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a product's picture in the colour of one SKU. */
public final class SkuPictures {

    private static final Pattern DRAWN = Pattern.compile("(/media/products/[0-9]{1,18}/[0-9])\\.svg");

    private SkuPictures() {}

    /**
     * The picture as this SKU looks. The colour is part of the path, so that caches keep one picture for each.
     *
     * @param image a picture of the product; one that a merchant has uploaded stays as it is
     * @param specs of the SKU
     */
    public static String of(String image, Map<String, String> specs) {
        if (image == null || specs == null) {
            return image;
        }
        Matcher drawn = DRAWN.matcher(image);
        Optional<String> colour = drawn.matches() ? ColourNames.of(specs) : Optional.empty();
        return colour.map(name -> drawn.group(1) + "-" + name + ".svg").orElse(image);
    }
}
