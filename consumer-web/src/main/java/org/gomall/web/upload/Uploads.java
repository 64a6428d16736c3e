package org.gomall.web.upload;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.gomall.api.common.ActingUser;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.PictureService;
import org.gomall.api.product.RegisterPictureCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes pictures in: made anew, stored under a random name, and noted as the shop's own. */
@Component
public class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final int RANDOM_BYTES = 16;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 5;

    /** Paths, and names that another program would run or show as something else. The name is not used, only judged. */
    private static final Pattern DUBIOUS_NAME = Pattern.compile(
            ".*([/\\\\\\p{Cntrl}]|\\.(php\\d?|phtml|phar|jspx?|aspx?|cgi|sh|bat|exe|jar|html?|xhtml|svg|xml|js)(\\.|$)).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final PictureStore store;
    private final PictureService pictures;
    private final SecureRandom random = new SecureRandom();

    /** Decoding takes memory and processors; whoever uploads waits, and nobody else does. */
    private final Semaphore desks = new Semaphore(AT_ONCE, true);

    Uploads(PictureStore store, PictureService pictures) {
        this.store = store;
        this.pictures = pictures;
    }

    /**
     * Takes a picture in for a shop.
     *
     * @throws BusinessException VALIDATION, TOO_LARGE or UNSUPPORTED_MEDIA_TYPE for what is no picture; CONFLICT when the shop
     *     has too many; UNAVAILABLE
     */
    public Upload take(ActingUser actor, long shopId, MultipartFile file) {
        refuseDubiousName(file.getOriginalFilename());
        Picture picture = picture(file);
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        String uploadId = HexFormat.of().formatHex(bits);
        try {
            store.put(uploadId, picture.bytes());
        } catch (IOException e) {
            LOG.error("a picture cannot be stored: {}", e.toString());
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        register(actor, shopId, uploadId, picture);
        return new Upload(uploadId, PictureService.ADDRESS + uploadId, picture.width(), picture.height());
    }

    private Picture picture(MultipartFile file) {
        try {
            if (!desks.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BusinessException(ErrorCode.UNAVAILABLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
        try (InputStream content = file.getInputStream()) {
            return Picture.of(content.readNBytes(Picture.MAX_BYTES + 1));
        } catch (IOException e) {
            LOG.warn("an upload cannot be read: {}", e.toString());
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        } finally {
            desks.release();
        }
    }

    /** Without an owner nobody could use the picture, so it does not stay. */
    private void register(ActingUser actor, long shopId, String uploadId, Picture picture) {
        try {
            pictures.register(new RegisterPictureCommand(
                    actor, shopId, uploadId, picture.width(), picture.height(), picture.bytes().length));
        } catch (BusinessException e) {
            try {
                store.remove(uploadId);
            } catch (IOException left) {
                LOG.warn("picture {} belongs to nobody and cannot be removed: {}", uploadId, left.toString());
            }
            throw e;
        }
    }

    private static void refuseDubiousName(String name) {
        if (name != null && DUBIOUS_NAME.matcher(name).matches()) {
            throw new BusinessException(
                    ErrorCode.VALIDATION,
                    ErrorCode.VALIDATION.defaultMessage(),
                    Map.of("file", "must have the plain name of a picture"));
        }
    }
}
