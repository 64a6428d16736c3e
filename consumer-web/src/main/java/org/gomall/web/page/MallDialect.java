package org.gomall.web.page;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.dialect.IProcessorDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.web.servlet.IServletWebRequest;

/**
 * The object {@code #mall} in every template: formats and what the header shows; and the attribute {@code mall:same} of
 * {@link Drawings}.
 *
 * <p>A dialect and not a model attribute, so that error pages have it too, whoever renders them.
 */
@Component
class MallDialect implements IExpressionObjectDialect, IExpressionObjectFactory, IProcessorDialect {

    private static final String NAME = "mall";

    private final MallPage.Parts parts;
    private final Drawings drawings;

    MallDialect(MallPage.Parts parts, Drawings drawings) {
        this.parts = parts;
        this.drawings = drawings;
    }

    @Override
    public String getName() {
        return "GoMall";
    }

    @Override
    public String getPrefix() {
        return NAME;
    }

    /** Among the processors of the standard dialect: their own order decides. */
    @Override
    public int getDialectProcessorPrecedence() {
        return StandardDialect.PROCESSOR_PRECEDENCE;
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return drawings.processors(prefix);
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
