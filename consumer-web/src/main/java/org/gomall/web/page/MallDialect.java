package org.gomall.web.page;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.web.servlet.IServletWebRequest;

/**
 * The object {@code #mall} in every template: formats and what the header shows.
 *
 * <p>A dialect and not a model attribute, so that error pages have it too, whoever renders them.
 */
@Component
class MallDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private static final String NAME = "mall";

    private final MallPage.Parts parts;

    MallDialect(MallPage.Parts parts) {
        this.parts = parts;
    }

    @Override
    public String getName() {
        return "GoMall";
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(NAME);
    }

    @Override
    public Object buildObject(IExpressionContext context, String name) {
        if (NAME.equals(name)
                && context instanceof IWebContext web
                && web.getExchange().getRequest() instanceof IServletWebRequest request
                && request.getNativeRequestObject() instanceof jakarta.servlet.http.HttpServletRequest servlet) {
            return new MallPage(parts, servlet, context.getLocale());
        }
        return null;
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
