package org.gomall.web.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.gomall.api.common.BusinessException;
import org.gomall.api.common.ErrorCode;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.ProductView;
import org.gomall.platform.metrics.CacheMeters;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Product pictures. They never fail: while the catalogue is away, a parcel stands in and is not kept. */
@Controller
class MediaPages {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofDays(30)).cachePublic().staleWhileRevalidate(Duration.ofDays(30));
    private static final CacheControl KEEP_SHORTLY =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final CatalogueService catalogue;
    private final ProductPictures pictures;
    private final Cache<Long, Subject> subjects = CacheMeters.watch(
            "pictures",
            Caffeine.newBuilder()
                    .maximumSize(20_000)
                    .expireAfterWrite(Duration.ofHours(1))
                    .recordStats()
                    .<Long, Subject>build(),
            cache -> cache.stats().hitCount(),
            cache -> cache.stats().missCount());

    MediaPages(CatalogueService catalogue, ProductPictures pictures) {
        this.catalogue = catalogue;
        this.pictures = pictures;
    }

    @GetMapping("/media/products/{productId:[0-9]{1,18}}/{view:[0-9]}.svg")
    ResponseEntity<byte[]> picture(@PathVariable long productId, @PathVariable int view) {
        if (view < 1 || view > ProductPictures.VIEWS) {
            throw new BusinessException(ErrorCode.NOT_FOUND);
        }
        Optional<Subject> subject = subject(productId);
        byte[] svg = subject.map(known -> pictures.draw(productId, known.name, known.slug, view))
                .orElseGet(() -> pictures.drawUnknown(productId, view))
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(subject.isPresent() ? KEEP : KEEP_SHORTLY)
                .eTag("\"" + DigestUtils.md5DigestAsHex(svg) + "\"")
                .body(svg);
    }

    private Optional<Subject> subject(long productId) {
        Subject known = subjects.getIfPresent(productId);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            ProductView product = catalogue.product(productId);
            Subject subject = new Subject(product.name(), product.categorySlug());
            subjects.put(productId, subject);
            return Optional.of(subject);
        } catch (BusinessException e) {
            // Withdrawn, or the catalogue is away: old orders and carts still show a picture.
            return Optional.empty();
        }
    }

    /** What a picture is drawn from. */
    private record Subject(String name, String slug) {}
}
