package org.gomall.web.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import org.gomall.web.envelope.WebJson;
import org.gomall.web.remote.LocalCache;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a product that is asked for again and again once, as long as it is the very same object: then its JSON is copied
 * into the answer.
 */
final class ProductJson extends ValueSerializer<ProductDetail> {

    private static final int MOST = 2_000;

    private final Cache<ProductDetail, SerializedString> written =
            LocalCache.builder().weakKeys().maximumSize(MOST).build();

    @Override
    public void serialize(ProductDetail product, JsonGenerator json, SerializationContext context) {
        json.writeRawValue(written.get(product, ProductJson::write));
    }

    private static SerializedString write(ProductDetail product) {
        SerializedString text = new SerializedString(Plain.MAPPER.writeValueAsString(product));
        text.asUnquotedUTF8();
        return text;
    }

    /** As any other record. */
    @JsonSerialize(using = ValueSerializer.None.class)
    private static final class Plain {

        private static final JsonMapper MAPPER = WebJson.mapper()
                .rebuild()
                .addMixIn(ProductDetail.class, Plain.class)
                .build();
    }
}
