package org.gomall.web.upload;

import java.io.IOException;
import java.time.Duration;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.PictureService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Uploaded pictures on their way out. They never change, and they are never called anything but a picture. */
@Controller
class UploadedPictures {

    private static final Logger LOG = LoggerFactory.getLogger(UploadedPictures.class);
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PictureStore store;

    UploadedPictures(PictureStore store) {
        this.store = store;
    }

    @GetMapping(PictureService.ADDRESS + "{uploadId:[0-9a-f]{32}}")
    ResponseEntity<byte[]> picture(@PathVariable String uploadId) {
        byte[] picture = read(uploadId);
        return ResponseEntity.ok()
                .contentType(
                        PictureFormat.of(picture) == PictureFormat.JPEG ? MediaType.IMAGE_JPEG : MediaType.IMAGE_PNG)
                .cacheControl(FOR_EVER)
                .eTag("\"" + uploadId + "\"")
                .body(picture);
    }

    private byte[] read(String uploadId) {
        try {
            return store.get(uploadId).orElseThrow(() -> new BusinessException(ErrorCode.NOT_FOUND));
        } catch (IOException e) {
            LOG.error("picture {} cannot be read: {}", uploadId, e.toString());
            throw new BusinessException(ErrorCode.UNAVAILABLE);
        }
    }
}
