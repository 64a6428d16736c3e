package org.gomall.web.page;

import com.github.benmanes.caffeine.cache.Cache;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import org.gomall.platform.metrics.CacheMeters;
import org.gomall.web.remote.LocalCache;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.engine.TemplateManager;
import org.thymeleaf.model.IModel;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeModelProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementModelStructureHandler;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code mall:same="${…}"} on an element promises that how it is drawn depends on nothing but the language and this value:
 * then it is drawn once for everybody who sees the same. The value is compared as a whole (records and lists are), so a
 * changed product is another value and nothing ever has to be dropped. What belongs to one visitor, such as a form token,
 * must not be inside; TemplatesTest looks for it.
 */
@Component
final class Drawings {

    /** All drawings together; some thousand tiles. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private static final String ATTRIBUTE = "same";
    private static final String ANY_ELEMENT = null;

    /** After {@code th:replace} and {@code th:each}, which say what the value is; before {@code th:if} and all the others. */
    private static final int AFTER_EACH = 250;

    private final Cache<Key, String> drawn = CacheMeters.watch(
            "drawings",
            LocalCache.builder()
                    .maximumWeight(MOST_CHARACTERS)
                    .weigher((Key key, String html) -> html.length())
                    .recordStats()
                    .<Key, String>build(),
            cache -> cache.stats().hitCount(),
            cache -> cache.stats().missCount());

    private final boolean keeps;

    /**
     * None yet.
     *
     * @param keeps whether templates stay as they are while this process runs
     */
    Drawings(@Value("${spring.thymeleaf.cache:true}") boolean keeps) {
        this.keeps = keeps;
    }

    /** Place in the templates, language and value. */
    private record Key(String template, int line, int column, Locale locale, Object value) {}

    Set<IProcessor> processors(String prefix) {
        return Set.of(new Shown(prefix), new Drawn(prefix));
    }

    private static Key key(ITemplateContext context, IProcessableElementTag element, String expression) {
        Object value = StandardExpressions.getExpressionParser(context.getConfiguration())
                .parseExpression(context, expression)
                .execute(context);
        return new Key(element.getTemplateName(), element.getLine(), element.getCol(), context.getLocale(), value);
    }

    /** Puts a drawing that is there in the place of its element. */
    private final class Shown extends AbstractAttributeTagProcessor {

        private Shown(String prefix) {
            super(TemplateMode.HTML, prefix, ANY_ELEMENT, false, ATTRIBUTE, true, AFTER_EACH, false);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag element,
                AttributeName attribute,
                String expression,
                IElementTagStructureHandler structure) {
            String html = keeps ? drawn.getIfPresent(key(context, element, expression)) : null;
            if (html != null) {
                // Not processed again: texts of others are in it.
                structure.replaceWith(html, false);
            }
        }
    }

    /** Draws an element for those who come later; this time it is drawn as any other. */
    private final class Drawn extends AbstractAttributeModelProcessor {

        private Drawn(String prefix) {
            super(TemplateMode.HTML, prefix, ANY_ELEMENT, false, ATTRIBUTE, true, AFTER_EACH + 1, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IModel element,
                AttributeName attribute,
                String expression,
                IElementModelStructureHandler structure) {
            if (keeps) {
                IProcessableElementTag tag = (IProcessableElementTag) element.get(0);
                drawn.put(key(context, tag, expression), draw(context, element, tag, attribute));
            }
        }

        private static String draw(
                ITemplateContext context, IModel element, IProcessableElementTag tag, AttributeName attribute) {
            IModel plain = element.cloneModel();
            plain.replace(0, context.getModelFactory().removeAttribute(tag, attribute));
            TemplateManager templates = context.getConfiguration().getTemplateManager();
            StringWriter html = new StringWriter();
            templates.process(
                    templates.parseString(
                            context.getTemplateData(),
                            source(plain),
                            tag.getLine(),
                            tag.getCol(),
                            context.getTemplateMode(),
                            false),
                    context,
                    html);
            return html.toString();
        }

        private static String source(IModel element) {
            StringWriter source = new StringWriter();
            try {
                element.write(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return source.toString();
        }
    }
}
