package org.gomall.web.media;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

/**
 * Product pictures, in the colour of the address or else of the product's first SKU. They never fail: while the catalogue
 * is away, a parcel stands in and is not kept.
 */
@Controller
class MediaPages {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final CacheControl KEEP =
            CacheControl.maxAge(Duration.ofDays(30)).cachePublic().staleWhileRevalidate(Duration.ofDays(30));
    private static final CacheControl KEEP_SHORTLY =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    /** A picture may have its one style sheet and nothing else, also when somebody opens it by itself. */
    private static final String CONTENT_SECURITY =
            "default-src 'none'; style-src '" + hash(ProductPictures.STYLE) + "'; sandbox; frame-ancestors 'none'";

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
        return answer(productId, view, Optional.empty());
    }

    /** The same in a colour that {@link SkuPictures} has named. */
    @GetMapping("/media/products/{productId:[0-9]{1,18}}/{view:[0-9]}-{colour:[a-z-]{2,40}}.svg")
    ResponseEntity<byte[]> picture(@PathVariable long productId, @PathVariable int view, @PathVariable String colour) {
        if (ColourNames.palette(colour).isEmpty()) {
            throw new BusinessException(ErrorCode.NOT_FOUND);
        }
        return answer(productId, view, Optional.of(colour));
    }

    private ResponseEntity<byte[]> answer(long productId, int view, Optional<String> colour) {
        if (view < 1 || view > ProductPictures.VIEWS) {
            throw new BusinessException(ErrorCode.NOT_FOUND);
        }
        Optional<Subject> subject = subject(productId);
        byte[] svg = subject.map(known -> pictures.draw(productId, known.name, known.slug, view, known.shown(colour)))
                .orElseGet(() -> pictures.drawUnknown(productId, view))
                .getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(SVG)
                .header("Content-Security-Policy", CONTENT_SECURITY)
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
            Subject subject = new Subject(product.name(), product.categorySlug(), colours(product));
            subjects.put(productId, subject);
            return Optional.of(subject);
        } catch (BusinessException e) {
            // Withdrawn, or the catalogue is away: old orders and carts still show a picture.
            return Optional.empty();
        }
    }

    private static List<String> colours(ProductView product) {
        return product.skus().stream()
                .flatMap(sku -> ColourNames.of(sku.specs()).stream())
                .distinct()
                .toList();
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a picture is drawn from.
     *
     * @param colours names of the colours of its SKUs, in their order
     */
    private record Subject(String name, String slug, List<String> colours) {

        /** The colours with the wanted one first. */
        private List<String> shown(Optional<String> wanted) {
            return Stream.concat(wanted.stream(), colours.stream().filter(colour -> wanted.filter(colour::equals)
                            .isEmpty()))
                    .toList();
        }
    }
}
