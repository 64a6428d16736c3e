package org.gomall.product.picture;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.PictureService;
import org.springframework.stereotype.Component;

/** Which pictures a shop may show. */
@Component
public class OwnPictures {

    private static final Pattern UPLOADED = Pattern.compile(Pattern.quote(PictureService.ADDRESS) + "([0-9a-f]{32})");
    private static final Pattern DRAWN = Pattern.compile("/media/products/[1-9][0-9]{0,17}/[1-3]\\.svg");

    private final PictureMapper pictures;

    OwnPictures(PictureMapper pictures) {
        this.pictures = pictures;
    }

    /** The address of the picture that is drawn for a product without one. */
    public static String drawn(long productId) {
        return "/media/products/" + productId + "/1.svg";
    }

    /**
     * Refuses pictures that are neither the shop's own uploads nor drawn by us.
     *
     * @throws BusinessException VALIDATION of field {@code images}
     */
    public void refuseForeign(long shopId, List<String> urls) {
        Set<String> uploads = new HashSet<>();
        boolean known = true;
        for (String url : urls) {
            Matcher uploaded = UPLOADED.matcher(url);
            if (uploaded.matches()) {
                uploads.add(uploaded.group(1));
            } else {
                known &= DRAWN.matcher(url).matches();
            }
        }
        if (!known || !uploads.isEmpty() && pictures.countOwn(shopId, uploads) < uploads.size()) {
            throw new BusinessException(
                    ErrorCode.VALIDATION,
                    ErrorCode.VALIDATION.defaultMessage(),
                    Map.of("images", "must be pictures that this shop has uploaded"));
        }
    }
}
