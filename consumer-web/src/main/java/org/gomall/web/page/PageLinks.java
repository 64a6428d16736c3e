package org.gomall.web.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gomall.web.security.StaticPaths;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Builds the addresses in pages. Only those of files are looked up, for the version that becomes part of them, and only
 * once. Left to itself every link asks every handler of files whether it is one of its own, and a page has a hundred.
 */
final class PageLinks extends StandardLinkBuilder {

    private final Map<String, String> files = new ConcurrentHashMap<>();

    @Override
    protected String processLink(IExpressionContext context, String link) {
        if (!StaticPaths.contain(link)) {
            return link;
        }
        String known = files.get(link);
        if (known == null) {
            known = super.processLink(context, link);
            files.put(link, known);
        }
        return known;
    }

    /** Gives it to the engine before the first page. */
    @Configuration(proxyBeanMethods = false)
    static class Setup {

        @Autowired
        void use(SpringTemplateEngine engine) {
            engine.setLinkBuilder(new PageLinks());
        }
    }
}
