package org.gomall.web.upload;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.gomall.api.common.ActingUser;
import org.gomall.web.envelope.Envelope;
import org.gomall.web.merchant.OwnShop;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Pictures of merchants on their way in. */
@RestController
@Tag(name = "Merchant")
class UploadApi {

    private final Uploads uploads;
    private final OwnShop shops;

    UploadApi(Uploads uploads, OwnShop shops) {
        this.uploads = uploads;
        this.shops = shops;
    }

    @PostMapping(path = "/api/merchant/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Upload a picture (JPEG, PNG or GIF, at most 5 MB) for products of my shop")
    ResponseEntity<Envelope<Upload>> upload(@RequestPart("file") MultipartFile file, ActingUser actor) {
        return Envelope.created(uploads.take(actor, shops.idOf(actor.userId()), file));
    }
}
