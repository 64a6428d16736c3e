package org.gomall.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.gomall.api.common.ActingUser;
import org.gomall.api.order.CartOwner;
import org.gomall.web.envelope.IdempotencyKey;
import org.gomall.web.session.CurrentUser;
import org.gomall.web.session.WebCookies;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API at /v3/api-docs, with a page to browse it; off in production. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final String COOKIE = "cookie";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentUser.class, CartOwner.class, ActingUser.class);
    }

    @Bean
    OpenAPI gomallApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("GoMall API")
                        .version("1")
                        .description(
                                "Answers are wrapped in {code, msg, data, traceId}; code 0 is success, else it is HTTP "
                                        + "status × 100 + n. Ids are strings, amounts are integers in fen, times are ISO-8601 UTC.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme(BEARER))
                        .addSecuritySchemes(
                                COOKIE,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name(WebCookies.SESSION)))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .addSecurityItem(new SecurityRequirement().addList(COOKIE));
    }

    /** Ids travel as strings, whatever their Java type is. */
    @Bean
    OpenApiCustomizer idsAreStrings() {
        return api -> {
            if (api.getComponents().getSchemas() != null) {
                api.getComponents().getSchemas().values().forEach(ApiDescription::describeIds);
            }
            api.getPaths().values().forEach(path -> path.readOperations().forEach(ApiDescription::describeParameters));
        };
    }

    private static void describeIds(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().replaceAll((name, property) -> {
                if (name.endsWith("Id")) {
                    return id();
                }
                return name.endsWith("Ids") ? new ArraySchema().items(id()) : property;
            });
        }
    }

    private static Schema<String> id() {
        Schema<String> id = new StringSchema();
        id.setExample("1001");
        return id;
    }

    private static void describeParameters(Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            if (parameter.getName().endsWith("Id")) {
                parameter.setSchema(id());
            }
            if (parameter.getName().equals(IdempotencyKey.HEADER)) {
                parameter.setDescription(
                        "1 to 64 printable ASCII characters; repeating a request with the same key gives the "
                                + "first answer again with Idempotency-Replayed: true");
            }
        }
    }
}
